//! What several tests share: the record of this crate, a small record, days and generated dates.

use ilrs_explainer::model::dataset::{Dataset, Problem};
use ilrs_explainer::model::find::Found;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::record::Record;
use ilrs_explainer::model::state::State;
use ilrs_explainer::model::validate;
use ilrs_explainer::model::when::{Day, When};
use ilrs_explainer::site::{page, record};
use ilrs_explainer::view::Context;
use ilrs_explainer::view::context::Asked;
use ilrs_explainer::view::filter::Filter;
use proptest::prelude::*;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::OnceLock;
use yew::prelude::*;

/// The folder of the crate.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
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

/// A small valid record, to be broken in one place.
pub fn small() -> Value {
    serde_json::from_str(include_str!("small.json")).expect("the small record is JSON")
}

/// The small record, checked, as a site with a page of sources has it.
pub fn small_data() -> Dataset {
    let mut data = checked(&small());
    data.addresses.clear();
    data
}

/// A record in its published form, checked.
pub fn checked(record: &Value) -> Dataset {
    validate::json::dataset(&record.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The problems of a text that should be a record, each as a line.
pub fn problems(json: &str) -> Vec<String> {
    validate::json::dataset(json).err().unwrap_or_default().iter().map(Problem::to_string).collect()
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
    let state = State::new(data, query, complaints);
    let found = Rc::new(Found::new(data, &state.query));
    let asked = Asked::new(found.day(), &state.query);
    let context = Context { data: data.clone(), live: true, ..Context::default() };
    html! {
        <ContextProvider<Context> {context}>
            <Filter {state} found={found.clone()} settled={found} {asked} open={true}/>
        </ContextProvider<Context>>
    }
}

/// A day as it is written.
pub fn day(text: &str) -> Day {
    text.parse::<When>().ok().and_then(|when| when.exact_day()).unwrap_or_else(|| panic!("{text} is no day"))
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

/// How many cases a property is tried on; `cargo site test --fast` tries an eighth. Nothing is written beside the tests
/// when one fails: it says the case.
pub fn cases(cases: u32) -> ProptestConfig {
    let cases = if std::env::var_os("TEST_FAST").is_some() { cases.div_ceil(8) } else { cases };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Any date or interval, as it is written.
pub fn whens() -> impl Strategy<Value = String> {
    let end = || prop_oneof![6 => dates(), 1 => Just("..".to_string()), 1 => Just(String::new())];
    let interval = (end(), end()).prop_map(|(start, end)| format!("{start}/{end}"));
    prop_oneof![3 => dates(), 2 => interval.prop_filter("one that is valid", |text| text.parse::<When>().is_ok())]
}

/// Any date without an interval, as it is written. Days stop at 28, so that each exists in its month.
pub fn dates() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[0-9]{2}XX",
        "[0-9]{3}X",
        "[0-9]{4}",
        "[0-9]{4}-XX",
        "[0-9]{4}-XX-XX",
        "[0-9]{4}-2[1-4]",
        "[0-9]{4}-(0[1-9]|1[0-2])",
        "[0-9]{4}-(0[1-9]|1[0-2])-XX",
        "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])",
        "[0-9]{4}-(0[13578]|1[02])-(29|3[01])",
    ];
    (part, "[~?%]?").prop_map(|(part, certainty)| part + &certainty)
}
