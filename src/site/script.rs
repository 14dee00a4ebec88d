//! Scripts as they are published: as they are written, without indentation and lines that are nothing but a comment.

use super::page::fill;
use super::{Error, frozen, read};
use crate::model::query::NAMES;
use std::collections::BTreeMap;
use std::path::Path;

/// The names of what is loaded, by what it is.
pub type Names = Vec<(&'static str, String)>;

/// A script without what only its reader in the source needs.
///
/// # Errors
///
/// A template that spans lines: what looks like a comment or an indentation within it would be neither.
pub fn published(script: &str) -> Result<String, Error> {
    let mut out = String::with_capacity(script.len());
    let mut comment = false;
    for line in script.lines() {
        let mut code = line.trim();
        if comment || code.starts_with("/*") {
            let end = code.split_once("*/");
            comment = end.is_none();
            code = end.map_or("", |(_, rest)| rest.trim_start());
        }
        if code.is_empty() || code.starts_with("//") {
            continue;
        }
        if !code.matches('`').count().is_multiple_of(2) {
            return Err(format!("a published script may hold no template that spans lines: {code}"));
        }
        out.push_str(code);
        out.push('\n');
    }
    Ok(out)
}

/// The script that defines the element, with the names of what it loads and of its attributes.
pub fn element(root: &Path, names: &Names) -> Result<Vec<u8>, Error> {
    let script = read(&root.join("src/shell/element.js"))?;
    let names: BTreeMap<&str, &String> = names
        .iter()
        .filter(|(name, _)| !["others", "font", "icon"].contains(name))
        .map(|(name, file)| (*name, file))
        .collect();
    let names = serde_json::to_string(&names).map_err(|error| error.to_string())?;
    let parameters = serde_json::to_string(&NAMES).map_err(|error| error.to_string())?;
    let filled =
        fill(&script, &[("names", &names), ("parameters", &parameters), ("version", frozen::VERSION)])?;
    Ok(published(&filled)?.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::published;

    #[test]
    fn comments_of_a_line_and_indentation_go() {
        let script = "/**\n * A doc.\n */\nexport const one = (a) => {\n\n  // why\n  return a + 1; // stays\n};\n/* short */\n/* and */ f(`/* ${a} */`);\n";
        let expected = "export const one = (a) => {\nreturn a + 1; // stays\n};\nf(`/* ${a} */`);\n";
        assert_eq!(published(script).as_deref(), Ok(expected));
    }

    #[test]
    fn a_template_of_several_lines_is_refused() {
        let script = "const a = `\n  // no comment\n`;\n";
        assert!(published(script).is_err_and(|error| error.contains("no template that spans lines")));
    }
}
