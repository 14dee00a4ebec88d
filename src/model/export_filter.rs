//! What a query leaves, as lines for a script that cuts the published record down to it. The first line is the day.
//! Of each thing that is shown the id, then `/` and for each of its claims, promises or positions 1 if it was known on
//! the day and 0 if not; without an id it is the counts'. `id!00` is a milestone whose third promise decides its date,
//! `id@` one that was reached.

use crate::model::dataset::Dataset;
use crate::model::entry;
use crate::model::id::Type;
use crate::model::query::Query;
use crate::model::query_result::QueryResult;
use crate::model::when::When;

/// The lines; nothing if the query asks for everything.
pub fn listed(data: &Dataset, query: &Query) -> String {
    if !query.filters() && query.as_of.is_none() {
        return String::new();
    }
    let found = QueryResult::new(data, query);
    let mut out = When::from_day(found.day().day).to_string();
    for entry in found.found() {
        let sign = if entry.promise.is_some() { '!' } else { '/' };
        line(&mut out, data.id(entry.at), sign, entry.promise.unwrap_or(0), &|_| false);
    }
    things(&mut out, data, &found);
    out
}

fn things(out: &mut String, data: &Dataset, found: &QueryResult) {
    let day = found.day();
    for item in data.all_items().filter(|item| found.shows(item.at) && data.exists(item, day)) {
        line(out, &item.id, '/', item.claims.len(), &|place| data.knows(item, &item.claims[place], day));
    }
    for at in data.places(Type::Milestone) {
        let milestone = data.milestone(at);
        if found.shows(at) {
            line(out, &milestone.id, '/', milestone.known(day).len(), &|_| true);
        }
        if entry::actual(data, milestone, day).is_some() {
            line(out, &milestone.id, '@', 0, &|_| false);
        }
    }
    for at in data.places(Type::Conflict) {
        let conflict = data.conflict(at);
        if found.shows(at) {
            let held = &conflict.positions;
            line(out, &conflict.id, '/', held.len(), &|place| day.includes(&held[place].since));
        }
    }
    line(out, "", '/', data.counts.len(), &|place| day.includes(&data.counts[place].when));
}

fn line(out: &mut String, id: &str, sign: char, parts: usize, known: &dyn Fn(usize) -> bool) {
    out.push('\n');
    out.push_str(id);
    out.push(sign);
    for place in 0..parts {
        out.push(if known(place) { '1' } else { '0' });
    }
}
