//! The bill of materials of what is shipped, in CycloneDX 1.5 (ECMA-424): which crates and fonts in which versions,
//! where they come from, under which licence, and which needs which.

use super::fonts::{self, FONTS, Font};
use super::{Package, Supply, rules};
use crate::site::Error;
use crate::site::uuid::uuid;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Where it lies in `dist/`.
pub const PATH: &str = "sbom.cdx.json";

/// The lock file, as far as it is needed here.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

/// The bill as a file. It holds no time and no path, so that two builds of one state are one.
pub fn file(supply: &Supply) -> Result<Vec<u8>, Error> {
    let lock: Lock = toml::from_str(&supply.lock).map_err(|error| format!("Cargo.lock: {error}"))?;
    let locked = lock.package.into_iter().filter_map(|p| Some(((p.name, p.version), p.checksum?)));
    let hashes: BTreeMap<(String, String), String> = locked.collect();
    let shipped = supply.metadata.shipped();
    let own = |package: &Package| supply.metadata.workspace_members.contains(&package.id);
    let std = json!({
        "type": "library", "bom-ref": "rust-std", "name": "rust-std", "version": supply.rust,
        "description": "The standard library of Rust", "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    });
    let mut components: Vec<Value> = shipped
        .iter()
        .filter(|(package, _)| !own(package))
        .map(|(package, _)| component(package, &hashes))
        .collect();
    components.push(std);
    components.extend(FONTS.iter().map(typeface));
    let site = shipped.iter().find(|(package, _)| own(package)).map(|(package, _)| application(package));
    let needs = |(package, needs): &(&Package, Vec<&Package>)| {
        let mut on: Vec<String> = needs.iter().map(|need| reference(need)).collect();
        if own(package) {
            on.push("rust-std".to_string());
            on.extend(FONTS.iter().map(Font::reference));
        }
        json!({ "ref": reference(package), "dependsOn": on })
    };
    let mut bill = json!({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": { "component": site }, "components": components,
        "dependencies": shipped.iter().map(needs).collect::<Vec<_>>(),
    });
    bill["serialNumber"] = json!(format!("urn:uuid:{}", uuid(bill.to_string().as_bytes())));
    serde_json::to_vec_pretty(&bill).map_err(|error| error.to_string())
}

fn application(package: &Package) -> Value {
    json!({
        "type": "application", "bom-ref": reference(package), "name": package.name, "version": package.version,
        "licenses": licences(package),
    })
}

fn component(package: &Package, hashes: &BTreeMap<(String, String), String>) -> Value {
    let mut component = json!({
        "type": "library", "bom-ref": reference(package), "name": package.name, "version": package.version,
        "purl": reference(package), "scope": "required", "licenses": licences(package),
    });
    if let Some(hash) = hashes.get(&(package.name.clone(), package.version.clone())) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": hash }]);
    }
    if let Some(address) = &package.repository {
        component["externalReferences"] = json!([{ "type": "vcs", "url": address }]);
    }
    component
}

fn typeface(font: &Font) -> Value {
    json!({
        "type": "library", "bom-ref": font.reference(), "name": font.package, "version": font.version,
        "purl": font.reference(), "scope": "required", "licenses": [{ "expression": fonts::LICENCE }],
        "description": format!("Cut down to {}", font.name),
        "externalReferences": [{ "type": "vcs", "url": font.home }],
    })
}

fn licences(package: &Package) -> Value {
    let licence = rules::licence(package.license.as_deref(), rules::SHIPPED);
    licence.map_or(json!([]), |licence| json!([{ "expression": licence }]))
}

/// The address of a package (purl); a version's build is written with an escape there.
fn reference(package: &Package) -> String {
    format!("pkg:cargo/{}@{}", package.name, package.version.replace('+', "%2B"))
}
