//! What a reader sees: Yew function components, props in, [`crate::model::state::Msg`] out. The first render
//! is a function of the props alone, and nothing here touches the window.

pub mod app;
pub(crate) mod card;
pub(crate) mod chart;
pub(crate) mod claim;
pub(crate) mod conflict;
pub(crate) mod drawing;
pub mod filter;
pub(crate) mod icon;
pub mod island;
pub(crate) mod milestone;
pub(crate) mod opening;
mod page;
pub(crate) mod participants;
mod plot;
mod section;
mod shelf;
pub(crate) mod table;
pub(crate) mod timeline;
pub(crate) mod track;
mod when;

pub use app::{App, AppProps};
pub use page::Page;
#[cfg(feature = "site")]
pub(crate) use page::Shown;
