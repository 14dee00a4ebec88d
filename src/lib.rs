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
//!   ([`model::query_result`]) in the index of a day ([`model::index`], [`model::asof`]), where it stands on the track
//!   ([`model::timeline`]) and in the overview above it ([`model::overview`]), in the half-years of the dock's slider
//!   ([`model::halves`]), in the slip chart ([`model::slip`], of the milestones of [`model::headline`]) and in the step chart
//!   of one milestone ([`model::step`]), where labels have room
//!   ([`model::label`], [`model::corner`]), the one state ([`model::state`]) with what the
//!   reader looks at ([`model::viewport`]). No web types, no input or output, no clock, no
//!   randomness, no float.
//! - `view`: Yew function components. Props in, messages out: `view::context::Context` holds the record, the words and
//!   `dispatch`, and each root hands it down as a `view::context::Page`, with the day and the words asked for. A page that
//!   was prerendered has several roots, which share one `view::store::Store` by one hook. What keeps nothing by itself is
//!   a plain function that gives HTML, since a component costs the Wasm a kilobyte. The same components are rendered on
//!   the server, hydrated in the browser, and rendered afresh for any query that was not prerendered. Every event of the
//!   page is a listener in `html!`; the two that `html!` has no attribute for are hooks in `view::listen`.
//! - `text`: every word the page says by itself, one file a language. `text::Language` is what the app loads of it, as a
//!   file beside the record, so that one Wasm speaks them all; `text::Lang` gives the words natively.
//! - `shell`: the browser's side. `shell::start_page` and `shell::Embed` are the ways in, for a page of ours (a frame
//!   among them) and for an element. A `Place` is an app where it stands: it follows links, hears what is opened and
//!   printed, and tells its `Host`, which is an address or an element. On a page each section is a root of its own, and so is the
//!   step chart, which may stand anywhere in the HTML between them; they are taken over once the controls answer, or when
//!   they first have to change.
//!   Beside it stand the scripts: `boot.js` starts the downloads and the app, and starts it afresh if it dies;
//!   `element.js` is the element `<ilrs-explainer>` (published as `embed.js`), which starts near the window and whose app
//!   waits, parked, when it leaves; `reading_place.js` keeps in the history what a reader has at the top of the window, and
//!   leads back to it; `frame.js` runs on the page around a frame, to give it its height; `foreign.js` comes
//!   with the checker when a record of another site is asked for.
//! - `site`: the native side. Reads the record, checks it and its editorial rules, counts what bears it out and says
//!   what of it is due to be looked at again, lays out the pictures, renders, packs, hashes, compresses (with brotli
//!   in a crate of its own, `src/packing`), freezes a copy of each version, serves a draft that is soon made, and
//!   says what the app is made of and under which licences.
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
//! # The way of a text into another language
//!
//! `cargo site texts` writes each text of the record, with its place, into `src/data/po/zh.po` and `ru.po`
//! (`site::po::text`), and keeps what translators wrote there (`site::po::renew`). A build and `cargo site check` read the
//! files (`site::po::reader`); an entry that is broken or is for no text is a fault of the record, one that is missing or
//! was made of another English text (`site::po::translation`) is not. `Record::translated` (`site::po::translated`) gives
//! the record in the other language and lists what stayed in English.
//!
//! # The way of a language
//!
//! A [`text::Lang`] has a folder: the front page is `index.html`, `zh/index.html` and `ru/index.html`, and so with every
//! page but that of licences. `site::edition::Edition` is the record in one of them; `site::pages` makes the parts of each
//! at once on all processors, from what all share and from what one alone loads: its record, its pictures, its fonts
//! and, where it is set otherwise, its style (`styles/zh.css`). `base` in the view leads to the front page of the
//! language, so that a page knows no other; in the template it leads to the root of the site.
//!
//! A page names what it is in other languages in its head and links there (`site::languages`), outside every root;
//! `shell::languages` lets the links lead to what is on show. An element takes its language from its attribute `lang`. A
//! text that nobody has translated is in [`model::dataset::Dataset::english`], and [`view::context::Page::told`] says so
//! beside it. The app loads the names of things in all languages and the texts of one.
//!
//! # The way of a word
//!
//! `left_out = "{number} more entries are not printed."` in `src/text/en.toml` is a message (`text::message`). It is read
//! into a field of `text::Text`, and checked, or nothing is built; the build writes all that the app needs into
//! `assets/words.en.<hash>.bin`. `page.text().left_out(5)` fills it by the grammar of its language (`text::Locale`): the
//! plural of a noun, the form of a date, the last word of a list. What stands between two pieces that are elements of their
//! own, and so no part of one message, are the `joints` of the language. No language has code of its own but the rule of its
//! plurals.
//!
//! # The way of a choice
//!
//! A tick in a box is `onchange` in `view::filter`: it dispatches [`model::state::Msg::Toggle`].
//! [`model::state::State::update`] is pure; [`model::query_result::QueryResult`] follows from record and query; the store tells its
//! roots, keyed lists move only what changed, and an effect tells the host of the query that is on the page. The host
//! writes the address, replacing while something is typed and pushing what was chosen. Back asks the same way, by
//! [`model::state::Msg::Ask`]. In a record of more than 500 lines the lines come first, and track and counts follow in the
//! next frame. A facet shows its most frequent values; the others are made when they are asked for.
//!
//! Under the filter one section stands at a time. Its tab is a link to it, so that it has an address: where no script runs
//! the style sheet shows the section that the address names, and the app heeds the same addresses
//! ([`model::viewport::Viewport::tab`], `data-tab` on the page). On paper all sections follow one
//! another in columns.
//!
//! What is no parameter is another look at what is found ([`model::viewport::Command`]): a key in the track, the window of its
//! overview, a column to sort by. It is dispatched as [`model::state::Msg::Look`]. What a chart alone depends on, such as the statement that a
//! reader stands on and the milestone of the step chart, is that component's own.
//!
//! # The way of a card
//!
//! The front page holds one line or one closed card a thing. Its title is a link to the page of the thing, and a plain
//! click on it dispatches [`model::state::Msg::Open`]: `view::panel` renders what is known, as wide as the row, and the
//! address names what was opened last. The pages of things (`site::item`) and the page with everything (`site::whole`)
//! are made of the same functions of the view, with their sources in full; they need no script.
//!
//! The lines stand in the order of [`model::query_result::QueryResult::lines`]: what is promised, then the years from the newest down. A
//! flight's card says at its foot how it stands (`view::mission`), with a strip that the app draws.
//!
//! # The way of a comparison
//!
//! Programmes are asked the same questions (`src/data/comparison.toml`, [`model::comparison`]). An answer names its
//! grounds, the things whose statements carry it, and `site::rules` holds it to them: to their sources, to their best
//! grade, to their numbers and names, and to the day by which they were known. `view::compare` shows it, with a strip for
//! a ground that is a milestone. It is long and no filter changes it, so that nothing of it is prerendered on the front
//! page but a link to a page of its own (`site::compare`); the app makes it where it is asked for.
//!
//! # The way of a picture
//!
//! The station as one scene (`site::station`), the Moon in three maps (`site::moon`) and who joined when (`site::joined`)
//! are static markup (`site::svg`), laid out when the site is built: links to the pages of things, with radios for the
//! steps of the scene that the style sheet answers. On the pages of the site they stand outside every root
//! (`site::pictures`); an element loads the same markup as a file (`view::pictures`) and without it shows everything else.
//!
//! Their art is data, `art.json` and `ground.json`, with its origin in it; how a part stands, its year and its phases,
//! where each name has room and what the Moon shows of itself are computed from it and the record. Words are measured by
//! estimate (`site::lettering`), for the widest face that a reader is likely to have.
//!
//! A picture is saved as it stands on the page (`shell/picture.js`): what is drawn there is copied with its looks as
//! attributes, and the words around it become words in it. So a saved picture is of the day, the milestone, the step, the
//! language and the colours that are shown, and the Wasm has no drawing of its own for it. `boot.js` loads that script at
//! the first press of such a button, in a page, a frame and an element alike. One picture or one card stands alone
//! (`view::alone`) where [`model::query::View::stands_alone`] says so.
//!
//! A picture is drawn for the record's cut-off. Each part says what it stands for, since when that is known and since
//! when it stands as it is drawn (`site::known`); by that the app marks it (`view::pictures::Mark`) on an earlier day and
//! under a filter, and the style sheet shows the marks.
//!
//! # The way of the story
//!
//! Between the opening and the filter, which are roots of their own, the front page tells a story (`site::story`): a
//! chapter is some sentences beside a picture. It is markup that no script makes, so the Wasm has none of its words,
//! and only a page of ours has it. On an earlier day each chapter says for which day it is written, and the app hides in
//! its lanes, stairs, counts and questions what was not known then, as in the other pictures. A sentence is the
//! record's own or is made of its figures, and is a list of parts, each with its ground: sources with a grade, or a count over the record. A ground is a note, opened by the platform's
//! `popover`. A chapter takes as many sentences as it has room for, and what a record lacks is left out. Pictures that
//! are made elsewhere come as markup and take their places at the end.
//!
//! # The way of a correction
//!
//! `src/data/corrections.toml` says what the record said and that was wrong. It is published and translated as the rest of
//! the record, and the app does not load it: `site::changes` puts corrections beside the statements that moved a date and
//! the events, newest first, on the page `changes/`, and `site::feed` tells the newest of them in `feed.xml`.
//!
//! # Invariants
//!
//! 1. `model` cannot fail from outside; `tests/fuzz/` tries each of its doors. The newest day it knows is the record's
//!    cut-off, never the reader's clock. That is asked once on the page, in an effect, for how old the record is
//!    (`view::age`), and nothing depends on it.
//! 2. A [`model::dataset::Dataset`] is valid, whoever wrote the record; nobody checks it again. Nothing in it lacks a
//!    source, no text of it is more than text, and no address more than a link.
//! 3. Only [`model::state::State::update`] makes a state; only `shell` touches the window; only `site` touches files.
//! 4. The first render is a function of props and context alone; what was prerendered is taken over by it, if it still
//!    holds as many nodes as were written. What others do to our texts later is undone before anything is rendered:
//!    every component asks for [`view::intact::use_intact`] first.
//! 5. Derived values are never stored: a status follows from date, promises and day.
//! 6. Ids and query parameters are public: never reused, migrated by appending.
//! 7. Every listener has an owner that ends it: Yew, a hook, or `shell::dying`, which lets go of all when the app dies.
//!    Nothing reads or writes Yew's own markers, and nothing edits the linked Wasm.
//! 8. Days are UTC days. Seasons are northern and meteorological. `~` and `?` soften drawing and wording and never
//!    widen a date. Open ends sort as the known end: before 2030 is `../2029`, by 2036 `../2036`, after 2036
//!    `2037/..`.
//! 9. The promise that counts on a day is the newest that is not of low confidence; a low one counts only where
//!    there is no other. So with dates: the first, the newest and their number are of statements that are not of low
//!    confidence, or of all where none of these gives a date ([`model::milestone::Milestone::dates`]).
//! 10. At the cut-off everything in the record was known. On an earlier day that is known whose date had wholly
//!     passed.
//! 11. Up to 500 found lines all stand on the page, so that finding, anchors and print work on the whole; of more a
//!     part does, and 2,000 are printed.
//! 12. Styles reach nothing outside `.explainer`; no `style=` attribute, no `innerHTML`, no inline script, so that
//!     a strict policy of a host cannot break a page. `styles/document.css` alone is about the document, which is
//!     ours only on our own page and in a frame. `site::style::OTHERS` are for the pages that need no script.

pub mod model;
#[cfg(feature = "shell")]
pub mod shell;
#[cfg(feature = "site")]
pub mod site;
#[cfg(feature = "view")]
pub mod text;
#[cfg(feature = "view")]
pub mod view;
