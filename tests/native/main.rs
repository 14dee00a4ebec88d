//! The native tests: tables and properties of the model, the record and its published form, the rendered view,
//! and, in `built`, what the built site weighs and holds. One idea a file.

mod age;
mod arrows;
mod asked;
mod asof;
mod built;
#[cfg(feature = "card")]
mod card;
mod chart;
mod check;
mod codec;
mod colour;
#[path = "../../benches/contest.rs"]
#[allow(dead_code, reason = "the benchmark uses all of it")]
mod contest;
mod contrast;
mod downloads;
mod drawings;
mod due;
mod figures;
mod filter;
mod find;
mod fold;
mod folder;
#[path = "../../benches/forms.rs"]
#[allow(dead_code, reason = "as above")]
mod forms;
#[path = "../generated/mod.rs"]
mod generated;
mod hostile;
mod json;
mod lacking;
mod listed;
mod looks;
mod maps;
mod moon;
mod naive;
mod oembed;
mod other;
#[path = "../../benches/owner.rs"]
mod owner;
mod peers;
mod published;
mod query;
mod records;
mod recount;
mod rules;
mod served;
mod sheets;
mod state;
mod station;
#[cfg(unix)]
mod stopped;
mod supply;
mod support;
#[path = "../../benches/table.rs"]
#[allow(dead_code, reason = "as above")]
mod table;
mod tidy;
mod timeline;
mod tokens;
mod view;
mod viewport;
mod when;
mod whole;
