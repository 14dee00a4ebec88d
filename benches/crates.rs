//! What the Wasm is made of, by the crate that each function comes from.

use crate::dist;
use crate::outcome::{Outcome, fault};
use crate::owner::owner;
use crate::table::List;
use ilrs_explainer::site::wasm;
use std::collections::BTreeMap;
use wasmparser::{BinaryReaderError, KnownCustom, Name, Parser, Payload, TypeRef};

/// Kilobytes of code by crate, and of data.
pub fn measured() -> Outcome<List> {
    println!("what the Wasm is made of …");
    let wasm = wasm::named(&dist::root()).map_err(fault)?;
    let sizes = sizes(&wasm).map_err(|error| fault(error.to_string()))?;
    let whole: usize = sizes.values().sum();
    let mut rows: Vec<(String, usize)> = sizes.into_iter().collect();
    rows.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let row = |(name, bytes): (String, usize)| {
        (name, vec![bytes as f64 / 1e3, 100.0 * bytes as f64 / whole as f64])
    };
    Ok(List {
        title: "The Wasm by crate, uncompressed. A generic function counts for the crate that wrote it, not for the one that \
                filled it in."
            .to_string(),
        columns: vec!["crate", "KB", "%"],
        rows: rows.into_iter().map(row).collect(),
    })
}

/// The bytes of code by crate, and those of data.
fn sizes(wasm: &[u8]) -> Result<BTreeMap<String, usize>, BinaryReaderError> {
    let mut imported = 0; // functions are counted from the imported ones on
    let mut code = Vec::new();
    let mut names = BTreeMap::new();
    let mut data = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => code.push(body.range().len()),
            Payload::DataSection(segments) => {
                for segment in segments {
                    data += segment?.data.len();
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(subsections) = section.as_known() else { continue };
                for subsection in subsections {
                    let Name::Function(functions) = subsection? else { continue };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, function.name);
                    }
                }
            }
            _ => {}
        }
    }
    let mut sizes = BTreeMap::from([("(data)".to_string(), data)]);
    for (index, bytes) in (imported..).zip(code) {
        let name = names.get(&index).copied().unwrap_or_default();
        *sizes.entry(owner(name).to_string()).or_default() += bytes;
    }
    Ok(sizes)
}
