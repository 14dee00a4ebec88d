//! Whose a function of the Wasm is.

/// The crate of a function by its demangled name, as in `<yew::Html as core::fmt::Debug>::fmt`; what has no path
/// has been named by us for the page.
pub fn owner(name: &str) -> &str {
    let signs = |c: char| !c.is_alphanumeric() && c != '_';
    let mut path = name.trim_start_matches(signs);
    for word in ["mut ", "const ", "dyn "] {
        path = path.strip_prefix(word).unwrap_or(path).trim_start_matches(signs);
    }
    match path.split_once("::") {
        Some((owner, _)) if !owner.is_empty() && !owner.contains(signs) => owner,
        _ => "(exports and without a name)",
    }
}
