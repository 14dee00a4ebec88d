//! English.

use super::Text;
use super::en_compare::COMPARE;
use super::en_grammar::{apart, in_era, list, long, span, typed, when};
use super::en_quick_links::quick_links;
use super::en_slip::SLIP;
use super::en_step::STEP;
use super::en_take::TAKE;
use super::en_words::{facet, kind_of, mode, theme, view};
use crate::model::claim::{Confidence, Field, Outcome, Standing};
use crate::model::entry::Status;
use crate::model::event::Kind;
use crate::model::id::Type;
use crate::model::item::Group;
use crate::model::milestone::Shift;
use crate::model::source::Reading;
use crate::model::when::{End, Part, When};

pub(super) const TEXT: Text = Text {
    title: "The International Lunar Research Station: what was promised, and what moved",
    headline: "A station on the Moon, date by date",
    checked: |day, age| {
        let age = age.map(|days| format!(", about {} ago", long(days))).unwrap_or_default();
        format!("The record was last checked on {}{age}.", when(day))
    },
    holdings: |claims, sources, conflicts| {
        format!("It holds {claims} claims, {sources} sources and {conflicts} disagreements.")
    },
    contents: "On this page",
    story: "The story",
    plan: "The station plan",
    plan_sub: "This is what is to be built, agreed and decided, part by part and phase by phase. None of it stands yet.",
    missions: "Missions",
    missions_sub: "These are the flights, from the first to those still promised. A filled mark has flown, an outlined one is \
                   promised.",
    quick_links,
    participants: "Participants",
    participants_sub: "Members, partners, contributors, applicants and those listed by mistake are different things \
                       and are never added together.",
    people: "People named in the record",
    counts: "Who counts whom",
    counts_sub: "Officials and reporters give different numbers because they count different things.",
    counts_head: ["Who counts", "When", "Number", "What is counted"],
    stands: ["has flown", "promised for a date", "only named, without a date"],
    phases: "Phases of the plans",
    every_phase: "Everything",
    promises: "How the promises moved",
    promises_sub: "These are the dates given for each milestone, in the order in which they were given, with their speakers.",
    said: |who, stated, promised| format!("{who}, {stated}: {promised}"),
    given_head: ["Stated", "Promised", "By whom"],
    withdrawn: "no date",
    timeline: "Timeline",
    timeline_sub: "Everything with a date stands here. What has not happened stands where it was last promised.",
    track: "The timeline as a track",
    track_hint: "Arrow keys move from mark to mark, Enter opens, + and − come closer and go farther.",
    promised: "Promised",
    in_year,
    flew,
    promised_for,
    only_named: "only named",
    given,
    earlier: "Earlier",
    later: "Later",
    part_before: "Entries before these",
    part_after: "Entries after these",
    closer: "Come closer",
    farther: "Go farther",
    everything: "Whole span",
    overview: "Entries by year",
    years_shown: "Shown:",
    handles: ["Shown from", "Shown to"],
    between: |from, to| match from == to {
        true => when(from),
        false => format!("{} to {}", when(from), when(to)),
    },
    column: |number, promised| {
        let entries = if number == 1 { "entry" } else { "entries" };
        match promised {
            0 => format!("{number} {entries}"),
            _ if promised == number => format!("{number} {entries}, not yet happened"),
            _ => format!("{number} {entries}, {promised} of them not yet happened"),
        }
    },
    bricks: |unit| match unit {
        1 => "thick: happened, thin: promised".to_string(),
        _ => format!("thick: happened, thin: promised; a brick stands for up to {unit} entries"),
    },
    part: |first, last, all| format!("{first} to {last} of {all}"),
    left_out: |number| format!("{number} more entries are not printed."),
    as_table: "The timeline as a table",
    table_head: ["Date", "What", "Kind", "Status", "Source"],
    conflicts: "Where sources disagree",
    conflicts_sub: "Each question stands with the positions held on it, and with our reading only where there is ground for one.",
    positions: "Positions",
    positions_held: |number| format!("Sources hold {number} positions."),
    reading: "Our reading:",
    sources: "Sources and method",
    read: |reading| match reading {
        Reading::Text => "",
        Reading::Title => ", title alone",
        Reading::Copy => ", a copy",
    },
    filter: "Filter the page",
    filters: |limits| match limits {
        0 => "Filters".to_string(),
        limits => format!("Filters ({limits})"),
    },
    explore: "Explore the record",
    dock: ["Explore", "Sources"],
    find_among: |values| format!("Find among {values}"),
    show_all: |values| format!("Show all {values}"),
    show_fewer: "Show fewer",
    search: "Search",
    search_hint: "Luna-26, 嫦娥, Роскосмос …",
    reset: "Show everything",
    embed: "Embed this view",
    drop: |what| format!("Drop {what}"),
    years: "Years",
    from: "from",
    to: "to",
    year: in_era,
    typed,
    from_year: "From the year",
    to_year: "To the year",
    step_back: "To the day of the entry before",
    step_on: "To the day of the next entry",
    as_of: "As it stood on",
    as_of_now: |day| format!("The page shows what was known on {}.", when(day)),
    not_found: "What is not found",
    section: "Section",
    display: "Display",
    looks: "Colours",
    found: |lines, cards| {
        format!("{} of {} dated entries and {} of {} cards", lines.0, lines.1, cards.0, cards.1)
    },
    complaint: |complaint| {
        format!("“{}” could not be used for “{}” and was left out", short(&complaint.value), complaint.name)
    },
    nothing: "Nothing is left.",
    loosen: "Take back one of these. Each says how many entries would then return:",
    page_of: |kind, name| match kind {
        Type::Conflict => "The page on this question".to_string(),
        _ => format!("The page on {name}"),
    },
    close: "Close",
    dates_moved: "How its date moved",
    all_statements: |number| format!("All {number} statements"),
    in_timeline: "In the timeline",
    related: "Related",
    disputed_in: "Sources disagree",
    only_this: "Show only what concerns it",
    figure_in: |number| format!("{number} states"),
    figure_in_note: |others| {
        let others: Vec<String> = others.iter().map(u32::to_string).collect();
        if others.is_empty() {
            return "have joined by a dated paper of their own".to_string();
        }
        format!("have joined by a dated paper of their own; others count {}", list(&others, "or"))
    },
    figure_flown: |flown, all| format!("{flown} of {all}"),
    figure_flown_note: "missions of the treaty’s three phases have flown",
    figure_date_note: |last, low, high, stated| {
        format!(
            "is the year last given for the basic station, {}; {stated} statements range from {low} to {high}",
            when(last)
        )
    },
    when,
    span,
    shift,
    field,
    group,
    standing,
    standings,
    outcome,
    kind,
    status,
    confidence,
    facet,
    kind_of,
    view,
    mode,
    theme,
    slip: SLIP,
    step: STEP,
    compare: COMPARE,
    take: TAKE,
};

/// A date under a heading with its year.
fn in_year(date: &When) -> String {
    let words = when(date);
    match date {
        When::Date(date) if !matches!(date.part(), Part::Year | Part::Season(24)) => {
            words.replace(&format!(" {}", in_era(date.year())), "")
        }
        _ => words,
    }
}

fn flew(date: &When, outcome: Option<Outcome>) -> String {
    let date = when(date);
    match outcome {
        None | Some(Outcome::Success) => format!("flew on {date}"),
        Some(Outcome::Partial) => format!("flew on {date}, a partial success"),
        Some(Outcome::Failure) => format!("flew on {date} and was lost"),
        Some(Outcome::Cancelled) => format!("flew on {date} and was given up"),
    }
}

fn promised_for(date: &When) -> String {
    match date {
        When::Date(_) | When::Interval(End::Date(_), End::Date(_)) => format!("promised for {}", when(date)),
        When::Interval(..) => format!("promised {}", when(date)),
    }
}

fn given(first: Option<&When>, number: usize) -> String {
    let statements = if number == 1 { "1 statement".to_string() } else { format!("{number} statements") };
    first.map_or(statements.clone(), |first| format!("first {}, {statements}", when(first)))
}

fn shift(shift: &Shift, reached: bool) -> String {
    let first = when(&shift.first);
    let given = match shift.stated {
        1 => format!("A date was given once: {first}."),
        number => format!("A date was given {number} times, at first {first}."),
    };
    if shift.stated == 1 && !reached {
        return given;
    }
    let verb = if reached { "The event is dated" } else { "The newest is" };
    let years = (shift.days.abs() * 10 + 1826) / 3653; // tenths of a year of 365.25 days would say 0.1 for a month
    let months = (shift.days.abs() + 15) / 30;
    let moved = match (shift.days.signum(), years, months) {
        (0, ..) | (_, 0, 0) => "no earlier and no later".to_string(),
        (sign, 0, months) => apart(sign * months, "month"),
        (sign, years, _) => apart(sign * years, "year"),
    };
    format!("{given} {verb} {}, {moved}.", when(&shift.last))
}

/// A reader's own words, cut where they would flood a sentence.
fn short(text: &str) -> String {
    let mut start: String = text.chars().take(40).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}

fn field(field: Field) -> &'static str {
    match field {
        Field::What => "What it is",
        Field::Standing => "Standing",
        Field::Operator => "Operator",
        Field::Launch => "Launch",
        Field::Arrival => "Arrival",
        Field::Landing => "Landing",
        Field::Return => "Return",
        Field::End => "End",
        Field::Outcome => "Outcome",
        Field::Span => "Years",
        Field::Paper => "Paper",
        Field::Office => "Office",
        Field::Role => "Role",
        Field::Function => "Function",
        Field::Maker => "Who brings it",
        Field::When => "When",
        Field::State => "State",
        Field::Launcher => "Launcher",
        Field::Site => "Site",
        Field::Target => "Target",
        Field::Payload => "Carries",
        Field::First => "First",
        Field::Place => "In the plan",
        Field::Plan => "Plan",
        Field::Progress => "So far",
        Field::Term => "Terms",
        Field::Said => "Said",
        Field::Camp => "Artemis Accords",
        Field::Note => "Note",
    }
}

pub(super) fn group(group: Group) -> &'static str {
    match group {
        Group::State => "States",
        Group::Organisation => "International organisations",
        Group::Agency => "Agencies and bodies of the founders",
        Group::Institute => "Institutes, universities, societies, companies",
        Group::Outside => "Outside the project, named in the record",
        Group::Person => "People",
        Group::Heritage => "Before the station",
        Group::China => "China",
        Group::Russia => "Russia",
        Group::Ilrs => "Joint",
        Group::Artemis => "Artemis, for comparison",
        Group::Treaty => "The treaty’s three phases",
        Group::Model => "China’s basic and extended model",
        Group::Station => "The whole",
        Group::Facility => "Facilities and modules",
        Group::Energy => "Energy",
        Group::Link => "Relay, navigation, data",
        Group::Site => "Site",
        Group::Building => "Building",
        Group::Launcher => "Launchers",
        Group::Science => "Science",
        Group::Agreement => "Agreements, line by line",
        Group::Governance => "Governance and law",
        Group::Comparison => "Beside it",
    }
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Founder => "founder",
        Standing::Member => "member",
        Standing::Partner => "partner institution",
        Standing::Contributor => "contributor",
        Standing::Applicant => "applicant",
        Standing::Disputed => "listing disputed",
        Standing::Body => "works for a founder",
        Standing::Outside => "outside",
    }
}

fn standings(standing: Standing) -> &'static str {
    match standing {
        Standing::Founder => "Founders: they agreed to build the station",
        Standing::Member => "Members: they signed with the Chinese agency",
        Standing::Partner => "Partners: they signed with the Chinese laboratory",
        Standing::Contributor => "Contributors: they fly an instrument and signed nothing on the station",
        Standing::Applicant => "Applicants",
        Standing::Disputed => "Listed by some, contradicted by others",
        Standing::Body => "Agencies and institutes of the founders",
        Standing::Outside => "Outside the project, named in the record",
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Success => "success",
        Outcome::Partial => "partial success",
        Outcome::Failure => "lost",
        Outcome::Cancelled => "given up",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Agreement => "agreement",
        Kind::Launch => "launch",
        Kind::Landing => "landing",
        Kind::Statement => "statement",
        Kind::Construction => "construction",
        Kind::Loss => "loss",
        Kind::Other => "other",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Planned => "planned",
        Status::Slipped => "slipped",
        Status::Cancelled => "cancelled",
        Status::Disputed => "disputed",
    }
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
        Confidence::Unconfirmed => "unconfirmed",
    }
}
