//! What the Wasm is made of, by the crate that each function comes from.

use crate::dist;
use crate::outcome::{Outcome, fault};
use crate::owner::owner;
use crate::table::List;
use ilrs_explainer::site::wasm;
use std::collections::BTreeMap;

/// Kilobytes of code by crate, and of data.
pub fn measured() -> Outcome<List> {
    println!("what the Wasm is made of …");
    let wasm = wasm::named(&dist::root()).map_err(fault)?;
    let module = walrus::Module::from_buffer(&wasm).map_err(|error| fault(format!("{error:#}")))?;
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    for (id, function) in module.funcs.iter_local() {
        let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
        let bytes = function.original_range.as_ref().map_or(0, |range| range.len());
        *sizes.entry(owner(name).to_string()).or_default() += bytes;
    }
    let data: usize = module.data.iter().map(|data| data.value.len()).sum();
    sizes.insert("(data)".to_string(), data);
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
