//! What the record says: each text of ours and each graded statement, with its place. Titles of sources are not
//! ours and stay out.

use crate::model::dataset::Problem;
use crate::model::item::Type;
use crate::model::record::Record;

/// Where something stands.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub list: &'static str,
    pub id: &'a str,
    pub field: &'a str,
}

impl Place<'_> {
    pub fn problem(self, text: &str, reason: &str) -> Problem {
        Problem {
            list: self.list,
            id: self.id.to_string(),
            field: self.field.to_string(),
            text: text.to_string(),
            reason: reason.to_string(),
        }
    }
}

/// A statement with its grade and its sources.
pub struct Graded<'a> {
    pub at: Place<'a>,
    /// What it says in words; empty if it is a value.
    pub texts: Vec<&'a str>,
    pub confidence: &'a str,
    pub sources: &'a [String],
}

/// Every graded statement.
pub fn graded<'a>(record: &'a Record) -> Vec<Graded<'a>> {
    let mut all = Vec::new();
    let mut add = |list, id, field, texts: &[&'a str], confidence, sources| {
        let texts = texts.iter().copied().filter(|text| !text.is_empty()).collect();
        all.push(Graded { at: Place { list, id, field }, texts, confidence, sources });
    };
    for kind in Type::ITEMS {
        for item in record.items_of(kind) {
            for claim in &item.claims {
                let text = claim.text.as_deref().unwrap_or("");
                add(kind.list(), &*item.id, &*claim.field, &[text], &*claim.confidence, &*claim.sources);
            }
        }
    }
    for event in &record.events {
        let texts = [&*event.title, &event.text];
        add("events", &event.id, "title", &texts, &event.confidence, &event.sources);
    }
    for promise in &record.promises {
        add("promises", &promise.id, "text", &[&promise.text], &promise.confidence, &promise.sources);
    }
    for count in &record.counts {
        add("counts", &count.id, "text", &[&count.text], &count.confidence, &count.sources);
    }
    for site in &record.sites {
        add("sites", &site.id, "text", &[&site.text], &site.confidence, &site.sources);
    }
    all
}

/// Every text of ours.
pub fn texts(record: &Record) -> Vec<(Place<'_>, &str)> {
    let mut all = Vec::new();
    for statement in graded(record) {
        all.extend(statement.texts.into_iter().map(|text| (statement.at, text)));
    }
    for conflict in &record.conflicts {
        let at = |field| Place { list: "conflicts", id: &conflict.id, field };
        all.push((at("question"), &*conflict.question));
        all.extend(conflict.reading.iter().map(|reading| (at("reading"), &**reading)));
        all.extend(conflict.positions.iter().map(|position| (at("text"), &*position.text)));
    }
    for milestone in &record.milestones {
        all.push((Place { list: "milestones", id: &milestone.id, field: "label" }, &milestone.label));
    }
    all
}
