//! One style sheet from the files that the page template lists, in its order, without comments and white space.

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

/// The files as one sheet.
pub fn sheet(root: &Path, files: &[String]) -> Result<String, Error> {
    let mut all = String::new();
    for file in files {
        all.push_str(&tighten(&read(&root.join(file))?));
    }
    Ok(all)
}

/// Drops comments and the white space that separates nothing. Strings are left alone.
fn tighten(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut chars = css.chars().peekable();
    let mut string = None;
    while let Some(c) = chars.next() {
        if let Some(quote) = string {
            out.push(c);
            if c == quote {
                string = None;
            }
            continue;
        }
        match c {
            '"' | '\'' => {
                string = Some(c);
                out.push(c);
            }
            '/' if chars.peek() == Some(&'*') => {
                let mut last = ' ';
                chars.next();
                for next in chars.by_ref() {
                    if last == '*' && next == '/' {
                        break;
                    }
                    last = next;
                }
            }
            c if c.is_whitespace() => {
                let next = chars.peek().copied().unwrap_or(' ');
                let joins = |c: char| matches!(c, '{' | '}' | ';' | ',' | '>');
                if !next.is_whitespace()
                    && !joins(next)
                    && !out.ends_with(|c| joins(c) || c == ':')
                    && !out.is_empty()
                {
                    out.push(' ');
                }
            }
            '}' => {
                while out.ends_with(';') {
                    out.pop();
                }
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::tighten;

    #[test]
    fn keeps_what_separates() {
        let cases = [
            ("a { color: red; }\n", "a{color:red}"),
            ("a  b > c , d { e: f  g }", "a b>c,d{e:f g}"),
            ("/* one */ a { b: \"x  /* y */ z\" }", "a{b:\"x  /* y */ z\"}"),
            (
                "@media (min-width: 3em) and (x) { a { b: calc(1em + 2px) } }",
                "@media (min-width:3em) and (x){a{b:calc(1em + 2px)}}",
            ),
        ];
        for (css, tight) in cases {
            assert_eq!(tighten(css), tight, "{css}");
        }
    }
}
