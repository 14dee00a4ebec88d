//! The files of a record as they are written, and a JSON Schema for each kind of them, by which an editor completes and
//! checks while somebody writes: `src/data/schema/`, named by the line `#:schema` at the head of each file.

use super::{Error, read};
use crate::model::claim::{Outcome, Standing};
use crate::model::record::{
    Conflict, Correction, Count, Event, Feature, Item, Programme, Promise, Question, Site, Source,
};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::Path;

/// `record.toml`: what the record is about.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct About {
    /// The cut-off, as in 2026-10-10: the day the record was last checked against the world.
    pub as_of: String,
    /// What the record calls itself. That of the station has none.
    pub title: Option<String>,
    /// What the record is about, in a sentence or two.
    pub description: Option<String>,
    /// The language of the texts, a tag of BCP 47; English if it is missing.
    pub language: Option<String>,
}

/// `milestones/<id>.toml`: something promised for a date, with every date it was promised for.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MilestoneFile {
    /// What is promised.
    pub label: String,
    /// What kind of thing.
    #[schemars(with = "crate::model::event::Kind")]
    pub kind: String,
    /// Ids of what it concerns.
    #[serde(default)]
    pub about: Vec<String>,
    /// Every date given for it, in the order in which they were stated.
    #[serde(default)]
    pub promises: Vec<Promise>,
}

/// A file of lists; each file has the one that bears its name.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Lists {
    pub phases: Vec<Item>,
    pub events: Vec<Event>,
    pub counts: Vec<Count>,
    pub sources: Vec<Source>,
    pub sites: Vec<Site>,
    pub features: Vec<Feature>,
    pub corrections: Vec<Correction>,
    pub programmes: Vec<Programme>,
    pub comparison: Vec<Question>,
}

/// `comparison.toml`: programmes that are asked the same questions.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only its schema is asked for")]
struct ComparisonFile {
    /// What is compared, in the order of the columns.
    programmes: Vec<Programme>,
    /// The questions, in their order.
    comparison: Vec<Question>,
}

/// The schemas, each with its name.
pub fn schemas() -> Vec<(&'static str, Value)> {
    vec![
        ("record", of::<About>(None)),
        ("item", of::<Item>(Some(("Item", &["id"])))),
        ("milestone", of::<MilestoneFile>(Some(("Promise", &["id", "milestone"])))),
        ("conflict", of::<Conflict>(Some(("Conflict", &["id"])))),
        ("phases", list::<Item>("phases")),
        ("events", list::<Event>("events")),
        ("counts", list::<Count>("counts")),
        ("sources", list::<Source>("sources")),
        ("sites", list::<Site>("sites")),
        ("features", list::<Feature>("features")),
        ("corrections", list::<Correction>("corrections")),
        ("comparison", of::<ComparisonFile>(None)),
    ]
}

/// The schema of a file, by its path below the folder of the record; none if it is no file of the record.
pub fn schema_of(path: &str) -> Option<&'static str> {
    let (folder, _) =
        path.strip_suffix(".toml")?.split_once('/').unwrap_or((path.strip_suffix(".toml")?, ""));
    let name = match folder {
        "participants" | "people" | "missions" | "facilities" => "item",
        "milestones" => "milestone",
        "conflicts" => "conflict",
        other => other,
    };
    schemas().into_iter().map(|(known, _)| known).find(|known| *known == name)
}

/// The line at the head of a file that names its schema.
pub fn head(path: &str) -> Option<String> {
    let up = "../".repeat(path.matches('/').count());
    schema_of(path).map(|name| format!("#:schema {up}{FOLDER}{name}.json"))
}

/// Where they lie, below the folder of the record.
const FOLDER: &str = "schema/";

/// A schema as it is written.
pub fn written(schema: &Value) -> Result<String, Error> {
    serde_json::to_string_pretty(schema).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// `cargo site schemas`: writes them all anew, and the line that names one into each file that lacks it.
///
/// # Errors
///
/// What cannot be read or written.
pub fn run(root: &Path) -> Result<(), Error> {
    let data = root.join("src/data");
    let put = |path: &Path, text: &str| {
        std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
    };
    std::fs::create_dir_all(data.join(FOLDER)).map_err(|error| error.to_string())?;
    for (name, schema) in schemas() {
        put(&data.join(format!("{FOLDER}{name}.json")), &written(&schema)?)?;
    }
    let mut folders = vec![data.clone()];
    while let Some(folder) = folders.pop() {
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        for entry in std::fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let below = path.strip_prefix(&data).map_err(|error| error.to_string())?;
            let Some(head) = head(&below.to_string_lossy().replace('\\', "/")) else { continue };
            let text = read(&path)?;
            if text.lines().next() != Some(&head) {
                put(&path, &format!("{head}\n{text}"))?;
            }
        }
    }
    Ok(())
}

/// Of a type as it may be written, in the draft that editors of TOML read, with the words that the rules for claims name.
fn generator<T: JsonSchema>() -> (Schema, SchemaGenerator) {
    let mut settings = SchemaSettings::draft07();
    settings.definitions_path = "/$defs".into();
    let mut generator = settings.into_generator();
    let of = generator.subschema_for::<T>();
    if generator.definitions().contains_key("Claim") {
        generator.subschema_for::<Standing>();
        generator.subschema_for::<Outcome>();
    }
    (of, generator)
}

/// A file that is one thing. What a type has for the published form alone, such as the id, which is the name of the file,
/// is left out of what may be written: by type, its fields.
fn of<T: JsonSchema>(left_out: Option<(&str, &[&str])>) -> Value {
    let (_, mut generator) = generator::<T>();
    let mut definitions = generator.take_definitions(true);
    if let Some((name, fields)) = left_out
        && let Some(properties) =
            definitions.get_mut(name).and_then(|schema| schema["properties"].as_object_mut())
    {
        properties.retain(|field, _| !fields.contains(&&**field));
    }
    let mut schema = definitions.remove(&*T::schema_name()).unwrap_or_default();
    schema["$schema"] = DRAFT.into();
    schema["$defs"] = definitions.into();
    schema
}

/// The draft of JSON Schema that they are written in.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// A file that is a list of such things.
fn list<T: JsonSchema>(name: &str) -> Value {
    let (of, mut generator) = generator::<T>();
    json!({
        "$schema": DRAFT,
        "title": name,
        "type": "object",
        "properties": { name: { "type": "array", "items": of } },
        "additionalProperties": false,
        "$defs": generator.take_definitions(true),
    })
}
