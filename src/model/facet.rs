//! `Facet`: a way of choosing among the lines of the timeline. OR within a facet, AND between facets.

use crate::model::asof::{Entry, Status, Statuses};
use crate::model::by_ref::ByRef;
use crate::model::claim::Confidence;
use crate::model::dataset::Dataset;
use crate::model::event::Kind;
use crate::model::item::{Ref, Type};
use crate::model::query::Choice;
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

    /// Its fixed words; empty if its values are ids.
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Facet::Kind => Kind::ALL.iter().map(|kind| kind.word()).collect(),
            Facet::Status => Status::ALL.iter().map(|status| status.word()).collect(),
            Facet::Confidence => Confidence::ALL.iter().map(|confidence| confidence.word()).collect(),
            Facet::Participant | Facet::Mission | Facet::Milestone | Facet::Phase => Vec::new(),
        }
    }
}

/// What is chosen in every facet, ready to be compared.
pub(crate) struct Chosen {
    kinds: Vec<Kind>,
    statuses: Vec<Status>,
    confidences: Vec<Confidence>,
    refs: [Vec<Ref>; 4],
}

const REFS: [Facet; 4] = [Facet::Participant, Facet::Mission, Facet::Milestone, Facet::Phase];

impl Chosen {
    pub(crate) fn new(data: &Dataset, choices: &[Choice; Facet::ALL.len()]) -> Chosen {
        let words = |facet: Facet| choices[facet as usize].iter();
        Chosen {
            kinds: words(Facet::Kind).filter_map(|word| Kind::parse(word)).collect(),
            statuses: words(Facet::Status).filter_map(|word| Status::parse(word)).collect(),
            confidences: words(Facet::Confidence).filter_map(|word| Confidence::parse(word)).collect(),
            refs: REFS.map(|facet| words(facet).filter_map(|id| data.at(id)).collect()),
        }
    }

    /// Whether anything is chosen in this facet.
    pub(crate) fn active(&self, facet: Facet) -> bool {
        match facet {
            Facet::Kind => !self.kinds.is_empty(),
            Facet::Status => !self.statuses.is_empty(),
            Facet::Confidence => !self.confidences.is_empty(),
            Facet::Participant | Facet::Mission | Facet::Milestone | Facet::Phase => {
                !self.refs(facet).is_empty()
            }
        }
    }

    /// Whether the entry has one of the values chosen in this facet, or none is chosen.
    pub(crate) fn admits(&self, facet: Facet, facts: &Facts) -> bool {
        if !self.active(facet) {
            return true;
        }
        match facet {
            Facet::Kind => self.kinds.contains(&facts.kind),
            Facet::Status => self.statuses.iter().any(|status| facts.statuses.has(*status)),
            Facet::Confidence => self.confidences.contains(&facts.confidence),
            Facet::Participant | Facet::Mission | Facet::Milestone | Facet::Phase => {
                facts.refs().any(|at| self.refs(facet).contains(&at))
            }
        }
    }

    /// Whether a card is itself a choice of this facet, or closely related to one.
    pub(crate) fn names(&self, facet: Facet, at: Ref, about: &[Ref]) -> bool {
        let chosen = self.refs(facet);
        chosen.contains(&at) || about.iter().any(|other| chosen.contains(other))
    }

    fn refs(&self, facet: Facet) -> &[Ref] {
        REFS.iter().position(|other| *other == facet).map_or(&[], |place| &self.refs[place])
    }
}

/// What the facets ask of an entry.
pub(crate) struct Facts<'a> {
    pub(crate) kind: Kind,
    pub(crate) statuses: Statuses,
    pub(crate) confidence: Confidence,
    about: &'a [Ref],
    milestone: Option<Ref>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(data: &'a Dataset, entry: &Entry) -> Facts<'a> {
        Facts {
            kind: entry.kind(data),
            statuses: entry.statuses,
            confidence: entry.confidence(data),
            about: entry.about(data),
            milestone: entry.milestone(data),
        }
    }

    /// Everything it concerns, each once.
    pub(crate) fn refs(&self) -> impl Iterator<Item = Ref> {
        self.about.iter().copied().chain(self.milestone.filter(|at| !self.about.contains(at)))
    }
}

/// How many entries each choice would leave, all other facets as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    kinds: [u32; Kind::ALL.len()],
    statuses: [u32; Status::ALL.len()],
    confidences: [u32; Confidence::ALL.len()],
    refs: ByRef<u32>,
}

impl Counts {
    pub(crate) fn new(data: &Dataset) -> Counts {
        Counts {
            kinds: [0; Kind::ALL.len()],
            statuses: [0; Status::ALL.len()],
            confidences: [0; Confidence::ALL.len()],
            refs: data.by_ref(),
        }
    }

    /// What choosing this word or id in this facet would leave.
    pub fn get(&self, data: &Dataset, facet: Facet, value: &str) -> u32 {
        match facet {
            Facet::Kind => Kind::parse(value).map_or(0, |kind| self.kinds[kind as usize]),
            Facet::Status => Status::parse(value).map_or(0, |status| self.statuses[status as usize]),
            Facet::Confidence => Confidence::parse(value).map_or(0, |sure| self.confidences[sure as usize]),
            Facet::Participant | Facet::Mission | Facet::Milestone | Facet::Phase => {
                data.at(value).and_then(|at| self.refs.get(at)).copied().unwrap_or(0)
            }
        }
    }

    pub(crate) fn add(&mut self, facet: Facet, facts: &Facts) {
        match facet {
            Facet::Kind => self.kinds[facts.kind as usize] += 1,
            Facet::Status => facts.statuses.iter().for_each(|status| self.statuses[status as usize] += 1),
            Facet::Confidence => self.confidences[facts.confidence as usize] += 1,
            Facet::Participant | Facet::Mission | Facet::Milestone | Facet::Phase => {
                let of_facet = facts.refs().filter(|at| facet.ids() == Some(at.kind));
                for at in of_facet {
                    if let Some(count) = self.refs.get_mut(at) {
                        *count += 1;
                    }
                }
            }
        }
    }
}
