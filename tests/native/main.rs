//! The native tests: the record and its published form, what of the model is held to that record, the rendered view,
//! and, in `built`, what the built site weighs and holds. One idea a file.

mod age;
mod apart;
mod arrows;
mod asof;
mod built;
#[cfg(feature = "card")]
mod card;
mod changes;
mod check;
mod circles;
mod codec;
mod colour;
mod compare;
#[path = "../../benches/contest.rs"]
#[allow(dead_code, reason = "the benchmark uses all of it")]
mod contest;
mod contrast;
mod corner;
mod dates;
mod downloads;
mod due;
mod editions;
mod eras;
mod figures;
mod filter;
mod folder;
mod fonts;
#[path = "../../benches/forms.rs"]
#[allow(dead_code, reason = "as above")]
mod forms;
#[path = "../generated/mod.rs"]
mod generated;
mod halves;
mod handles;
mod hostile;
mod json;
mod label;
mod languages;
mod looks;
mod maps;
mod message;
mod moved;
mod oembed;
mod other;
mod overview;
#[path = "../../benches/owner.rs"]
mod owner;
mod parameters;
mod partial_records;
mod peers;
mod pictures;
mod po;
mod publish;
mod published;
mod query_result;
mod record_files;
mod rules;
mod served;
#[path = "../model/support.rs"]
mod shared;
mod sheets;
mod slip;
mod slip_view;
mod station;
mod step;
#[cfg(unix)]
mod stopped;
mod story;
mod supply;
mod support;
#[path = "../../benches/table.rs"]
#[allow(dead_code, reason = "as above")]
mod table;
mod then;
mod tidy;
mod timeline;
mod tokens;
mod view;
mod viewport;
mod whole;
mod words;
