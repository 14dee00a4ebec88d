//! What the schema says of a field: each form of a text, each closed set of words, as a type that only the schema knows.

use super::site_kind::SiteKind;
use crate::model::claim::{Confidence, Field, Outcome, Standing};
use crate::model::event::Kind;
use crate::model::item::Group;
use crate::model::source::{Lean, Reading, SourceKind};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;
use std::borrow::Cow;

/// Texts with a pattern.
macro_rules! texts {
    ($($(#[doc = $doc:literal])* $name:ident = $pattern:expr;)+) => { $(
        $(#[doc = $doc])*
        pub struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let description = concat!($($doc),*).trim();
                json_schema!({ "description": description, "type": "string", "pattern": $pattern })
            }
        }
    )+ };
}

texts! {
    /// Public: never reused.
    Id = "^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$";
    /// Something to read.
    Text = "\\S";
    /// A day.
    Day = "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$";
    /// An EDTF level 1 date or interval (Library of Congress, 2019; ISO 8601-2). Of a time of day its day in UTC counts.
    Edtf = edtf();
    /// A tag of BCP 47.
    BcpTag = "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$";
    /// A tag of BCP 47.
    Language = "^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$";
    /// An address.
    HttpAddress = "^https?://";
    /// Selenographic degrees, north positive: a decimal number as it is written.
    Latitude = "^-?(?:90(?:\\.0{1,4})?|[1-8]?[0-9](?:\\.[0-9]{1,4})?)$";
    /// Selenographic degrees, east positive: a decimal number as it is written.
    Longitude = "^-?(?:180(?:\\.0{1,4})?|(?:1[0-7][0-9]|[1-9]?[0-9])(?:\\.[0-9]{1,4})?)$";
    /// A decimal number as it is written.
    Kilometres = "^[0-9]+(?:\\.[0-9]+)?$";
}

/// A date, or one from which or up to which an interval runs, or from one to the other.
fn edtf() -> String {
    let month = "(?:0[1-9]|1[0-2])";
    let day = "(?:0[1-9]|[12][0-9]|3[01]|XX)";
    let year = "[0-9]{4}";
    let part = format!(
        "{year}|[0-9]{{3}}X|[0-9]{{2}}XX|{year}-(?:0[1-9]|1[0-2]|2[1-4]|XX)|{year}-XX-XX|{year}-{month}-{day}"
    );
    let time = "T(?:[01][0-9]|2[0-4]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]*)?(?:Z|[-+](?:[01][0-9]|2[0-4])(?::[0-5][0-9])?)?";
    let date = format!("-?(?:(?:{part})[~?%]?|{year}-{month}-(?:0[1-9]|[12][0-9]|3[01]){time})");
    format!("^(?:{date}(?:/(?:\\.\\.|{date})?)?|(?:\\.\\.)?/{date})$")
}

/// Closed sets of words.
macro_rules! words {
    ($($(#[doc = $doc:literal])* $name:ident;)+) => { $(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let words: Vec<&str> = $name::ALL.iter().map(|value| value.word()).collect();
                json_schema!({ "description": concat!($($doc),*).trim(), "enum": words })
            }
        }
    )+ };
}

words! {
    /// How sure it is.
    Confidence;
    /// What kind of thing happens.
    Kind;
    /// What a claim is about.
    Field;
    /// The shelf an item stands on.
    Group;
    /// How a participant stands to the station.
    Standing;
    /// How a mission ended.
    Outcome;
    /// What kind of source it is, weightiest first.
    SourceKind;
    /// How far we lean on a source.
    Lean;
    /// How a source came to be known: its text was read, its title or a summary by others alone, or a copy of it.
    Reading;
    /// What a place is to a mission.
    SiteKind;
}

/// Lists of ids, and dates that may be none.
macro_rules! schemas {
    ($($(#[doc = $doc:literal])* $name:ident = |$generator:ident| $schema:expr;)+) => { $(
        $(#[doc = $doc])*
        pub struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                let mut schema: Schema = $schema;
                schema.insert("description".into(), concat!($($doc),*).trim().into());
                schema
            }
        }
    )+ };
}

schemas! {
    /// Ids of sources; nothing stands without one.
    Sources = |generator| json_schema!({
        "type": "array", "items": generator.subschema_for::<Id>(), "minItems": 1, "uniqueItems": true,
    });
    /// Ids of what the record holds.
    Ids = |generator| json_schema!({
        "type": "array", "items": generator.subschema_for::<Id>(), "uniqueItems": true,
    });
    /// A date, or null.
    MaybeEdtf = |generator| json_schema!({
        "anyOf": [generator.subschema_for::<Edtf>(), { "type": "null" }],
    });
}

/// An answer says something, all of it, or that nothing that was read does.
pub fn said_or_unstated(schema: &mut Schema) {
    let said = ["text", "since", "grounds", "sources", "confidence"];
    let empty: serde_json::Map<_, _> = said.iter().map(|name| (name.to_string(), json!(false))).collect();
    let unstated = json!({ "required": ["unstated"], "properties": empty });
    schema
        .insert("oneOf".into(), json!([{ "required": said, "properties": { "unstated": false } }, unstated]));
}

/// A claim has a text or a value, and a value is of the kind that its field takes.
pub fn one_content(schema: &mut Schema) {
    schema.insert("oneOf".into(), json!([{ "required": ["text"] }, { "required": ["value"] }]));
    let fields = |fields: &[Field]| -> Vec<&str> { fields.iter().map(|field| field.word()).collect() };
    let valued = |of: &[Field], name: &str| {
        json!({
            "if": { "properties": { "field": { "enum": fields(of) } } },
            "then": { "required": ["value"], "properties": { "value": { "$ref": format!("#/$defs/{name}") } } },
        })
    };
    let (coded, plain): (Vec<Field>, Vec<Field>) = Field::ALL.iter().partition(|field| field.is_coded());
    let named = [Field::Operator, Field::Standing, Field::Outcome];
    let dated: Vec<Field> = coded.into_iter().filter(|field| !named.contains(field)).collect();
    let said = json!({
        "if": { "properties": { "field": { "enum": fields(&plain) } } },
        "then": { "required": ["text"] },
    });
    let rules = json!([
        valued(&dated, "Edtf"),
        valued(&[Field::Operator], "Id"),
        valued(&[Field::Standing], "Standing"),
        valued(&[Field::Outcome], "Outcome"),
        said,
    ]);
    schema.insert("allOf".into(), rules);
}
