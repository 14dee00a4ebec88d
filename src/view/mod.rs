//! What a reader sees: Yew function components, props in, [`crate::model::state::Msg`] out. The first render
//! is a function of the props alone, and nothing here touches the window.

pub mod app;
mod card;
mod chart;
mod claim;
mod conflict;
mod drawing;
mod filter;
mod icon;
mod milestone;
mod opening;
mod page;
mod participants;
mod plot;
mod section;
mod table;
mod timeline;
mod track;
mod when;

pub use app::{App, AppProps};
pub use page::Page;
