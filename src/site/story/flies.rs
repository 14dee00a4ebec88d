//! What flies: the plan’s missions on the Moon, and every flight since the first of them in a lane of its programme.

use super::axis::{WIDE, percent};
use super::prose::{Part, Sentence, fitting, quoted};
use super::{Axis, Chapter, Teller};
use crate::model::asof::{self, AsOf, Status};
use crate::model::claim::{Content, Field, Outcome};
use crate::model::dataset::Dataset;
use crate::model::event::Kind;
use crate::model::item::{Group, Item, Ref, Type};
use crate::model::milestone::Milestone;
use crate::model::when::{Day, When, days};
use crate::site::lettering::width;
use crate::site::moon;
use crate::text::Lang;
use crate::view::icon;
use yew::prelude::*;

pub fn chapter(teller: &Teller) -> Chapter {
    let phase = treaty(&teller.data).next();
    let progress = phase.into_iter().flat_map(|phase| phase.known(Field::Progress, teller.day()));
    let said = [flown(teller), phase.and_then(|phase| span(teller, phase))];
    let moon = moon::figure(&teller.record, &teller.data, teller.lang, teller.pages);
    let lanes = lanes(&teller.data, teller.day(), teller.lang);
    let picture = html! {
        <>
            if let Some(moon) = &moon {
                { Html::from_html_unchecked(moon.to_string().into()) }
            }
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
    let words = (teller.words().flown)(treaty(&teller.data).count(), all, flown);
    (all > 0).then(|| vec![Part::counted(words, "missions")])
}

/// The years for which a phase was set.
fn span(teller: &Teller, phase: &Item) -> Option<Sentence> {
    let claim = phase.known(Field::Span, teller.day()).next()?;
    let Content::Date(span) = &claim.content else { return None };
    Some(vec![Part::said((teller.words().first_phase)(span), &claim.sources, claim.confidence)])
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
        let Some((kind, when)) = launched(mission, day).or_else(|| awaited(data, mission.at, day)) else {
            continue;
        };
        if when.latest() < since {
            continue;
        }
        let stand = if mission.flown(day) { Stand::Flown } else { Stand::Promised };
        put(name, Flight { label: label.to_string(), name: mission.name.to_string(), kind, stand, when });
    }
    for at in data.places(Type::Milestone) {
        let milestone = data.milestone(at);
        let (about, when) = (missions(milestone), milestone.dates(day).last().copied());
        let Some(when) = when.filter(|_| asof::actual(data, milestone, day).is_none()) else { continue };
        if milestone.kind == Kind::Launch && about.len() > 1 {
            let names: Vec<(&str, &str)> = about.iter().map(|at| programme(data.label(*at))).collect();
            let label = (lang.story().several)(names[0].1, names[names.len() - 1].1);
            let name = milestone.label.to_string();
            put(names[0].0, Flight { label, name, kind: Kind::Launch, stand: Stand::Named, when });
        } else if milestone.kind == Kind::Landing {
            let group = about.first().and_then(|at| data.item(*at)).map(|mission| mission.group);
            let label = group.map_or(String::new(), |group| (lang.story().whose)(group).to_string());
            let (name, stand) = (milestone.label.to_string(), Stand::Promised);
            put(lang.story().crews, Flight { label, name, kind: Kind::Landing, stand, when });
        }
    }
    lanes.iter_mut().for_each(|lane| lane.flights.sort_by_key(|flight| flight.when.middle()));
    lanes
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

/// When a mission left, and whether it was lost.
fn launched(mission: &Item, day: AsOf) -> Option<(Kind, When)> {
    let lost =
        mission.known(Field::Outcome, day).any(|claim| claim.content == Content::Outcome(Outcome::Failure));
    let launch = mission.date(Field::Launch).filter(|launch| day.knows(launch))?;
    Some((if lost { Kind::Loss } else { Kind::Launch }, launch))
}

/// When a mission is to leave, by a date that is its own.
fn awaited(data: &Dataset, mission: Ref, day: AsOf) -> Option<(Kind, When)> {
    let of_it = |at: &&Ref| {
        at.kind == Type::Milestone
            && data.milestone(**at).kind == Kind::Launch
            && missions(data.milestone(**at)) == [mission]
    };
    let milestone = data.linked(mission).iter().find(of_it).map(|at| data.milestone(*at))?;
    milestone.dates(day).last().map(|when| (Kind::Launch, *when))
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
                    <span>{ icon::of_kind(kind, status) }{ " " }{ words }</span>
                }
            </p>
        </>
    }
}

/// The years of the treaty’s phases, above the lanes.
fn phases(teller: &Teller, axis: &Axis) -> Html {
    let span = |phase: &Item| phase.date(Field::Span).map(|span| (phase.name.clone(), span));
    let spans: Vec<_> =
        treaty(&teller.data).filter_map(span).filter(|(_, span)| span.earliest() != Day::MIN).collect();
    html! {
        if !spans.is_empty() {
            <li aria-hidden="true">
                <svg height="1.5em">
                    for (name, span) in spans {
                        { phase(axis, &name, &span) }
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
            <line class="now" x1={percent(from)} x2={percent(to)} y1="1.35em" y2="1.35em"/>
            if fits < (WIDE - from) as f64 {
                <text class="tick" x={percent(from)} y="1em">{ name.to_string() }</text>
            } else {
                <text class="tick end" x={percent(WIDE)} y="1em">{ name.to_string() }</text>
            }
        </>
    }
}

/// Where the label of a mark stands, in em below the upper edge of its lane.
const ABOVE: &str = ".85em";
/// See [`ABOVE`].
const BELOW: &str = "2.85em";

fn strip(teller: &Teller, axis: &Axis, lane: &Lane) -> Html {
    let now = axis.x(teller.data.as_of);
    let places = places(axis, &lane.flights);
    html! {
        <svg height="3em" role="img" aria-label={said(teller, lane)}>
            for (year, _) in axis.years(5) {
                <line x1={axis.x(days(year, 7, 2))} x2={axis.x(days(year, 7, 2))} y2="100%"/>
            }
            <line class="now" x1={now.clone()} x2={now} y2="100%"/>
            for flight in lane.flights.iter() {
                { range(axis, flight) }
            }
            for (flight, place) in lane.flights.iter().zip(places) {
                { mark(axis, flight, place) }
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

fn mark(axis: &Axis, flight: &Flight, place: Option<&'static str>) -> Html {
    let x = axis.x(flight.when.middle());
    let class = match flight.stand {
        Stand::Flown => None,
        Stand::Promised => Some("promised"),
        Stand::Named => Some("promised named"),
    };
    html! {
        <>
            <g {class}>{ icon::centred(flight.kind, x.clone(), "1.7em".to_string()) }</g>
            if let Some(y) = place.filter(|_| !flight.label.is_empty()) {
                <text class="mid" {x} {y}>{ flight.label.clone() }</text>
            }
        </>
    }
}

/// Above its mark, or below it where a label stands too near; nowhere where there is one on both sides.
fn places(axis: &Axis, flights: &[Flight]) -> Vec<Option<&'static str>> {
    let mut free = [(ABOVE, i64::MIN), (BELOW, i64::MIN)];
    let mut place = |flight: &Flight| {
        let half = (width(&flight.label, 0.8, false) / NARROW * WIDE as f64 / 2.0) as i64;
        let x = axis.place(flight.when.middle());
        let (y, taken) = free.iter_mut().find(|(_, taken)| *taken <= x - half)?;
        *taken = x + half;
        Some(*y)
    };
    flights.iter().map(&mut place).collect()
}

/// What a lane shows, in words.
fn said(teller: &Teller, lane: &Lane) -> String {
    let flight = |flight: &Flight| {
        let kind = teller.words().stands[match (flight.stand, flight.kind) {
            (Stand::Flown, Kind::Loss) => 4,
            (Stand::Flown, _) => 0,
            (_, Kind::Landing) => 3,
            (Stand::Promised, _) => 1,
            (Stand::Named, _) => 2,
        }];
        format!("{}, {kind}, {}", flight.name, (teller.text().when)(&flight.when))
    };
    format!("{}: {}", lane.name, lane.flights.iter().map(flight).collect::<Vec<_>>().join("; "))
}
