//! What the app never calls, taken out of the Wasm: the compiler cannot know it, we do. Saves 6 KB brotli.
//!
//! The browser tests run what is left; a call of something taken out would end the app there.

use super::Error;
use std::collections::BTreeSet;
use walrus::{FunctionBuilder, FunctionKind, Module, ValType};

/// Parts of the names of functions that no page of ours reaches.
const DEAD: [&str; 10] = [
    // Listeners are the loader's: no element of the view has one.
    "subtree_root::SubtreeData::add_listener",
    "subtree_root::EventDescriptor as core::clone::Clone",
    "subtree_root::BSubtree::ensure_handled",
    "listeners::ListenerRegistration::register",
    // No markup but what stands there already, no portal, nothing that suspends.
    "yew::virtual_dom::vraw::VRaw>::attach",
    "yew::dom_bundle::bportal::",
    "yew::dom_bundle::bsuspense::",
    "listeners::Registry::unregister",
    // No text area.
    "yew::virtual_dom::vtag::TextareaFields",
    // The hook for panics is ours.
    "console_error_panic_hook::hook",
];

/// What every component comes by and has nothing to do where nothing suspends: whether the compiler makes it a function
/// of its own or puts it into its callers changes with code far away.
const IDLE: [&str; 2] = [
    "resume_existing_suspension",
    "drop_in_place<core::option::Option<yew::suspense::suspension::Suspension>>",
];

/// Functions that only word a value in the message of a panic: the message does without, its place stays.
const MUTE: &str = "fmt::Debug>::fmt";

/// Ends in a panic that words at length what was wrong with the bounds of a text, …
const WORDY: &str = "::str::slice_error_fail_rt";
/// … and the one that says no more than where it was, and which number was too large.
const TERSE: &str = "::panicking::panic_bounds_check";

/// Empties what is dead or mute and drops what only that had needed. Gives back the names of what is still imported.
pub fn wasm(wasm: &mut Module) -> BTreeSet<String> {
    let named: Vec<_> = wasm.funcs.iter().filter_map(|f| Some((f.id(), f.name.clone()?))).collect();
    let terse = named.iter().find(|(_, name)| name.contains(TERSE)).map(|(id, _)| *id);
    for (id, name) in named {
        let (mute, wordy) = (name.contains(MUTE), name.contains(WORDY));
        let idle = IDLE.iter().any(|idle| name.contains(idle));
        if !mute && !wordy && !idle && !DEAD.iter().any(|dead| name.contains(dead)) {
            continue;
        }
        let FunctionKind::Local(local) = &wasm.funcs.get(id).kind else { continue };
        let kind = wasm.types.get(local.ty());
        let (takes, gives) = (kind.params().to_vec(), kind.results().to_vec());
        let arguments: Vec<_> = takes.iter().map(|kind| wasm.locals.add(*kind)).collect();
        let mut empty = FunctionBuilder::new(&mut wasm.types, &takes, &gives);
        if let (true, Some(terse), [_, length, _, end, place]) = (wordy, terse, &*arguments) {
            empty.func_body().local_get(*end).local_get(*length).local_get(*place).call(terse).unreachable();
        } else if idle && gives.is_empty() {
            empty.func_body();
        } else if mute && gives == [ValType::I32] {
            empty.func_body().i32_const(0); // what `fmt` gives back when all went well
        } else {
            empty.func_body().unreachable();
        }
        wasm.funcs.get_mut(id).kind = FunctionKind::Local(empty.local_func(arguments));
    }
    let data: Vec<_> = wasm.data.iter().map(|data| data.id()).collect();
    for id in data {
        let data = &mut wasm.data.get_mut(id).value;
        blank(data);
        TABLES.iter().for_each(|table| table.blank(data));
    }
    walrus::passes::gc::run(wasm);
    wasm.imports.iter().map(|import| import.name.clone()).collect()
}

/// Blanks the standard library's table of lower-case letters, 12 KB that only the wording of a panic asks, for the
/// names of elements. What is missing from it stays as it is, and ASCII is not in it. Saves 3 KB brotli.
fn blank(data: &mut [u8]) {
    let Some(start) = data.windows(FIRST.len()).position(|bytes| bytes == FIRST) else { return };
    let mut last = 0;
    for pair in data[start..].chunks_exact_mut(8) {
        // Pairs of a letter and its lower case, by the letter: the table ends where that order does.
        let letter = u32::from_le_bytes([pair[0], pair[1], pair[2], pair[3]]);
        if letter <= last || char::from_u32(letter).is_none() {
            break;
        }
        last = letter;
        pair.fill(0);
    }
}

/// The first two pairs of that table: À to à, Á to á.
const FIRST: [u8; 16] = [0xC0, 0, 0, 0, 0xE0, 0, 0, 0, 0xC1, 0, 0, 0, 0xE1, 0, 0, 0];

/// Tables of the standard library that nothing asks any longer, or that no name of an element does: which letters have a
/// case, which are passed over in finding it, and which are shown as they are in the message of a panic. They lie side
/// by side in three places. Saves 2.4 KB brotli.
const TABLES: [Table; 3] = [
    Table { first: [168, 1, 4, 1, 1, 1, 4, 1], length: 1999, last: [68, 0, 26, 6, 26, 6, 26, 0] },
    Table { first: [0, 6, 1, 1, 3, 1, 4, 2], length: 1460, last: [4, 128, 190, 3, 27, 3, 15, 13] },
    Table { first: [176, 2, 0, 0, 93, 19, 96, 1], length: 364, last: [48, 241, 33, 38, 138, 241, 114, 38] },
];

/// Bytes known by how they begin, how many they are and how they end.
struct Table {
    first: [u8; 8],
    length: usize,
    last: [u8; 8],
}

impl Table {
    /// Another standard library has other tables: what is not known stays.
    fn blank(&self, data: &mut [u8]) {
        let starts = data.windows(self.first.len()).position(|bytes| bytes == self.first);
        let table = starts.and_then(|start| data.get_mut(start..start + self.length));
        if let Some(table) = table.filter(|table| table.ends_with(&self.last)) {
            table.fill(0);
        }
    }
}

/// Begin what the glue has for those who end the app by hand. None of ours does: it ends with its document.
const ENDS: [&str; 3] = ["if (Symbol.dispose)", "__destroy_into_raw() {", "free() {"];

/// The glue without the functions that the Wasm no longer imports, and without those that only they had called.
pub fn glue(glue: &str, imported: &BTreeSet<String>) -> String {
    let glue = glue.replace("export { initSync, ", "export { "); // we wait for the Wasm
    let dead = |line: &str| {
        let name = line.trim_start().split_once(": function").map_or("", |(name, _)| name);
        let ends = ENDS.iter().any(|start| line.trim_start().starts_with(start));
        name.starts_with("__wb") && !imported.contains(name) || ends
    };
    let glue = without(&glue, &dead);
    let uncalled = |line: &str| {
        let name = line.strip_prefix("function ").and_then(|rest| rest.split('(').next());
        let rest = without(&glue, &|other| other == line); // what it calls itself does not count
        name.is_some_and(|name| !rest.contains(name))
    };
    without(&glue, &uncalled)
}

/// Begin what the glue has to start a Wasm however it is given.
const STARTS: [&str; 4] = [
    "async function __wbg_load(",
    "async function __wbg_init(",
    "async function __wbg_init_once(",
    "let __wbg_init_promise;",
];

/// How the app starts: once, from an answer that has come. A host that does not say that it is Wasm has it read whole
/// first.
const START: &str = "async function __wbg_init(response) {
    const imports = __wbg_get_imports();
    const { instance, module } = await (response.headers.get('Content-Type') === 'application/wasm'
        ? WebAssembly.instantiateStreaming(response, imports)
        : WebAssembly.instantiate(await response.arrayBuffer(), imports));
    return __wbg_finalize_init(instance, module);
}
export { ";

/// The glue with the one way to start that the loader takes.
///
/// # Errors
///
/// The glue is not as we know it, since wasm-bindgen is another.
pub fn start(glue: &str) -> Result<String, Error> {
    let known = |name: &&&str| glue.lines().any(|line| line.trim_start().starts_with(**name));
    if let Some(name) = STARTS.iter().find(|name| !known(name)) {
        return Err(format!(
            "the glue of wasm-bindgen has no line that begins with `{name}`: see src/site/snip.rs"
        ));
    }
    let rest = without(glue, &|line| STARTS.iter().any(|start| line.trim_start().starts_with(start)));
    Ok(rest.replacen("export { ", START, 1))
}

/// A script without the functions whose first line is one of these.
fn without(script: &str, first: &dyn Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(script.len());
    let mut open = 0; // braces of a function that is left out; none of the glue's stands in a text
    for line in script.lines() {
        if open > 0 || first(line) {
            open += line.matches('{').count();
            open -= line.matches('}').count().min(open);
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Table, blank, glue, start};
    use std::collections::BTreeSet;

    #[test]
    fn the_table_is_blanked_to_its_end() {
        let word = |number: u32| number.to_le_bytes();
        let table = [0xC0, 0xE0, 0xC1, 0xE1, 0x1E921, 0x1E943, 0x20, 0x20].map(word).concat();
        let mut data = [word(7).to_vec(), table].concat();
        blank(&mut data);
        assert_eq!(data, [word(7).to_vec(), vec![0; 24], [word(0x20), word(0x20)].concat()].concat());
        let mut other = vec![1; 40];
        blank(&mut other);
        assert_eq!(other, vec![1; 40]);
    }

    #[test]
    fn a_table_is_blanked_if_it_is_the_one_we_know() {
        let table = Table { first: [1, 2, 3, 4, 5, 6, 7, 8], length: 20, last: [9; 8] };
        let known = [vec![7; 3], vec![1, 2, 3, 4, 5, 6, 7, 8], vec![5; 4], vec![9; 8], vec![7; 3]].concat();
        let mut data = known.clone();
        table.blank(&mut data);
        assert_eq!(data, [vec![7; 3], vec![0; 20], vec![7; 3]].concat());
        for other in [&known[..20], &known[4..], &[&known[..14], &known].concat(), &[]] {
            let mut data = other.to_vec();
            table.blank(&mut data);
            assert_eq!(data, other);
        }
    }

    #[test]
    fn the_glue_keeps_what_is_imported() {
        let text = "const import0 = {\n    __wbg_a_1: function(arg0) {\n        try {\n    } finally {\n        };\n    },\n    \
                    __wbg_b_2: function() {\n        called();\n    },\n};\nfunction called() {\n}\n\
                    function recursive() {\n    recursive();\n}\n";
        let kept = glue(text, &BTreeSet::from(["__wbg_b_2".to_string()]));
        assert_eq!(
            kept,
            "const import0 = {\n    __wbg_b_2: function() {\n        called();\n    },\n};\nfunction called() {\n}\n"
        );
    }

    #[test]
    fn the_glue_starts_in_one_way() {
        let theirs = "function __wbg_finalize_init() {\n}\nasync function __wbg_load(module) {\n    if (a) {\n    }\n}\n\
                      let __wbg_init_promise;\nasync function __wbg_init(module_or_path) {\n}\n\
                      async function __wbg_init_once(module_or_path) {\n}\nexport { __wbg_init as default };\n";
        let ours = start(theirs).expect("it is the glue we know");
        assert!(!ours.contains("module_or_path") && !ours.contains("__wbg_load"), "{ours}");
        assert_eq!(ours.matches("function __wbg_init(").count(), 1, "{ours}");
        assert!(ours.ends_with("export { __wbg_init as default };\n"), "{ours}");
        let other = start("export { __wbg_init as default };").expect_err("it is another glue");
        assert!(other.contains("__wbg_load"), "{other}");
    }
}
