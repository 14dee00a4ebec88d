//! What a reader sees: Yew function components, props in, [`crate::model::state::Msg`] out. The first render is a
//! function of props and context alone; the window is touched in effects and listeners, and only where `html!` has no
//! other way.

pub mod age;
mod alone;
pub mod app;
pub(crate) mod card;
pub(crate) mod cards;
pub(crate) mod claim;
pub mod compare;
pub(crate) mod conflict;
pub mod context;
mod copy;
pub mod dock;
pub mod facet;
pub mod filter;
pub(crate) mod icon;
pub mod intact;
pub mod listen;
pub(crate) mod milestone;
mod mission;
pub mod opening;
mod overview;
pub mod panel;
pub(crate) mod participants;
pub mod pictures;
mod plot;
pub mod section;
mod shelf;
mod shown;
pub mod slip;
mod square;
pub mod step;
pub mod store;
pub mod strip;
pub mod table;
pub mod tabs;
mod take;
mod time_filter;
pub mod timeline;
pub(crate) mod track;

pub use app::{App, AppProps};
pub use context::{Context, Page, Surface};
pub use store::Store;
