//! `Host`: where the query lives and who hears changes, as an object of the loader's. The loader brings the page's;
//! an element and a frame bring theirs. It is JavaScript because every call into the document costs the Wasm and
//! its glue more than the call itself does there.

use crate::model::query::{Query, merge};
use crate::model::state::Change;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the app tells and asks its surroundings.
    #[derive(Clone)]
    pub type Host;

    /// The query part of the host's address, or what stands for it.
    #[wasm_bindgen(method)]
    pub fn search(this: &Host) -> String;

    /// The controls answer.
    #[wasm_bindgen(method)]
    pub fn ready(this: &Host);

    /// Write this into the address; what is being typed replaces, what was chosen is a step to go back from.
    #[wasm_bindgen(method)]
    fn write(this: &Host, search: &str, typed: bool);

    /// This canonical query is now on the page, and leaves this many lines.
    #[wasm_bindgen(method)]
    fn changed(this: &Host, query: &str, number: usize);
}

impl Host {
    /// A query is on the page and leaves this many lines: the address follows it, unless it came from there.
    pub fn told(&self, query: &Query, change: Change, number: usize) {
        let (search, ours) = (self.search(), query.to_url());
        if change != Change::Address && *query != Query::from_url(&search).0 {
            self.write(&merge(&search, &ours), change == Change::Typed);
        }
        self.changed(&ours, number);
    }
}
