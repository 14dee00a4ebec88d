//! Coordinates: selenographic degrees, north and east positive, as decimal strings. In texts as `7.08° N`.

use super::statements::{Place, texts};
use crate::model::dataset::Diagnostic;
use crate::model::record::{Record, SiteKind};
use std::collections::BTreeSet;

/// Latitudes lie within 90 degrees and longitudes within 180.
pub fn in_range(record: &Record) -> Vec<Diagnostic> {
    let sites = record.sites.iter().map(|site| ("sites", &site.id, &site.lat, &site.lon));
    let features =
        record.features.iter().map(|feature| ("features", &feature.id, &feature.lat, &feature.lon));
    let mut problems = Vec::new();
    for (list, id, lat, lon) in sites.chain(features) {
        for (field, value, most) in [("lat", lat, 90.0), ("lon", lon, 180.0)] {
            if !degrees(value).is_some_and(|degrees| degrees.abs() <= most) {
                let reason = format!("degrees from -{most} to {most}, with at most four decimals");
                problems.push(Place { list, id, field }.problem(value, &reason));
            }
        }
    }
    problems
}

/// The same for coordinates in sentences.
pub fn in_texts(record: &Record) -> Vec<Diagnostic> {
    let wrong = |text: &str| {
        text.match_indices('°').any(|(at, sign)| {
            let number = text[..at].rsplit(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap_or("");
            let most = match text[at + sign.len()..].trim_start().chars().next() {
                Some('N' | 'S') => 90.0,
                Some('E' | 'W') => 180.0,
                _ => return false,
            };
            !number.parse::<f64>().is_ok_and(|degrees| degrees <= most)
        })
    };
    let found = texts(record).into_iter().filter(|(_, text)| wrong(text));
    found.map(|(place, text)| place.problem(text, "no such latitude or longitude")).collect()
}

/// The ids of sites and features are nothing else's.
pub fn own_ids(record: &Record) -> Vec<Diagnostic> {
    let sites = record.sites.iter().map(|site| ("sites", &site.id));
    let features = record.features.iter().map(|feature| ("features", &feature.id));
    let mut seen: BTreeSet<&String> = record.items().map(|item| &item.id).collect();
    seen.extend(record.events.iter().map(|event| &event.id));
    seen.extend(record.milestones.iter().map(|milestone| &milestone.id));
    seen.extend(record.conflicts.iter().map(|conflict| &conflict.id));
    let twice = sites.chain(features).filter(|(_, id)| !seen.insert(*id));
    let reason = "this id stands twice in the record";
    twice.map(|(list, id)| Place { list, id, field: "id" }.problem(id, reason)).collect()
}

/// A site belongs to a mission, is of a known kind and stands on sources; a feature on sources.
pub fn of_something(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for site in &record.sites {
        let at = |field| Place { list: "sites", id: &site.id, field };
        if !record.missions.iter().any(|mission| mission.id == site.mission) {
            problems.push(at("mission").problem(&site.mission, "there is no such mission"));
        }
        if SiteKind::parse(&site.kind).is_none() {
            let kinds: Vec<&str> = SiteKind::ALL.iter().map(|kind| kind.word()).collect();
            let reason = format!("it has to be one of {}", kinds.join(", "));
            problems.push(at("kind").problem(&site.kind, &reason));
        }
        problems.extend(sourced(record, at("sources"), &site.sources));
    }
    for feature in &record.features {
        let at = Place { list: "features", id: &feature.id, field: "sources" };
        problems.extend(sourced(record, at, &feature.sources));
    }
    problems
}

fn sourced(record: &Record, at: Place<'_>, sources: &[String]) -> Vec<Diagnostic> {
    if sources.is_empty() {
        return vec![at.problem("", "nothing stands here without a source")];
    }
    let known = |id: &&String| record.sources.iter().any(|source| source.id == **id);
    let missing = sources.iter().filter(|id| !known(id));
    missing.map(|id| at.problem(id, "there is no such source")).collect()
}

/// Degrees as they are written: a sign, digits, and at most four decimals.
fn degrees(text: &str) -> Option<f64> {
    let bare = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = bare.split_once('.').unwrap_or((bare, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits(whole) && digits(decimals) && decimals.len() <= 4)
}
