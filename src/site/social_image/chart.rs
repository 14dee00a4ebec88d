//! The slip chart: its rows as the front page draws them, with their names before them and what they say in words after.

use super::letters::{FONT, cut, words};
use super::{ACCENT, EDGE, FOOT, INK, LINE, PAPER, ROOM, SOFT};
use crate::model::headline::Headline;
use crate::model::id::{Ref, Type};
use crate::model::slip::{Row, Scale, WIDE};
use crate::site::Error;
use crate::site::page::html;
use crate::view::Page;
use crate::view::strip::{fades, strip};
use yew::prelude::*;

/// Rows at most.
const ROWS: usize = 10;
/// Where a strip begins and how wide it is, from the left of what is drawn.
const STRIP: (i32, i32) = (292, 508);
/// The years above the strips.
const YEARS: i32 = 30;
/// What the ids in it begin with.
const PART: &str = "card";
/// How large the words are.
const SIZE: i32 = 17;

/// The chart below this line; nothing if nobody gave any milestone a date.
pub fn drawn(page: &Page, top: i32) -> Result<String, Error> {
    let milestones = milestones(page);
    let scale = Scale::new(&page.data, milestones.iter().copied());
    let rows: Vec<Row> =
        milestones.iter().filter_map(|at| Row::new(&page.data, *at, page.day, &scale)).take(ROWS).collect();
    let high: i32 = rows.iter().map(|row| row.height).sum();
    if high == 0 {
        return Ok(String::new());
    }
    // So large that the rows fill what there is, and no larger than words are read best.
    let em = ((FOOT - top - YEARS) * 100 / high).min(18);
    let fades = html::<Fades>(|| (), false)?;
    let mut parts = vec![styles(), fades, years(page, &scale, top)];
    let mut y = top + YEARS;
    for row in &rows {
        let next = y + row.height * em / 100;
        parts.push(line(page, row, (y, next), em)?);
        y = next;
    }
    Ok(parts.concat())
}

/// Those of the front page; of a record that has none by its rules, all.
fn milestones(page: &Page) -> Vec<Ref> {
    let headline = Headline::new(&page.data);
    let all: Vec<Ref> = headline.milestones().collect();
    if all.is_empty() { page.data.places(Type::Milestone).collect() } else { all }
}

fn years(page: &Page, scale: &Scale, top: i32) -> String {
    let (from, wide) = (EDGE + STRIP.0, STRIP.1);
    let x = |at: i32| from + at * wide / WIDE;
    let now = x(scale.x(page.day.day));
    let mut out = format!(
        "<path d=\"M{from} {}H{now}V{FOOT}H{from}z\" fill=\"#f1efec\"/><path d=\"M{now} {top}V{FOOT}\" stroke=\"{INK}\"/>",
        top + YEARS
    );
    for tick in scale.ticks() {
        out.push_str(&format!("<path d=\"M{} {}V{FOOT}\" stroke=\"{LINE}\"/>", x(tick.x), top + YEARS));
        out.push_str(&words(x(tick.x) - 18, top + 24, 17, 400, SOFT, &page.text().year(tick.year)));
    }
    out
}

fn line(page: &Page, row: &Row, (y, next): (i32, i32), em: i32) -> Result<String, Error> {
    let base = y + row.y(0) * em / 100;
    let name = cut(page.data.label(row.at), SIZE, 600, STRIP.0 - 20)?;
    let said = page.text().slip().words(row);
    let right = STRIP.0 + STRIP.1 + 16;
    let mut parts = vec![words(EDGE, base + 6, SIZE, 600, INK, &name)];
    parts.push(words(EDGE + right, base + 6, SIZE, 400, INK, &cut(&said, SIZE, 400, ROOM - right)?));
    let strip = html::<Strip>(|| StripProps { page: page.clone(), row: row.clone() }, false)?;
    parts.push(format!(
        "<svg x=\"{}\" y=\"{y}\" width=\"{}\" height=\"{}\" font-size=\"{em}\">{strip}</svg>",
        EDGE + STRIP.0,
        STRIP.1,
        next - y
    ));
    Ok(parts.concat())
}

#[derive(PartialEq, Properties)]
struct StripProps {
    page: Page,
    row: Row,
}

/// A strip by itself.
#[component]
fn Strip(StripProps { page, row }: &StripProps) -> Html {
    strip(page, PART, row, None)
}

/// How the ends of the strips fade.
#[component]
fn Fades() -> Html {
    fades(PART)
}

/// What the sheet of the page says of a strip, with the colours of its light look.
fn styles() -> String {
    let ages = ["#6e81a2", "#556da6", "#3a4e9d", "#292d8a", "#171359"];
    let ages = ages
        .iter()
        .enumerate()
        .map(|(age, colour)| format!(".a{age}{{fill:{colour};stroke:{colour};stroke-width:0}}"));
    format!(
        "<style>{}.weak{{fill:{PAPER};stroke-width:1.4}}.newest{{stroke:{PAPER};stroke-width:1.5}}\
         .strip line{{stroke:#6e81a2;stroke-width:2.25}}.strip line.weak{{stroke-dasharray:2 3}}\
         .reached{{fill:{ACCENT};overflow:visible}}\
         .strip text{{font-family:\"{FONT}\";font-size:12px;fill:{SOFT};text-anchor:middle;paint-order:stroke;stroke:{PAPER};stroke-width:3px}}\
         .strip .last{{font-weight:600;fill:{INK}}}.strip .start{{text-anchor:start}}.strip .end{{text-anchor:end}}</style>",
        ages.collect::<String>()
    )
}
