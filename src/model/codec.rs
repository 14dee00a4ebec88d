//! How the record travels to the app: as postcard, which has no names of fields and costs the Wasm
//! little. Bytes that are not what this very build wrote are an error, whatever they are, and never a panic.

use crate::model::claim::{Claim, Content, Field};
use crate::model::dataset::Dataset;
use crate::model::id::Ref;
use crate::model::source::SourceNo;
use crate::model::when::{When, civil};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Why bytes are not a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They are not of this form.
    Malformed,
    /// More bytes follow.
    Trailing,
    /// Something is named that is not there, or a claim's content does not suit its field.
    Dangling,
}

impl Dataset {
    /// The record as the app loads it.
    pub fn encode(&self) -> Vec<u8> {
        written(self)
    }

    /// The record from what [`Dataset::encode`] wrote.
    ///
    /// # Errors
    ///
    /// If the bytes are not a record in which everything that is named is there.
    pub fn decode(bytes: &[u8]) -> Result<Dataset, DecodeError> {
        let mut data: Dataset = read(bytes)?;
        if !(-9999..=9999).contains(&civil(data.as_of).0) {
            return Err(DecodeError::Malformed); // no date has another year
        }
        if !holds_together(&data) {
            return Err(DecodeError::Dangling);
        }
        data.finish();
        Ok(data)
    }
}

/// Serialising into memory fails only for what knows no length, which none of our types is.
fn written<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, DecodeError> {
    match postcard::take_from_bytes(bytes) {
        Ok((value, [])) => Ok(value),
        Ok(_) => Err(DecodeError::Trailing),
        Err(_) => Err(DecodeError::Malformed),
    }
}

/// A date travels as it is written: whoever reads it checks it by parsing it.
impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<When, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// Whether everything that is named is there: a place beyond a list's end would stop the app later.
fn holds_together(data: &Dataset) -> bool {
    data.all_items().flat_map(|item| &item.claims).all(|claim| suits(data, claim))
        && refs(data).all(|at| (at.index as usize) < data.length(at.kind))
        && citations(data).all(|source| (source.0 as usize) < data.sources.len())
        && data.comparison.iter().all(|asked| asked.answers.len() == data.programmes.len())
        && data.events.iter().all(|event| event.milestone.is_none_or(|place| place < data.milestones.len()))
        && data.milestones.iter().all(|it| it.reached.is_none_or(|place| place < data.events.len()))
}

/// Whether a claim's content is of the kind that its field takes.
fn suits(data: &Dataset, claim: &Claim) -> bool {
    match (claim.field, &claim.content) {
        (Field::Standing, content) => matches!(content, Content::Standing(_)),
        (Field::Outcome, content) => matches!(content, Content::Outcome(_)),
        (Field::Operator, content) => matches!(content, Content::Item(at) if data.item(*at).is_some()),
        (field, Content::Date(_)) => field.is_coded(),
        (field, Content::Text(_)) => !field.is_coded(),
        _ => false,
    }
}

fn refs(data: &Dataset) -> impl Iterator<Item = &Ref> {
    let items = data.all_items().flat_map(|item| &item.about);
    let events = data.events.iter().flat_map(|event| &event.about);
    let milestones = data.milestones.iter().flat_map(|milestone| &milestone.about);
    let conflicts = data.conflicts.iter().flat_map(|conflict| &conflict.about);
    let counts = data.counts.iter().flat_map(|count| &count.named);
    let answers = data.answers().flat_map(|answer| &answer.grounds);
    items.chain(events).chain(milestones).chain(conflicts).chain(counts).chain(answers)
}

fn citations(data: &Dataset) -> impl Iterator<Item = &SourceNo> {
    let claims = data.all_items().flat_map(|item| &item.claims).flat_map(|claim| &claim.sources);
    let events = data.events.iter().flat_map(|event| &event.sources);
    let promises = data.milestones.iter().flat_map(|it| &it.promises).flat_map(|promise| &promise.sources);
    let positions = data.conflicts.iter().flat_map(|it| &it.positions).flat_map(|it| &it.sources);
    let counts = data.counts.iter().flat_map(|count| &count.sources);
    let answers = data.answers().flat_map(|answer| &answer.sources);
    claims.chain(events).chain(promises).chain(positions).chain(counts).chain(answers)
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            DecodeError::Malformed => "these bytes are not in the form this app was built for",
            DecodeError::Trailing => "more bytes follow than this app was built for",
            DecodeError::Dangling => "the record names something that is not in it",
        })
    }
}

impl std::error::Error for DecodeError {}
