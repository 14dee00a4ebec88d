//! The station scene has art for certain parts, held by hand. A record that has some of them has all.

use super::statements::Place;
use crate::model::dataset::Diagnostic;
use crate::model::record::Record;
use crate::site::station::art;
use std::collections::BTreeSet;

/// Every part of the station scene is a mission or a part of the plan in the record.
pub fn parts_are_there(record: &Record) -> Vec<Diagnostic> {
    let known = |id: &str| {
        let mut all = record.missions.iter().chain(&record.facilities);
        all.any(|item| item.id == id)
    };
    let drawn = [&art().wide, &art().narrow].into_iter().flat_map(|composition| composition.drawn());
    let ids: BTreeSet<&str> = drawn.map(|drawn| &*drawn.part).collect();
    let (there, missing): (Vec<&str>, Vec<&str>) = ids.into_iter().partition(|id| known(id));
    if there.is_empty() || !record.ours() {
        return Vec::new();
    }
    let reason = "the station scene draws it and the record has no such mission or facility";
    missing.into_iter().map(|id| Place { list: "facilities", id, field: "id" }.problem("", reason)).collect()
}
