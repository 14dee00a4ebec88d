//! The slip chart as the server renders it: a row with its sentence for each milestone, nothing cut, nothing styled in
//! place, and in words what is not drawn.

use crate::moved::when;
use crate::slip::given;
use crate::support::{checked, dataset, day, root, values};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::headline::Headline;
use ilrs_explainer::model::id::Type;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::when::Day;
use ilrs_explainer::site::{catalogue, page};
use ilrs_explainer::text::Lang;
use ilrs_explainer::view::context::Asked;
use ilrs_explainer::view::{Context, Page, slip};
use serde_json::json;
use std::rc::Rc;
use yew::prelude::*;

/// What of the chart is shown.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Front,
    All,
}

#[derive(PartialEq, Properties)]
struct ShownProps {
    data: Rc<Dataset>,
    day: Option<Day>,
    part: Part,
}

#[component]
fn Shown(ShownProps { data, day, part }: &ShownProps) -> Html {
    let context = Context { data: data.clone(), ..Context::default() };
    let page = &Page::new(&context, &Asked::new(data.day(*day), &Query::default()));
    match part {
        Part::Front => slip::figure(page),
        Part::All => slip::all(page),
    }
}

fn html(data: Dataset, day: Option<Day>, part: Part) -> String {
    let data = Rc::new(data);
    page::html::<Shown>(|| ShownProps { data: data.clone(), day, part }, false).expect("the chart renders")
}

/// The record of this crate as a site with pages has it.
fn own() -> Dataset {
    let mut data = dataset();
    data.addresses.clear();
    data
}

/// What stands in each element of a kind.
fn inner<'a>(html: &'a str, element: &str) -> Vec<&'a str> {
    let (start, end) = (format!("<{element}"), format!("</{element}>"));
    let named = html.split(&start).skip(1).filter(|rest| rest.starts_with([' ', '>']));
    named.filter_map(|rest| rest.split_once('>')?.1.split(&end).next()).collect()
}

#[test]
fn ten_rows_each_with_its_sentence() {
    let html = html(own(), None, Part::Front);

    let sentences = values(&html, "aria-label");
    let names: Vec<String> =
        inner(&html, "li").iter().map(|row| inner(row, "a")[0].replace("&#x27;", "'")).collect();
    assert_eq!((names.len(), sentences.len()), (10, 10));
    for (name, sentence) in names.iter().zip(&sentences) {
        assert!(sentence.starts_with(&format!("{name}: the first date was “")), "{sentence}");
        assert!(sentence.ends_with('.'), "{sentence}");
    }
    assert_eq!(
        sentences[0],
        "Luna-25 launch: the first date was “2015”, in a statement dated 11 April 2012. The event is dated 10 \
         August 2023: 8 years later. A date was given 12 times."
    );
    assert_eq!(inner(&html, "tbody")[0].matches("<tr>").count(), 10, "the same as a table");
    let links = values(&html, "href");
    assert!(links.contains(&"milestone/luna-25-launch/") && links.contains(&"#promises"), "{links:?}");
    assert!(html.contains("<h2 id=\"slip\">Ten milestones and every date given for them</h2>"));
    let rule = "The rows are the five missions in the first phase of the plan of 16 June 2021 that had not flown then, \
                the two dates that the plan gives the station itself and the first crews of three programmes.";
    assert!(html.contains(rule), "{:?}", inner(&html, "figcaption"));
}

#[test]
fn it_needs_no_style_of_its_own_and_few_elements() {
    for part in [Part::Front, Part::All] {
        assert!(!html(own(), None, part).contains("style="));
    }
    let html = html(own(), None, Part::Front);
    let elements = html.matches('<').count() - html.matches("</").count();
    assert!(elements <= 480, "{elements} elements");
}

/// What a sign takes at most in a font without serifs, in thousandths of an em of its own size.
const SIGN: f64 = 0.57;

/// A label: where it stands, on which side, and how wide it is in em.
fn label(attributes: &str, words: &str, short: bool) -> Option<(f64, f64)> {
    let attributes = &format!(" {attributes}");
    let class = values(attributes, "class")[0];
    let bold = class.starts_with("last");
    let x: f64 = values(attributes, "x")[0].trim_end_matches('%').parse().expect("a number");
    let strip = if short { 18.0 } else { 29.0 };
    let size = if bold { 0.8125 * 1.05 } else { 0.75 };
    let (at, wide) = (x / 100.0 * strip, words.chars().count() as f64 * SIGN * size);
    let narrow = class.split(' ').find(|name| name.starts_with("n-")).filter(|_| short);
    let side = narrow.map_or_else(|| class.split(' ').nth(1).expect("a side"), |name| &name[2..]);
    match side {
        "mid" => Some((at - wide / 2.0, at + wide / 2.0)),
        "start" => Some((at + 0.2, at + 0.2 + wide)),
        "end" => Some((at - 0.2 - wide, at - 0.2)),
        "none" => None,
        side => panic!("{side} is no side"),
    }
}

#[test]
fn no_label_is_cut_or_meets_another() {
    for (part, asked) in [(Part::Front, None), (Part::All, None), (Part::Front, Some("2021-07-01"))] {
        let html = html(own(), asked.map(day), part);
        for row in html.split("class=\"slip-name\"").skip(1) {
            let texts = row.split("<text ").skip(1);
            let texts = texts.filter_map(|rest| rest.split("</text>").next()?.split_once('>'));
            let texts: Vec<(&str, &str)> = texts.collect();
            assert!(!texts.is_empty() || row.contains("no date stated yet"), "{row}");
            for short in [false, true] {
                let strip = if short { 18.0 } else { 29.0 };
                let spans: Vec<(f64, f64)> =
                    texts.iter().filter_map(|(attributes, words)| label(attributes, words, short)).collect();
                for (left, right) in &spans {
                    assert!(
                        *left > -0.7 && *right < strip + 0.7,
                        "{texts:?}: {left} to {right}, short {short}"
                    );
                }
                if let [one, other] = spans[..] {
                    assert!(one.1 < other.0 || other.1 < one.0, "{texts:?} meet, short {short}");
                }
            }
        }
    }
}

#[test]
fn everything_stands_within_its_strip() {
    for data in
        [own(), checked(&given(&[("1950", Some("1957"), "low"), ("2020", Some("2100/.."), "high")], None))]
    {
        let html = html(data, None, Part::All);
        for name in ["x", "x1", "x2", "cx", "width"] {
            for value in values(&html, name).into_iter().filter_map(|value| value.strip_suffix('%')) {
                let value: f64 = value.parse().unwrap_or_else(|_| panic!("{name}={value}"));
                assert!((0.0..=100.0).contains(&value), "{name}={value}");
            }
        }
        for row in html.split("class=\"strip\"").skip(1) {
            let heights = values(row, "cy").into_iter().filter_map(|value| value.strip_suffix("em"));
            assert!(
                heights.map(|value| value.parse::<f64>()).all(|value| value.is_ok_and(|value| value > 0.3))
            );
        }
    }
}

#[test]
fn before_anybody_gave_a_date_it_says_so_or_is_left_out() {
    let html_of = |asked: &str| html(own(), Some(day(asked)), Part::Front);
    let on = own().day(Some(day("2013-01-01")));
    let early = html_of("2013-01-01");
    let known =
        Headline::new(&own()).milestones().filter(|at| !own().milestone(*at).known(on).is_empty()).count();
    assert!(known > 0 && known < 10, "{known} of ten were promised");
    assert_eq!(inner(&early, "li").len(), known, "what nobody had promised is not named");
    assert!(early.contains("as it stood on") && !early.contains("record checked"));
    assert_eq!(html_of("2000-01-01"), "");
    assert_eq!(html(Dataset::default(), None, Part::Front), "");
    assert_eq!(html(Dataset::default(), None, Part::All), "");
    let undated = || checked(&given(&[("2020", None, "high")], None));
    assert_eq!(html(undated(), None, Part::Front) + &html(undated(), None, Part::All), "");
}

#[test]
fn a_row_says_how_far_the_date_moved() {
    // The dates given, one a year, all of high confidence but for those with a `low`; `none` takes the date back.
    let table = [
        ("2030", None, "one date so far", "given once"),
        ("2030 none", None, "withdrawn", "given once"),
        ("low:2030", None, "on weak sources alone", "given once"),
        ("low:2030 low:2040", None, "on weak sources alone", "given twice"),
        ("low:2030 2040", None, "one date so far", "given once"),
        ("2030 2031", None, "1 year later", "given twice"),
        ("2030 2028", None, "2 years earlier", "given twice"),
        ("2030 2031 none", None, "1 year later, then withdrawn", "given twice"),
        ("2030 2032 2030", None, "the same as at first", "given 3 times"),
        ("2017 2029/2030", None, "12 to 13 years later", "given twice"),
        ("2029/2030 2027", None, "2 to 3 years earlier", "given twice"),
        ("2026/2030 2029", None, "1 year earlier to 3 years later", "given twice"),
        ("2024/2025", Some("2024-05-03"), "up to 1 year earlier", "given once"),
        ("2024/2025 none", Some("2024-05-03"), "up to 1 year earlier", "given once"),
        ("2025 2036/..", None, "at least 11 years later", "given twice"),
        ("2035 ../2036", None, "up to 1 year later", "given twice"),
        ("2035 ../2035", None, "the same year or earlier", "given twice"),
        ("2035 2035/..", None, "the same year or later", "given twice"),
        ("2030 ../2028", None, "at least 2 years earlier", "given twice"),
        ("2030 2028/..", None, "up to 2 years earlier, or later", "given twice"),
        ("2027-12 2028-01", None, "1 month later", "given twice"),
    ];
    for (dates, actual, words, times) in table {
        let stated = ["2018", "2019", "2020"];
        let dates: Vec<(&str, Option<&str>, &str)> = dates
            .split(' ')
            .zip(stated)
            .map(|(date, stated)| match date.strip_prefix("low:") {
                Some(date) => (stated, Some(date), "low"),
                None => (stated, Some(date).filter(|date| *date != "none"), "high"),
            })
            .collect();
        let html = html(checked(&given(&dates, actual)), None, Part::Front);
        let told = html.split("class=\"slip-words\">").nth(1).and_then(|rest| rest.split("</p>").next());
        let told = told.unwrap_or_else(|| panic!("{dates:?}: {html}"));
        assert!(told.starts_with(&format!("<b>{words}</b> <small>{times} ")), "{dates:?}: {told}");
    }
}

#[test]
fn a_date_below_its_mark_is_short() {
    let table = [
        ("2015", "2015"),
        ("2023-08-10", "Aug 2023"),
        ("2023-08-10/2023-08-11", "Aug 2023"),
        ("2026-07/2026-12", "Jul–Dec 2026"),
        ("2029/2030", "2029–2030"),
        ("2023-12/2024-02", "Dec 2023–Feb 2024"),
        ("../2036", "by end 2036"),
        ("2036/..", "2036 or later"),
        ("2030~", "about 2030"),
        ("2030?", "about 2030"),
        ("203X", "the 2030s"),
        ("2027-23", "autumn 2027"),
    ];
    for (date, short) in table {
        assert_eq!(Lang::default().text().slip().date(&when(date)), short, "{date}");
    }
}

#[test]
fn long_and_foreign_names_are_whole() {
    let mut record = given(&[("2020", Some("2030"), "high"), ("2021", Some("2031"), "high")], None);
    let names =
        ["محطة أبحاث القمر الدولية", "国际月球科研站建成", &"A very long name of a milestone ".repeat(4)];
    for name in names {
        record["milestones"][0]["label"] = json!(name.trim());
        let html = html(checked(&record), None, Part::Front);
        assert!(html.contains(&format!(">{}</bdi></a>", name.trim())), "{html}");
        assert!(html.contains(&format!("aria-label=\"{}: ", name.trim())), "{html}");
    }
}

/// What is hard to draw is drawn within its row, or said in words.
#[test]
fn a_strange_record_has_its_row() {
    let sixty: Vec<String> = (0..60).map(|place| format!("{}-0{}", 1960 + place, 1 + place % 9)).collect();
    let sixty: Vec<_> = sixty.iter().map(|stated| (&**stated, Some("2030"), "high")).collect();
    type Case<'a> = (&'a [(&'a str, Option<&'a str>, &'a str)], &'a str);
    let table: [Case; 6] = [
        (&[("2020", Some("2030"), "high")], "one date so far"),
        (&[("2020", Some("2030"), "low"), ("2021", Some("2031"), "low")], "on weak sources alone"),
        (&[("2020", Some("2030"), "high"), ("2021", Some("2035/.."), "high")], "at least 5 years later"),
        (&[("1950", Some("1957"), "high"), ("2020", Some("2100"), "high")], "143 years later"),
        (&[("2020", Some("1957"), "high"), ("2021", Some("2100"), "high")], "143 years later"),
        (&sixty, "the same as at first"),
    ];
    for (dates, words) in table {
        let html = html(checked(&given(dates, None)), None, Part::Front);
        assert!(html.contains(&format!("<b>{words}</b>")), "{words}: {html}");
        let strip = html.split("<svg").find(|strip| strip.contains("class=\"strip\""));
        let strip = strip.unwrap_or_else(|| panic!("{words}: no strip"));
        let height = values(strip, "height").into_iter().find_map(|height| height.strip_suffix("em"));
        let height: f64 = height.and_then(|height| height.parse().ok()).expect("a height");
        let heights = values(strip, "cy").into_iter().filter_map(|value| value.strip_suffix("em"));
        let heights: Vec<f64> = heights.filter_map(|value| value.parse().ok()).collect();
        assert_eq!(heights.len(), dates.len(), "{words}: a dot for each");
        assert!(heights.iter().all(|y| (0.3..height - 1.0).contains(y)), "{words}: {heights:?} of {height}");
    }
}

/// No two parts of a page have an id in common.
#[test]
fn ids_differ_by_the_part_of_the_page() {
    let ids = |part| {
        let html = html(own(), None, part);
        values(&html, "id").into_iter().map(str::to_string).collect::<Vec<_>>()
    };
    let mut all = [ids(Part::Front), ids(Part::All)].concat();
    let number = all.len();
    all.sort();
    all.dedup();
    assert_eq!((all.len(), number), (number, 13));
}

#[test]
fn the_front_page_has_what_the_rules_give() {
    let data = own();
    let all: Vec<String> = Headline::new(&data).milestones().map(|at| data.id(at).to_string()).collect();
    let html = html(own(), None, Part::Front);
    let links = values(&html, "href");
    for id in &all {
        assert!(links.contains(&&*format!("milestone/{id}/")), "{id}");
    }
    let known = data.places(Type::Milestone).map(|at| data.milestone(at).promises.len());
    let told = format!("All {} milestones and {} statements", data.milestones.len(), known.sum::<usize>());
    assert!(html.contains(&told), "{told}");
}

/// Every state of a row stands in the catalogue, light and dark.
#[test]
fn the_catalogue_shows_every_state() {
    let files = catalogue::files(root()).expect("the catalogue is made");
    let html = String::from_utf8_lossy(&files["catalogue/index.html"]);
    let specimens = |name: &str| html.matches(&format!("data-specimen=\"{name}\"")).count();
    for name in ["slip", "slip-then", "slip-all", "slip-one", "slip-early"] {
        assert_eq!(specimens(name), 2, "{name}");
    }
    for state in [
        "class=\"reached\"",
        "#slip-until)",
        "#slip-from)",
        "#slip-both)",
        "#slip-alone-both)",
        "class=\"a0 weak\"",
        "weak newest\"",
        "rx=\"",
        ", then withdrawn",
        "one date so far",
        "on weak sources alone",
        "no date stated yet",
        "at least",
        "up to",
    ] {
        assert!(html.contains(state), "{state} is not shown");
    }
}
