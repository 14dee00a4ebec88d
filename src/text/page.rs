//! `Text`: what the app says by itself, but for its charts.

use super::compare::CompareText;
use super::quick_links::QuickLink;
use super::slip::SlipText;
use super::step::StepText;
use super::take::TakeText;
use super::words::{Words, members, texts};
use crate::model::claim::{Confidence, Field, Outcome, Standing};
use crate::model::entry::Status;
use crate::model::event::Kind;
use crate::model::facet::Facet;
use crate::model::id::Type;
use crate::model::item::Group;
use crate::model::milestone::Shift;
use crate::model::query::{Mode, QueryWarning, Theme, View};
use crate::model::source::Reading;
use crate::model::when::{Day, When};

members!(Confidence, Facet, Field, Group, Kind, Mode, Outcome, Reading, Standing, Status, Theme, Type, View);

texts! {
    /// What the app says by itself.
    Text {
        plain {
            title,
            /// The heading of our own front page; of another record it is its title.
            headline,
            contents,
            story,
            plan,
            plan_sub,
            missions,
            missions_sub,
            participants,
            participants_sub,
            people,
            counts,
            counts_sub,
            phases,
            every_phase,
            promises,
            promises_sub,
            withdrawn,
            timeline,
            timeline_sub,
            promised,
            only_named,
            part_before,
            part_after,
            track,
            track_hint,
            earlier,
            later,
            closer,
            farther,
            everything,
            overview,
            years_shown,
            as_table,
            conflicts,
            conflicts_sub,
            positions,
            reading,
            sources,
            filter,
            explore,
            show_fewer,
            search,
            search_hint,
            reset,
            embed,
            years,
            from,
            to,
            from_year,
            to_year,
            step_back,
            step_on,
            as_of,
            not_found,
            section,
            display,
            looks,
            nothing,
            loosen,
            close,
            dates_moved,
            in_timeline,
            related,
            disputed_in,
            only_this,
            figure_flown_note,
        }
        lists {
            counts_head: 4,
            stands: 3,
            given_head: 3,
            handles: 2,
            table_head: 5,
            /// The filter and the sources, in a word, for the dock.
            dock: 2,
        }
        tables {
            /// What follows the name of a source that was not read itself; empty otherwise.
            read: Reading,
            field: Field,
            group: Group,
            standing: Standing,
            standings: Standing,
            outcome: Outcome,
            kind: Kind,
            status: Status,
            confidence: Confidence,
            facet: Facet,
            kind_of: Type,
            view: View,
            mode: Mode,
            theme: Theme,
            quick_link: QuickLink,
        }
        messages {
            checked_at(when: &When, unit: &str, age: usize),
            holdings(claims: usize, sources: usize, conflicts: usize),
            /// Who gave a date, when, and which.
            said(who: &str, stated: &When, promised: Option<&When>),
            /// A date of a line that stands under its year.
            in_year(when: &When),
            flew_as(when: &When, outcome: &str),
            promised_for(when: &When),
            /// The first date that was given, if it is not the one that holds, and how many were.
            given(first: Option<&When>, number: usize),
            days_between(from: &When, to: &When),
            /// What a mark of the track holds: a line, or the lines of a span.
            mark_of(when: &When, name: &str, kind: &str, statuses: &[String]),
            marks_of(span: &str, entries: &str, kind: &str),
            column_of(number: usize, promised: usize, which: &str),
            /// What the bricks of a column are, each for so many entries at most.
            bricks(unit: usize),
            part(first: usize, last: usize, all: usize),
            left_out(number: usize),
            positions_held(number: usize),
            /// The button to the filters, with how many limits there are.
            filters(limits: usize),
            find_among(values: usize),
            show_all(values: usize),
            drop(what: &str),
            /// A limit of the filter: the words searched for.
            quoted(words: &str),
            /// Others: from when and until when, and the day to which the page is taken back.
            limit_from(when: &When),
            limit_to(when: &When),
            limit_as_of(when: &When),
            as_of_now(when: &When),
            found_of(lines: usize, all_lines: usize, cards: usize, all_cards: usize),
            not_used(value: &str, name: &str),
            page_on(kind: &str, name: &str),
            all_statements(number: usize),
            figure_in(number: usize),
            figure_in_others(number: usize, others: &[String]),
            figure_flown(flown: usize, all: usize),
            /// Beside the year of a date, which it words.
            figure_date_note(last: &When, low: i32, high: i32, stated: usize),
            /// A date by itself.
            when(when: &When),
            /// A year alone.
            year(year: i32),
            span_of(since: Option<&When>, until: Option<&When>, ends: &str),
            shift_given(stated: usize, first: &When),
            shift_to(event: &str, last: &When, unit: &str, number: i32, way: &str),
        }
        parts {
            slip: SlipText,
            step: StepText,
            compare: CompareText,
            take: TakeText,
        }
    }
}

impl Words<Text> {
    /// When the record was last checked, and how many days ago if that is worth saying: in months up to two years, and in
    /// years from then on.
    pub fn checked(self, when: &When, age: Option<Day>) -> String {
        let (unit, age) = match age {
            None => ("none", 0),
            Some(days) if days < 2 * 365 => ("months", (days + 15) * 12 / 365),
            Some(days) => ("years", days / 365),
        };
        self.checked_at(when, unit, usize::try_from(age).unwrap_or_default())
    }

    /// What a flight did, with how it ended if that is worth a word.
    pub fn flew(self, when: &When, outcome: Option<Outcome>) -> String {
        self.flew_as(when, outcome.unwrap_or(Outcome::Success).word())
    }

    /// From one day to another, or the one day.
    pub fn between(self, from: &When, to: &When) -> String {
        if from == to { self.when(from) } else { self.days_between(from, to) }
    }

    /// How many entries a column holds, and how many of them have not happened.
    pub fn column(self, number: usize, promised: usize) -> String {
        let which = match promised {
            0 => "none",
            _ if promised == number => "all",
            _ => "some",
        };
        self.column_of(number, promised, which)
    }

    /// How many lines and cards are left, each of how many.
    pub fn found(self, lines: (usize, usize), cards: (usize, usize)) -> String {
        self.found_of(lines.0, lines.1, cards.0, cards.1)
    }

    /// What of an address was left out. A reader's own words are cut where they would flood the sentence.
    pub fn complaint(self, complaint: &QueryWarning) -> String {
        let mut value: String = complaint.value.chars().take(40).collect();
        if value.len() < complaint.value.len() {
            value.push('…');
        }
        self.not_used(&value, complaint.name)
    }

    /// The link to the page of a thing.
    pub fn page_of(self, kind: Type, name: &str) -> String {
        self.page_on(kind.word(), name)
    }

    /// What the number of states stands for, beside the numbers that others give.
    pub fn figure_in_note(self, number: usize, others: &[u32]) -> String {
        let others: Vec<String> = others.iter().map(u32::to_string).collect();
        self.figure_in_others(number, &others)
    }

    /// From when until when.
    pub fn span(self, since: Option<&When>, until: Option<&When>) -> String {
        let ends = match (since, until) {
            (Some(_), Some(_)) => "both",
            (Some(_), None) => "since",
            (None, Some(_)) => "until",
            (None, None) => return String::new(),
        };
        self.span_of(since, until, ends)
    }

    /// How often a date was given, and how far it moved.
    pub fn shift(self, shift: &Shift, reached: bool) -> String {
        let given = self.shift_given(shift.stated, &shift.first);
        if shift.stated == 1 && !reached {
            return given;
        }
        let years = (shift.days.abs() * 10 + 1826) / 3653; // tenths of a year of 365.25 days would say 0.1 for a month
        let months = (shift.days.abs() + 15) / 30;
        let (unit, number) = match (shift.days, years, months) {
            (0, ..) | (_, 0, 0) => ("none", 0),
            (_, 0, months) => ("months", months),
            (_, years, _) => ("years", years),
        };
        let (event, way) =
            (if reached { "yes" } else { "no" }, if shift.days < 0 { "earlier" } else { "later" });
        self.locale.sentences(&given, &self.shift_to(event, &shift.last, unit, number, way))
    }

    /// A year, month or day as it is printed; the other way round.
    pub fn typed(self, text: &str) -> Option<When> {
        self.locale.typed(text)
    }
}
