//! An explainer of the International Lunar Research Station: what was promised about it, by whom, when, how the
//! promise moved since, and how sure we can be.
//!
//! # Layers
//!
//! ```text
//!  bin/explainer ──► shell ──┐
//!    (wasm32)                ├──► view ──► model       shell and site may use model; they never meet
//!  bin/site ───────► site  ──┘
//!    (native)
//!  bin/checker ──────────────────► model     reads anybody's record; loaded only where one is asked for
//!    (wasm32)
//! ```
//!
//! - [`model`]: pure. Dates ([`model::when`]), the record ([`model::dataset`]), what a query finds
//!   ([`model::find`]) in the index of a day ([`model::index`], [`model::asof`]), where it stands on the track
//!   ([`model::timeline`]) and in the chart ([`model::chart`]), the one state ([`model::state`]) with what the
//!   reader looks at ([`model::viewport`]). No web types, no input or output, no clock, no
//!   randomness, no float; only `model::moon`, which the build alone has, computes in floats and hands out whole
//!   numbers.
//! - `view`: two Yew components, the app and its islands, and functions for their parts. Props in, markup out. The
//!   same root component is rendered on the server, hydrated in the browser, and rendered afresh for any query that
//!   was not prerendered. An island is a section, a drawing, a card or a line of the timeline: a frame, which comes and
//!   goes with the filter, around an inside, which is rendered again only if what it depends on changes. Insides that
//!   were prerendered stay as they stand, and are hydrated one by one: a card's when it first has to change, a
//!   section's then or when the browser next has time, a drawing's when its text has come. At the start only what is
//!   above the sections is, so that a slow phone answers as soon as everything has come.
//! - `text`: every word the page says by itself, one value per language.
//! - `shell`: the browser's side. `shell::mount` is the only way in. `loader.js` beside it is the host in every place:
//!   our page, a frame, an element; a place says where the query lives and who hears changes. `embed.js` is the element
//!   `<ilrs-explainer>`, which starts near the window and whose app waits, parked, when it leaves; `frame.js`
//!   runs on the page around a frame, to give it its height. `old.js` stands before the sections: the parser waits
//!   there for it and for the styles, and what is above is painted first. `download.js` comes when a filtered file is
//!   asked for, `foreign.js` with the checker when a record of another site is. `builder.js` runs on the page on
//!   embedding alone and fills its code.
//! - `site`: the native side. Reads the record, checks it and its editorial rules, lays out the drawings, renders,
//!   packs, hashes, compresses, freezes a copy of each version, serves, and says what the app is made of and under
//!   which licences.
//!
//! Each arrow is enforced by a compile: `model` needs serde and postcard and nothing of the web, `shell` is not compiled with `site`,
//! nor `site` for the browser; a test reads the dependency tree.
//!
//! # The way of a date
//!
//! `src/data/milestones/luna-26-launch.toml` says `promised = "2028"`. `site::record` reads it, and
//! [`model::when::When`] parses it or every problem of the record is printed and nothing is built. The record has two
//! shapes: [`model::record::Record`], as it is written, published in `data/` and described by its schema, and
//! [`model::dataset::Dataset`], which [`model::validate`] makes of it. The second is what the app loads
//! ([`model::codec`]), and there too a date is its string, parsed with the same code. `earliest()` and `latest()` are
//! the only numbers anyone computes with.
//!
//! Another record comes from an address instead: `shell/foreign.js` fetches it, and the checker reads its
//! published form (`model::validate::json`), within bounds, and hands it to the app or says in sentences what is wrong. It brings its own title and the
//! addresses of its sources; the app speaks of it in words that are not about the station
//! ([`model::dataset::Dataset::ours`]).
//!
//! # The way of a choice
//!
//! The filter is a form whose controls bear the names of the query's parameters. A change makes the host read the
//! form as a query and ask for it: [`model::state::Msg::Ask`]. [`model::state::State::update`] is pure;
//! [`model::find::Found`] follows from record and query; keyed lists move only what changed; the host writes the
//! address, replacing while something is typed and pushing what was chosen. Back asks the same way. In a record of more
//! than 500 lines the lines come first, and track and counts follow in the next frame. The boxes are made when their
//! panel is first opened; until then hidden fields of the form say what they would.
//!
//! What is no parameter is an act with a number ([`model::viewport::Act`]): a key in the track, a step in time, a
//! column to sort by. Controls name theirs in `data-act` and `data-value`, and the host passes it on:
//! [`model::state::Msg::Act`]. The view has no listeners.
//!
//! # The way of a drawing
//!
//! `site::scene` lays the drawings out when the site is built, a file for each, as a tree of elements
//! ([`model::drawing`]). The tree is published beside the record, and one function of the view turns it into markup on
//! the server and in the browser. An element that stands for something says for what; whether it was known on the day,
//! how it stands, and whether filter and phase leave it out follows from the record. A page that was prerendered loads the
//! file once its controls answer, and leaves its drawings as they stand until then. Without the file it has no
//! drawings, and everything else.
//!
//! # Invariants
//!
//! 1. `model` cannot fail from outside; `tests/fuzz/` tries each of its doors. The newest day it knows is the record's
//!    cut-off, never the reader's clock.
//! 2. A [`model::dataset::Dataset`] is valid, whoever wrote the record; nobody checks it again. Nothing in it lacks a
//!    source, no text of it is more than text, and no address more than a link.
//! 3. Only [`model::state::State::update`] makes a state; only `shell` touches the window; only `site` touches files.
//! 4. The first render is a function of the props alone.
//! 5. Derived values are never stored: a status follows from date, promises and day.
//! 6. Ids and query parameters are public: never reused, migrated by appending.
//! 7. Every listener has an owner that ends it.
//! 8. Days are UTC days. Seasons are northern and meteorological. `~` and `?` soften drawing and wording and never
//!    widen a date. Open ends sort as the known end: before 2030 is `../2029`, by 2036 `../2036`, after 2036
//!    `2037/..`.
//! 9. The promise that counts on a day is the newest that is not of low confidence; a low one counts only where
//!    there is no other.
//! 10. At the cut-off everything in the record was known. On an earlier day that is known whose date had wholly
//!     passed.
//! 11. Up to 500 found lines all stand on the page, so that finding, anchors and print work on the whole; of more a
//!     part does, and 2,000 are printed.
//! 12. Styles reach nothing outside `.explainer`; no `style=` attribute, no `innerHTML`, no inline script, so that
//!     a strict policy of a host cannot break a page. `styles/document.css` alone is about the document, which is
//!     ours only on our own page and in a frame.

pub mod model;
#[cfg(feature = "shell")]
pub mod shell;
#[cfg(feature = "site")]
pub mod site;
#[cfg(feature = "view")]
pub mod text;
#[cfg(feature = "view")]
pub mod view;
