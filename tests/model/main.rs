//! The tests of the model that need nothing but the model: tables and properties on small and generated records. Plain
//! `cargo test` runs them. One idea a file.

mod arbitrary_query;
mod export_filter;
mod fold;
#[path = "../generated/mod.rs"]
mod generated;
mod naive;
mod query;
mod records;
mod recount;
mod state;
mod support;
mod when;
