//! The browser's side: everything that touches the window beyond one element of the view. [`start_page`] and
//! [`Embed`] are the ways in, for a page of ours and for an element on another site's.

mod clipboard;
mod dying;
mod element;
mod frames;
mod host;
mod languages;
mod links;
mod page;
mod place;
mod reveal;

pub use element::Embed;
pub use page::{Started, start_page};
