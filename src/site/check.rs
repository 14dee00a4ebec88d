//! `cargo site check`: whether the record keeps its rules, what it holds, and what of it is due.

use super::po::translation::Translation;
use super::{Error, dist, due, figures};
use crate::model::validate;
use crate::model::when::{Day, When};
use clap::Args;
use std::path::{Path, PathBuf};

/// What is asked of the record.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Another record: a folder, or a file in the published form.
    #[arg(long, value_name = "DIR")]
    pub record: Option<PathBuf>,
    /// Counts what bears the statements out, too.
    #[arg(long)]
    pub figures: bool,
    /// Lists the texts that are to be translated, too.
    #[arg(long)]
    pub texts: bool,
    /// What is due on this day; left out, on the day to which the record reaches.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub on: Option<Day>,
}

/// Checks the record and says what is due. What is due is no problem.
pub fn run(root: &Path, options: &Options) -> Result<(), Error> {
    let record = dist::read_record(root, options.record.as_deref())?;
    let translations = dist::read_translations(root, options.record.as_deref(), &record)?;
    println!("{}", figures::summary(&record));
    for translation in &translations {
        println!("{}", translation.summary());
        if options.texts {
            to_do(translation).for_each(|line| println!("{line}"));
        }
    }
    if options.figures {
        println!("{}", figures::table(&record));
    }
    let data = validate::dataset(&record).map_err(|_| "the record changed while it was read")?;
    for line in due::lines(&due::due(&data, options.on.unwrap_or(data.as_of))) {
        println!("{line}");
    }
    Ok(())
}

/// Every text that cannot be read in a language yet or is to be looked at, and why, a line each. It is no problem of the record.
fn to_do(translation: &Translation) -> impl Iterator<Item = String> {
    let file = translation.into.file();
    let stale = translation.stale.iter().map(|text| ("stale", text));
    let years = translation.other_years.iter().map(|text| ("other years", text));
    let all = years.chain(stale).chain(translation.missing.iter().map(|text| ("missing", text)));
    all.map(move |(how, text)| format!("{file}: {}: {how}: {}", text.context, text.english))
}

fn day(text: &str) -> Result<Day, String> {
    let when = text.parse::<When>().map_err(|error| error.to_string())?;
    when.exact_day().ok_or_else(|| "it is no day, as 2026-10-10 is".to_string())
}
