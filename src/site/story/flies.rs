//! What flies: the plan’s missions on the Moon, and every flight since the first of them in a lane of its programme.

use super::axis::{WIDE, percent};
use super::prose::{Part, Sentence, fitting, quoted};
use super::{Axis, Chapter, Teller};
use crate::model::asof::AsOf;
use crate::model::claim::{Content, Field, Outcome};
use crate::model::dataset::Dataset;
use crate::model::entry::{self, Status};
use crate::model::event::Kind;
use crate::model::id::{Ref, Type};
use crate::model::item::{Group, Item};
use crate::model::milestone::Milestone;
use crate::model::when::{Day, When, days};
use crate::site::known_since;
use crate::site::lettering::width;
use crate::text::Lang;
use crate::view::icon;
use yew::prelude::*;

pub fn chapter(teller: &Teller) -> Chapter {
    let phase = treaty(&teller.data).next();
    let progress = phase.into_iter().flat_map(|phase| phase.known(Field::Progress, teller.day()));
    let said = [flown(teller), phase.and_then(|phase| span(teller, phase))];
    let moon = teller.made.place("moon");
    let lanes = lanes(&teller.data, teller.day(), teller.lang);
    let picture = html! {
        <>
            { moon.clone() }
            if !lanes.is_empty() {
                <h4>{ teller.words().lanes }</h4>
                { drawing(teller, &lanes) }
            }
        </>
    };
    Chapter {
        name: "flies",
        heading: teller.words().flies,
        sentences: fitting(said.into_iter().flatten().chain(progress.filter_map(quoted))),
        more: None,
        picture: (moon.is_some() || !lanes.is_empty()).then_some(picture),
    }
}

/// The phases of the treaty.
fn treaty(data: &Dataset) -> impl Iterator<Item = &Item> {
    data.phases.iter().filter(|phase| phase.group == Group::Treaty)
}

/// The missions of the treaty’s phases.
fn planned(data: &Dataset) -> impl Iterator<Item = &Item> {
    let of_phase = |at: &Ref| data.item(*at).is_some_and(|item| item.group == Group::Treaty);
    data.missions.iter().filter(move |mission| mission.about.iter().any(of_phase))
}

/// How many of the plan’s missions have flown.
fn flown(teller: &Teller) -> Option<Sentence> {
    let (all, flown) =
        (planned(&teller.data).count(), planned(&teller.data).filter(|one| one.flown(teller.day())).count());
    let words = teller.words().flown(treaty(&teller.data).count(), all, flown);
    (all > 0).then(|| vec![Part::counted(words, "missions")])
}

/// The years for which a phase was set.
fn span(teller: &Teller, phase: &Item) -> Option<Sentence> {
    let claim = phase.known(Field::Span, teller.day()).next()?;
    let Content::Date(span) = &claim.content else { return None };
    Some(vec![Part::said(teller.words().first_phase(span), &claim.sources, claim.confidence)])
}

/// A lane: a programme and its flights, by date.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub name: String,
    pub flights: Vec<Flight>,
}

/// A flight, flown or to come.
#[derive(Clone, Debug, PartialEq)]
pub struct Flight {
    /// What tells it from the others of its lane; empty if nothing does.
    pub label: String,
    /// What it is called in full.
    pub name: String,
    pub kind: Kind,
    pub stand: Stand,
    pub when: When,
    /// What says so is weak.
    pub weak: bool,
    /// The day from which on it has stood so.
    pub since: Day,
}

/// How a flight stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It has flown.
    Flown,
    /// It is promised for a date of its own.
    Promised,
    /// It shares its date with others: none has one of its own.
    Named,
}

/// The programme of a mission and what follows it in the name: a number, in digits or Roman letters.
pub fn programme(name: &str) -> (&str, &str) {
    let numbered = |rest: &str| {
        let first = rest.split([' ', '-']).next().unwrap_or_default();
        first.starts_with(|sign: char| sign.is_ascii_digit())
            || (!first.is_empty() && first.bytes().all(|sign| b"IVX".contains(&sign)))
    };
    let places = name.char_indices().filter(|(_, sign)| [' ', '-'].contains(sign)).map(|(place, _)| place);
    let split = places.map(|place| (&name[..place], &name[place + 1..])).find(|(_, rest)| numbered(rest));
    split.unwrap_or((name, ""))
}

/// The lanes: every flight from the year on in which the first mission of the plan flew, and the first landings of crews.
pub fn lanes(data: &Dataset, day: AsOf, lang: Lang) -> Vec<Lane> {
    let since = since(data, day);
    let mut lanes: Vec<Lane> = Vec::new();
    let mut put = |name: &str, flight: Flight| match lanes.iter_mut().find(|lane| lane.name == name) {
        Some(lane) => lane.flights.push(flight),
        None => lanes.push(Lane { name: name.to_string(), flights: vec![flight] }),
    };
    for mission in &data.missions {
        let (name, label) = programme(&mission.name);
        let stands = |day| launched(mission, day).or_else(|| awaited(data, mission, day));
        let flight = dated(data, day, stands);
        if let Some(flight) = flight.filter(|flight| flight.when.latest() >= since) {
            put(name, Flight { label: label.to_string(), name: mission.name.to_string(), ..flight });
        }
    }
    for milestone in &data.milestones {
        let about = missions(milestone);
        let (Some(flight), Some(first)) = (
            dated(data, day, |day| promised(data, milestone, day)),
            about.first().and_then(|at| data.item(*at)),
        ) else {
            continue;
        };
        if milestone.kind == Kind::Launch && about.len() > 1 {
            let last = about.last().map_or("", |at| data.label(*at));
            let ((name, first), (_, last)) = (programme(&first.name), programme(last));
            let label = lang.story().several(first, last);
            put(name, Flight { label, stand: Stand::Named, ..flight });
        } else if milestone.kind == Kind::Landing {
            put(lang.story().crews, Flight { label: lang.story().whose(first.group).to_string(), ..flight });
        }
    }
    lanes.iter_mut().for_each(|lane| lane.flights.sort_by_key(|flight| flight.when.middle()));
    lanes
}

/// A flight as it stands on a day, with the day from which on it has stood so.
fn dated(data: &Dataset, day: AsOf, stands: impl Fn(AsOf) -> Option<Flight>) -> Option<Flight> {
    let flight = stands(day)?;
    let since = known_since::stood(data, |day| stands(day).as_ref() == Some(&flight));
    Some(Flight { since, ..flight })
}

/// The first day of the year in which the first mission of the plan flew, or any.
fn since(data: &Dataset, day: AsOf) -> Day {
    let first = |missions: &mut dyn Iterator<Item = &Item>| {
        let flown = missions.filter(|mission| mission.flown(day));
        flown.filter_map(|mission| mission.date(Field::Launch)).map(|launch| launch.year()).min()
    };
    let year = first(&mut planned(data)).or_else(|| first(&mut data.missions.iter()));
    year.map_or(Day::MIN, |year| days(year, 1, 1))
}

/// The flight of a mission that has left.
fn launched(mission: &Item, day: AsOf) -> Option<Flight> {
    let lost =
        mission.known(Field::Outcome, day).any(|claim| claim.content == Content::Outcome(Outcome::Failure));
    let when = mission.date(Field::Launch).filter(|launch| day.includes(launch))?;
    let kind = if lost { Kind::Loss } else { Kind::Launch };
    Some(Flight {
        label: String::new(),
        name: String::new(),
        kind,
        stand: Stand::Flown,
        when,
        weak: false,
        since: Day::MIN,
    })
}

/// That of one that is to leave on a date of its own. One that is to land a crew stands with the crews.
fn awaited(data: &Dataset, mission: &Item, day: AsOf) -> Option<Flight> {
    let linked = data.linked(mission.at).iter().filter(|at| at.kind == Type::Milestone);
    let own: Vec<&Milestone> = linked
        .map(|at| data.milestone(*at))
        .filter(|milestone| missions(milestone) == [mission.at])
        .collect();
    if own.iter().any(|milestone| milestone.kind == Kind::Landing) {
        return None;
    }
    own.into_iter()
        .filter(|milestone| milestone.kind == Kind::Launch)
        .find_map(|one| promised(data, one, day))
}

/// What is promised and has not come.
fn promised(data: &Dataset, milestone: &Milestone, day: AsOf) -> Option<Flight> {
    let promise = milestone.given(day).filter(|_| entry::actual(data, milestone, day).is_none())?;
    Some(Flight {
        label: String::new(),
        name: milestone.label.to_string(),
        kind: milestone.kind,
        stand: Stand::Promised,
        when: promise.promised?,
        weak: !promise.is_solid(),
        since: Day::MIN,
    })
}

fn missions(milestone: &Milestone) -> Vec<Ref> {
    milestone.about.iter().filter(|at| at.kind == Type::Mission).copied().collect()
}

/// How wide a lane is at least, in em.
const NARROW: f64 = 15.0;

fn drawing(teller: &Teller, lanes: &[Lane]) -> Html {
    let flights = || lanes.iter().flat_map(|lane| &lane.flights);
    let from = flights().map(|flight| flight.when.known_start()).min().unwrap_or(teller.data.as_of);
    let to = flights().map(|flight| flight.when.known_end()).max().unwrap_or(0).max(teller.data.as_of);
    let axis = Axis { from: from.min(teller.data.as_of) - 365, to: to + 540 };
    let words = teller.words();
    html! {
        <>
            <ol class="lanes">
                { phases(teller, &axis) }
                for lane in lanes {
                    <li><b>{ lane.name.clone() }</b>{ strip(teller, &axis, lane) }</li>
                }
                <li aria-hidden="true">
                    <svg height="1.2em">
                        for (year, _) in axis.years(5) {
                            <text class="tick mid" x={axis.x(days(year, 7, 2))} y="1em">{ year }</text>
                        }
                    </svg>
                </li>
            </ol>
            <p class="caption">
                for (words, kind, status) in [
                    (words.stands[0], Kind::Launch, Status::Happened),
                    (words.stands[1], Kind::Launch, Status::Planned),
                    (words.stands[2], Kind::Launch, Status::Cancelled),
                    (words.stands[3], Kind::Landing, Status::Planned),
                    (words.stands[4], Kind::Loss, Status::Happened),
                ] {
                    <span class="mark" data-kind={kind.word()} data-status={status.word()}>{ " " }{ words }</span>
                }
            </p>
        </>
    }
}

/// The years of the treaty’s phases, above the lanes.
fn phases(teller: &Teller, axis: &Axis) -> Html {
    let known =
        |phase: &Item, day| teller.data.exists(phase, day) && phase.known(Field::Span, day).next().is_some();
    let since = |phase: &Item| known_since::stood(&teller.data, |day| known(phase, day));
    let spans: Vec<_> = treaty(&teller.data)
        .filter_map(|phase| Some((phase, phase.date(Field::Span)?)))
        .filter(|(_, span)| span.earliest() != Day::MIN)
        .collect();
    html! {
        if !spans.is_empty() {
            <li aria-hidden="true">
                <svg height="1.5em">
                    for (of, span) in spans {
                        <g data-known={known_since::attribute(since(of))}>{ phase(axis, &of.name, &span) }</g>
                    }
                </svg>
            </li>
        }
    }
}

fn phase(axis: &Axis, name: &str, span: &When) -> Html {
    let (from, to) = axis.span(span, axis.to - axis.from);
    let name = name.split(':').next().unwrap_or_default();
    let fits = width(name, 0.75, false) / NARROW * WIDE as f64;
    html! {
        <>
            <line x1={percent(from)} x2={percent(from)} y1=".2em" y2="1.5em"/>
            <line class="now" x1={percent(from)} x2={percent(to)} y1="1.35em" y2="1.35em"/>
            if fits < (WIDE - from) as f64 {
                <text class="tick" x={percent(from)} dx=".3em" y="1em">{ name.to_string() }</text>
            } else {
                <text class="tick end" x={percent(WIDE)} y="1em">{ name.to_string() }</text>
            }
        </>
    }
}

/// Where the label of a mark stands, in em below the upper edge of its lane.
const ABOVE: &str = ".85em";
/// See [`ABOVE`].
const BELOW: &str = "3.25em";

fn strip(teller: &Teller, axis: &Axis, lane: &Lane) -> Html {
    let now = axis.x(teller.data.as_of);
    let places = places(axis, &lane.flights);
    html! {
        <svg height="3em">
            for (year, _) in axis.years(5) {
                <line x1={axis.x(days(year, 7, 2))} x2={axis.x(days(year, 7, 2))} y2="100%"/>
            }
            <line class="now" x1={now.clone()} x2={now} y2="100%"/>
            for (flight, place) in lane.flights.iter().zip(places) {
                <g
                    class={look(flight)}
                    role="img"
                    aria-label={said(teller, flight)}
                    data-known={known_since::attribute(flight.since)}
                >
                    { range(axis, flight) }
                    { mark(axis, flight, place) }
                </g>
            }
        </svg>
    }
}

/// The days that a date covers, where they are many.
fn range(axis: &Axis, flight: &Flight) -> Html {
    let (from, to) = axis.span(&flight.when, 584);
    html! {
        if flight.stand != Stand::Flown && flight.when.latest() - flight.when.earliest().max(0) > 366 {
            <rect x={percent(from)} width={percent(to - from)} y="1.55em" height=".3em"/>
        }
    }
}

fn look(flight: &Flight) -> Option<&'static str> {
    match flight.stand {
        Stand::Flown => None,
        Stand::Promised if !flight.weak => Some("promised"),
        Stand::Promised | Stand::Named => Some("promised named"),
    }
}

fn mark(axis: &Axis, flight: &Flight, place: Option<&'static str>) -> Html {
    let x = axis.x(flight.when.middle());
    html! {
        <>
            { icon::centred(flight.kind, x.clone(), "1.7em".to_string()) }
            if let Some(y) = place.filter(|_| !flight.label.is_empty()) {
                <text class="mid" {x} {y}>{ flight.label.clone() }{ if flight.weak { " ?" } else { "" } }</text>
            }
        </>
    }
}

/// Above its mark, or below it where a label stands too near; nowhere where there is one on both sides.
fn places(axis: &Axis, flights: &[Flight]) -> Vec<Option<&'static str>> {
    let mut free = [(ABOVE, i64::MIN), (BELOW, i64::MIN)];
    let mut place = |flight: &Flight| {
        let half = ((width(&flight.label, 0.8, false) + if flight.weak { 0.9 } else { 0.0 }) / NARROW
            * WIDE as f64
            / 2.0) as i64;
        let x = axis.place(flight.when.middle());
        let (y, taken) = free.iter_mut().find(|(_, taken)| *taken <= x - half)?;
        *taken = x + half;
        Some(*y)
    };
    flights.iter().map(&mut place).collect()
}

/// A flight in words.
fn said(teller: &Teller, flight: &Flight) -> String {
    let kind = teller.words().stands[match (flight.stand, flight.kind) {
        (Stand::Flown, Kind::Loss) => 4,
        (Stand::Flown, _) => 0,
        (_, Kind::Landing) => 3,
        (Stand::Promised, _) => 1,
        (Stand::Named, _) => 2,
    }];
    let when = teller.text().when(&flight.when);
    let weak = flight.weak.then_some(teller.lang.picture_text().maps_weak);
    let said: Vec<&str> = [&*flight.name, kind, &*when].into_iter().chain(weak).collect();
    said.join(teller.text().joints().pause)
}
