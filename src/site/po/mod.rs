//! The record in other languages: its texts as gettext PO files beside it, `po/zh.po` and `po/ru.po`, so that translators
//! can use their own tools. A translation is found by the English text and its place; an English text that changes makes
//! its translation stale by itself.

pub mod entry;
pub mod text;

use super::Error;
use super::dist;
use crate::model::record::{Item, Record};
use entry::{Entry, Po};
use std::path::{Path, PathBuf};
use text::{Text, texts};

/// A language into which the record is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// Chinese
    Zh,
    /// Russian
    Ru,
}

impl Target {
    /// Every one of them.
    pub const ALL: [Target; 2] = [Target::Zh, Target::Ru];

    /// Its tag of BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Target::Zh => "zh",
            Target::Ru => "ru",
        }
    }

    /// What it is called in English.
    fn name(self) -> &'static str {
        match self {
            Target::Zh => "Chinese",
            Target::Ru => "Russian",
        }
    }

    /// The name that the record itself gives an item in it.
    pub fn own(self, item: &Item) -> Option<&String> {
        match self {
            Target::Zh => item.zh.as_ref(),
            Target::Ru => item.ru.as_ref(),
        }
    }

    /// Its file below the folder of a record.
    pub fn file(self) -> String {
        format!("po/{}.po", self.tag())
    }
}

/// `cargo site texts`: writes the texts of the record for translators.
///
/// # Errors
///
/// What is wrong with the record or cannot be written.
pub fn run(root: &Path) -> Result<(), Error> {
    let record = dist::read_record(root, None)?;
    let folder = root.join("src/data");
    for into in Target::ALL {
        let texts = texts(&record, into);
        let path = folder.join(into.file());
        if path.exists() {
            return Err(format!("{}: it is there", path.display()));
        }
        write(&path, &fresh(&record, into, &texts).written())?;
        println!("{}: {}", into.file(), size(&texts));
    }
    Ok(())
}

/// How much there is to translate.
fn size(texts: &[Text]) -> String {
    let signs: usize = texts.iter().map(|text| text.english.chars().count()).sum();
    format!("{} texts of {signs} characters", texts.len())
}

/// A file in which nothing is translated.
fn fresh(record: &Record, into: Target, texts: &[Text]) -> Po {
    let entries = texts.iter().map(entry).collect();
    Po { header: header(record, into), entries, obsolete: Vec::new() }
}

fn entry(text: &Text) -> Entry {
    let Text { context, english, files, notes } = text.clone();
    Entry { context: Some(context), english, files, notes, ..Entry::default() }
}

/// What a new file says of itself. Its day is that of the record, so that the same record makes the same file.
fn header(record: &Record, into: Target) -> Entry {
    let comments = [
        &format!("The texts of the record of the ILRS explainer in {}.", into.name()),
        "How to translate them: docs/translating.md.",
    ];
    let translation = [
        "Project-Id-Version: ilrs-explainer",
        &format!("PO-Revision-Date: {} 00:00+0000", record.as_of),
        "Last-Translator: ",
        &format!("Language-Team: {}", into.name()),
        &format!("Language: {}", into.tag()),
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        "X-Poedit-Basepath: ..",
        "",
    ];
    Entry {
        comments: comments.map(str::to_string).to_vec(),
        translation: translation.join("\n"),
        ..Entry::default()
    }
}

fn write(path: &PathBuf, text: &str) -> Result<(), Error> {
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(failed)?;
    std::fs::write(path, text).map_err(failed)
}
