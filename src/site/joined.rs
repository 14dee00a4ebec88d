//! Who is in, by the day from which each stands as it does: a step a row, states round and organisations square. Places
//! across are shares of the width, so that the picture fits any room and its words keep their size.

use super::item::folder;
use super::known_since::{self, Known};
use super::lettering::width;
use super::svg::Element;
use crate::model::asof::AsOf;
use crate::model::claim::{Claim, Content, Field, Standing};
use crate::model::dataset::Dataset;
use crate::model::item::{Group, Item};
use crate::model::when::{Day, When, civil, days};
use crate::text::Lang;

/// Height of a row in tenths of an em: links in two rows are apart as far as a finger needs.
const ROW: i32 = 19;
/// Room before the first year, in days.
const BEFORE: Day = 130;
/// The width for which names are cut, in em: that of a narrow phone.
const NARROW: f64 = 20.5;
/// From the middle of a mark to its name, in em.
const GAP: f64 = 1.1;

/// Those who are in by a paper with the founders, or are said to be.
const SHOWN: [Standing; 4] = [Standing::Founder, Standing::Member, Standing::Applicant, Standing::Disputed];

/// A row.
struct Step<'a> {
    item: &'a Item,
    standing: Standing,
    since: When,
    weak: bool,
    /// The claim by which it signed the Artemis Accords too.
    both: Option<&'a Claim>,
}

/// The picture as a figure; `base` leads to the root of the site. Nothing, if the record is not about the station or
/// nobody is in.
pub fn figure(data: &Dataset, lang: Lang, base: &str) -> Option<Element> {
    let steps = steps(data);
    let axis = Axis::new(data, steps.first().filter(|_| data.ours())?.since);
    let high = ROW * steps.len() as i32;
    let rows =
        steps.iter().zip(0..).map(|(step, row)| link(data, lang, base, &axis, step, ROW * row + ROW / 2));
    let svg = Element::new("svg")
        .with("height", em(high + ROW))
        .with("role", "group")
        .with("aria-label", lang.picture_text().joined_name)
        .holding_all(years(&axis, high))
        .holding_all(rows);
    let caption = Element::new("figcaption")
        .holding(lang.picture_text().joined)
        .holding(known_since::caption(data, lang));
    let figure =
        Element::new("figure").with("class", "joined").with("aria-label", lang.picture_text().joined_name);
    Some(figure.holding(svg).holding(caption))
}

/// The rows, the oldest first.
fn steps(data: &Dataset) -> Vec<Step<'_>> {
    let day = data.day(None);
    let mut all: Vec<Step> = data.participants.iter().filter_map(|item| step(item, day)).collect();
    all.sort_by_key(|step| (step.since.middle(), step.since.latest(), &step.item.name));
    all
}

/// How a participant stood on a day, if that is shown.
fn step(item: &Item, day: AsOf) -> Option<Step<'_>> {
    let standing = item.standing(day).filter(|standing| SHOWN.contains(standing))?;
    let says = |claim: &&Claim| claim.content == Content::Standing(standing) && claim.since.is_some();
    let claim = item.known(Field::Standing, day).find(says)?;
    let both = both(item).filter(|claim| claim.known(day));
    Some(Step { item, standing, since: claim.since?, weak: claim.confidence.is_weak(), both })
}

/// The claim by which it signed the Artemis Accords too. Claims that somebody did not sign them have no day.
pub fn both(item: &Item) -> Option<&Claim> {
    item.claims.iter().find(|claim| claim.field == Field::Camp && claim.since.is_some())
}

/// The days, from before the first year to the cut-off.
struct Axis {
    from: Day,
    to: Day,
}

impl Axis {
    fn new(data: &Dataset, first: When) -> Axis {
        Axis { from: days(first.year(), 1, 1) - BEFORE, to: data.as_of }
    }

    /// The years that begin on it.
    fn years(&self) -> std::ops::RangeInclusive<i32> {
        civil(self.from).0 + 1..=civil(self.to).0
    }

    /// Where a day stands, as a share of the width.
    fn share(&self, day: Day) -> f64 {
        f64::from(day - self.from) / f64::from((self.to - self.from).max(1))
    }

    fn at(&self, day: Day) -> String {
        format!("{:.2}%", 100.0 * self.share(day))
    }
}

/// A line at the start of each year, and its number below.
fn years(axis: &Axis, high: i32) -> Vec<Element> {
    let year = |year: i32| {
        let at = axis.at(days(year, 1, 1));
        let line = Element::new("line").with("x1", &at).with("x2", &at).with("y1", 0).with("y2", em(high));
        let number = Element::new("text").with("x", &at).with("y", em(high + 13));
        [line, number.holding(&*year.to_string())]
    };
    axis.years().flat_map(year).collect()
}

/// A row as a link to the page of the participant.
fn link(data: &Dataset, lang: Lang, base: &str, axis: &Axis, step: &Step, y: i32) -> Element {
    let at = axis.at(step.since.middle());
    let same = |day: AsOf| self::step(step.item, day).is_some_and(|then| then.stands_like(step));
    let all = |day: AsOf| same(day) && self::step(step.item, day).is_some_and(|then| then.both == step.both);
    let link = Element::new("a")
        .with("class", step.class())
        .with("href", format!("{base}{}", folder(data, step.item.at)))
        .with("aria-label", said(lang, step));
    let link = Known::new(data, step.item, same, all).on(link, step.item);
    let bar = Element::new("line").with("x1", &at).with("x2", "100%").with("y1", em(y)).with("y2", em(y));
    let link = link.holding_all(step.is_in().then_some(bar));
    let ring = step.both.map(|claim| {
        let class = if claim.confidence.is_weak() { "ring perhaps" } else { "ring" };
        Element::new("circle").with("class", class).with("cx", &at).with("cy", em(y)).with("r", ".75em")
    });
    link.holding_all(ring).holding(mark(step, &at, y)).holding(name(axis, step, &at, y))
}

/// Round for a state, square for an organisation.
fn mark(step: &Step, at: &str, y: i32) -> Element {
    if step.item.group == Group::State {
        return Element::new("circle").with("cx", at).with("cy", em(y)).with("r", ".4em");
    }
    // The style sheet moves it to the left by half its width.
    Element::new("rect").with("x", at).with("y", em(y - 4)).with("width", ".8em").with("height", ".8em")
}

/// A name left of its mark, or right of it where the left has no room.
fn name(axis: &Axis, step: &Step, at: &str, y: i32) -> Element {
    let share = axis.share(step.since.middle());
    let [left, right] = [share, 1.0 - share].map(|share| share * NARROW - GAP);
    let text = Element::new("text").with("x", at).with("y", em(y)).with("dy", ".35em");
    match width(&step.item.name, 1.0, true) <= left {
        true => text.with("dx", format!("-{GAP}em")).holding(&*step.item.name),
        false => {
            let text = text.with("class", "right").with("dx", format!("{GAP}em"));
            text.holding(&*short(&step.item.name, right))
        }
    }
}

/// A length in tenths of an em.
fn em(tenths: i32) -> String {
    format!("{}em", f64::from(tenths) / 10.0)
}

impl Step<'_> {
    /// Whether it is in, and nobody says otherwise.
    fn is_in(&self) -> bool {
        matches!(self.standing, Standing::Founder | Standing::Member)
    }

    fn stands_like(&self, other: &Step) -> bool {
        (self.standing, self.since, self.weak) == (other.standing, other.since, other.weak)
    }

    fn class(&self) -> &'static str {
        match (self.is_in(), self.weak) {
            (true, false) => "in",
            (true, true) => "in weak",
            (false, false) => "open",
            (false, true) => "open weak",
        }
    }
}

/// What is heard of a row: first what is seen of it.
fn said(lang: Lang, step: &Step) -> String {
    let (words, text) = (lang.picture_text(), lang.text());
    let standing = words.joined_stands(step.standing);
    let camp =
        step.both.map(|claim| if claim.confidence.is_weak() { words.both_perhaps } else { words.both });
    let weak = if step.weak { words.maps_weak } else { "" };
    let all = [&*step.item.name, &text.when(&step.since), standing, weak, camp.unwrap_or_default()];
    all.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(text.joints().pause)
}

/// As many words of a name as find so much room, in em, and a sign that there are more: the whole name is the link's.
fn short(name: &str, room: f64) -> String {
    if width(name, 1.0, true) <= room {
        return name.to_string();
    }
    let mut out = String::new();
    for word in name.split(' ') {
        let longer = format!("{out} {word}").trim_start().to_string();
        if !out.is_empty() && width(&format!("{longer} …"), 1.0, true) > room {
            break;
        }
        out = longer;
    }
    out + " …"
}
