//! The pure core: what the record holds and how a query finds it. No web types, no files, no clock,
//! no randomness, no float in a stored type, prop or result.

pub mod asof;
pub mod bits;
pub mod by_ref;
pub mod claim;
pub mod codec;
pub mod conflict;
pub mod corner;
pub mod dataset;
pub mod event;
pub mod facet;
pub mod find;
pub mod fold;
mod folded;
pub mod halves;
pub mod headline;
pub mod index;
pub mod item;
pub mod label;
pub mod listed;
pub mod milestone;
pub mod moved;
pub mod names;
pub mod query;
pub mod record;
pub mod slip;
pub mod source;
pub mod state;
pub mod step;
pub mod timeline;
pub mod validate;
pub mod viewport;
pub mod when;
pub mod word;
