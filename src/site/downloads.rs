//! The record as files for other programs, each whole: the page links to them, and a script cuts them down to what a
//! reader has found.

use super::{Error, csl, csv, ics, jsonld};
use crate::model::dataset::Dataset;
use crate::model::record::Record;
use crate::text::{Lang, Purpose};

/// A file below `dist/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The files the page offers, each with its use.
pub fn offered(lang: Lang) -> [(Purpose, String); 4] {
    let code = lang.code();
    [
        (Purpose::Record, format!("data/explainer.{code}.json")),
        (Purpose::Table, format!("data/explainer.{code}.csv")),
        (Purpose::Calendar, format!("data/planned.{code}.ics")),
        (Purpose::References, format!("data/sources.{code}.csl.json")),
    ]
}

/// Where the record stands in schema.org's terms.
pub fn linked(lang: Lang) -> String {
    format!("data/explainer.{}.jsonld", lang.code())
}

/// The addresses of what is offered and of the linked form.
pub fn distribution(lang: Lang) -> Vec<String> {
    offered(lang).into_iter().map(|(_, path)| path).chain([linked(lang)]).collect()
}

/// Every file in `data/` but the schema.
pub fn files(record: &Record, data: &Dataset, lang: Lang) -> Result<Vec<Download>, Error> {
    let code = lang.code();
    let json = |value: serde_json::Result<String>| value.map_err(|error| error.to_string());
    let offered = offered(lang);
    let whole = jsonld::whole(record, lang, &distribution(lang));
    let texts = [
        (offered[0].1.clone(), json(serde_json::to_string_pretty(record))?),
        (offered[1].1.clone(), csv::table(record)),
        (offered[2].1.clone(), ics::planned(record, data, lang)),
        (offered[3].1.clone(), json(serde_json::to_string_pretty(&csl::list(record)))?),
        (format!("data/promised.{code}.ics"), ics::promised(record, lang)),
        (linked(lang), json(serde_json::to_string(&whole))?),
    ];
    Ok(texts.into_iter().map(|(path, text)| Download { path, bytes: text.into_bytes() }).collect())
}
