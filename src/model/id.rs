//! `Ref` and `Type`: by what everything in a record is named.

use crate::words;
use serde::{Deserialize, Serialize};

/// Something in the record: its type and its place in the list of that type, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Ref {
    /// Which list.
    pub kind: Type,
    /// Which place.
    pub index: u32,
}

impl Ref {
    /// What an item is until it stands in its list.
    pub(super) fn first() -> Ref {
        Ref { kind: Type::Participant, index: 0 }
    }

    /// Both halves in one number, for keys.
    pub(crate) fn packed(self) -> u64 {
        (self.kind as u64) << 32 | u64::from(self.index)
    }

    /// The reverse of [`Ref::packed`].
    pub(crate) fn unpacked(number: u64) -> Option<Ref> {
        let kind = *Type::ALL.get((number >> 32) as usize)?;
        Some(Ref { kind, index: number as u32 })
    }
}

words! {
    /// What a part of the record is; the first half of its address `#<type>-<id>`.
    Type {
        /// A state, body, institute or company
        Participant = "participant",
        /// A person named in the record
        Person = "person",
        /// A flight, flown or promised
        Mission = "mission",
        /// A part of the plan: something to be built, agreed or understood
        Facility = "facility",
        /// A phase of a plan
        Phase = "phase",
        /// Something that happened
        Event = "event",
        /// Something promised for a date
        Milestone = "milestone",
        /// A disagreement between sources
        Conflict = "conflict",
        /// Where a claim comes from
        Source = "source",
    }
}

impl Type {
    /// The types of items, in the order of the page.
    pub const ITEMS: [Type; 5] =
        [Type::Participant, Type::Person, Type::Mission, Type::Facility, Type::Phase];

    /// The two halves of `<type>-<id>`, by which a thing is named in addresses.
    pub fn of_anchor(anchor: &str) -> Option<(Type, &str)> {
        let (kind, id) = anchor.split_once('-')?;
        Some((Type::parse(kind)?, id)).filter(|(_, id)| !id.is_empty())
    }

    /// The list of a record in which its things stand.
    pub const fn list(self) -> &'static str {
        match self {
            Type::Participant => "participants",
            Type::Person => "people",
            Type::Mission => "missions",
            Type::Facility => "facilities",
            Type::Phase => "phases",
            Type::Event => "events",
            Type::Milestone => "milestones",
            Type::Conflict => "conflicts",
            Type::Source => "sources",
        }
    }
}

/// Whether an id is fit for an address: lower-case letters, digits and hyphens between them.
pub fn is_well_formed(text: &str) -> bool {
    let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    plain && !text.is_empty() && !text.starts_with('-') && !text.ends_with('-')
}
