//! `Text`: every word the app says by itself, one value per language; `StaticText`: those beside it. The record's own words are data.

#[cfg(feature = "site")]
mod changes;
#[cfg(feature = "site")]
mod cite;
mod compare;
pub(crate) mod en;
#[cfg(feature = "site")]
mod en_changes;
#[cfg(feature = "site")]
mod en_cite;
mod en_compare;
#[cfg(feature = "site")]
mod en_embedding;
pub(crate) mod en_grammar;
mod en_other;
#[cfg(feature = "site")]
mod en_pictures;
mod en_quick_links;
mod en_slip;
#[cfg(feature = "site")]
mod en_static;
mod en_step;
#[cfg(feature = "site")]
mod en_story;
mod en_take;
mod en_words;
mod languages;
mod step;
#[cfg(feature = "site")]
mod story;
mod take;
use crate::model::claim::{Confidence, Field, Outcome, Standing};
use crate::model::entry::Status;
use crate::model::event::Kind;
use crate::model::facet::Facet;
use crate::model::headline::Part;
use crate::model::id::Type;
use crate::model::item::Group;
#[cfg(feature = "site")]
use crate::model::look::Look;
use crate::model::milestone::Shift;
use crate::model::query::{Mode, QueryWarning, Theme, View};
#[cfg(feature = "site")]
use crate::model::record::SiteKind;
use crate::model::slip::Row;
use crate::model::source::Reading;
#[cfg(feature = "site")]
use crate::model::source::{Lean, SourceKind};
use crate::model::when::{Day, When};
#[cfg(feature = "site")]
pub use changes::ChangesText;
#[cfg(feature = "site")]
pub use cite::CiteText;
pub use compare::CompareText;
pub use step::StepText;
#[cfg(feature = "site")]
pub use story::StoryText;
pub use take::TakeText;

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// English
    #[default]
    En,
    /// Chinese, in simplified characters
    Zh,
    /// Russian
    Ru,
}

impl Lang {
    /// Every language the page is built in.
    pub const ALL: &'static [Lang] = &[Lang::En, Lang::Zh, Lang::Ru];

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh-Hans",
            Lang::Ru => "ru",
        }
    }

    /// Its words.
    pub fn text(self) -> &'static Text {
        match self {
            Lang::En | Lang::Zh | Lang::Ru => &en::TEXT,
        }
    }

    /// The same where the record is not about the station.
    pub fn other(self) -> &'static Text {
        match self {
            Lang::En | Lang::Zh | Lang::Ru => &en_other::OTHER,
        }
    }

    /// Its words in the drawings.
    #[cfg(feature = "site")]
    pub fn picture_text(self) -> &'static PictureText {
        match self {
            Lang::En | Lang::Zh | Lang::Ru => &en_pictures::PICTURES,
        }
    }

    /// Its words for citing.
    #[cfg(feature = "site")]
    pub fn cite_text(self) -> &'static CiteText {
        match self {
            Lang::En | Lang::Zh | Lang::Ru => &en_cite::CITE,
        }
    }

    /// Its words about embedding.
    #[cfg(feature = "site")]
    pub fn embedding(self) -> &'static Embedding {
        match self {
            Lang::En | Lang::Zh | Lang::Ru => &en_embedding::EMBEDDING,
        }
    }

    /// Its words about what moved.
    #[cfg(feature = "site")]
    pub fn changes(self) -> &'static ChangesText {
        match self {
            Lang::En | Lang::Zh | Lang::Ru => &en_changes::CHANGES,
        }
    }

    /// Its words in the story.
    #[cfg(feature = "site")]
    pub fn story(self) -> &'static StoryText {
        match self {
            Lang::En | Lang::Zh | Lang::Ru => &en_story::STORY,
        }
    }

    /// Its words beside the app.
    #[cfg(feature = "site")]
    pub fn static_text(self) -> &'static StaticText {
        match self {
            Lang::En | Lang::Zh | Lang::Ru => &en_static::STATIC,
        }
    }
}

/// The words of the page on embedding; of each three the element's first, then the frame's, then the link's.
#[cfg(feature = "site")]
pub struct Embedding {
    pub title: &'static str,
    pub lead: &'static str,
    pub sub: &'static str,
    pub of: fn(day: &str, version: &str) -> String,
    pub addresses: &'static str,
    pub form: &'static str,
    pub forms: [&'static str; 3],
    pub about: [&'static str; 3],
    pub types: &'static str,
    pub edition: &'static str,
    pub live: &'static str,
    pub frozen: fn(day: &str) -> String,
    pub copy: &'static str,
    pub copied: &'static str,
    pub refused: &'static str,
    pub policy: &'static str,
    pub preview: &'static str,
    pub preview_sub: &'static str,
    pub frame: &'static str,
    /// What a card is chosen by, and that nothing is chosen.
    pub card: &'static str,
    pub any: &'static str,
    pub look: &'static str,
    pub look_sub: &'static str,
    pub look_head: [&'static str; 2],
    pub properties: &'static [(&'static str, &'static str)],
    pub parts_sub: &'static str,
    pub parts: &'static [(&'static str, &'static str)],
    pub example: &'static str,
}

/// The words of one language that are laid out with the drawings: the Wasm meets them as data.
#[cfg(feature = "site")]
pub struct PictureText {
    /// What the file of the pictures is called.
    pub pictures: &'static str,
    /// What a picture says of itself on an earlier day than the one it is drawn for.
    pub then: fn(day: &str) -> String,
    pub joined_name: &'static str,
    pub joined: &'static str,
    pub joined_stands: fn(Standing) -> &'static str,
    pub both: &'static str,
    pub both_perhaps: &'static str,
    pub scene_name: &'static str,
    pub scene_caption: &'static str,
    /// How many of the parts of the ground stand there.
    pub scene_sentence: fn(stand: usize, of: usize) -> String,
    /// What is supposed at a year of the steps, which follows.
    pub scene_held: &'static str,
    pub scene_earth: &'static str,
    pub scene_scale: &'static str,
    /// What has flown, is promised, is only named, rests on a weak source.
    pub scene_key: [&'static str; 4],
    /// A date beside a name, in years.
    pub scene_when: fn(&When) -> String,
    pub scene_stands: fn(&Look) -> String,
    pub scene_years: &'static str,
    pub scene_today: &'static str,
    pub maps_name: &'static str,
    pub maps_caption: &'static str,
    /// What follows where the search area of Luna-27 is drawn.
    pub maps_searched: &'static str,
    /// The near side, the far side and the pole.
    pub maps: [&'static str; 3],
    /// At the upper edge of the map of the pole.
    pub maps_earth: &'static str,
    pub maps_marked: fn(name: &str, kind: SiteKind) -> String,
    /// How a site stands, beside what is marked there.
    pub maps_stands: fn(SiteKind) -> &'static str,
    pub maps_weak: &'static str,
}

/// The words of one language that stand beside the app: the Wasm does without them.
#[cfg(feature = "site")]
pub struct StaticText {
    pub description: &'static str,
    pub sources_sub: &'static str,
    pub sources_link: &'static str,
    pub sources_of: fn(SourceKind, usize) -> String,
    pub art: &'static str,
    /// What was taken, the address of where from, and its name.
    pub art_from: &'static [(&'static str, &'static str, &'static str)],
    pub method: &'static str,
    pub method_text: &'static [&'static str],
    pub grades: &'static [(Confidence, &'static str)],
    pub one_source: fn(one: usize, all: usize) -> String,
    pub glance: &'static str,
    pub sum: &'static str,
    pub leaning: fn(all: usize, leaning: &[usize]) -> String,
    pub read_how: fn(copied: usize, unread: usize, unlinked: usize) -> String,
    pub looked_for: fn(day: &str) -> String,
    pub downloads: &'static str,
    pub downloads_sub: &'static str,
    pub download: fn(Purpose, bytes: usize) -> String,
    pub promised: fn(&Promised) -> String,
    /// What the squares of the picture of a shared link are.
    pub card_legend: &'static str,
    pub source_page: &'static str,
    pub source_page_sub: &'static str,
    pub source_read: fn(Reading) -> &'static str,
    pub source_described: &'static str,
    pub source_undated: &'static str,
    pub source_cited: fn(usize) -> String,
    pub source_no_link: &'static str,
    pub back: &'static str,
    pub missing: &'static str,
    pub missing_sub: &'static str,
    pub whole: &'static str,
    pub whole_sub: fn(day: &str) -> String,
    pub whole_link: &'static str,
    /// The things of a type, all of them.
    pub list_of: fn(Type) -> &'static str,
    pub also_called: fn(&str) -> String,
    pub item_says: &'static str,
    pub item_sources: fn(usize) -> String,
    pub item_cite: &'static str,
    pub item_cited_as: fn(name: &str, title: &str, day: &str) -> String,
    pub licences: &'static str,
    pub licences_sub: &'static str,
    pub licences_number: fn(usize) -> String,
    pub licences_bill: &'static str,
    pub licences_fonts: &'static str,
    pub licences_tests: &'static str,
    pub licences_texts: &'static str,
    pub licence_text: fn(number: usize, file: &str, carried: usize) -> String,
    pub licence_link: fn(number: usize, file: &str) -> String,
    pub licence_none: &'static str,
    pub source_kind: fn(SourceKind) -> &'static str,
    pub lean: fn(Lean) -> &'static str,
    pub language: fn(&str) -> &'static str,
    pub no_script: &'static str,
    pub filters_off: &'static str,
    /// What a page says that stands without its style, and the words of the link to its right address.
    pub unstyled: [&'static str; 2],
}

/// What can be done with a file, in the order in which the page offers them.
#[cfg(feature = "site")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Record,
    Table,
    Calendar,
    References,
}

/// What a calendar says of a promise, in words.
#[cfg(feature = "site")]
pub struct Promised<'a> {
    pub when: &'a str,
    pub who: &'a str,
    pub stated: &'a str,
    pub text: &'a str,
    pub confidence: &'a str,
    pub sources: &'a str,
}

/// The words of one language.
pub struct Text {
    pub title: &'static str,
    /// The heading of our own front page; of another record it is its title.
    pub headline: &'static str,
    /// When the record was last checked, and how many days ago if that is worth saying.
    pub checked: fn(&When, age: Option<Day>) -> String,
    pub holdings: fn(claims: usize, sources: usize, conflicts: usize) -> String,
    pub contents: &'static str,
    pub story: &'static str,
    pub plan: &'static str,
    pub plan_sub: &'static str,
    pub missions: &'static str,
    pub missions_sub: &'static str,
    pub quick_links: fn(View) -> &'static [(&'static str, &'static str)],
    pub participants: &'static str,
    pub participants_sub: &'static str,
    pub people: &'static str,
    pub counts: &'static str,
    pub counts_sub: &'static str,
    pub counts_head: [&'static str; 4],
    pub stands: [&'static str; 3],
    pub phases: &'static str,
    pub every_phase: &'static str,
    pub promises: &'static str,
    pub promises_sub: &'static str,
    pub said: fn(who: &str, stated: &str, promised: &str) -> String,
    pub given_head: [&'static str; 3],
    pub withdrawn: &'static str,
    pub timeline: &'static str,
    pub timeline_sub: &'static str,
    pub promised: &'static str,
    /// A date of a line that stands under its year.
    pub in_year: fn(&When) -> String,
    /// What a flight did, with how it ended if that is worth a word.
    pub flew: fn(&When, Option<Outcome>) -> String,
    pub promised_for: fn(&When) -> String,
    pub only_named: &'static str,
    /// The first date that was given, if it is not the one that holds, and how many were.
    pub given: fn(first: Option<&When>, number: usize) -> String,
    pub part_before: &'static str,
    pub part_after: &'static str,
    pub track: &'static str,
    pub track_hint: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub closer: &'static str,
    pub farther: &'static str,
    pub everything: &'static str,
    pub overview: &'static str,
    pub years_shown: &'static str,
    pub handles: [&'static str; 2],
    pub between: fn(from: &When, to: &When) -> String,
    pub column: fn(number: usize, promised: usize) -> String,
    pub bricks: fn(unit: usize) -> String,
    pub part: fn(first: usize, last: usize, all: usize) -> String,
    pub left_out: fn(usize) -> String,
    pub as_table: &'static str,
    pub table_head: [&'static str; 5],
    pub conflicts: &'static str,
    pub conflicts_sub: &'static str,
    pub positions: &'static str,
    pub positions_held: fn(usize) -> String,
    pub reading: &'static str,
    pub sources: &'static str,
    /// What follows the name of a source that was not read itself; empty otherwise.
    pub read: fn(Reading) -> &'static str,
    pub filter: &'static str,
    /// The button to the filters, with how many limits there are.
    pub filters: fn(usize) -> String,
    pub explore: &'static str,
    /// The same, and the sources, in a word, for the dock.
    pub dock: [&'static str; 2],
    pub find_among: fn(usize) -> String,
    pub show_all: fn(usize) -> String,
    pub show_fewer: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub reset: &'static str,
    pub embed: &'static str,
    pub drop: fn(&str) -> String,
    pub years: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub from_year: &'static str,
    pub to_year: &'static str,
    pub step_back: &'static str,
    pub step_on: &'static str,
    pub as_of: &'static str,
    pub as_of_now: fn(&When) -> String,
    pub not_found: &'static str,
    pub section: &'static str,
    pub display: &'static str,
    pub looks: &'static str,
    pub found: fn(lines: (usize, usize), cards: (usize, usize)) -> String,
    pub complaint: fn(&QueryWarning) -> String,
    pub nothing: &'static str,
    pub loosen: &'static str,
    pub page_of: fn(Type, &str) -> String,
    pub close: &'static str,
    pub dates_moved: &'static str,
    pub all_statements: fn(usize) -> String,
    pub in_timeline: &'static str,
    pub related: &'static str,
    pub disputed_in: &'static str,
    pub only_this: &'static str,
    pub figure_in: fn(usize) -> String,
    pub figure_in_note: fn(&[u32]) -> String,
    pub figure_flown: fn(usize, usize) -> String,
    pub figure_flown_note: &'static str,
    /// Beside the year of a date, which it words.
    pub figure_date_note: fn(&When, low: i32, high: i32, stated: usize) -> String,
    pub when: fn(&When) -> String,
    /// A year alone.
    pub year: fn(i32) -> String,
    /// A year, month or day as it is printed; the other way round.
    pub typed: fn(&str) -> Option<When>,
    pub span: fn(Option<&When>, Option<&When>) -> String,
    pub shift: fn(&Shift, reached: bool) -> String,
    pub field: fn(Field) -> &'static str,
    pub group: fn(Group) -> &'static str,
    pub standing: fn(Standing) -> &'static str,
    pub standings: fn(Standing) -> &'static str,
    pub outcome: fn(Outcome) -> &'static str,
    pub kind: fn(Kind) -> &'static str,
    pub status: fn(Status) -> &'static str,
    pub confidence: fn(Confidence) -> &'static str,
    pub facet: fn(Facet) -> &'static str,
    pub kind_of: fn(Type) -> &'static str,
    pub view: fn(View) -> &'static str,
    pub mode: fn(Mode) -> &'static str,
    pub theme: fn(Theme) -> &'static str,
    pub slip: SlipText,
    pub step: StepText,
    pub compare: CompareText,
    pub take: TakeText,
}

/// The words of the slip chart.
pub struct SlipText {
    pub heading: fn(rows: usize) -> String,
    /// What a dot, a bar, a ring and a triangle are.
    pub key: [&'static str; 4],
    /// What precedes the day shown, at the end of the record and before it.
    pub checked: &'static str,
    pub stood: &'static str,
    pub day: fn(&When) -> String,
    pub ahead: &'static str,
    /// By which rules the rows were chosen, of a plan made then.
    pub rule: fn(planned: Option<&When>, parts: &[Part]) -> String,
    pub bodies: fn(&[String]) -> String,
    /// A date below a mark.
    pub date: fn(&When) -> String,
    /// The same where the milestone was reached.
    pub reached: fn(Kind, &When) -> String,
    /// How far the date of a row moved.
    pub words: fn(&Row) -> String,
    pub given: fn(times: usize) -> String,
    pub since: fn(year: i32) -> String,
    pub undated: &'static str,
    /// What a row shows, for who does not see it.
    pub sentence: fn(name: &str, &Row) -> String,
    pub all: fn(milestones: usize, statements: usize) -> String,
    pub table: &'static str,
    pub table_head: [&'static str; 6],
}
