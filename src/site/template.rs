//! The template of a page, `index.html`: what fills it, and what is left of it where no script is needed.

use crate::text::Lang;

/// What is the same on every page, by its name in the template; of two of one name the first is taken.
pub fn values(names: &[(&'static str, String)], lang: Lang) -> Vec<(&'static str, String)> {
    let still = lang.static_text();
    let words = [("lang", lang.tag()), ("noscript", still.no_script), ("notice", still.filters_off)];
    names.iter().cloned().chain(words.map(|(name, value)| (name, value.to_string()))).collect()
}

/// The sheet of the fonts where a script takes it up, and where none does.
const LATE: &str = "media=\"(scripting: none)\" rel=\"stylesheet\" href=\"{{base}}assets/{{font}}\">";
/// See [`LATE`].
const FIRST: &str = "rel=\"stylesheet\" href=\"{{base}}assets/{{first_font}}\">";

/// The template of a page that needs no script: without the lines that load one, with a sheet more, and with fonts that
/// wait for none.
pub fn unscripted(template: &str) -> String {
    let live = ["<script", "rel=\"modulepreload\"", "rel=\"preload\"", "<noscript", "id=\"notice\""];
    let kept = template.lines().filter(|line| !live.iter().any(|mark| line.contains(mark)));
    let unscripted: String = kept.map(|line| line.replace(LATE, FIRST) + "\n").collect();
    let sheet =
        |name: &str| format!("<link rel=\"stylesheet\" href=\"{{{{base}}}}assets/{{{{{name}}}}}\">\n");
    unscripted.replace(&sheet("style"), &(sheet("style") + &sheet("others")))
}

/// The last folder of a path or an address, with its slash; nothing of a host by itself.
pub fn last(path: &str) -> &str {
    let path =
        path.find("://").map_or(path, |at| path[at + 3..].split_once('/').map_or("", |(_, path)| path));
    let start = path.trim_end_matches('/').rfind('/').map_or(0, |at| at + 1);
    if path.ends_with('/') { &path[start..] } else { "" }
}

#[cfg(test)]
mod tests {
    use super::last;

    #[test]
    fn the_last_folder_of_an_address() {
        for (path, folder) in [
            ("", ""),
            ("sources/", "sources/"),
            ("mission/luna-26/", "luna-26/"),
            ("https://host", ""),
            ("https://host/", ""),
            ("https://host/lunar/", "lunar/"),
            ("https://host/a/lunar/", "lunar/"),
        ] {
            assert_eq!(last(path), folder, "{path}");
        }
    }
}
