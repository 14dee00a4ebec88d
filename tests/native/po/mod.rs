//! The texts of the record in PO files: what several of these tests share.

mod reading;
mod renewing;
mod translated;

use ilrs_explainer::model::record::Record;
use ilrs_explainer::site::po::entry::{Entry, Po};
use ilrs_explainer::site::po::text::Text;
use ilrs_explainer::site::po::wrong::Wrong;
use ilrs_explainer::site::po::{Target, header};

/// A place.
const WHAT: &str = "mission/probe claim what";

fn text(context: &str, english: &str) -> Text {
    Text { context: context.into(), english: english.into(), files: Vec::new(), notes: Vec::new() }
}

pub fn entry(context: &str, english: &str, translation: &str) -> Entry {
    let (context, english, translation) = (Some(context.into()), english.into(), translation.into());
    Entry { context, english, translation, ..Entry::default() }
}

fn file(entries: &[Entry]) -> Po {
    Po { header: header(&Record::default(), Target::Zh), entries: entries.to_vec(), obsolete: Vec::new() }
}

fn told(wrong: &[Wrong]) -> Vec<String> {
    wrong.iter().map(|wrong| wrong.fault(Target::Zh).to_string()).collect()
}
