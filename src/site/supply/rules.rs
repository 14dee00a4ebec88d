//! What a crate has to be to come in: under a licence that is on the list, from crates.io, and of some only one copy.

use super::Package;
use serde_json::Value;
use spdx::{Expression, ParseMode};
use std::collections::BTreeMap;

/// Licences of what is shipped: each lets anybody use and pass on the site, and asks for no more than to be named.
pub const SHIPPED: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "0BSD",
];

/// Licences of what only builds or tests the site, beside those: the first asks something of who changes the tool.
pub const TOOLS: &[&str] = &["MPL-2.0", "BlueOak-1.0.0"];

/// Where crates come from.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Where Node packages come from.
const NPM: &str = "https://registry.npmjs.org/";

/// Crates that hold the state of a page: two copies of one do not know each other, and weigh twice.
fn is_single(name: &str) -> bool {
    ["yew", "gloo", "web-sys", "js-sys", "wasm-bindgen"].contains(&name) || name.starts_with("gloo-")
}

/// What is wrong with these crates, a sentence each. Our own are known by their ids.
pub fn problems(packages: &[&Package], own: &[String], licences: &[&str]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut copies: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages {
        let name = format!("{} {}", package.name, package.version);
        let fault = licence(package.license.as_deref(), licences).err();
        problems.extend(fault.map(|fault| format!("{name}: {fault}")));
        if package.source.as_deref() != Some(CRATES_IO) && !own.contains(&package.id) {
            let from = package.source.as_deref().unwrap_or("a folder");
            problems.push(format!("{name}: it comes from {from}, and not from crates.io"));
        }
        copies.entry(&package.name).or_default().push(&package.version);
    }
    for (name, versions) in copies.iter().filter(|(name, versions)| is_single(name) && versions.len() > 1) {
        problems.push(format!("{name}: it stands here as {}, and may only once", versions.join(" and ")));
    }
    problems
}

/// The licence expression of a crate as the standard writes it (SPDX 2.3, annex D), if what it asks is on the list.
pub fn licence(said: Option<&str>, licences: &[&str]) -> Result<String, String> {
    let said = said.ok_or("it names no licence")?;
    let whole =
        Expression::parse_mode(said, ParseMode { allow_slash_as_or_operator: true, ..ParseMode::STRICT });
    let whole =
        whole.map_err(|error| format!("its licence {said} is no licence expression: {}", error.reason))?;
    if !whole.evaluate(|one| licences.contains(&&*one.to_string())) {
        return Err(format!("its licence {said} is not on the list in src/site/supply/rules.rs"));
    }
    Ok(said.split('/').map(str::trim).collect::<Vec<_>>().join(" OR "))
}

/// A Node package of the tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodePackage {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as it says.
    pub license: Option<String>,
    /// It is one of many builds of another package, for one kind of machine.
    pub build: bool,
    /// Its address; `None`: that of the registry.
    resolved: Option<String>,
    /// Its hash.
    integrity: Option<String>,
}

/// The packages of a lock file of npm; none if it is not one.
pub fn node_packages(lock: &str) -> Vec<NodePackage> {
    let lock: Value = serde_json::from_str(lock).unwrap_or_default();
    let package = |(path, package): (&String, &Value)| {
        let text = |name: &str| package[name].as_str().map(str::to_string);
        let (_, name) = path.rsplit_once("node_modules/")?; // the one without is ours
        let (license, resolved, integrity) = (text("license"), text("resolved"), text("integrity"));
        let (version, build) = (text("version")?, package["optional"] == true);
        Some(NodePackage { name: name.to_string(), version, license, build, resolved, integrity })
    };
    lock["packages"].as_object().into_iter().flatten().filter_map(package).collect()
}

/// What is wrong with these Node packages, a sentence each.
pub fn node_problems(packages: &[NodePackage]) -> Vec<String> {
    let licences = [SHIPPED, TOOLS].concat();
    let mut problems = Vec::new();
    for package in packages {
        let name = format!("{} {}", package.name, package.version);
        let fault = licence(package.license.as_deref(), &licences).err();
        problems.extend(fault.map(|fault| format!("{name}: {fault}")));
        if let Some(from) = package.resolved.as_deref().filter(|from| !from.starts_with(NPM)) {
            problems.push(format!("{name}: it comes from {from}, and not from npm"));
        }
        if package.integrity.is_none() {
            problems.push(format!("{name}: its hash is not locked"));
        }
    }
    problems
}
