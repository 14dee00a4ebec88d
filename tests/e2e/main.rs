//! The built site in a real browser, driven over WebDriver, on `dist/` as our own server serves it: everything in
//! Chromium, the essentials in Firefox too.
//!
//! `cargo site test` brings browsers, drivers and Node packages, builds the site and runs these tests.

// What the tests stand on.
mod addon;
mod bars;
mod browser;
mod command;
mod compare;
mod dist;
mod driver;
mod folder;
#[path = "../generated/mod.rs"]
mod generated;
mod host;
mod life;
mod native;
mod nginx;
mod no_slash;
mod node;
mod other;
mod outcome;
mod page;
mod page_pictures;
mod picture;
mod python;
mod reader;
mod site;

// The tests, one subject a file.
mod address;
mod axe;
mod calendar;
mod citations;
mod download;
mod drawn;
mod embed_host;
mod embed_life;
mod embed_memory;
mod embed_query;
mod embed_record;
mod embed_start;
mod embedding;
mod facets;
mod faults;
mod feed;
mod firefox;
mod foreign;
mod frame;
mod frozen;
mod hosting;
mod hydrate;
mod keyboard;
mod keys;
mod languages;
mod layout;
mod long;
mod older;
mod package;
mod pictures;
mod policy;
mod print;
mod privacy;
mod published;
mod random;
mod react;
mod reading_place;
mod recover;
mod rewritten;
mod scripts_off;
mod search;
mod steady;
mod story;
mod surroundings;
mod take;
mod taken;
mod taplo;
mod then;
mod time;
mod track;
mod types;
