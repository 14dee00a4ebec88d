//! What the record says: each text of ours and each graded statement, with its place. Titles of sources are not
//! ours and stay out.

use crate::model::dataset::Diagnostic;
use crate::model::id::Type;
use crate::model::record::{Answer, Question, Record};

/// Where something stands.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub list: &'static str,
    pub id: &'a str,
    pub field: &'a str,
}

impl Place<'_> {
    pub fn problem(self, text: &str, reason: &str) -> Diagnostic {
        Diagnostic {
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
    for (question, answer, text) in answers(record) {
        let confidence = answer.confidence.as_deref().unwrap_or("");
        add("comparison", &question.id, &answer.programme, &[text], confidence, &answer.sources);
    }
    all
}

/// What is answered, with its question and its words.
pub fn answers(record: &Record) -> impl Iterator<Item = (&Question, &Answer, &str)> {
    let all = record.comparison.iter().flat_map(|of| of.answers.iter().map(move |answer| (of, answer)));
    all.filter_map(|(of, answer)| Some((of, answer, answer.text.as_deref()?)))
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
    for correction in &record.corrections {
        let at = |field| Place { list: "corrections", id: &correction.id, field };
        all.extend([(at("wrong"), &*correction.wrong), (at("right"), &correction.right)]);
    }
    for question in &record.comparison {
        all.push((Place { list: "comparison", id: &question.id, field: "question" }, &question.question));
    }
    all
}

/// Every text of ours that is prose: neither a headline nor a name, as that of a rocket or a label is.
pub fn prose(record: &Record) -> Vec<(Place<'_>, &str)> {
    let mut all = Vec::new();
    for kind in Type::ITEMS {
        let list = kind.list();
        for item in record.items_of(kind) {
            for claim in item.claims.iter().filter(|claim| claim.field != "launcher") {
                let at = Place { list, id: &item.id, field: &claim.field };
                all.extend(claim.text.iter().map(|text| (at, &**text)));
            }
        }
    }
    let mut add = |list, id, field, text| all.push((Place { list, id, field }, text));
    for event in &record.events {
        add("events", &event.id, "text", &*event.text);
    }
    for promise in &record.promises {
        add("promises", &promise.id, "text", &promise.text);
    }
    for conflict in &record.conflicts {
        add("conflicts", &conflict.id, "question", &conflict.question);
        add("conflicts", &conflict.id, "reading", conflict.reading.as_deref().unwrap_or(""));
        for position in &conflict.positions {
            add("conflicts", &conflict.id, "text", &position.text);
        }
    }
    for count in &record.counts {
        add("counts", &count.id, "text", &count.text);
    }
    for site in &record.sites {
        add("sites", &site.id, "text", &site.text);
    }
    for correction in &record.corrections {
        add("corrections", &correction.id, "wrong", &correction.wrong);
        add("corrections", &correction.id, "right", &correction.right);
    }
    for question in &record.comparison {
        add("comparison", &question.id, "question", &question.question);
    }
    for (question, answer, text) in answers(record) {
        add("comparison", &question.id, &answer.programme, text);
    }
    all.retain(|(_, text)| !text.is_empty());
    all
}

/// What stands together on a card or a line of the page, with its names and its texts in the order they are read.
pub struct Card<'a> {
    pub list: &'static str,
    pub id: &'a str,
    pub names: Vec<&'a str>,
    pub texts: Vec<(&'a str, &'a str)>,
}

/// Every card. Names of people and sources are not prose and stay out.
pub fn cards(record: &Record) -> Vec<Card<'_>> {
    let mut all = Vec::new();
    for kind in Type::ITEMS {
        let list = kind.list();
        for item in record.items_of(kind) {
            let names = [&*item.name].into_iter().chain(item.aliases.iter().map(|alias| &**alias));
            let texts = item.claims.iter().filter_map(|claim| Some((&*claim.field, claim.text.as_deref()?)));
            all.push(Card { list, id: &item.id, names: names.collect(), texts: texts.collect() });
        }
    }
    for event in &record.events {
        let texts = vec![("title", &*event.title), ("text", &event.text)];
        all.push(Card { list: "events", id: &event.id, names: Vec::new(), texts });
    }
    for milestone in &record.milestones {
        let promises = record.promises.iter().filter(|promise| promise.milestone == milestone.id);
        let texts = promises.map(|promise| ("text", &*promise.text)).collect();
        all.push(Card { list: "milestones", id: &milestone.id, names: vec![&milestone.label], texts });
    }
    for conflict in &record.conflicts {
        let mut texts = vec![("question", &*conflict.question)];
        texts.extend(conflict.reading.iter().map(|reading| ("reading", &**reading)));
        texts.extend(conflict.positions.iter().map(|position| ("text", &*position.text)));
        all.push(Card { list: "conflicts", id: &conflict.id, names: Vec::new(), texts });
    }
    for (question, answer, text) in answers(record) {
        let texts = vec![(&*answer.programme, text)];
        all.push(Card { list: "comparison", id: &question.id, names: Vec::new(), texts });
    }
    for count in &record.counts {
        all.push(Card {
            list: "counts",
            id: &count.id,
            names: Vec::new(),
            texts: vec![("text", &count.text)],
        });
    }
    for correction in &record.corrections {
        let texts = vec![("wrong", &*correction.wrong), ("right", &correction.right)];
        all.push(Card { list: "corrections", id: &correction.id, names: Vec::new(), texts });
    }
    all
}
