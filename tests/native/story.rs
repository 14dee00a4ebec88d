//! The story: short chapters, every sentence with its mark, figures that are recounted here in another way, and nothing
//! of what a record lacks.

use crate::support::{dataset, record, small, valid, values};
use ilrs_explainer::model::claim::Confidence;
use ilrs_explainer::model::event::Kind;
use ilrs_explainer::model::milestone::Promise;
use ilrs_explainer::model::record::Record;
use ilrs_explainer::site::dist::brotli;
use ilrs_explainer::site::page;
use ilrs_explainer::site::record::whole;
use ilrs_explainer::site::sources::{Sources, SourcesProps};
use ilrs_explainer::site::story::{
    Axis, LONGEST, Made, Part, Stand, StoryProps, Teller, chapters, fitting, joined, lanes, markup, next,
    programme, words,
};
use ilrs_explainer::text::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::rc::Rc;

fn props(record: &Record) -> StoryProps {
    let data = whole(record).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let made = Made::new(record, &data, Lang::En, "", "<svg></svg>".to_string());
    let (data, record) = (Rc::new(data), Rc::new(record.clone()));
    StoryProps { data, record, lang: Lang::En, base: "", pages: "".into(), made: Rc::new(made) }
}

/// The story of a record, as HTML.
fn told(record: &Record) -> String {
    markup(&props(record)).expect("the story renders")
}

fn published(value: Value) -> Record {
    serde_json::from_value(value).expect("the record has the published form")
}

fn elements(html: &str) -> usize {
    html.match_indices('<')
        .filter(|(at, _)| html[at + 1..].starts_with(|sign: char| sign.is_ascii_alphabetic()))
        .count()
}

/// What lies between two marks of the markup, the first time.
fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    html.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(inner, _)| inner)
}

#[test]
fn there_are_six_chapters_and_each_is_short() {
    let props = props(record());
    let teller = Teller::new(&props);
    let all = chapters(&teller);
    let names: Vec<&str> = all.iter().map(|chapter| chapter.name).collect();
    assert_eq!(names, ["what", "who", "flies", "when", "disputed", "next"]);
    for chapter in &all {
        let number = words(&chapter.sentences);
        println!("{}: {number} words", chapter.name);
        assert!((20..=LONGEST).contains(&number), "{}: {number} words", chapter.name);
        assert!(chapter.picture.is_some(), "{} has no picture", chapter.name);
    }
    assert_eq!(LONGEST, 70);
}

#[test]
fn every_sentence_is_whole_and_ends_with_a_mark() {
    let html = told(record());
    let mut sentences = 0;
    for prose in html.split("<h3").skip(1) {
        let prose = between(prose, "</h3>", "</p>");
        let after: Vec<&str> = prose.split("</button></span>").collect();
        assert!(after.len() > 1, "no mark in {prose}");
        assert_eq!(after.last().map(|rest| rest.trim()), Some(""), "words after the last mark: {prose}");
        for part in &after[..after.len() - 1] {
            let said = part.replacen("<p>", "", 1).replace("<span>", "");
            let said = said.split("<button").next().unwrap_or_default().trim().to_string();
            assert!(said.ends_with(['.', ';']), "it is no sentence: {said}");
            sentences += said.matches(['.', ';']).count();
        }
    }
    assert!(sentences > 15, "{sentences} sentences");
}

#[test]
fn every_mark_opens_a_note_and_every_link_leads_somewhere() {
    let html = told(record());
    let ids = values(&html, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "an id stands twice: {ids:?}");
    let opened: BTreeSet<&str> = values(&html, "popovertarget").into_iter().collect();
    let notes: BTreeSet<&str> = ids.iter().copied().filter(|id| id.starts_with("story-note-")).collect();
    assert!(!notes.is_empty());
    assert_eq!(opened, notes, "a note without a mark, or a mark without a note");
    let list =
        page::html::<Sources>(|| SourcesProps { record: Rc::new(record().clone()), lang: Lang::En }, false);
    let list = list.expect("the page of sources renders");
    let app = page::app(&Rc::new(dataset()), "").expect("the page renders");
    for href in values(&html, "href") {
        let leads = match href.split_once('#') {
            Some(("sources/", anchor)) => list.contains(&format!("id=\"{anchor}\"")),
            Some(("", anchor)) => ids.contains(&anchor) || app.contains(&format!("id=\"{anchor}\"")),
            Some(_) => false,
            None if href.starts_with("embedding/?view=") => true,
            None => href.trim_end_matches('/').rsplit_once('/').is_some_and(|(_, id)| {
                dataset().at(id).is_some_and(|at| href == format!("{}/{id}/", at.kind))
            }),
        };
        assert!(leads, "{href} leads nowhere");
    }
}

#[test]
fn the_marks_are_numbered_from_one_on_without_a_gap() {
    let html = told(record());
    let mut newest = 0;
    for target in values(&html, "popovertarget") {
        let number: usize = target["story-note-".len()..].parse().expect("a number");
        assert!(number <= newest + 1, "{number} after {newest}");
        newest = newest.max(number);
    }
    let names =
        html.split("<button ").skip(1).filter_map(|tag| values(tag.split('>').next()?, "aria-label").pop());
    assert!(names.clone().count() >= 10, "marks without a name");
    for name in names {
        assert!(name.starts_with("Source ") && name.contains(": "), "{name}");
    }
    assert!(newest >= 10, "{newest} notes");
}

#[test]
fn the_story_is_light() {
    let html = told(record());
    let part = |name: &str| {
        let start = format!("<figure class=\"{name}\"");
        html.split_once(&*start)
            .and_then(|(_, rest)| rest.split_once("</figure>"))
            .map_or("", |(inner, _)| inner)
    };
    let (scene, maps) = (part("scene"), part("maps"));
    assert!(!scene.is_empty() && !maps.is_empty());
    let own = html.replace(scene, "").replace(maps, "");
    let packed = brotli(own.as_bytes()).expect("it is compressed");
    println!("{} elements, {} bytes", elements(&own), packed.len());
    assert!(elements(&own) <= 850, "{} elements", elements(&own));
    assert!(packed.len() <= 14_000, "{} bytes", packed.len());
}

/// Counted by hand in the published form, which is read here as JSON.
#[test]
fn the_figures_are_those_of_the_record() {
    let html = told(record());
    let published = serde_json::to_value(record()).expect("it is written");
    let all = |list: &str| published[list].as_array().cloned().unwrap_or_default();
    let is_in = |item: &Value| {
        item["claims"].as_array().into_iter().flatten().any(|claim| {
            claim["field"] == "standing" && (claim["value"] == "founder" || claim["value"] == "member")
        })
    };
    let states = all("participants").iter().filter(|item| item["group"] == "state" && is_in(item)).count();
    assert!(html.contains(&format!("{states} states are in")), "{states} states");
    let rows = all("participants").iter().filter(|item| is_in(item)).count();
    assert_eq!(between(&html, "class=\"stairs\"", "<h4").matches("<a ").count(), rows);
    let most = all("counts").iter().filter_map(|count| count["number"].as_u64()).max().expect("counts");
    assert!(html.contains(&format!("The highest, {most} ")), "{most}");
    let questions = all("conflicts").len();
    let read = all("conflicts").iter().filter(|conflict| conflict["reading"].is_string()).count();
    assert!(html.contains(&format!("disagree on {questions} questions")), "{questions} questions");
    assert_eq!(html.contains("and with our "), read == questions, "{read} readings");
    let treaty: Vec<Value> = all("phases")
        .iter()
        .filter(|phase| phase["group"] == "treaty")
        .map(|phase| phase["id"].clone())
        .collect();
    let planned: Vec<Value> = all("missions")
        .into_iter()
        .filter(|mission| {
            mission["about"].as_array().is_some_and(|about| about.iter().any(|id| treaty.contains(id)))
        })
        .collect();
    let launched = |mission: &&Value| {
        mission["claims"].as_array().into_iter().flatten().any(|claim| claim["field"] == "launch")
    };
    println!("{} planned, {} flown", planned.len(), planned.iter().filter(launched).count());
    assert!(html.contains(&format!("{} missions; three have ", planned.len())));
    assert_eq!(planned.iter().filter(launched).count(), 3);
}

#[test]
fn programmes_are_read_from_names() {
    for (name, read) in [
        ("Chang’e-5", ("Chang’e", "5")),
        ("Chang’e-5 T1", ("Chang’e", "5 T1")),
        ("Queqiao", ("Queqiao", "")),
        ("Artemis III", ("Artemis", "III")),
        ("Tiandu-1 and -2", ("Tiandu", "1 and -2")),
        ("Vostok 1", ("Vostok", "1")),
        ("Zvezda Moon base", ("Zvezda Moon base", "")),
        ("嫦娥-7", ("嫦娥", "7")),
        ("", ("", "")),
        ("-", ("-", "")),
        ("X-ray", ("X-ray", "")),
    ] {
        assert_eq!(programme(name), read, "{name}");
    }
}

/// By hand: Probe-1 flew in 2025, Probe-2 is no mission of the record, and of two that share a date none has its own.
#[test]
fn the_lanes_of_a_small_record() {
    let mut value = small();
    let missions = value["missions"].as_array_mut().expect("a list");
    let mut more = |id: &str, name: &str| {
        missions.push(json!({"id": id, "name": name, "group": "china", "claims": [
            {"field": "what", "text": "A flight.", "sources": ["press-2024-04"], "confidence": "high"}]}));
    };
    more("probe-3", "Probe-3");
    more("probe-4", "Probe-4");
    more("landers", "Landers");
    value["milestones"].as_array_mut().expect("a list").extend([
        json!({"id": "two", "label": "Two probes", "kind": "launch", "about": ["probe-3", "probe-4"]}),
        json!({"id": "crew", "label": "First crew", "kind": "landing", "about": ["landers"]}),
    ]);
    for milestone in ["two", "crew"] {
        value["promises"].as_array_mut().expect("a list").push(json!({
            "id": format!("{milestone}-2024-04"), "milestone": milestone, "stated": "2024-04", "promised": "2030/..",
            "who": "The press", "sources": ["press-2024-04"], "confidence": "medium"}));
    }
    let data = valid(&published(value));
    let lanes = lanes(&data, data.day(None), Lang::En);
    let read: Vec<String> = lanes
        .iter()
        .flat_map(|lane| lane.flights.iter().map(|one| (&lane.name, one)))
        .map(|(lane, one)| format!("{lane}: {} {} {:?} {}", one.label, one.kind.word(), one.stand, one.when))
        .collect();
    assert_eq!(
        read,
        [
            "Probe: 1 launch Flown 2025-02-03",
            "Probe: 3 to 4 launch Named 2030/..",
            "Crews: China landing Promised 2030/.."
        ]
    );
}

#[test]
fn the_lanes_hold_every_flight_of_the_record_since_the_plan_began() {
    let data = dataset();
    let lanes = lanes(&data, data.day(None), Lang::En);
    let drawn =
        lanes.iter().flat_map(|lane| &lane.flights).filter(|flight| flight.stand == Stand::Flown).count();
    let flown = data.missions.iter().filter(|mission| {
        let launch = mission.claims.iter().find(|claim| claim.field.word() == "launch");
        launch.and_then(|claim| claim.since).is_some_and(|since| since.year() >= 2018)
    });
    assert_eq!(drawn, flown.count());
    let lost: Vec<&str> = lanes
        .iter()
        .flat_map(|lane| &lane.flights)
        .filter(|flight| flight.kind == Kind::Loss)
        .map(|flight| &*flight.name)
        .collect();
    assert_eq!(lost, ["Luna-25"]);
}

/// By hand, from the small record: one founder; the member has left again.
#[test]
fn who_is_in_on_a_day() {
    let data = valid(&published(small()));
    let names = |day: Option<i32>| -> Vec<String> {
        joined(&data, data.day(day)).iter().map(|(item, _)| item.name.to_string()).collect()
    };
    assert_eq!(names(None), ["Selenia"]);
    assert_eq!(names(Some(crate::support::day("2024-06-01"))), ["Selenia", "Marea"]);
    assert_eq!(names(Some(crate::support::day("2020-01-01"))), [""; 0]);
}

/// By hand: one date lies ahead, and one statement gave another date than the one before it.
#[test]
fn what_is_next_in_a_small_record() {
    let data = valid(&published(small()));
    let day = data.day(None);
    let ahead: Vec<String> = next::ahead(&data, day).iter().map(|next| next.when.to_string()).collect();
    assert_eq!(ahead, ["2028"]);
    let changes: Vec<String> =
        next::changes(&data, day).iter().map(|change| change.after.stated.to_string()).collect();
    assert_eq!(changes, ["2024-04"]);
}

#[test]
fn what_is_next_in_the_record() {
    let data = dataset();
    let day = data.day(None);
    let ahead = next::ahead(&data, day);
    assert!(ahead.len() >= 8, "{} dates lie ahead", ahead.len());
    assert!(ahead.iter().all(|next| next.when.latest() > data.as_of));
    assert!(ahead.is_sorted_by_key(|next| next.when.latest()));
    let changes = next::changes(&data, day);
    assert!(changes.is_sorted_by_key(|change| std::cmp::Reverse(change.after.stated.known_end())));
    let mut counted = 0;
    for milestone in &data.milestones {
        let weak = |promise: &&Promise| promise.confidence == Confidence::Low;
        let sound = milestone.promises.iter().filter(|promise| !weak(promise)).count() > 0;
        let mut before = None;
        for (place, promise) in
            milestone.promises.iter().filter(|promise| !(sound && weak(promise))).enumerate()
        {
            counted += usize::from(place > 0 && before != promise.promised);
            before = promise.promised;
        }
    }
    assert_eq!(changes.len(), counted);
}

/// By hand: the mission flew, one that lands a crew is no flight of its own, a date that was taken back and given again by
/// a weak source is weak.
#[test]
fn a_date_taken_back_counts_again_if_a_weak_source_gives_one() {
    let mut value = small();
    for (stated, promised, grade) in [("2025-01", Value::Null, "high"), ("2025-02", json!("2031"), "low")] {
        value["promises"].as_array_mut().expect("a list").push(json!({
            "id": format!("probe-2-launch-{stated}"), "milestone": "probe-2-launch", "stated": stated, "promised": promised,
            "text": "Not then.", "who": "The press", "sources": ["press-2024-04"], "confidence": grade}));
    }
    let data = valid(&published(value));
    let on = |day: &str| {
        let day = data.day(Some(crate::support::day(day)));
        let given = data.milestones[1].given(day)?;
        Some((given.promised?.to_string(), given.is_solid()))
    };
    assert_eq!(on("2024-12-01"), Some(("2028".to_string(), true)));
    assert_eq!(on("2025-01-31"), None);
    assert_eq!(on("2025-03-01"), Some(("2031".to_string(), false)));
    assert_eq!(next::ahead(&data, data.day(None))[0].when.to_string(), "2031");
}

/// What is taken away takes its chapter along, and leaves nothing empty behind.
#[test]
fn what_a_record_lacks_is_left_out() {
    let whole = told(record());
    let cut = |lists: &[&str]| {
        let mut value = serde_json::to_value(record()).expect("it is written");
        lists.iter().for_each(|list| value[*list] = json!([]));
        value
    };
    let mut bare = published(small());
    assert!(!told(&bare).contains("<h4></h4>"));
    bare.title = Some("Another".to_string());
    assert_eq!(told(&bare), "", "a record of something else has no story");
    assert!(whole.contains("class=\"lanes\"") && whole.contains("class=\"counted\""));
    for (lists, gone) in [
        (&["counts"][..], &["class=\"counted\"", "The highest", "Counts give"][..]),
        (&["sites"], &["class=\"maps\""]),
        (&["conflicts", "comparison"], &["class=\"chapter disputed\"", "class=\"rail\""]),
    ] {
        let html = told(&published(cut(lists)));
        for mark in gone {
            assert!(whole.contains(mark) && !html.contains(mark), "{lists:?}: {mark}");
        }
    }
    let bare = StoryProps { made: Rc::default(), ..props(record()) };
    let html = markup(&bare).expect("the story renders");
    assert!(
        html.contains("class=\"chapter when\"") && !html.contains("data-picture"),
        "a place without a picture"
    );
    assert!(!whole.contains("data-picture"), "a picture did not come");
    for empty in ["<p></p>", "<ol></ol>", "<h4></h4>", "<div class=\"picture\"></div>"] {
        assert!(!whole.contains(empty), "{empty}");
    }
}

#[test]
fn odd_names_break_nothing() {
    for name in [
        "A".repeat(120),
        "جمهورية القمر العربية المتحدة".to_string(),
        "月球科研站合作国".repeat(9),
        "<b>&\"".to_string(),
    ] {
        let mut value = small();
        value["participants"][0]["name"] = json!(name);
        value["missions"][0]["name"] = json!(name);
        value["milestones"][1]["label"] = json!(name);
        let record = published(value);
        let html = told(&record);
        assert!(!html.contains("<b>&\""), "{name} is markup");
        let props = props(&record);
        for chapter in chapters(&Teller::new(&props)) {
            assert!(words(&chapter.sentences) <= LONGEST, "{name}");
        }
        assert!(html.contains("class=\"stairs\"") && html.contains("class=\"lanes\""));
    }
}

#[test]
fn a_chapter_holds_as_many_sentences_as_fit() {
    let of = |words: usize| vec![Part::counted(vec!["word"; words].join(" "), "counts")];
    for (given, kept) in [(vec![70], 1), (vec![71], 0), (vec![40, 30], 2), (vec![40, 31, 1], 1), (vec![], 0)]
    {
        assert_eq!(fitting(given.iter().map(|words| of(*words))).len(), kept, "{given:?}");
    }
}

#[test]
fn days_stand_where_they_belong() {
    let axis = Axis { from: 0, to: 200 };
    for (day, x) in [(0, "0.00%"), (50, "25.00%"), (199, "99.50%"), (-5, "0.00%"), (500, "100.00%")] {
        assert_eq!(axis.x(day), x);
    }
    assert_eq!(Axis { from: 3, to: 3 }.x(3), "0.00%");
}

/// The data of a record without phases has lanes all the same, and says nothing of phases.
#[test]
fn a_record_without_phases_has_no_words_about_them() {
    let mut value = small();
    value["phases"] = json!([]);
    value["missions"][0]["about"] = json!([]);
    value["milestones"][1]["about"] = json!(["selenia"]);
    let html = told(&published(value));
    assert!(!html.contains("phase"), "{html}");
    assert!(html.contains("class=\"lanes\""));
}
