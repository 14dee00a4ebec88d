//! The record in schema.org's terms, as JSON-LD: names and dates in the page, the sources on theirs, the whole as a
//! file, where everything has the address of its card.

use super::item::{BASE, cited, summary};
use super::{Error, record};
use crate::model::id::{Ref, Type};
use crate::model::record::{Event, Item, Record, Source};
use crate::model::source::SourceNo;
use crate::model::when::{Certainty, Date, End, Part, When};
use crate::text::Lang;
use crate::view::Page;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The licences that the crate states.
const LICENCES: [&str; 2] =
    ["https://spdx.org/licenses/MIT.html", "https://spdx.org/licenses/Apache-2.0.html"];

/// The page: the record as a data set, and what happened. Names and dates alone: addresses would weigh on every reader.
/// Who takes part stands on pages of their own.
pub fn page(record: &Record, lang: Lang, files: &[String]) -> Value {
    let mut graph = vec![dataset(record, lang, "", lang.up(), files)];
    graph.extend(record.events.iter().map(happened));
    json!({ "@context": "https://schema.org", "@graph": graph })
}

/// The page of sources: every source.
pub fn sources(record: &Record, lang: Lang) -> Value {
    let works: Vec<Value> = record.sources.iter().map(|source| work(source, "")).collect();
    json!({
        "@context": "https://schema.org", "@type": "Collection", "@id": "#list",
        "name": lang.static_text().source_page, "inLanguage": lang.tag(), "hasPart": works,
    })
}

/// The page of a thing: what it is, with its names, and the works cited there.
pub fn item(page: &Page, record: &Record, at: Ref) -> Value {
    let data = &page.data;
    let of =
        |item: &Item| if at.kind == Type::Participant { organisation(item) } else { named(at.kind, item) };
    let found = record.items_of(at.kind).iter().find(|item| *item.id == **data.id(at));
    let mut about = found.map_or_else(|| json!({ "@type": "Thing", "name": &**data.label(at) }), of);
    if at.kind == Type::Conflict {
        let held = data.conflict(at).known(page.day);
        let answers = held.map(|position| json!({ "@type": "Answer", "text": &*position.text }));
        about["@type"] = "Question".into();
        about["suggestedAnswer"] = answers.collect();
    }
    if let Some(item) = found {
        alternate_names(&mut about, item);
    }
    about["description"] = summary(page, at).into();
    // Each is told in full on the page of sources.
    let work = |no: &SourceNo| format!("{BASE}sources/#source-{}", data.sources[no.0 as usize].id);
    let works: Vec<Value> = cited(page, at).iter().map(|no| json!({ "@id": work(no) })).collect();
    json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": &**data.label(at),
        "inLanguage": page.lang().tag(),
        "dateModified": record.as_of,
        "isPartOf": { "@id": format!("{BASE}#record") },
        "about": about,
        "citation": works,
    })
}

/// An item that is no organisation. Of flights and plans schema.org has no type.
fn named(kind: Type, item: &Item) -> Value {
    json!({ "@type": if kind == Type::Person { "Person" } else { "Thing" }, "name": item.name })
}

/// Everything, from a file in `data/`.
pub fn whole(record: &Record, lang: Lang, files: &[String]) -> Value {
    let home = &format!("../{}", lang.folder());
    let mut graph = vec![dataset(record, lang, home, "../", files)];
    graph.extend(record.participants.iter().map(|item| full_organisation(item, home)));
    let anchors = anchors(record);
    graph.extend(record.events.iter().map(|event| full_event(event, &anchors, home)));
    graph.extend(record.sources.iter().map(|source| work(source, &format!("{home}sources/"))));
    json!({ "@context": "https://schema.org", "@graph": graph })
}

/// A script element that holds it. It is data: no policy refuses it, and no `<` in it can end it.
pub fn element(data: &Value) -> Result<String, Error> {
    let text = serde_json::to_string(data).map_err(|error| error.to_string())?;
    Ok(format!("<script type=\"application/ld+json\">{}</script>", text.replace('<', "\\u003c")))
}

/// The record; `home` leads to the front page of the language, `root` to the root of the site.
fn dataset(record: &Record, lang: Lang, home: &str, root: &str, files: &[String]) -> Value {
    let download = |path: &String| json!({ "@type": "DataDownload", "encodingFormat": format(path), "contentUrl": format!("{root}{path}") });
    let mut value = json!({
        "@type": "Dataset",
        "@id": format!("{home}#record"),
        "name": record::title(record, lang),
        "description": record::description(record, lang),
        "inLanguage": language(record, lang),
        "dateModified": record.as_of,
        "distribution": files.iter().map(download).collect::<Vec<_>>(),
        "citation": { "@id": format!("{home}sources/#list") },
    });
    if record.ours() {
        value["license"] = json!(LICENCES); // another record's is its owner's to state
    }
    value
}

/// The tag of the language of a record: that of the page, but where it is another's.
fn language(record: &Record, lang: Lang) -> &str {
    let own = record.language.as_deref().filter(|tag| lang == Lang::default() || Lang::of(tag) != lang);
    own.unwrap_or(lang.tag())
}

/// The media type of a file by its ending.
fn format(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("csv") => "text/csv",
        Some("ics") => "text/calendar",
        Some("jsonld") => "application/ld+json",
        _ if path.ends_with(".csl.json") => "application/vnd.citationstyles.csl+json",
        _ => "application/json",
    }
}

fn organisation(item: &Item) -> Value {
    let kind = if item.group == "state" { "Country" } else { "Organization" };
    json!({ "@type": kind, "name": item.name })
}

fn full_organisation(item: &Item, home: &str) -> Value {
    let mut value = organisation(item);
    value["@id"] = json!(format!("{home}#participant-{}", item.id));
    alternate_names(&mut value, item);
    let what = item.claims.iter().find(|claim| claim.field == "what").and_then(|claim| claim.text.as_ref());
    if let Some(what) = what {
        value["description"] = json!(what);
    }
    value
}

/// Its names in other scripts, and other names it goes by.
fn alternate_names(value: &mut Value, item: &Item) {
    let scripts = [("zh", &item.zh), ("ru", &item.ru)].into_iter();
    let named = scripts.filter_map(|(tag, name)| Some(json!({ "@value": name.as_ref()?, "@language": tag })));
    let names: Vec<Value> = named.chain(item.aliases.iter().map(|alias| json!(alias))).collect();
    if !names.is_empty() {
        value["alternateName"] = names.into();
    }
}

fn happened(event: &Event) -> Value {
    let mut value = Map::new();
    value.insert("@type".into(), "Event".into());
    value.insert("name".into(), event.title.clone().into());
    let (start, end) = dates(&event.date);
    match start {
        Some(start) => value.insert("startDate".into(), start.into()),
        // schema.org has no way to say about: the date stands in words of the standard, where nobody can take it for exact
        None => value.insert("description".into(), format!("EDTF {}", event.date).into()),
    };
    if let Some(end) = end {
        value.insert("endDate".into(), end.into());
    }
    value.into()
}

fn full_event(event: &Event, anchors: &BTreeMap<&str, &str>, home: &str) -> Value {
    let mut value = happened(event);
    value["@id"] = json!(format!("{home}#event-{}", event.id));
    let about = |id: &String| Some(json!({ "@id": format!("{home}#{}-{id}", anchors.get(id.as_str())?) }));
    let source = |id: &String| json!({ "@id": format!("{home}sources/#source-{id}") });
    if !event.text.is_empty() {
        let dated = value["description"].as_str().map(|date| format!("{} ({date})", event.text));
        value["description"] = json!(dated.as_deref().unwrap_or(&event.text));
    }
    value["about"] = event.about.iter().filter_map(about).collect();
    value["subjectOf"] = event.sources.iter().map(source).collect();
    value
}

/// The first half of the address of each id.
fn anchors(record: &Record) -> BTreeMap<&str, &str> {
    let named = |kind: Type| record.items_of(kind).iter().map(move |item| (item.id.as_str(), kind.word()));
    let items = Type::ITEMS.into_iter().flat_map(named);
    let milestones = record.milestones.iter().map(|milestone| (milestone.id.as_str(), "milestone"));
    let events = record.events.iter().map(|event| (event.id.as_str(), "event"));
    let conflicts = record.conflicts.iter().map(|conflict| (conflict.id.as_str(), "conflict"));
    items.chain(milestones).chain(events).chain(conflicts).collect()
}

fn work(source: &Source, base: &str) -> Value {
    let mut value = json!({
        "@type": "CreativeWork",
        "@id": format!("{base}#source-{}", source.id),
        "name": source.title,
        "publisher": { "@type": "Organization", "name": source.publisher },
        "inLanguage": source.lang,
    });
    let date = source.date.as_deref().and_then(|date| dates(date).0);
    for (name, text) in [("datePublished", date), ("url", source.url.clone())] {
        if let Some(text) = text {
            value[name] = text.into();
        }
    }
    value
}

/// When something began and ended, as ISO 8601 and only as exactly as EDTF has it; nothing for what is uncertain.
fn dates(edtf: &str) -> (Option<String>, Option<String>) {
    match edtf.parse() {
        Ok(When::Date(date)) => (exact(&date), None),
        Ok(When::Interval(End::Date(start), End::Date(end))) => match (exact(&start), exact(&end)) {
            (Some(start), Some(end)) => (Some(start), Some(end)),
            _ => (None, None),
        },
        _ => (None, None),
    }
}

/// A day, month or year without a qualifier.
fn exact(date: &Date) -> Option<String> {
    let whole = matches!(date.part(), Part::Year | Part::Month(_) | Part::Day(..));
    (whole && date.certainty() == Certainty::Stated).then(|| date.to_string())
}
