//! `Facet`: a way of choosing among the lines of the timeline. OR within a facet, AND between facets.
use crate::model::claim::Confidence;
use crate::model::dataset::Dataset;
use crate::model::entry::Status;
use crate::model::event::Kind;
use crate::model::id::Type;
use crate::words;

words! {
    /// A way of choosing; its word is its name in addresses.
    Facet {
        /// What kind of thing
        Kind = "kind",
        /// Whom it concerns
        Participant = "participant",
        /// Which flight
        Mission = "mission",
        /// Which promise
        Milestone = "milestone",
        /// Which phase of a plan
        Phase = "phase",
        /// How it stands
        Status = "status",
        /// How sure it is
        Confidence = "confidence",
    }
}

impl Facet {
    /// The type of thing its values are ids of; `None` if they are fixed words.
    pub fn ids(self) -> Option<Type> {
        match self {
            Facet::Participant => Some(Type::Participant),
            Facet::Mission => Some(Type::Mission),
            Facet::Milestone => Some(Type::Milestone),
            Facet::Phase => Some(Type::Phase),
            Facet::Kind | Facet::Status | Facet::Confidence => None,
        }
    }

    /// The facet whose values are ids of this type.
    pub fn of(kind: Type) -> Option<Facet> {
        Facet::ALL.iter().copied().find(|facet| facet.ids() == Some(kind))
    }

    /// Its fixed words; empty if its values are ids.
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Facet::Kind => Kind::ALL.iter().map(|kind| kind.word()).collect(),
            Facet::Status => Status::ALL.iter().map(|status| status.word()).collect(),
            Facet::Confidence => Confidence::ALL.iter().map(|confidence| confidence.word()).collect(),
            Facet::Participant | Facet::Mission | Facet::Milestone | Facet::Phase => Vec::new(),
        }
    }

    /// How many values it has in a record.
    pub fn size(self, data: &Dataset) -> usize {
        self.ids().map_or_else(|| self.words().len(), |kind| data.length(kind))
    }

    /// The place of a value, a word or an id, among its values.
    pub fn place(self, data: &Dataset, value: &str) -> Option<usize> {
        match self.ids() {
            Some(kind) => data.at(value).filter(|at| at.kind == kind).map(|at| at.index as usize),
            None => self.words().iter().position(|word| *word == value),
        }
    }
}

/// A number for each value of each facet.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Counts(pub(super) [Vec<u32>; Facet::ALL.len()]);

impl Counts {
    /// The number of this word or id; none has 0.
    pub fn get(&self, data: &Dataset, facet: Facet, value: &str) -> u32 {
        let of_facet = &self.0[facet as usize];
        facet.place(data, value).and_then(|place| of_facet.get(place)).copied().unwrap_or(0)
    }
}
