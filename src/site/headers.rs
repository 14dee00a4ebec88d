//! What a host should send with each file. Our server sends it, and `_headers` says it to hosts that read that.

/// The security policy of the page.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                          connect-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; \
                          base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
                          trusted-types 'none'";

/// Paths and the headers they are sent with; later rules add to earlier ones.
const RULES: [(&str, &[(&str, &str)]); 12] = [
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
    ("/data/*", &[("Access-Control-Allow-Origin", "*")]),
    ("/embed/*", &[("Access-Control-Allow-Origin", "*")]),
    ("/embed.js", &[("Access-Control-Allow-Origin", "*")]),
    ("/frame.js", &[("Access-Control-Allow-Origin", "*")]),
    ("/oembed/*", &[("Access-Control-Allow-Origin", "*")]),
    ("/zh/embed/*", &[("Access-Control-Allow-Origin", "*")]),
    ("/zh/oembed/*", &[("Access-Control-Allow-Origin", "*")]),
    ("/ru/embed/*", &[("Access-Control-Allow-Origin", "*")]),
    ("/ru/oembed/*", &[("Access-Control-Allow-Origin", "*")]),
];

/// The headers of one path, which starts with `/`; of two of one name the later rule's.
pub fn of(path: &str) -> Vec<(&'static str, &'static str)> {
    let mut all: Vec<(&str, &str)> = Vec::new();
    for (rule, headers) in RULES {
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
    for (place, (rule, headers)) in RULES.iter().enumerate() {
        out.push_str(rule);
        out.push('\n');
        for (name, value) in *headers {
            if place > 0 && RULES[0].1.iter().any(|(other, _)| other == name) {
                out.push_str(&format!("  ! {name}\n"));
            }
            out.push_str(&format!("  {name}: {value}\n"));
        }
    }
    out
}
