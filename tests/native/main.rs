//! The native tests: tables and properties of the model, the record and its published form, the rendered view,
//! and what the built site weighs and holds. One idea a file.

mod arrows;
mod asked;
mod asof;
mod budgets;
#[cfg(feature = "card")]
mod card;
mod chart;
mod check;
mod colour;
mod contrast;
mod downloads;
mod drawings;
mod find;
mod fold;
mod folder;
mod frozen;
#[path = "../generated/mod.rs"]
mod generated;
mod glance;
mod hostile;
mod json;
mod jsonld;
mod lacking;
mod listed;
mod moon;
mod naive;
mod oembed;
mod other;
mod pack;
mod published;
mod query;
mod records;
mod recount;
mod rules;
mod served;
mod sheets;
mod state;
#[cfg(unix)]
mod stopped;
mod supply;
mod support;
mod tidy;
mod timeline;
mod tokens;
mod view;
mod viewport;
mod when;
mod whole;
