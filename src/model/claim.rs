//! `Claim`: one statement about an item, with its sources and how sure it is.

use crate::model::asof::AsOf;
use crate::model::id::Ref;
use crate::model::source::SourceNo;
use crate::model::when::When;
use crate::words;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// One statement. It has at least one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// What it is about.
    pub field: Field,
    /// What it says.
    pub content: Content,
    /// Known and valid from here; `None`: standing fact.
    pub since: Option<When>,
    /// No longer valid from here.
    pub until: Option<When>,
    /// Where it comes from, at least one.
    pub sources: Vec<SourceNo>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// What a claim says: words to read, or a value the page can work with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// A sentence.
    Text(Rc<str>),
    /// A date or span.
    Date(When),
    /// Another item.
    Item(Ref),
    /// How a participant stands to the station.
    Standing(Standing),
    /// How a mission ended.
    Outcome(Outcome),
}

impl Claim {
    /// Whether it was known on this day: it is a standing fact, or its `since` had wholly passed.
    /// A claim that has ended stays known; its end is then part of what is shown.
    pub fn known(&self, day: AsOf) -> bool {
        self.since.is_none_or(|since| day.includes(&since))
    }

    /// Whether it has ended by this day.
    pub fn ended(&self, day: AsOf) -> bool {
        self.until.is_some_and(|until| until.latest() <= day.day)
    }
}

impl Field {
    /// Whether the field takes a value of a closed kind instead of a text.
    pub fn is_coded(self) -> bool {
        matches!(
            self,
            Field::Standing
                | Field::Operator
                | Field::Launch
                | Field::Arrival
                | Field::Landing
                | Field::Return
                | Field::End
                | Field::Outcome
                | Field::Span
        )
    }
}

words! {
    /// How sure a claim is.
    Confidence {
        /// Official text or strong first report, or several sources that agree
        High = "high",
        /// One solid source
        Medium = "medium",
        /// A weak or single source
        Low = "low",
        /// Looked for and not confirmed
        Unconfirmed = "unconfirmed",
    }
}

impl Confidence {
    /// Whether nothing is to be built on it alone: it is low, or not confirmed.
    pub fn is_weak(self) -> bool {
        matches!(self, Confidence::Low | Confidence::Unconfirmed)
    }
}

words! {
    /// How a participant stands to the station. These are different things and never added together.
    Standing {
        /// One of the two states that agreed to build it
        Founder = "founder",
        /// State or organisation that signed with the Chinese agency
        Member = "member",
        /// Institute or company that signed with the Chinese laboratory
        Partner = "partner",
        /// Flies an instrument; signed nothing on the station
        Contributor = "contributor",
        /// Has applied
        Applicant = "applicant",
        /// Listed by some, contradicted by others
        Disputed = "disputed",
        /// Agency or institute working for a founder
        Body = "body",
        /// Stands outside; named in the record
        Outside = "outside",
    }
}

words! {
    /// How a mission ended.
    Outcome {
        /// It did what it was sent for
        Success = "success",
        /// It did part of it
        Partial = "partial",
        /// It was lost
        Failure = "failure",
        /// It was given up
        Cancelled = "cancelled",
    }
}

words! {
    /// What a claim is about, in the order in which a card shows it.
    Field {
        /// What it is, in a sentence; shown on the closed card
        What = "what",
        /// How a participant stands to the station
        Standing = "standing",
        /// Who flies it
        Operator = "operator",
        /// When it was launched
        Launch = "launch",
        /// When it arrived at the Moon
        Arrival = "arrival",
        /// When it landed
        Landing = "landing",
        /// When its capsule came home
        Return = "return",
        /// When it ended
        End = "end",
        /// How it ended
        Outcome = "outcome",
        /// The years a phase covers
        Span = "span",
        /// By which paper
        Paper = "paper",
        /// A post held
        Office = "office",
        /// What it does
        Role = "role",
        /// What it is for
        Function = "function",
        /// Who brings it
        Maker = "maker",
        /// When it is to come
        When = "when",
        /// Where it stands now
        State = "state",
        /// What it rides on
        Launcher = "launcher",
        /// Where it landed
        Site = "site",
        /// Where it is aimed
        Target = "target",
        /// What it carries for others
        Payload = "payload",
        /// What it did first
        First = "first",
        /// Its place in the station plan
        Place = "place",
        /// What a phase is to hold
        Plan = "plan",
        /// What has come of it
        Progress = "progress",
        /// A clause of a paper
        Term = "term",
        /// What was said
        Said = "said",
        /// Its side in the Artemis Accords
        Camp = "camp",
        /// Anything else
        Note = "note",
    }
}
