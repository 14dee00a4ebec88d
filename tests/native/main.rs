//! The native tests: tables and properties of the model, the record and its published form, the rendered view,
//! and what the built site weighs and holds. One idea a file.

mod arrows;
mod asof;
mod budgets;
mod check;
mod downloads;
mod find;
mod fold;
mod folder;
mod glance;
mod json;
mod jsonld;
mod listed;
mod pack;
mod published;
mod query;
mod rules;
mod state;
mod support;
mod tidy;
mod view;
mod when;
mod whole;
