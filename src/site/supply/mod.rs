//! What the site is made of: the crates, their licences and where they come from, as cargo tells it, and the fonts. One
//! list makes the page of licences and the bill of materials, and is held to the rules.

pub mod fonts;
pub mod page;
pub mod rules;
pub mod sbom;
pub mod texts;

use super::{Error, cargo, read};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What `cargo metadata` says.
#[derive(Clone, Debug, Deserialize)]
pub struct Metadata {
    /// Every crate.
    pub packages: Vec<Package>,
    /// The ids of our own.
    pub workspace_members: Vec<String>,
    /// Which needs which.
    pub resolve: Resolve,
}

/// A crate.
#[derive(Clone, Debug, Deserialize)]
pub struct Package {
    /// Cargo's own name for it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What its licence is, as it says.
    pub license: Option<String>,
    /// Where it was got; `None`: it lies here.
    pub source: Option<String>,
    /// Where it is developed.
    pub repository: Option<String>,
    /// Where it lies on this machine, which is never published.
    pub manifest_path: PathBuf,
    /// What it is compiled to.
    pub targets: Vec<Target>,
}

/// What a crate is compiled to.
#[derive(Clone, Debug, Deserialize)]
pub struct Target {
    /// `lib`, `proc-macro` and the like.
    pub kind: Vec<String>,
}

/// Which crate needs which.
#[derive(Clone, Debug, Deserialize)]
pub struct Resolve {
    /// A node for each crate.
    pub nodes: Vec<Node>,
    /// The crate that all is for.
    pub root: Option<String>,
}

/// What a crate needs.
#[derive(Clone, Debug, Deserialize)]
pub struct Node {
    /// The crate.
    pub id: String,
    /// What it needs.
    pub deps: Vec<Need>,
}

/// A crate that another needs.
#[derive(Clone, Debug, Deserialize)]
pub struct Need {
    /// Its id.
    pub pkg: String,
    /// What for.
    pub dep_kinds: Vec<NeedKind>,
}

/// What a crate is needed for.
#[derive(Clone, Debug, Deserialize)]
pub struct NeedKind {
    /// `dev`, `build`, or `None` to run.
    pub kind: Option<String>,
}

impl Metadata {
    /// Reads it.
    pub fn parse(json: &str) -> Result<Metadata, Error> {
        serde_json::from_str(json).map_err(|error| format!("cargo metadata: {error}"))
    }

    /// Asks cargo, which asks nobody as long as every crate has been got before.
    fn ask(root: &Path, words: &[&str]) -> Result<Metadata, Error> {
        let asked = cargo(root).args(["metadata", "--locked", "--format-version", "1"]).args(words).output();
        let output = asked.map_err(|error| format!("cargo: {error}"))?;
        if !output.status.success() {
            return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr)));
        }
        Metadata::parse(&String::from_utf8_lossy(&output.stdout))
    }

    /// Everything: what is shipped, what builds it, what tests it, on every kind of machine.
    pub fn whole(root: &Path) -> Result<Metadata, Error> {
        Metadata::ask(root, &["--all-features"])
    }

    /// What the app needs in the browser.
    pub fn of_app(root: &Path) -> Result<Metadata, Error> {
        Metadata::ask(root, &["--filter-platform", "wasm32-unknown-unknown", "--features", "shell"])
    }

    /// Each crate that is compiled into the app with those it needs there, by name and version. Macros and what only
    /// they need run in the compiler and are not among them.
    pub fn shipped(&self) -> Vec<(&Package, Vec<&Package>)> {
        let packages: BTreeMap<&str, &Package> = self.packages.iter().map(|p| (&*p.id, p)).collect();
        let nodes: BTreeMap<&str, &Node> = self.resolve.nodes.iter().map(|node| (&*node.id, node)).collect();
        let needs = |id: &str| -> Vec<&Package> {
            let needs = nodes.get(id).into_iter().flat_map(|node| &node.deps);
            let to_run = needs.filter(|need| need.dep_kinds.iter().any(|kind| kind.kind.is_none()));
            let mut needs: Vec<&Package> =
                to_run.filter_map(|need| packages.get(&*need.pkg).copied()).collect();
            needs.retain(|package| !package.is_macro());
            needs.sort_by_key(|package| package.order());
            needs
        };
        let mut seen = BTreeSet::new();
        let mut next: Vec<&str> = self.resolve.root.iter().map(String::as_str).collect();
        while let Some(id) = next.pop() {
            if seen.insert(id) {
                next.extend(needs(id).into_iter().map(|package| &*package.id));
            }
        }
        let mut all: Vec<&Package> = seen.into_iter().filter_map(|id| packages.get(id).copied()).collect();
        all.sort_by_key(|package| package.order());
        all.into_iter().map(|package| (package, needs(&package.id))).collect()
    }
}

impl Package {
    fn is_macro(&self) -> bool {
        self.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }

    fn order(&self) -> (&str, &str) {
        (&self.name, &self.version)
    }

    /// Its folder on this machine.
    pub fn folder(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(Path::new(""))
    }
}

/// What a site is built with, for its page of licences and its bill of materials.
pub struct Supply {
    /// The app's crates and ours, as cargo tells it.
    pub metadata: Metadata,
    /// The version of the compiler, whose standard library is shipped too.
    pub rust: String,
    /// The lock file of the crates.
    pub lock: String,
    /// The lock file of the tests' Node packages.
    pub node: String,
    /// The licence of the fonts, with the notices of their authors.
    pub fonts: String,
}

impl Supply {
    /// Asks cargo and the compiler, and holds what is shipped to the rules.
    pub fn read(root: &Path) -> Result<Supply, Error> {
        let metadata = Metadata::of_app(root)?;
        let shipped: Vec<&Package> = metadata.shipped().into_iter().map(|(package, _)| package).collect();
        let problems = rules::problems(&shipped, &metadata.workspace_members, rules::SHIPPED);
        if !problems.is_empty() {
            return Err(problems.join("\n"));
        }
        let said = Command::new("rustc").current_dir(root).arg("--version").output();
        let said = said.map_err(|error| format!("rustc: {error}"))?.stdout;
        let rust = String::from_utf8_lossy(&said).split(' ').nth(1).unwrap_or_default().to_string();
        let (lock, node) = (read(&root.join("Cargo.lock"))?, read(&root.join("tests/package-lock.json"))?);
        let fonts = read(&root.join(fonts::TEXT))?;
        Ok(Supply { metadata, rust, lock, node, fonts })
    }
}
