//! The record on disk: what is wrong with a file is said with the file, the field and the reason.

use crate::support::root;
use ilrs_explainer::site::po::translations;
use ilrs_explainer::site::record::{Fault, read, report};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of its own below the target folder, gone with its owner.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const CLAIM: &str = "[[claims]]\nfield = \"what\"\ntext = \"It is there.\"\nsources = [\"press-2024\"]\nconfidence = \"high\"\n";
const SOURCE: &str = "[[sources]]\nid = \"press-2024\"\ntitle = \"Said\"\npublisher = \"The press\"\nlang = \"en\"\nkind = \"press\"\nlean = \"high\"\nurl = \"https://press.example/said/\"\n";
const EVENT: &str = "[[events]]\nid = \"signed\"\ndate = \"2024-03-09\"\nkind = \"agreement\"\ntitle = \"It signs\"\nabout = [\"selenia\"]\nsources = [\"press-2024\"]\nconfidence = \"high\"\n";
const SITE: &str = "[[sites]]\nid = \"probe-landing\"\nmission = \"probe\"\nkind = \"landing\"\nlat = \"12.5\"\nlon = \"0\"\ntext = \"Here.\"\nsources = [\"press-2024\"]\nconfidence = \"high\"\n";
const MILESTONE: &str = "label = \"Launch\"\nkind = \"launch\"\nabout = [\"selenia\"]\n[[promises]]\nstated = \"2024\"\npromised = \"2030\"\nwho = \"Ada\"\nsources = [\"press-2024\"]\nconfidence = \"low\"\n";

/// The files of a valid record.
fn valid() -> Vec<(&'static str, String)> {
    vec![
        ("record.toml", "as_of = \"2026-09-13\"\n".to_string()),
        ("participants/selenia.toml", format!("name = \"Selenia\"\ngroup = \"state\"\n{CLAIM}")),
        ("people/ada.toml", format!("name = \"Ada\"\ngroup = \"person\"\n{CLAIM}")),
        ("missions/probe.toml", format!("name = \"Probe\"\ngroup = \"ilrs\"\n{CLAIM}")),
        ("facilities/base.toml", format!("name = \"Base\"\ngroup = \"station\"\n{CLAIM}")),
        ("phases.toml", String::new()),
        ("comparison.toml", String::new()),
        ("counts.toml", String::new()),
        ("sources.toml", SOURCE.to_string()),
        ("sites.toml", String::new()),
        ("features.toml", String::new()),
        ("corrections.toml", String::new()),
        ("conflicts/none.txt", String::new()),
        ("events/2024.toml", EVENT.to_string()),
        ("milestones/probe-launch.toml", MILESTONE.to_string()),
    ]
}

/// The valid record with some files exchanged, left out (`None`) or put beside the others.
fn folder(changes: &[(&'static str, Option<&str>)]) -> Folder {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = Folder(
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("record-{}-{number}", std::process::id())),
    );
    let mut files = valid();
    files.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    files.extend(changes.iter().filter_map(|(name, text)| Some((*name, text.as_ref()?.to_string()))));
    for (name, text) in files {
        let path = folder.0.join(name);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }
    folder
}

fn faults(changes: &[(&'static str, Option<&str>)]) -> Vec<String> {
    read(&folder(changes).0).err().unwrap_or_default().iter().map(Fault::to_string).collect()
}

/// A fault without its line and column.
fn unplaced(fault: &str) -> String {
    let (file, rest) = fault.split_once(".toml").unwrap_or((fault, ""));
    format!(
        "{file}.toml{}",
        rest.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()).replacen(' ', ": ", 1)
    )
}

#[test]
fn a_fault_of_an_entry_says_line_and_column() {
    let ada = format!("name = \"Ada\"\ngroup = \"person\"\nabout = [\"selenia\", \"nobody\"]\n{CLAIM}");
    let told = faults(&[("people/ada.toml", Some(&ada)), ("record.toml", Some("as_of = \"2026\"\n"))]);
    for start in
        ["people/ada.toml:3:21: ada.about: there is no such id", "record.toml:1:9: .asOf: the cut-off"]
    {
        assert!(told.iter().any(|fault| fault.starts_with(start)), "{start} is not in {told:#?}");
    }
}

#[test]
fn the_valid_record_is_read() {
    let record = read(&folder(&[]).0).unwrap_or_else(|faults| panic!("{}", report(&faults)));
    assert_eq!((record.as_of.as_str(), record.participants[0].id.as_str()), ("2026-09-13", "selenia"));
    assert_eq!(record.promises[0].id, "probe-launch-2024");
    assert_eq!(record.promises[0].milestone, "probe-launch");
}

#[test]
fn an_event_says_when_its_milestone_was_reached() {
    let event = EVENT.replace("title", "milestone = \"probe-launch\"\ntitle");
    let record = read(&folder(&[("events/2024.toml", Some(&event))]).0)
        .unwrap_or_else(|faults| panic!("{}", report(&faults)));
    assert_eq!(record.milestones[0].actual.as_deref(), Some("2024-03-09"));
}

#[test]
fn each_fault_says_file_field_and_reason() {
    let person = |more: &str| format!("name = \"Ada\"\ngroup = \"person\"\n{more}{CLAIM}");
    let source =
        |id: &str, url: &str| SOURCE.replace("press-2024", id).replace("https://press.example/said/", url);
    let table: Vec<(&str, Option<String>, &str)> = vec![
        ("people/ada.toml", Some(person("shoes = 38\n")), "people/ada.toml:3:1: toml: unknown field `shoes`"),
        (
            "people/ada.toml",
            Some(format!("{}note = \"x\"\n", person(""))),
            "people/ada.toml:8:1: toml: unknown field `note`",
        ),
        ("people/ada.toml", Some("name = \"Ada\"\ngroup = \n".to_string()), "people/ada.toml:2:9: toml: "),
        (
            "people/ada.toml",
            Some(format!("group = \"person\"\n{CLAIM}")),
            "people/ada.toml:1:1: toml: missing field `name`",
        ),
        (
            "people/ada.toml",
            Some(person("about = [\"nobody\"]\n")),
            "people/ada.toml: ada.about: there is no such id (found “nobody”)",
        ),
        ("people/Ada.toml", Some(person("")), "people/Ada.toml: Ada.id: an id is lower-case letters"),
        (
            "phases.toml",
            Some("[[phases]]\nid = \"one\"\nname = \"One\"\ngroup = \"treaty\"\n".to_string()),
            "phases.toml: one.claims: nothing is claimed about it",
        ),
        (
            "events/2023.toml",
            Some(EVENT.replace("signed", "early")),
            "events/2023.toml: early: the file is named after the year of its events",
        ),
        (
            "events/2024.toml",
            Some(EVENT.replace("agreement", "party")),
            "events/2024.toml: signed.kind: it has to be one of ",
        ),
        (
            "milestones/probe-launch.toml",
            Some(MILESTONE.replace("2030", "203")),
            "milestones/probe-launch.toml: probe-launch-2024.promised: a year is four digits",
        ),
        (
            "sources.toml",
            Some(SOURCE.to_string() + &source("idle-2024", "https://idle.example")),
            "sources.toml: idle-2024: nobody cites it",
        ),
        (
            "sources.toml",
            Some(SOURCE.to_string() + &source("same-2024", "http://www.press.example/Said")),
            "sources.toml: same-2024: press-2024 has the same address",
        ),
        (
            "sources.toml",
            Some(SOURCE.replace("Said", " ")),
            "sources.toml: press-2024: a source has a title, or a description of ours",
        ),
        (
            "sources.toml",
            Some(SOURCE.replace("lang = \"en\"\n", "")),
            "sources.toml: press-2024: a source has a language",
        ),
        (
            "sources.toml",
            Some(SOURCE.replace("https:", "ftp:")),
            "sources.toml: press-2024.url: an address starts with https:// or http://",
        ),
        (
            "sources.toml",
            Some(SOURCE.replace("url", "read = \"skimmed\"\nurl")),
            "sources.toml: press-2024.read: it has to be one of read, title, copy (found “skimmed”)",
        ),
        (
            "people/ada.toml",
            Some(person("").replace("high", "low")),
            "people/ada.toml: ada.what: a claim this weak says so in its sentence",
        ),
        (
            "milestones/probe-launch.toml",
            Some(MILESTONE.replace("who", "text = \"by 2030\"\nwho")),
            "milestones/probe-launch.toml: probe-launch-2024.promised: its text does not give this end",
        ),
        (
            "sites.toml",
            Some(SITE.replace("12.5", "92.5")),
            "sites.toml: probe-landing.lat: degrees from -90 to 90",
        ),
        ("sites.toml", Some(SITE.replace("= \"12.5\"", "= 12.5")), "sites.toml:5:7: toml: invalid type"),
        ("record.toml", Some("as_of = \"2026\"\n".to_string()), "record.toml: .asOf: the cut-off is one day"),
        ("conflicts/none.txt", None, "conflicts: folder: "),
        ("people/ada.toml", None, "people: folder: "),
        ("counts.toml", None, "counts.toml: file: "),
        ("record.toml", None, "record.toml: file: "),
    ];
    let mut wrong = Vec::new();
    for (file, text, fault) in table {
        let found = faults(&[(file, text.as_deref())]);
        let is_told = |found: &String| found.starts_with(fault) || unplaced(found).starts_with(fault);
        if !found.iter().any(is_told) {
            wrong.push(format!("{fault}\nis not in {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_fault_of_every_file_at_once() {
    let found = faults(&[
        ("people/ada.toml", Some("name = 7\n")),
        ("missions/probe.toml", Some("name = \n")),
        ("events/2023.toml", Some(EVENT)),
        ("counts.toml", None),
    ]);
    for start in [
        "counts.toml: file: ",
        "events/2023.toml:1:1: ",
        "missions/probe.toml:1:8: toml: ",
        "people/ada.toml:1:8: toml: ",
    ] {
        assert!(found.iter().any(|fault| fault.starts_with(start)), "{start} is not in {found:#?}");
    }
    let mut unique = found.clone();
    unique.dedup();
    assert_eq!(found, unique, "no fault is said twice");
    assert!(found.is_sorted(), "{found:#?}");
}

#[test]
fn every_fault_of_every_translation_at_once() {
    let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nLanguage: zh\\n\"\n\n";
    let zh = format!("{header}msgctxt \"person/nobody name\"\nmsgid \"Nobody\"\nmsgstr \"\"\n");
    let made = folder(&[("po/zh.po", Some(&zh)), ("po/ru.po", Some("msgid \"\nmsgstr \"\"\n"))]);
    let record = read(&made.0).unwrap_or_else(|faults| panic!("{}", report(&faults)));
    let faults = translations(&made.0, &record).expect_err("both are broken");
    let starts = [
        "po/zh.po: line 4: the record has no such text to translate",
        "po/ru.po: line 1: the string has no closing quotation mark",
    ];
    assert_eq!(faults.len(), starts.len(), "{}", report(&faults));
    for (fault, start) in faults.iter().zip(starts) {
        assert!(fault.to_string().starts_with(start), "{fault}");
    }
}

#[test]
fn a_record_has_translations_for_the_languages_of_its_files() {
    let made = folder(&[]);
    let record = read(&made.0).unwrap_or_else(|faults| panic!("{}", report(&faults)));
    assert_eq!(translations(&made.0, &record), Ok(Vec::new()));
    fs::create_dir_all(made.0.join("po/zh.po")).expect("the folder can be made");
    let faults = translations(&made.0, &record).expect_err("a folder is no file");
    assert!(faults[0].to_string().starts_with("po/zh.po: file: "), "{}", report(&faults));
}

#[test]
fn a_report_ends_with_the_number() {
    let faults = read(&folder(&[("counts.toml", None)]).0).expect_err("a file is missing");
    assert!(report(&faults).ends_with("\n1 problems in the record"), "{}", report(&faults));
}

#[test]
fn the_record_of_this_crate_has_no_stray_files() {
    for path in crate::support::files(&root().join("src/data")) {
        let known = ["toml", "po", "json"];
        assert!(
            path.extension().is_some_and(|ending| known.iter().any(|it| ending == *it)),
            "{}",
            path.display()
        );
    }
}
