//! Participants, people, missions, facilities and phases: few, however many events there are.

use super::chance::Chance;
use super::{cited, confidence, dates, words};
use ilrs_explainer::model::record::{Claim, Item, Record};

const STANDINGS: [&str; 8] =
    ["founder", "member", "partner", "contributor", "applicant", "disputed", "body", "outside"];

/// Puts them all into the record, which has its sources already, with so many missions of each family.
pub fn fill(record: &mut Record, missions: usize, chance: &mut Chance) {
    record.participants = words::PARTICIPANTS.iter().map(|name| participant(record, name, chance)).collect();
    record.people = words::PEOPLE.iter().map(|name| person(record, name, chance)).collect();
    record.phases = words::PHASES.iter().map(|name| phase(record, name, chance)).collect();
    record.facilities = words::FACILITIES.iter().map(|name| facility(record, name, chance)).collect();
    record.missions = words::MISSIONS
        .iter()
        .flat_map(|family| (1..=missions).map(move |number| (family, number)))
        .map(|(family, number)| mission(record, family, number, chance))
        .collect();
}

fn participant(record: &Record, names: &(&str, &str, &str), chance: &mut Chance) -> Item {
    let standing = chance.pick(&STANDINGS);
    let mut item = named(names, chance.pick::<&str>(&["state", "organisation", "agency", "institute"]));
    item.claims = vec![
        said(record, "what", chance),
        Claim { since: Some(dates::past(chance, 2010)), ..coded(record, "standing", standing, chance) },
        Claim { since: Some(dates::past(chance, 2000)), ..said(record, "note", chance) },
    ];
    item
}

fn person(record: &Record, names: &(&str, &str, &str), chance: &mut Chance) -> Item {
    let mut item = named(names, "person");
    item.about = vec![chance.often(&record.participants).id.clone()];
    item.claims = vec![said(record, "office", chance)];
    item
}

fn phase(record: &Record, names: &(&str, &str, &str), chance: &mut Chance) -> Item {
    let mut item = named(names, "treaty");
    item.claims = vec![coded(record, "span", "2021/2035", chance), said(record, "plan", chance)];
    item
}

fn facility(record: &Record, names: &(&str, &str, &str), chance: &mut Chance) -> Item {
    let mut item = named(names, chance.pick::<&str>(&["station", "facility", "energy", "link", "building"]));
    let state = Claim { since: Some(dates::past(chance, 2010)), ..said(record, "state", chance) };
    item.claims = vec![said(record, "what", chance), state];
    item
}

fn mission(record: &Record, family: &(&str, &str, &str), number: usize, chance: &mut Chance) -> Item {
    let (name, zh, ru) = family;
    let join = if name.contains('\'') || name.contains('’') { " " } else { "-" };
    let script = |name: &str| (!name.is_empty()).then(|| format!("{name}{number}"));
    let operator = chance.often(&record.participants).id.clone();
    let launch = dates::past(chance, 1957);
    Item {
        id: format!("{}-{number}", slug(name)),
        name: format!("{name}{join}{number}"),
        zh: script(zh),
        ru: script(ru),
        aliases: if chance.in_hundred(20) { vec![format!("{name} no. {number}")] } else { Vec::new() },
        group: chance.pick(&["china", "russia", "ilrs", "heritage"]).to_string(),
        about: vec![chance.pick(&record.phases).id.clone()],
        claims: vec![
            said(record, "what", chance),
            coded(record, "operator", &operator, chance),
            coded(record, "launch", &launch, chance),
        ],
        ..Item::default()
    }
}

fn named((name, zh, ru): &(&str, &str, &str), group: &str) -> Item {
    let script = |name: &str| (!name.is_empty()).then(|| name.to_string());
    Item {
        id: slug(name),
        name: name.to_string(),
        zh: script(zh),
        ru: script(ru),
        group: group.to_string(),
        ..Item::default()
    }
}

/// A claim with a text of a few words.
fn said(record: &Record, field: &str, chance: &mut Chance) -> Claim {
    Claim {
        field: field.to_string(),
        text: Some(words::sentence(chance, 3, 12)),
        sources: cited(record, chance),
        confidence: confidence(chance),
        ..Claim::default()
    }
}

/// A claim with a value.
fn coded(record: &Record, field: &str, value: &str, chance: &mut Chance) -> Claim {
    Claim { text: None, value: Some(value.to_string()), ..said(record, field, chance) }
}

/// A name as an id: what is neither letter nor digit becomes a hyphen, apostrophes go.
fn slug(name: &str) -> String {
    let plain = name.to_ascii_lowercase().replace(['\'', '’'], "");
    plain.replace(|c: char| !c.is_ascii_alphanumeric(), "-").trim_matches('-').to_string()
}
