//! The record's words, folded for search.

use crate::model::by_ref::ByRef;
use crate::model::claim::Content;
use crate::model::dataset::Dataset;
use crate::model::fold::fold;
use crate::model::item::Item;
use crate::model::milestone::Promise;

/// Everything searchable, folded once, when the first word is typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Folded {
    /// Title and text of each event.
    pub events: Vec<String>,
    /// Label and sayings of each milestone.
    pub milestones: Vec<String>,
    /// Question, positions and reading of each conflict.
    pub conflicts: Vec<String>,
    /// Names of each item in every script.
    pub names: ByRef<String>,
    /// Texts of each item's claims.
    pub claims: ByRef<String>,
}

impl Folded {
    pub fn new(data: &Dataset) -> Folded {
        let joined = |parts: &mut dyn Iterator<Item = &str>| {
            let mut all = String::new();
            parts.for_each(|part| {
                all.push_str(part);
                all.push('\n');
            });
            fold(&all)
        };
        let names = |item: &Item| {
            let scripts = [Some(&item.name), item.zh.as_ref(), item.ru.as_ref()];
            joined(&mut scripts.into_iter().flatten().chain(item.aliases.iter()).map(|name| &**name))
        };
        let claims = |item: &Item| {
            joined(&mut item.claims.iter().filter_map(|claim| match &claim.content {
                Content::Text(text) => Some(&**text),
                _ => None,
            }))
        };
        let (mut all_names, mut all_claims) = (data.by_ref(), data.by_ref());
        for item in data.all_items() {
            all_names.set(item.at, names(item));
            all_claims.set(item.at, claims(item));
        }
        let sayings = |promise: &Promise| format!("{} {}\n", promise.who, promise.text);
        Folded {
            events: data.events.iter().map(|e| joined(&mut [&*e.title, &*e.text].into_iter())).collect(),
            milestones: data
                .milestones
                .iter()
                .map(|m| {
                    fold(&format!("{}\n{}", m.label, m.promises.iter().map(sayings).collect::<String>()))
                })
                .collect(),
            conflicts: data
                .conflicts
                .iter()
                .map(|c| {
                    let positions = c.positions.iter().map(|p| &*p.text);
                    joined(&mut positions.chain([&*c.question]).chain(c.reading.as_deref()))
                })
                .collect(),
            names: all_names,
            claims: all_claims,
        }
    }
}
