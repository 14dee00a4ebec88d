//! One style sheet from the files that the page template lists, in its order.

use super::{Error, read};
use std::path::Path;

/// The line by which the template names a style file.
const LINK: &str = "<link rel=\"stylesheet\" href=\"";

/// The style files the template lists, and the template with one link to `{{style}}` in their place.
pub fn split(template: &str) -> (Vec<String>, String) {
    let mut files = Vec::new();
    let mut rest = String::new();
    for line in template.lines() {
        match line.trim().strip_prefix(LINK).and_then(|end| end.split('"').next()) {
            Some(file) => {
                if files.is_empty() {
                    rest.push_str("<link rel=\"stylesheet\" href=\"{{base}}assets/{{style}}\">\n");
                }
                files.push(file.to_string());
            }
            None => {
                rest.push_str(line);
                rest.push('\n');
            }
        }
    }
    (files, rest)
}

/// The files as one sheet, as they are written.
pub fn sheet(root: &Path, files: &[String]) -> Result<String, Error> {
    files.iter().map(|file| read(&root.join(file))).collect()
}
