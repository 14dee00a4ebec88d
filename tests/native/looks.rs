//! How each part of the station scene stands: as the record has it, by an independent recount, and by tables of what
//! was said.

use crate::station::{attribute, scenes};
use crate::support::{dataset, record};
use ilrs_explainer::model::claim::{Confidence, Content, Field};
use ilrs_explainer::model::milestone::Promise as Told;
use ilrs_explainer::model::record::{Item, Promise, Record};
use ilrs_explainer::model::when::{When, civil};
use ilrs_explainer::site::station::Scene;
use ilrs_explainer::text::Lang;

/// How something stands, read from the record as it is written: its look, its years, the year by which it is due.
fn recount(record: &Record, id: &str) -> (String, Option<i32>) {
    let item = record.items().find(|item| item.id == id).expect("it is in the record");
    let mission = record.missions.iter().any(|mission| mission.id == id);
    let low = |confidence: &str| ["low", "unconfirmed"].contains(&confidence);
    let claims =
        |field: &str| item.claims.iter().filter(move |claim| claim.field == field).collect::<Vec<_>>();
    let what_is_weak = claims("what").iter().all(|claim| low(&claim.confidence));
    if claims("outcome").iter().any(|claim| matches!(claim.value.as_deref(), Some("success" | "partial"))) {
        return ("flown".to_string(), None);
    }
    let weak = |is: bool| if is || what_is_weak { " weak" } else { "" };
    if let Some((when, is_weak)) = newest(record, item, mission) {
        return (format!("promised{}", weak(is_weak)), Some(year(&when)));
    }
    let dated = claims("when").into_iter().find_map(|claim| {
        let text = claim.text.as_deref()?;
        let years = text.split(|sign: char| !sign.is_ascii_digit()).filter(|word| word.len() == 4);
        Some((years.filter_map(|word| word.parse::<i32>().ok()).next_back()?, low(&claim.confidence)))
    });
    if let Some((year, is_weak)) = dated {
        return (format!("promised{}", weak(is_weak)), Some(year));
    }
    let unclear = claims("state").last().is_some_and(|claim| low(&claim.confidence));
    (format!("named{}", weak(unclear)), None)
}

/// The date that counts, going back from the last word on it: what is weak counts only after a date was taken back.
fn newest(record: &Record, item: &Item, mission: bool) -> Option<(String, bool)> {
    let of = |about: &[String]| match mission {
        true => about.first() == Some(&item.id),
        false => about.contains(&item.id),
    };
    let reached = |id: &String| record.events.iter().any(|event| event.milestone.as_ref() == Some(id));
    let mut milestones = record.milestones.iter().filter(|milestone| of(&milestone.about));
    let milestone = milestones.find(|milestone| !reached(&milestone.id))?;
    let mut said: Vec<&Promise> =
        record.promises.iter().filter(|promise| promise.milestone == milestone.id).collect();
    said.sort_by_key(|promise| promise.stated.parse::<When>().expect("a date").latest());
    let low = |promise: &&Promise| promise.confidence == "low" || promise.confidence == "unconfirmed";
    let last = low(said.last()?);
    let mut since: Option<String> = None;
    for promise in said.iter().rev() {
        match &promise.promised {
            Some(date) if !low(promise) => return Some((date.clone(), last)),
            Some(date) => since = since.or(Some(date.clone())),
            None if !low(promise) => return since.map(|date| (date, last)),
            None => {}
        }
    }
    since.map(|date| (date, last))
}

fn year(when: &str) -> i32 {
    civil(when.parse::<When>().expect("a date").known_end()).0
}

#[test]
fn every_part_stands_as_the_record_says() {
    let data = dataset();
    for scene in scenes(&data) {
        assert_eq!(scene.parts.len(), 21, "every part that has art is in the record");
        for part in &scene.parts {
            let markup = part.element.to_string();
            let class = attribute(&markup, "class").expect("a part has a class");
            let drawn: Vec<&str> = class
                .split(' ')
                .filter(|word| ["flown", "promised", "named", "weak"].contains(word))
                .collect();
            let due = attribute(&markup, "data-y").map(|year| year.parse().expect("a year"));
            assert_eq!((drawn.join(" "), due), recount(record(), &part.id), "{}", part.id);
            let steps = attribute(&markup, "data-s").unwrap_or_default();
            let met: Vec<String> = scene
                .steps
                .years()
                .filter(|(_, year)| due.is_some_and(|due: i32| due <= *year))
                .map(|(number, _)| number.to_string())
                .collect();
            assert_eq!(steps, met.join(" "), "{}", part.id);
            let mission = record().missions.iter().any(|mission| mission.id == part.id);
            let kind = if mission { "mission" } else { "facility" };
            assert_eq!(attribute(&markup, "href"), Some(&*format!("{kind}/{}/", part.id)));
        }
    }
}

/// What was said of the launch of Luna-26, the oldest first, and how it then stands.
#[test]
fn the_date_that_counts_is_the_newest_that_holds() {
    use Confidence::{High, Low, Medium, Unconfirmed};
    type Said<'a> = &'a [(Option<&'a str>, Confidence)];
    let cases: &[(Said, &str, &str)] = &[
        (&[], "named", ""),
        (&[(Some("2028"), High)], "promised", "2028"),
        (&[(Some("2028"), High), (Some("2030"), Medium)], "promised", "2030"),
        // What is weak does not put off what is not, but is heard.
        (&[(Some("2028"), High), (Some("2030"), Low)], "promised weak", "2028"),
        (&[(Some("2028"), High), (None, Low)], "promised weak", "2028"),
        (&[(Some("2030"), Low), (Some("2028"), High)], "promised", "2028"),
        // What was taken back counts no longer; what was said since does.
        (&[(Some("2028"), High), (None, Medium)], "named", ""),
        (&[(Some("2028"), High), (None, Medium), (Some("2030"), Low)], "promised weak", "2030"),
        (&[(Some("2030"), Low), (None, Medium)], "named", ""),
        // Where nothing is better, the newest of the weak.
        (&[(Some("2028"), Low), (Some("2029-05"), Unconfirmed)], "promised weak", "2029"),
        // Ends and spans.
        (&[(Some("../2036"), High)], "promised", "by 2036"),
        (&[(Some("2031/.."), High)], "promised", "from 2031"),
        (&[(Some("2033/2035"), High)], "promised", "2033–2035"),
        (&[(Some("2030~"), High)], "promised", "≈ 2030"),
    ];
    let data = dataset();
    let place =
        data.milestones.iter().position(|milestone| &*milestone.id == "luna-26-launch").expect("it is there");
    let pattern = data.milestones[place].promises[0].clone();
    for (said, look, years) in cases {
        let mut data = data.clone();
        let stated = |year: i32| When::from_year(2000 + year);
        let promises = said.iter().zip(0..).map(|((date, confidence), year)| {
            let promised = date.map(|date| date.parse().expect("a date"));
            Told { stated: stated(year), promised, confidence: *confidence, ..pattern.clone() }
        });
        data.milestones[place].promises = promises.collect();
        let scene = Scene::wide(&data, Lang::En, "");
        let part = scene.parts.iter().find(|part| part.id == "luna-26").expect("it is drawn");
        assert_eq!((part.look.class(), &*part.label.year), (*look, *years), "{said:?}");
    }
}

/// What a claim on when a part comes says, and how it then stands.
#[test]
fn a_year_in_words_is_a_date() {
    let data = dataset();
    let place =
        data.facilities.iter().position(|item| &*item.id == "cislunar-transport").expect("it is there");
    for (text, years) in [
        ("It is completed in 2031–2035.", "2031–2035"),
        ("It is tested in 2026–2030, and completed in 2031–2035.", "2031–2035"),
        ("Two are to come in 2033 and 2034, says the institute.", "2033–2034"),
        ("It was named in 2021, and is due by 2036.", "2036"),
        ("The list names no year.", ""),
        ("The list of 2024 names no year.", ""),
        ("It flew 20300 kilometres in 1976.", ""),
        ("", ""),
    ] {
        let mut data = data.clone();
        for claim in &mut data.facilities[place].claims {
            if claim.field == Field::When {
                claim.content = Content::Text(text.into());
            }
        }
        let scene = Scene::wide(&data, Lang::En, "");
        let part = scene.parts.iter().find(|part| part.id == "cislunar-transport").expect("it is drawn");
        let look = if years.is_empty() { "named" } else { "promised" };
        assert_eq!((part.look.class(), &*part.label.year), (look, years), "{text}");
    }
}

#[test]
fn the_phases_of_a_part_are_those_that_it_is_linked_to() {
    let data = dataset();
    let phases = &record().phases;
    for part in Scene::wide(&data, Lang::En, "").parts {
        let item = record().items().find(|item| item.id == part.id).expect("it is in the record");
        let number = |at: usize| (at + 1).to_string();
        let names = |at: &usize| {
            let phase = data.phases[*at].id.to_string();
            let written = phases.iter().find(|other| other.id == phase).expect("it is a phase");
            written.about.contains(&item.id) || item.about.contains(&phase)
        };
        let linked: Vec<usize> = (0..data.phases.len()).filter(names).collect();
        let all = if linked.is_empty() { (0..data.phases.len()).collect() } else { linked };
        let expected = all.into_iter().map(number).collect::<Vec<_>>().join(" ");
        assert_eq!(attribute(&part.element.to_string(), "data-p"), Some(&*expected), "{}", part.id);
    }
}
