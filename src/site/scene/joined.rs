//! Who is in, at a glance: a row for each participant, a mark at the day from which it stands as it does.

use super::label::field;
use super::part::{Panel, Part};
use super::tree;
use crate::model::asof::AsOf;
use crate::model::claim::{Claim, Confidence, Content, Field};
use crate::model::dataset::Dataset;
use crate::model::drawing::{MARK as LINK, Node};
use crate::model::item::{Item, Standing};
use crate::model::when::{Day, When, civil, days};
use crate::text::Lang;

/// Width of the field of dates, in units of the picture.
const WIDE: i32 = 3800;
/// Height of a row.
const ROW: i32 = 230;
/// Half the width of a mark.
const MARK: i32 = 60;

/// Those who are in by a paper with the founders or are said to be; apart from them, who flies an instrument or signed
/// with the laboratory alone.
const PANELS: [&[Standing]; 2] = [
    &[Standing::Founder, Standing::Member, Standing::Applicant, Standing::Disputed],
    &[Standing::Contributor, Standing::Partner],
];

/// The line of joining dates. The exact day stands on the card of each, and in the name of its link here.
pub fn drawing(data: &Dataset, lang: Lang) -> Node {
    let words = lang.drawn();
    let panels = panels(data, lang);
    tree::figure(("joined", words.joined_name), &panels, words.joined, Vec::new())
}

/// Its two panels.
pub fn panels(data: &Dataset, lang: Lang) -> Vec<Panel> {
    let words = lang.drawn();
    let span = span(data);
    let names = [words.signed, words.apart];
    PANELS.iter().zip(names).map(|(standings, name)| panel(data, lang, span, standings, name)).collect()
}

/// How a participant stands, and by which claim.
fn standing(data: &Dataset, item: &Item) -> Option<(Standing, When, Confidence)> {
    let day = AsOf::new(data, None);
    let now = item.standing(day)?;
    let says = |claim: &&Claim| claim.content == Content::Standing(now);
    let claim = item.claims.iter().filter(says).find(|claim| claim.since.is_some())?;
    Some((now, claim.since?, claim.confidence))
}

/// From the start of the first year in which somebody joined to the end of the year of the cut-off.
fn span(data: &Dataset) -> (Day, Day) {
    let drawn = data.participants.iter().filter_map(|item| standing(data, item));
    let of = drawn.filter(|(standing, ..)| PANELS.iter().any(|panel| panel.contains(standing)));
    let first = of.map(|(_, since, _)| since.year()).min().unwrap_or(civil(data.as_of).0);
    (days(first, 1, 1), days(civil(data.as_of).0 + 1, 1, 1))
}

fn across(day: Day, (from, to): (Day, Day)) -> i32 {
    let part = i64::from(day.clamp(from, to) - from) * i64::from(WIDE);
    (part / i64::from((to - from).max(1))) as i32
}

fn panel(data: &Dataset, lang: Lang, span: (Day, Day), standings: &[Standing], name: &str) -> Panel {
    let mut rows = Vec::new();
    let mut y = 120;
    for standing in standings {
        let of = joined(data, *standing);
        if of.is_empty() {
            continue;
        }
        y += ROW + 60;
        let head = (lang.text().standings)(*standing).replacen(": ", "\n", 1);
        rows.push(Part::note("head", (0, y), &head));
        y += if head.contains('\n') { 150 } else { 0 };
        for (item, since, sure) in of {
            y += ROW;
            rows.push(row(lang, span, y, (item, since, sure)));
        }
    }
    let mut parts = years(span, y + 120);
    parts.extend(rows);
    let view = format!("-80 -120 {} {}", WIDE + 160, y + 320);
    Panel { name: name.to_string(), view, rule: LINK, parts, ..Panel::default() }
}

/// Those of a standing, by the day from which they have it.
fn joined(data: &Dataset, standing: Standing) -> Vec<(&Item, When, Confidence)> {
    let of = data.participants.iter().filter_map(|item| {
        let (now, since, sure) = self::standing(data, item)?;
        (now == standing).then_some((item, since, sure))
    });
    let mut all: Vec<_> = of.collect();
    all.sort_by_key(|(_, since, _)| (since.middle(), since.latest()));
    all
}

/// A line at the start of each year.
fn years((from, to): (Day, Day), bottom: i32) -> Vec<Part> {
    let one = |year: i32| {
        let x = across(days(year, 1, 1), (from, to));
        let d = format!("M{x} 60V{bottom}");
        let at = (x + 30, 30);
        Part { class: "year".to_string(), d, at, words: year.to_string(), ..Part::default() }
    };
    (civil(from).0..civil(to).0).map(one).collect()
}

fn row(lang: Lang, span: (Day, Day), y: i32, (item, since, sure): (&Item, When, Confidence)) -> Part {
    let words = lang.drawn();
    let mut part = Part::of(item);
    let x = across(since.middle(), span);
    let end = x > WIDE / 2;
    let (mut near, mut class) = (MARK, String::from(if end { "end" } else { "" }));
    part.d = format!("M{} {}h{2}v{2}h-{2}z", x - MARK, y - MARK, 2 * MARK);
    if item.group == crate::model::item::Group::State {
        part.d = circle((x, y), MARK);
    }
    if weak(sure) {
        class.push_str(" weak");
    }
    let both = both(item);
    if let Some(claim) = both {
        near += 55;
        part.lead = circle((x, y), near);
        class.push_str(if weak(claim.confidence) { " both perhaps" } else { " both" });
    }
    // A month or a year is drawn as long as it is.
    let (start, last) = (across(since.earliest(), span), across(since.latest(), span));
    if last - start > 2 * MARK {
        part.d.push_str(&format!("M{start} {y}H{last}"));
        near = near.max((last - start) / 2);
    }
    part.words = item.name.to_string();
    part.at = (if end { x - near - 50 } else { x + near + 50 }, y + 45);
    // A name too long for its side stands on the other, where there is more room.
    let [left, _, right, _] = field(part.at, end, &part.words);
    if left < -80 || right > WIDE + 80 {
        part.words = short(&part.words, if end { part.at.0 } else { WIDE - part.at.0 });
    }
    part.class = class;
    let camp = both.map_or(String::new(), |claim| {
        let words = if weak(claim.confidence) { words.both_perhaps } else { words.both };
        words.to_string()
    });
    part.cells = vec![(words.since)(&since), (words.sure)(sure), paper(item), camp];
    part
}

/// The claim by which it signed the Artemis Accords too. Claims that somebody did not sign them have no day.
pub fn both(item: &Item) -> Option<&Claim> {
    item.claims.iter().find(|claim| claim.field == Field::Camp && claim.since.is_some())
}

/// Its first paper, if it has one.
fn paper(item: &Item) -> String {
    let papers = item.claims.iter().filter(|claim| claim.field == Field::Paper);
    let mut texts = papers.filter_map(|claim| match &claim.content {
        Content::Text(text) => Some(text.trim_end_matches('.').to_string()),
        _ => None,
    });
    texts.next().unwrap_or_default()
}

fn weak(confidence: Confidence) -> bool {
    matches!(confidence, Confidence::Low | Confidence::Unconfirmed)
}

fn circle((x, y): (i32, i32), radius: i32) -> String {
    format!(
        "M{} {y}a{radius} {radius} 0 1 0 {} 0a{radius} {radius} 0 1 0-{} 0z",
        x - radius,
        2 * radius,
        2 * radius
    )
}

/// As many words of a name as find room, and a sign that there are more: the whole name is the link's and the table's.
fn short(name: &str, room: i32) -> String {
    let most = (room / super::label::LETTER).max(4) as usize;
    let mut out = String::new();
    for word in name.split(' ') {
        if out.chars().count() + word.chars().count() + 2 > most {
            break;
        }
        out.push_str(if out.is_empty() { "" } else { " " });
        out.push_str(word);
    }
    out + " …"
}
