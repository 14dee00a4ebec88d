//! Queries: what an address says, what is dropped from it, and that an address says all of a query.

use crate::support::{cases, whens};
use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::query::{Choice, Mode, NAMES, Query, Theme, View, merge};
use ilrs_explainer::model::when::When;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::rc::Rc;

/// An address, the same in canonical form, and what is complained of as `name=value`.
const ADDRESSES: &[(&str, &str, &[&str])] = &[
    ("", "", &[]),
    ("?", "", &[]),
    ("?&&", "", &[]),
    ("?q=moon", "q=moon", &[]),
    ("q=moon", "q=moon", &[]),
    ("?q=", "", &[]),
    ("?q=a+b", "q=a%20b", &[]),
    ("?q=a%20b%2Bc", "q=a%20b%2Bc", &[]),
    ("?q=%E5%AB%A6%e5%a8%a5", "q=%E5%AB%A6%E5%A8%A5", &[]),
    ("?q=100%", "q=100%25", &[]),
    ("?q=%4", "q=%254", &[]),
    ("?q=%zz", "q=%25zz", &[]),
    ("?q=a=b", "q=a%3Db", &[]),
    ("?q=%FF", "", &["q=%FF"]),
    ("?q=a&q=b", "q=a", &["q=b"]),
    ("?kind=landing~launch", "kind=landing~launch", &[]),
    ("?kind=launch~landing~launch", "kind=landing~launch", &[]),
    ("?kind=launch%7Elanding", "kind=landing~launch", &[]),
    ("?kind=launch~~", "kind=launch", &[]),
    ("?kind=launch~picnic", "kind=launch", &["kind=picnic"]),
    ("?kind=Launch", "", &["kind=Launch"]),
    ("?kind=launch&kind=landing", "kind=launch", &["kind=landing"]),
    ("?participant=china~russia", "participant=china~russia", &[]),
    ("?participant=China", "", &["participant=China"]),
    ("?mission=luna%2026", "", &["mission=luna 26"]),
    ("?status=happened~soon", "status=happened", &["status=soon"]),
    ("?confidence=high", "confidence=high", &[]),
    ("?from=2024&to=2025-06", "from=2024&to=2025-06", &[]),
    ("?from=2024%2F2025", "from=2024%2F2025", &[]),
    ("?from=2024~", "from=2024%7E", &[]),
    ("?from=yesterday", "", &["from=yesterday"]),
    ("?to=2024-13&q=moon", "q=moon", &["to=2024-13"]),
    ("?asof=2021-06-15", "asof=2021-06-15", &[]),
    ("?asof=2021-06", "", &["asof=2021-06"]),
    ("?asof=2021-06-15~", "", &["asof=2021-06-15~"]),
    ("?view=table&mode=dim&theme=dark", "view=table&mode=dim&theme=dark", &[]),
    ("?theme=auto&mode=hide&view=all", "", &[]),
    ("?view=nowhere&mode=blink&theme=pink", "", &["view=nowhere", "mode=blink", "theme=pink"]),
    ("?theme=dark&q=moon", "q=moon&theme=dark", &[]),
    ("?utm_source=x&Q=moon&qq=1", "", &[]),
];

#[test]
fn addresses_are_read_and_written() {
    for (address, canonical, complaints) in ADDRESSES {
        let (query, told) = Query::from_url(address);
        let told: Vec<String> = told.iter().map(|told| format!("{}={}", told.name, told.value)).collect();
        assert_eq!(
            (&*query.to_url(), told),
            (*canonical, complaints.iter().map(ToString::to_string).collect()),
            "{address}"
        );
    }
}

#[test]
fn a_text_has_at_most_200_characters() {
    for (length, kept) in [(200, 200), (201, 0)] {
        let (query, complaints) = Query::from_url(&format!("?q={}", "月".repeat(length)));
        assert_eq!(query.text.chars().count(), kept);
        assert_eq!(complaints.len(), usize::from(kept == 0));
    }
}

#[test]
fn what_is_not_ours_stays() {
    let table = [
        ("", "", ""),
        ("", "q=moon", "?q=moon"),
        ("?q=old", "", ""),
        ("?q=old", "q=new", "?q=new"),
        ("?utm_source=x%20y&q=old&ref", "q=new", "?utm_source=x%20y&ref&q=new"),
        ("?utm_source=x&view=table", "", "?utm_source=x"),
        ("?a=1&a=1", "", "?a=1&a=1"),
    ];
    for (search, ours, merged) in table {
        assert_eq!(merge(search, ours), merged, "{search} with {ours}");
    }
}

#[test]
fn the_day_the_section_and_the_looks_do_not_filter() {
    let table = [
        ("asof=2021-06-15&view=table&mode=dim&theme=dark", false),
        ("q=%20", false),
        ("", false),
        ("q=moon", true),
        ("kind=launch", true),
        ("from=2024", true),
        ("to=2024", true),
    ];
    for (address, filters) in table {
        assert_eq!(Query::from_url(address).0.filters(), filters, "{address}");
    }
}

fn chosen(facet: Facet) -> BoxedStrategy<Choice> {
    let values: BoxedStrategy<Vec<String>> = match facet.ids() {
        Some(_) => vec("[a-z0-9-]{1,20}", 0..4).boxed(),
        None => vec(select(facet.words()).prop_map(str::to_string), 0..4).boxed(),
    };
    let choice = |values: Vec<String>| {
        let mut choice = Choice::default();
        values.into_iter().for_each(|value| choice.insert(Rc::from(value)));
        choice
    };
    values.prop_map(choice).boxed()
}

fn dates() -> impl Strategy<Value = Option<When>> {
    proptest::option::of(whens().prop_map(|text| text.parse().expect("a generated date")))
}

fn queries() -> impl Strategy<Value = Query> {
    let choices = Facet::ALL.iter().map(|facet| chosen(*facet)).collect::<Vec<_>>();
    let text = vec(any::<char>(), 0..=200).prop_map(|signs| signs.into_iter().collect::<String>());
    let as_of = proptest::option::of(-719_528..2_932_896);
    let looks = (select(View::ALL), select(Mode::ALL), select(Theme::ALL));
    let item = select(&["", "mission-luna-26", "conflict-a"][..]);
    (text, choices, dates(), dates(), as_of, looks, item).prop_map(
        |(text, choices, from, to, as_of, (view, mode, theme), item)| {
            let choices = choices.try_into().expect("seven facets");
            Query { text: text.into(), choices, from, to, as_of, view, mode, theme, item: item.into() }
        },
    )
}

fn foreign() -> impl Strategy<Value = Vec<String>> {
    let pair = "[a-zA-Z_]{1,8}(=[a-z0-9%~+]{0,8})?";
    vec(
        pair.prop_filter("names that are not ours", |pair| {
            !NAMES.contains(&pair.split('=').next().unwrap_or(""))
        }),
        0..5,
    )
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn an_address_says_all_of_a_query(query in queries()) {
        prop_assert_eq!(Query::from_url(&query.to_url()), (query, Vec::new()));
    }

    #[test]
    fn foreign_names_stay_in_their_order(old in queries(), new in queries(), foreign in foreign()) {
        let search = format!("?{}&{}", foreign.join("&"), old.to_url());
        let merged = merge(&search, &new.to_url());
        let kept = merged.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()).map(str::to_string);
        prop_assert_eq!(&kept.take(foreign.len()).collect::<Vec<_>>(), &foreign);
        prop_assert_eq!(Query::from_url(&merged), (new, Vec::new()));
    }

    #[test]
    fn any_address_is_read(address in "\\PC{0,80}|(q|from|kind|asof)=[%0-9A-F~+&=-]{0,40}") {
        let (query, _) = Query::from_url(&address);
        prop_assert_eq!(Query::from_url(&query.to_url()), (query, Vec::new()));
    }
}
