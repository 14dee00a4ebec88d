//! The JSON Schema of a published record, from its types.

use super::Record;
use crate::model::claim::{Outcome, Standing};
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::Value;

const DESCRIPTION: &str = "data/explainer.<lang>.json: every claim with its sources, every date as sure as it is. Lists and \
                           fields may be added; what stands here stays.";

/// The schema that `data/schema.json` holds: JSON Schema 2020-12.
pub fn json_schema() -> Value {
    // As it is written, not as it may be read: what is always published is required.
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.subschema_for::<Standing>(); // named by the rules for claims alone
    generator.subschema_for::<Outcome>();
    let mut schema = generator.into_root_schema_for::<Record>();
    schema.insert("title".into(), "The record of the International Lunar Research Station explainer".into());
    schema.insert("description".into(), DESCRIPTION.into());
    RecursiveTransform(open).transform(&mut schema);
    schema.to_value()
}

/// Fields may be added to the published form, though a file of ours with one more has a slip in it; and what serde
/// takes for a missing list is none of a reader's business.
fn open(schema: &mut Schema) {
    schema.remove("additionalProperties");
    schema.remove("default");
    schema.remove("format"); // of numbers: schemars names Rust's types there
}
