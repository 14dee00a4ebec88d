//! One style sheet from the files that the page template lists, in its order, one more for the pages that need no
//! script, and one for the fonts.

use super::{Error, Files, asset, read};
use std::path::Path;

/// The line by which the template names a style file.
const LINK: &str = "<link rel=\"stylesheet\" href=\"";

/// The style files of pages other than the front page, which follow its sheet there.
pub const OTHERS: [&str; 3] = ["styles/item.css", "styles/sources.css", "styles/builder.css"];

/// What parts the pieces of a sheet, with the space or the end of a line beside it.
const SPACED: [&str; 10] = [" { ", " {", " }", ": ", "; ", ", ", "{\n", "}\n", ";\n", ",\n"];

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

/// The files as one sheet, as it is published.
pub fn sheet(root: &Path, files: &[impl AsRef<str>]) -> Result<String, Error> {
    let one = |file: &str| published(&read(&root.join(file))?).map_err(|error| format!("{file}: {error}"));
    files.iter().map(|file| one(file.as_ref())).collect()
}

/// A sheet without comments, and without spaces and ends of lines that mean nothing. In a quoted text they would mean
/// something: there such a place is refused.
fn published(css: &str) -> Result<String, Error> {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_string();
    let code = parts.fold(first, |code, part| code + part.split_once("*/").map_or("", |(_, rest)| rest));
    let mut quoted = code.split('"').skip(1).step_by(2);
    if let Some(text) = quoted.find(|text| SPACED.iter().any(|sign| text.contains(sign))) {
        return Err(format!("\"{text}\" would lose a space when the sheet is published"));
    }
    let lines = code.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines = lines.map(|line| format!("{line}\n")).collect::<String>();
    Ok(SPACED.iter().fold(lines, |sheet, sign| sheet.replace(sign, sign.trim())))
}

/// Adds the sheet of a language that is set otherwise than the rest, if there is one, and gives back its name: the sheet
/// of all with more below it, `styles/zh.css` for Chinese.
pub fn own(files: &mut Files, root: &Path, code: &str) -> Result<Option<String>, Error> {
    let own = format!("styles/{code}.css");
    if !root.join(&own).is_file() {
        return Ok(None);
    }
    let (mut sheets, _) = split(&read(&root.join("index.html"))?);
    sheets.push(own);
    Ok(Some(asset(files, &format!("style.{code}"), "css", sheet(root, &sheets)?.into_bytes())))
}

/// The sheets that declare the fonts of a language, by name.
#[derive(Clone, Debug)]
pub struct Fonts {
    /// For a page whose loader declares them when they are all there; applied by itself only where scripts are off.
    pub late: String,
    /// For a page without a loader: fonts that are not there when it is first drawn are for the next page, since lines
    /// that stand would move.
    pub first: String,
}

/// Adds the fonts of a language with the sheets that declare them. What a language needs beyond Latin stands in a sheet of
/// its own.
pub fn fonts(files: &mut Files, root: &Path, code: &str) -> Result<Fonts, Error> {
    let folder = root.join("styles");
    let beyond = folder.join(format!("font.{code}.css"));
    let mut written = read(&folder.join("font.css"))?;
    if beyond.is_file() {
        written.push_str(&read(&beyond)?);
    }
    let written = published(&written)?;
    let mut parts = written.split("url(\"fonts/");
    let mut sheet = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (stem, rest) =
            part.split_once(".woff2\")").ok_or("styles/font.css names a font that is no .woff2")?;
        let path = folder.join(format!("fonts/{stem}.woff2"));
        let font = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        sheet.push_str(&format!("url(\"{}\"){rest}", asset(files, stem, "woff2", font)));
    }
    let [swap, optional] = ["font-display:swap", "font-display:optional"];
    if !sheet.contains(swap) {
        return Err(format!(
            "styles/font.css does not say {swap}, for which pages without a loader have {optional}"
        ));
    }
    let first = sheet.replace(swap, optional);
    Ok(Fonts {
        late: asset(files, &format!("font.{code}"), "css", sheet.into_bytes()),
        first: asset(files, &format!("first-font.{code}"), "css", first.into_bytes()),
    })
}

#[cfg(test)]
mod tests {
    use super::published;

    #[test]
    fn comments_and_spaces_go() {
        let css = "/* Why.\n   And how. */\n.a { b: c } /* d */\n@media (e) {\n  .f { content: \"\" }\n}\n\n";
        assert_eq!(published(css).as_deref(), Ok(".a{b:c}@media (e){.f{content:\"\"}}"));
    }

    #[test]
    fn a_text_that_would_lose_a_space_is_refused() {
        for css in [".a::after { content: \"b: c\" }", ".a { font-family: \"A, B\" }"] {
            assert!(published(css).is_err_and(|error| error.contains("would lose a space")), "{css}");
        }
    }
}
