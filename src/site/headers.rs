//! What a host should send with each file. Our server sends it, `_headers` says it to hosts that read that, and
//! [`super::nginx`] to nginx.

use crate::text::Lang;

/// The security policy of the page.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                          connect-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; \
                          base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
                          trusted-types 'none'";

/// Paths and the headers they are sent with; later rules add to earlier ones.
const RULES: [(&str, Headers); 6] = [
    (
        "/*",
        &[
            ("Content-Security-Policy", POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cache-Control", "no-cache"),
        ],
    ),
    (
        "/assets/*",
        &[("Cache-Control", "public, max-age=31536000, immutable"), ("Access-Control-Allow-Origin", "*")],
    ),
    (
        "/v/*",
        &[("Cache-Control", "public, max-age=31536000, immutable"), ("Access-Control-Allow-Origin", "*")],
    ),
    ("/data/*", OPEN),
    ("/embed.js", OPEN),
    ("/frame.js", OPEN),
];

/// What of each language other sites load too, below its folder.
const IN_EACH_LANGUAGE: [&str; 3] = ["embed/*", "oembed/*", "feed.xml"];

/// Names of headers with their values.
type Headers = &'static [(&'static str, &'static str)];

/// For what any other site may load.
const OPEN: Headers = &[("Access-Control-Allow-Origin", "*")];

/// All rules, the widest first.
pub(super) fn rules() -> Vec<(String, Headers)> {
    let folders = Lang::ALL.iter().map(|lang| lang.folder());
    let loaded = folders.flat_map(|folder| IN_EACH_LANGUAGE.map(|path| (format!("/{folder}{path}"), OPEN)));
    RULES.iter().map(|(rule, headers)| (rule.to_string(), *headers)).chain(loaded).collect()
}

/// The media type of each kind of file, by its ending. What holds letters says how they are written.
pub(super) const TYPES: [(&str, &str); 16] = [
    ("bin", "application/octet-stream"),
    ("conf", "text/plain; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("ts", "text/plain; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("woff2", "font/woff2"),
    ("xml", "application/atom+xml; charset=utf-8"),
];

/// The media type of a file, by the ending of its path. A folder answers with its page.
pub fn kind(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending = if name.is_empty() { "html" } else { ending };
    TYPES.iter().find(|(known, _)| *known == ending).map_or(OTHER, |(_, kind)| kind)
}

/// The media type of what has no ending that is known.
pub(super) const OTHER: &str = "application/octet-stream";

/// The headers of one path, which starts with `/`; of two of one name the later rule's.
pub fn of(path: &str) -> Vec<(&'static str, &'static str)> {
    let mut all: Vec<(&str, &str)> = Vec::new();
    for (rule, headers) in rules() {
        let applies = match rule.strip_suffix('*') {
            Some(prefix) => path.starts_with(prefix),
            None => path == rule,
        };
        for (name, value) in headers.iter().filter(|_| applies) {
            all.retain(|(other, _)| other != name);
            all.push((name, value));
        }
    }
    all
}

/// The same as a `_headers` file. There, a rule that changes a header first takes back the wider rule's.
pub fn file() -> String {
    let mut out = String::new();
    for (place, (rule, headers)) in rules().into_iter().enumerate() {
        out.push_str(&rule);
        out.push('\n');
        for (name, value) in headers {
            if place > 0 && RULES[0].1.iter().any(|(other, _)| other == name) {
                out.push_str(&format!("  ! {name}\n"));
            }
            out.push_str(&format!("  {name}: {value}\n"));
        }
    }
    out
}
