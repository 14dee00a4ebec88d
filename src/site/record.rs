//! The record on disk: TOML files in, the published shape out. Every problem is found at once.

pub use super::fault::{Fault, report};
use super::fault::{Position, Sought, position};
use super::handle::{dated, unique};
use super::record_files::{About, Lists, MilestoneFile};
use super::rules;
use crate::model::claim::{Field, Standing};
use crate::model::dataset::{Dataset, Diagnostic};
use crate::model::item::Group;
use crate::model::record::{Conflict, Item, Milestone, Promise, Record};
use crate::model::source::Reading;
use crate::model::validate;
use crate::model::when::When;
use crate::text::Lang;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Reads and checks the record in a folder.
///
/// # Errors
///
/// Every fault of every file.
pub fn read(folder: &Path) -> Result<Record, Vec<Fault>> {
    let mut reader = Reader::new(folder, None);
    let record = reader.record();
    reader.checked(record, rules::problems)
}

/// Reads and checks anybody's record: a folder laid out as `src/data/`, where only `record.toml` has to be there, or one
/// file in the published form. It is held to the rules that hold for any record.
///
/// # Errors
///
/// Every fault of every file.
pub fn other(path: &Path) -> Result<Record, Vec<Fault>> {
    let name = path.file_name().filter(|_| path.is_file());
    let mut reader = Reader::new(path, Some(name.map(|name| name.to_string_lossy().into_owned())));
    let record = if path.is_file() { reader.published(path) } else { reader.record() };
    reader.checked(record, rules::common)
}

/// The record as the app would read it: without what only the published data holds.
pub fn checked(record: &Record) -> Result<Dataset, Vec<Diagnostic>> {
    let mut app =
        Record { sites: Vec::new(), features: Vec::new(), corrections: Vec::new(), ..record.clone() };
    let cited: BTreeSet<String> = cited(&app).into_iter().map(str::to_string).collect();
    app.sources.retain(|source| cited.contains(&source.id));
    whole(&app)
}

/// The whole record, for the pages of the site: the addresses stand where sources are cited in full.
pub fn whole(record: &Record) -> Result<Dataset, Vec<Diagnostic>> {
    let mut data = validate::dataset(record)?;
    data.addresses.clear();
    Ok(data)
}

/// What the pages of a record are called.
pub fn title(record: &Record, lang: Lang) -> &str {
    let text = if record.ours() { lang.text() } else { lang.other() };
    record.title.as_deref().unwrap_or(text.title)
}

/// What the pages of a record say they are about.
pub fn description(record: &Record, lang: Lang) -> &str {
    let own = if record.ours() { lang.static_text().description } else { title(record, lang) };
    record.description.as_deref().unwrap_or(own)
}

/// The lists that stand in one file each.
const LISTS: [&str; 8] =
    ["record", "comparison", "phases", "counts", "sources", "sites", "features", "corrections"];

struct Reader {
    folder: PathBuf,
    /// The record is not this crate's own: files may be missing, and perhaps it is one file of this name.
    other: Option<Option<String>>,
    faults: Vec<Fault>,
    /// Which file holds an entry that is not named after it.
    files: BTreeMap<(&'static str, String), String>,
    /// The place of a promise in its file, where it has no id.
    places: BTreeMap<String, usize>,
}

impl Reader {
    fn new(folder: &Path, other: Option<Option<String>>) -> Reader {
        Reader {
            folder: folder.to_path_buf(),
            other,
            faults: Vec::new(),
            files: BTreeMap::new(),
            places: BTreeMap::new(),
        }
    }

    fn checked(
        mut self,
        mut record: Record,
        rules: fn(&Record) -> Vec<Diagnostic>,
    ) -> Result<Record, Vec<Fault>> {
        sort(&mut record);
        let mut problems = validate::dataset(&record).err().unwrap_or_default();
        problems.extend(rules(&record));
        let faults: Vec<Fault> = problems.iter().map(|problem| self.place(problem)).collect();
        self.faults.extend(faults);
        self.uncited(&record);
        self.addresses(&record);
        if self.faults.is_empty() {
            reach(&mut record);
            readings(&mut record);
            return Ok(record);
        }
        self.faults.sort();
        self.faults.dedup();
        Err(self.faults)
    }

    /// A record in one file, in the form in which it is published.
    fn published(&mut self, path: &Path) -> Record {
        let file = self.name("record");
        let read = std::fs::read_to_string(path).map_err(|error| error.to_string());
        let record = read.and_then(|text| serde_json::from_str(&text).map_err(|error| error.to_string()));
        record.unwrap_or_else(|reason| {
            self.fault(&file, "json", &reason, None);
            Record::default()
        })
    }

    /// The file of a list, or the one file of all.
    fn name(&self, list: &str) -> String {
        self.other.clone().flatten().unwrap_or_else(|| format!("{list}.toml"))
    }

    fn record(&mut self) -> Record {
        let about: About = self.file("record.toml").unwrap_or_default();
        let compared = self.lists("comparison.toml");
        let mut record = Record {
            as_of: about.as_of,
            title: about.title,
            description: about.description,
            language: about.language,
            participants: self.items("participants"),
            people: self.items("people"),
            missions: self.items("missions"),
            facilities: self.items("facilities"),
            phases: self.lists("phases.toml").phases,
            counts: self.lists("counts.toml").counts,
            sources: self.lists("sources.toml").sources,
            sites: self.lists("sites.toml").sites,
            features: self.lists("features.toml").features,
            corrections: self.lists("corrections.toml").corrections,
            conflicts: self.conflicts(),
            programmes: compared.programmes,
            comparison: compared.comparison,
            ..Record::default()
        };
        for (name, file) in self.files_in("events") {
            let Some(lists) = self.file::<Lists>(&file) else { continue };
            for event in lists.events {
                self.files.insert(("events", event.id.clone()), file.clone());
                if !event.date.starts_with(&name) {
                    self.told("events", &event.id, "the file is named after the year of its events");
                }
                record.events.push(event);
            }
        }
        for (id, file) in self.files_in("milestones") {
            let Some(milestone) = self.file::<MilestoneFile>(&file) else { continue };
            record.promises.extend(self.promises(&id, &file, milestone.promises));
            let MilestoneFile { label, kind, about, .. } = milestone;
            record.milestones.push(Milestone { id, label, kind, about, actual: None });
        }
        record
    }

    /// Gives each promise its public id: the milestone and the day it was stated, and a letter where two
    /// were stated at once.
    fn promises(&mut self, id: &str, file: &str, promises: Vec<Promise>) -> Vec<Promise> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let numbered = promises.into_iter().map(|promise| {
            let plain = dated(id, &promise.stated);
            let earlier = seen.entry(plain.clone()).or_insert(0);
            *earlier += 1;
            Promise { id: unique(plain, *earlier - 1), milestone: id.to_string(), ..promise }
        });
        let promises: Vec<Promise> = numbered.collect();
        for (place, promise) in promises.iter().enumerate() {
            self.places.insert(promise.id.clone(), place);
            self.files.insert(("promises", promise.id.clone()), file.to_string());
        }
        promises
    }

    fn items(&mut self, list: &'static str) -> Vec<Item> {
        let files = self.files_in(list);
        files.into_iter().filter_map(|(id, file)| self.file(&file).map(|item| Item { id, ..item })).collect()
    }

    fn conflicts(&mut self) -> Vec<Conflict> {
        let files = self.files_in("conflicts");
        files
            .into_iter()
            .filter_map(|(id, file)| self.file(&file).map(|item| Conflict { id, ..item }))
            .collect()
    }

    fn lists(&mut self, file: &str) -> Lists {
        self.file(file).unwrap_or_default()
    }

    /// The TOML files of a folder, by name: (id, path below the record's folder).
    fn files_in(&mut self, list: &str) -> Vec<(String, String)> {
        let entries = match std::fs::read_dir(self.folder.join(list)) {
            Ok(entries) => entries,
            Err(error) if self.may_miss(&error) => return Vec::new(),
            Err(error) => {
                self.fault(list, "folder", &error.to_string(), None);
                return Vec::new();
            }
        };
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut files: Vec<(String, String)> = names
            .filter_map(|name| Some((name.strip_suffix(".toml")?.to_string(), format!("{list}/{name}"))))
            .collect();
        files.sort();
        files
    }

    fn file<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let text = match std::fs::read_to_string(self.folder.join(file)) {
            Ok(text) => text,
            Err(error) if file != "record.toml" && self.may_miss(&error) => return None,
            Err(error) => {
                self.fault(file, "file", &error.to_string(), None);
                return None;
            }
        };
        match toml::from_str(&text) {
            Ok(value) => Some(value),
            Err(error) => {
                let position = Position::of(&text, error.span().map_or(0, |span| span.start));
                self.fault(file, "toml", error.message(), Some(position));
                None
            }
        }
    }

    /// A record that is not ours need not have every list.
    fn may_miss(&self, error: &std::io::Error) -> bool {
        self.other.is_some() && error.kind() == std::io::ErrorKind::NotFound
    }

    fn fault(&mut self, file: &str, field: &str, reason: &str, position: Option<Position>) {
        let (file, field, reason) = (file.to_string(), field.to_string(), reason.to_string());
        self.faults.push(Fault { file, position, field, reason });
    }

    /// A problem of the record, with the file in which it stands.
    fn place(&self, problem: &Diagnostic) -> Fault {
        let id = &problem.id;
        let list = if problem.list == "programmes" { "comparison" } else { problem.list };
        let file = match self.files.get(&(problem.list, id.clone())) {
            _ if self.other.clone().flatten().is_some() => self.name(problem.list),
            Some(file) => file.clone(),
            None if LISTS.contains(&list) => format!("{list}.toml"),
            None => format!("{list}/{id}.toml"),
        };
        let found =
            if problem.text.is_empty() { String::new() } else { format!(" (found “{}”)", problem.text) };
        let field = if problem.field.is_empty() { id.clone() } else { format!("{id}.{}", problem.field) };
        let reason = format!("{}{found}", problem.reason);
        Fault { position: self.position(&file, problem), file, field, reason }
    }

    /// Where in its file a problem is, if that is written in TOML.
    fn position(&self, file: &str, problem: &Diagnostic) -> Option<Position> {
        let text = std::fs::read_to_string(self.folder.join(file)).ok()?;
        let Diagnostic { list, id, field, text: found, .. } = problem;
        let place = self.places.get(id).filter(|_| *list == "promises").copied();
        position(&text, &Sought { list, id, place, field, found })
    }

    /// A problem of an entry as a whole.
    fn told(&mut self, list: &'static str, id: &str, reason: &str) {
        let (field, text) = (String::new(), String::new());
        let problem = Diagnostic { list, id: id.to_string(), field, text, reason: reason.to_string() };
        let fault = self.place(&problem);
        self.faults.push(fault);
    }

    /// A source that nobody cites stays out.
    fn uncited(&mut self, record: &Record) {
        let cited = cited(record);
        let idle: Vec<String> =
            record.sources.iter().filter(|s| !cited.contains(s.id.as_str())).map(|s| s.id.clone()).collect();
        for id in idle {
            self.told("sources", &id, "nobody cites it");
        }
    }

    /// One address, one source; and what a reader needs to judge it.
    fn addresses(&mut self, record: &Record) {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        let mut faults = Vec::new();
        for source in &record.sources {
            if source.title.trim().is_empty() {
                faults
                    .push((source.id.clone(), "a source has a title, or a description of ours".to_string()));
            }
            if source.lang.is_empty() {
                faults.push((source.id.clone(), "a source has a language".to_string()));
            }
            let Some(url) = &source.url else { continue };
            if let Some(other) = seen.insert(address(url), source.id.clone()) {
                faults.push((source.id.clone(), format!("{other} has the same address")));
            }
        }
        for (id, reason) in faults {
            self.told("sources", &id, &reason);
        }
    }
}

/// Every source id that something in the record rests on.
pub fn cited(record: &Record) -> BTreeSet<&str> {
    citations(record).collect()
}

/// Every citation, one for each time a source is cited.
pub fn citations(record: &Record) -> impl Iterator<Item = &str> {
    let claims = record.items().flat_map(|item| &item.claims).flat_map(|claim| &claim.sources);
    let events = record.events.iter().flat_map(|event| &event.sources);
    let promises = record.promises.iter().flat_map(|promise| &promise.sources);
    let positions = record.conflicts.iter().flat_map(|conflict| &conflict.positions).flat_map(|p| &p.sources);
    let counts = record.counts.iter().flat_map(|count| &count.sources);
    let sites = record.sites.iter().flat_map(|site| &site.sources);
    let features = record.features.iter().flat_map(|feature| &feature.sources);
    let maps = sites.chain(features);
    let answers = record.comparison.iter().flat_map(|question| &question.answers).flat_map(|it| &it.sources);
    let said = claims.chain(events).chain(promises).chain(positions).chain(counts);
    said.chain(maps).chain(answers).map(String::as_str)
}

/// An address without what does not tell two pages apart.
fn address(url: &str) -> String {
    let bare = url.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    bare.trim_end_matches('/').to_lowercase()
}

/// Puts every list into the order in which the page shows it.
fn sort(record: &mut Record) {
    let shelf = |item: &Item| Group::parse(&item.group);
    let joined = |item: &Item| {
        let standing = item.claims.iter().find(|claim| claim.field == "standing");
        let rank = standing.and_then(|claim| Standing::parse(claim.value.as_deref()?));
        (rank, standing.and_then(|claim| day(claim.since.as_deref()?)))
    };
    record
        .participants
        .sort_by_cached_key(|item| (joined(item).0, shelf(item), joined(item).1, item.name.clone()));
    for list in [&mut record.people, &mut record.missions, &mut record.facilities] {
        list.sort_by_cached_key(|item| (shelf(item), item.order.unwrap_or(i32::MAX), item.name.clone()));
    }
    in_the_order_of_the_app(record);
    record.events.sort_by_cached_key(|event| (day(&event.date), event.id.clone()));
    record.sources.sort_by_cached_key(|source| source.id.clone());
    record.counts.sort_by_cached_key(|count| (day(&count.when), count.id.clone()));
    record.corrections.sort_by_cached_key(|it| (std::cmp::Reverse(day(&it.day)), it.id.clone()));
    record.conflicts.sort_by_cached_key(|conflict| {
        let mut known: Vec<_> = conflict.positions.iter().map(|position| day(&position.since)).collect();
        known.sort();
        (std::cmp::Reverse(known.get(1).copied()), conflict.id.clone())
    });
    let shelves: BTreeMap<String, Option<Group>> = record
        .facilities
        .iter()
        .chain(&record.phases)
        .map(|item| (item.id.clone(), None))
        .chain(record.missions.iter().map(|item| (item.id.clone(), shelf(item))))
        .collect();
    record.milestones.sort_by_cached_key(|milestone| {
        let first = milestone.about.first().and_then(|id| shelves.get(id));
        (first.is_none(), first.copied(), milestone.id.clone())
    });
}

/// Claims by field and promises by the day they became known, as [`Dataset`] has them: a place in the one is a place
/// in the other, and a script can find in the published record what the app has found.
fn in_the_order_of_the_app(record: &mut Record) {
    let lists = [&mut record.participants, &mut record.people, &mut record.missions, &mut record.facilities];
    for item in lists.into_iter().chain([&mut record.phases]).flatten() {
        item.claims.sort_by_key(|claim| Field::parse(&claim.field).map(|field| field as i64));
    }
    let stated = |text: &str| text.parse().ok().map(|when: When| (when.latest(), when.earliest()));
    record.promises.sort_by_cached_key(|promise| (promise.milestone.clone(), stated(&promise.stated)));
}

fn day(text: &str) -> Option<(i32, i32)> {
    text.parse().ok().map(|when: When| (when.known_start(), when.known_end()))
}

/// Writes how each source came to be known, for readers of the published data, where its file leaves it out.
fn readings(record: &mut Record) {
    let unsaid = record.sources.iter_mut().filter(|source| source.read.is_empty());
    unsaid.for_each(|source| source.read = Reading::Text.word().to_string());
}

/// Writes when each milestone was reached, for readers of the published data: by an event, whatever a file says.
fn reach(record: &mut Record) {
    record.milestones.iter_mut().for_each(|milestone| milestone.actual = None);
    for event in &record.events {
        let reached =
            record.milestones.iter_mut().find(|milestone| event.milestone.as_ref() == Some(&milestone.id));
        if let Some(milestone) = reached {
            milestone.actual = Some(event.date.clone());
        }
    }
}
