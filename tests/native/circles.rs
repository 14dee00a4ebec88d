//! Which file uses which: no layer reaches up, and within a layer no two files need each other.

use crate::support::root;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};
use syn::{Item, ItemMod, ItemUse, UseTree};

/// The layers, each with those that it may use besides itself.
const LAYERS: [(&str, &[&str]); 4] = [
    ("model", &[]),
    ("text", &["model"]),
    ("view", &["model", "text"]),
    ("shell", &["model", "text", "view"]),
];

/// The files by their module path, as `view::card`, each with the paths that it uses.
type Uses = BTreeMap<String, BTreeSet<String>>;

/// The paths that one file uses, whole.
struct Reader {
    /// The module that is being read: that of the file, or one within it.
    module: Vec<String>,
    paths: BTreeSet<Vec<String>>,
}

impl Reader {
    fn tree(&mut self, start: &[String], tree: &UseTree) {
        let mut path = start.to_vec();
        match tree {
            UseTree::Path(part) => {
                path.push(part.ident.to_string());
                self.tree(&path, &part.tree);
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(start, tree)),
            UseTree::Name(name) => self.paths.extend(self.whole(path, name.ident.to_string())),
            UseTree::Rename(name) => self.paths.extend(self.whole(path, name.ident.to_string())),
            UseTree::Glob(_) => self.paths.extend(self.whole(path, "*".to_string())),
        }
    }

    /// From the root of the crate; none for another crate, which no first part of ours has the name of.
    fn whole(&self, mut path: Vec<String>, last: String) -> Option<Vec<String>> {
        path.push(last);
        if path[0] == "crate" {
            return Some(path.split_off(1));
        }
        let up = path.iter().take_while(|part| *part == "super").count();
        let from = self.module.len().checked_sub(up)?;
        Some([&self.module[..from], &path[up..]].concat())
    }
}

impl<'a> Visit<'a> for Reader {
    fn visit_item_use(&mut self, used: &'a ItemUse) {
        self.tree(&[], &used.tree);
    }

    fn visit_item_mod(&mut self, inner: &'a ItemMod) {
        let Some((_, items)) = &inner.content else { return };
        self.module.push(inner.ident.to_string());
        items.iter().for_each(|item: &Item| self.visit_item(item));
        self.module.pop();
    }

    fn visit_vis_restricted(&mut self, _: &'a syn::VisRestricted) {} // who may see it, not what it needs

    fn visit_path(&mut self, path: &'a syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        if parts[0] == "crate" || parts[0] == "super" {
            let (last, start) = parts.split_last().expect("a path has a part");
            self.paths.extend(self.whole(start.to_vec(), last.clone()));
        }
        visit::visit_path(self, path);
    }
}

/// The files below a folder, each as its path in modules and its text.
fn files(folder: &Path, module: &str, into: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let name = entry.file_stem().and_then(|name| name.to_str()).expect("a name").to_string();
        let within = if module.is_empty() { name.clone() } else { format!("{module}::{name}") };
        if entry.is_dir() {
            files(&entry, &within, into);
        } else if entry.extension().is_some_and(|kind| kind == "rs") {
            let of = if name == "mod" { module.to_string() } else { within };
            into.insert(of, fs::read_to_string(&entry).expect("a text"));
        }
    }
}

/// Which file uses which.
fn uses(texts: &BTreeMap<String, String>) -> Uses {
    let read = |(module, text): (&String, &String)| {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{module}: {error}"));
        let mut reader =
            Reader { module: module.split("::").map(str::to_string).collect(), paths: BTreeSet::new() };
        reader.visit_file(&file);
        let used = reader.paths.iter().filter_map(|path| file_of(texts, path)).filter(|used| used != module);
        (module.clone(), used.collect())
    };
    texts.iter().map(read).collect()
}

/// The file in which a path ends.
fn file_of(texts: &BTreeMap<String, String>, path: &[String]) -> Option<String> {
    (1..=path.len()).rev().map(|parts| path[..parts].join("::")).find(|path| texts.contains_key(path))
}

/// The files from which a file can be reached again, in the order of the way.
fn circle(uses: &Uses, from: &str) -> Option<Vec<String>> {
    let mut ways = vec![vec![from.to_string()]];
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop() {
        for next in uses.get(way.last()?).into_iter().flatten() {
            let further = [&way[..], std::slice::from_ref(next)].concat();
            if next == from {
                return Some(further);
            }
            if seen.insert(next.clone()) {
                ways.insert(0, further);
            }
        }
    }
    None
}

fn all() -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    files(&root().join("src"), "", &mut texts);
    texts
}

/// The layer of a file.
fn layer(module: &str) -> &str {
    module.split("::").next().unwrap_or(module)
}

#[test]
fn no_layer_reaches_up() {
    let uses = uses(&all());
    for (name, below) in LAYERS {
        for (file, used) in uses.iter().filter(|(file, _)| layer(file) == name) {
            let up = used.iter().find(|used| {
                let of = layer(used);
                of != name && !below.contains(&of) && of != "lib"
            });
            assert_eq!(up, None, "{file} uses what stands above it");
        }
    }
}

#[test]
fn no_two_files_of_a_layer_need_each_other() {
    let uses = uses(&all());
    for (file, _) in uses.iter().filter(|(file, _)| LAYERS.iter().any(|(name, _)| layer(file) == *name)) {
        let way = circle(&uses, file);
        assert_eq!(way, None, "{file} needs itself");
    }
}

#[test]
fn a_circle_would_be_found() {
    let texts = [
        ("view", "pub mod one; pub mod two; mod three;"),
        ("view::one", "use crate::view::{two::{Thing, other as same}, three};"),
        ("view::two", "mod tests { use super::super::three::*; }"),
        ("view::three", "fn of() -> u8 { super::one::number() }"),
    ];
    let texts = texts.map(|(file, text)| (file.to_string(), text.to_string())).into();
    let uses = uses(&texts);
    assert_eq!(uses["view::one"], ["view::three", "view::two"].map(str::to_string).into());
    let way = ["view::one", "view::three", "view::one"].map(str::to_string).to_vec();
    assert_eq!(circle(&uses, "view::one"), Some(way));
    assert_eq!(circle(&uses, "view"), None);
}
