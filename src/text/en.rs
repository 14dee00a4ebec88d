//! English.

use super::Text;
use super::en_leads::leads;
use super::en_slip::SLIP;
use super::en_step::STEP;
use super::en_words::{facet, kind_of, mode, theme, view};
use crate::model::asof::Status;
use crate::model::claim::{Confidence, Field, Outcome};
use crate::model::event::Kind;
use crate::model::item::{Group, Standing, Type};
use crate::model::milestone::Shift;
use crate::model::source::Reading;
use crate::model::when::{Certainty, Date, Day, End, Part, When};

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
    leads,
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
    earlier: "Earlier",
    later: "Later",
    closer: "Come closer",
    farther: "Go farther",
    everything: "Whole span",
    several: |number, from, to| match from == to {
        true => format!("{number} entries on {}", when(from)),
        false => format!("{number} entries from {} to {}", when(from), when(to)),
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
};

/// The months by name, which the record's own texts use too.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn when(when: &When) -> String {
    match when {
        When::Date(date) => qualified(plain(date), date.certainty()),
        When::Interval(End::Date(start), End::Date(end)) => {
            qualified(format!("{} to {}", plain(start), plain(end)), when.certainty())
        }
        When::Interval(_, End::Date(end)) => {
            qualified(format!("by the end of {}", plain(end)), end.certainty())
        }
        When::Interval(End::Date(start), _) => {
            qualified(format!("from {} on", plain(start)), start.certainty())
        }
        When::Interval(..) => String::new(),
    }
}

/// A date without its qualifier.
pub(super) fn plain(date: &Date) -> String {
    let (first, year) = (date.year(), in_era(date.year()));
    let month = |month: u8| MONTHS[usize::from(month) - 1];
    match date.part() {
        Part::Century if first == 0 => "1 BC to 99".to_string(),
        Part::Decade if first == 0 => "1 BC to 9".to_string(),
        Part::Century | Part::Decade => format!("the {year}s"),
        Part::Year => year,
        Part::SomeMonth => format!("{year}, month not known"),
        Part::SomeDay => format!("{year}, day not known"),
        Part::Season(21) => format!("spring {year}"),
        Part::Season(22) => format!("summer {year}"),
        Part::Season(23) => format!("autumn {year}"),
        Part::Season(_) => format!("winter {year}–{}", in_era(first + 1)),
        Part::Month(m) => format!("{} {year}", month(m)),
        Part::DayOf(m) => format!("{} {year}, day not known", month(m)),
        Part::Day(m, day) => format!("{day} {} {year}", month(m)),
    }
}

/// A year; the year 0 is 1 BC.
pub(super) fn in_era(year: i32) -> String {
    if year < 1 { format!("{} BC", 1 - year) } else { year.to_string() }
}

fn typed(text: &str) -> Option<When> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (words, before) = match &words[..] {
        [words @ .., "BC"] => (words, true),
        words => (words, false),
    };
    let (year, words) = words.split_last()?;
    let year: i32 =
        year.parse().ok().filter(|year| (-9999..=9999).contains(year) && (*year > 0 || !before))?;
    let year = if before { 1 - year } else { year };
    let month = |name: &str| MONTHS.iter().position(|month| month.eq_ignore_ascii_case(name));
    let rest = match words {
        [] => String::new(),
        [name] => format!("-{:02}", month(name)? + 1),
        [day, name] => format!("-{:02}-{day:0>2}", month(name)? + 1),
        _ => return None,
    };
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}{rest}", year.abs()).parse().ok()
}

fn qualified(text: String, certainty: Certainty) -> String {
    match certainty {
        Certainty::Stated => text,
        Certainty::About => format!("about {text}"),
        Certainty::Uncertain => format!("{text}, uncertain"),
        Certainty::Both => format!("about {text}, uncertain"),
    }
}

fn span(since: Option<&When>, until: Option<&When>) -> String {
    match (since, until) {
        (Some(since), Some(until)) => format!("{} to {}", when(since), when(until)),
        (Some(since), None) => format!("since {}", when(since)),
        (None, Some(until)) => format!("until {}", when(until)),
        (None, None) => String::new(),
    }
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

/// A time of this many days, in months up to two years and in years from then on.
fn long(days: Day) -> String {
    match days / 365 {
        0 | 1 => format!("{} months", (days + 15) * 12 / 365),
        years => format!("{years} years"),
    }
}

/// So many years or months later, or earlier.
pub(super) fn apart(count: i32, unit: &str) -> String {
    let many = if count.abs() == 1 { "" } else { "s" };
    format!("{} {unit}{many} {}", count.abs(), if count < 0 { "earlier" } else { "later" })
}

pub(super) fn list(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [start @ .., end] => format!("{} {last} {end}", start.join(", ")),
    }
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
