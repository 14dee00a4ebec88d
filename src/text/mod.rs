//! Every word the page says by itself, as data: one file a language, read by serde. `Language` is what the app loads of it.
//! The record's own words are data of their own.

mod arg;
#[cfg(feature = "site")]
mod argument;
#[cfg(feature = "site")]
mod changes;
#[cfg(feature = "site")]
mod cite;
mod compare;
mod date;
#[cfg(feature = "site")]
mod embedding;
#[cfg(feature = "site")]
mod files;
mod lang;
mod language;
mod languages;
mod locale;
pub mod message;
mod page;
#[cfg(feature = "site")]
mod pictures;
pub mod plural;
mod quick_links;
mod slip;
#[cfg(feature = "site")]
mod static_text;
mod step;
#[cfg(feature = "site")]
mod story;
mod take;
mod words;

#[cfg(feature = "site")]
pub use argument::{ArgumentKind, Given};
#[cfg(feature = "site")]
pub use changes::ChangesText;
#[cfg(feature = "site")]
pub use cite::CiteText;
pub use compare::CompareText;
#[cfg(feature = "site")]
pub use embedding::{Embedding, PARTS, PROPERTIES};
#[cfg(feature = "site")]
pub use files::File;
pub use lang::Lang;
pub use language::{Language, NoWords};
pub use locale::{Joints, Locale};
pub use page::Text;
#[cfg(feature = "site")]
pub use pictures::PictureText;
pub use quick_links::QuickLink;
pub use slip::SlipText;
#[cfg(feature = "site")]
pub use static_text::{ART_FROM, Promised, Purpose, StaticText};
pub use step::StepText;
#[cfg(feature = "site")]
pub use story::StoryText;
pub use take::TakeText;
pub use words::Words;
