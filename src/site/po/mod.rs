//! The record in other languages: its texts as gettext PO files beside it, `po/zh.po` and `po/ru.po`, so that translators
//! can use their own tools. A translation is found by the English text and its place; an English text that changes makes
//! its translation stale by itself.

pub mod entry;
pub mod reader;
mod renew;
pub mod text;
pub mod translated;
pub mod translation;
pub mod wrong;

use super::record::{Fault, report};
use super::{Error, dist};
use crate::model::record::{Item, Record};
use entry::{Entry, Po};
use std::io::ErrorKind;
use std::path::Path;
use text::{Text, texts};
use translation::Translation;
use wrong::Wrong;

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

    /// The same, which the item then no longer has beside its name.
    fn take_own(self, item: &mut Item) -> Option<String> {
        match self {
            Target::Zh => item.zh.take(),
            Target::Ru => item.ru.take(),
        }
    }

    /// Its file below the folder of a record.
    pub fn file(self) -> String {
        format!("po/{}.po", self.tag())
    }
}

/// `cargo site texts`: writes the texts of the record anew for translators. Nothing they have written is lost.
///
/// # Errors
///
/// What is wrong with the record or a file of translations, or cannot be written.
pub fn run(root: &Path) -> Result<(), Error> {
    let record = dist::read_record(root, None)?;
    let folder = root.join("src/data");
    for into in Target::ALL {
        let texts = texts(&record, into);
        let old = file(&folder, into).map_err(|faults| report(&faults))?;
        let po = old.unwrap_or_else(|| Po { header: header(&record, into), ..Po::default() }).renewed(&texts);
        write(&folder.join(into.file()), &po.written())?;
        println!("{}: {}, {} obsolete", into.file(), size(&texts), po.obsolete.len());
    }
    Ok(())
}

/// The record in each language of which its folder has a file.
///
/// # Errors
///
/// Everything that is wrong with the files.
pub fn translations(folder: &Path, record: &Record) -> Result<Vec<Translation>, Vec<Fault>> {
    let (mut read, mut faults) = (Vec::new(), Vec::new());
    for into in Target::ALL {
        let told = |wrong: Vec<Wrong>| wrong.iter().map(|wrong| wrong.fault(into)).collect::<Vec<Fault>>();
        let translation = file(folder, into).and_then(|po| {
            po.map(|po| Translation::new(into, po, &texts(record, into)).map_err(told)).transpose()
        });
        match translation {
            Ok(translation) => read.extend(translation),
            Err(more) => faults.extend(more),
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// The file of a language, if it is there.
fn file(folder: &Path, into: Target) -> Result<Option<Po>, Vec<Fault>> {
    match std::fs::read(folder.join(into.file())) {
        Ok(bytes) => {
            let told = |wrong: Vec<Wrong>| wrong.iter().map(|wrong| wrong.fault(into)).collect();
            reader::read(&bytes, into).map(Some).map_err(told)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let (file, field, reason) = (into.file(), "file".to_string(), error.to_string());
            Err(vec![Fault { file, position: None, field, reason }])
        }
    }
}

/// How much there is to translate.
fn size(texts: &[Text]) -> String {
    let signs: usize = texts.iter().map(|text| text.english.chars().count()).sum();
    format!("{} texts of {signs} characters", texts.len())
}

/// What a new file says of itself. Its day is that of the record, so that the same record makes the same file.
pub fn header(record: &Record, into: Target) -> Entry {
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

/// Writes beside the old file, then swaps: translators' work is not lost half-way.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    let new = path.with_extension("po.new");
    path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(failed)?;
    std::fs::write(&new, text).and_then(|()| std::fs::rename(&new, path)).map_err(failed)
}
