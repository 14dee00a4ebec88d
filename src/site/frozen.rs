//! `v/<version>/`: this version's own copy of everything that a page or another site loads. Publishing the next
//! version leaves it where it is, so that who embeds it goes on showing what they once looked at.

use super::dist::{Line, report};
use super::{Error, Files};

/// The version of code and record.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is copied, with all that lies below or compressed beside it. The rest is about the site as it now stands, or is
/// rendered for the copy, whose things lead to the pages of the living site.
const COPIED: [&str; 13] = [
    "assets/",
    "data/",
    "embed.d.ts",
    "embed.js",
    "embedding/",
    "frame.js",
    "licences/",
    "ru/embedding/",
    "ru/sources/",
    "sbom.cdx.json",
    "sources/",
    "zh/embedding/",
    "zh/sources/",
];

/// Whether a page stands in the copy as it stands on the site, to the byte.
pub(super) fn is_copied(path: &str) -> bool {
    COPIED.iter().any(|start| path.starts_with(start))
}

/// Where a file of the copy lies.
pub(super) fn path(path: &str) -> String {
    format!("v/{VERSION}/{path}")
}

/// Adds the copy with a report of its own, and lists it all. Nothing is compressed again but that report.
pub(super) fn add(files: &mut Files, lines: &mut Vec<Line>) -> Result<(), Error> {
    let folder = path("");
    let twins = files.iter().filter(|(path, _)| is_copied(path));
    let mut copy: Files = twins.map(|(path, bytes)| (format!("{folder}{path}"), bytes.clone())).collect();
    let twins: Vec<Line> = lines.iter().filter(|line| is_copied(&line.path)).cloned().collect();
    let rendered = lines.iter().filter_map(|line| line.clone().within(&folder));
    let own: Vec<Line> = rendered.chain(twins.iter().cloned()).collect();
    let list = report(&format!("{folder}report.json"), &mut copy, &own)?;
    files.append(&mut copy);
    lines.extend(twins.into_iter().map(|line| line.below(&folder)));
    lines.push(list);
    Ok(())
}
