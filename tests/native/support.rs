//! What several tests share: the record of this crate, the filter as it is rendered, and what the tests of the model share.

pub use crate::shared::*;
use aho_corasick::AhoCorasick;
use ilrs_explainer::model::dataset::{Dataset, Diagnostic};
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::record::Record;
use ilrs_explainer::model::validate;
use ilrs_explainer::site::{page, record};
use ilrs_explainer::view::Context;
use ilrs_explainer::view::app::Controls;
use ilrs_explainer::view::store::Store;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::OnceLock;
use yew::prelude::*;

/// The folder of the crate.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The values of an attribute in HTML, in their order.
pub fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&*start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Which of these texts stand in a page, by their places among them.
pub fn standing(html: &str, texts: &[String]) -> BTreeSet<usize> {
    let sought = AhoCorasick::new(texts).expect("so many can be looked for");
    sought.find_overlapping_iter(html).map(|found| found.pattern().as_usize()).collect()
}

/// The record of this crate, read once.
pub fn record() -> &'static Record {
    static RECORD: OnceLock<Record> = OnceLock::new();
    RECORD.get_or_init(|| {
        record::read(&root().join("src/data")).unwrap_or_else(|faults| panic!("{}", record::report(&faults)))
    })
}

/// The same, checked.
pub fn dataset() -> Dataset {
    record::checked(record()).expect("the record of this crate is valid")
}

/// A record in its published form, read as anybody's is.
pub fn checked(record: &Value) -> Dataset {
    validate::json::dataset(&record.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The problems of a text that should be a record, each as a line.
pub fn problems(json: &str) -> Vec<String> {
    validate::json::dataset(json).err().unwrap_or_default().iter().map(Diagnostic::to_string).collect()
}

/// The filter at an address with its panel open, as a server would render it.
pub fn panel(data: Dataset, address: &str) -> String {
    let data = Rc::new(data);
    let props = || PanelProps { data: data.clone(), address: address.to_string() };
    page::html::<Panel>(props, false).expect("the filter renders")
}

#[derive(PartialEq, Properties)]
struct PanelProps {
    data: Rc<Dataset>,
    address: String,
}

#[component]
fn Panel(PanelProps { data, address }: &PanelProps) -> Html {
    let (query, complaints) = Query::from_url(address);
    let context = Context { data: data.clone(), live: true, ..Context::default() };
    html! { <Controls store={Store::new(context, query, complaints)}/> }
}

/// Every file below a folder, in order.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("a folder can be listed").path()) {
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all.sort();
    all
}
