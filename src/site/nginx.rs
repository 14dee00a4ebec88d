//! `nginx.conf`: what `_headers` says, for nginx. A server includes it once; its `root` is the folder in which the site
//! lies at its path. nginx takes over none of a wider location's headers where a narrower one has its own, so each has all.

use super::headers::{OTHER, TYPES, of, rules};
use super::missing;

/// Its file.
pub const PATH: &str = "nginx.conf";

/// The locations of a site at this path of its host, which begins and ends with `/`.
pub fn file(base: &str) -> String {
    let types: String =
        TYPES.iter().map(|(ending, kind)| format!("        \"{kind}\" {ending};\n")).collect();
    let narrow = rules().into_iter().skip(1); // the first is for all
    let inner: String = narrow.map(|(rule, _)| location(base, &rule)).collect();
    let headers = headers("/", 4);
    let missing = missing::PATH;
    format!(
        "# The site at {base}. Within a server whose root is the folder that has it there:\n\
         #     include /folder{base}{PATH};\n\
         # It needs the module ngx_http_brotli_static_module.\n\
         location {base} {{\n\
         {headers}    index index.html;\n\
         \x20   error_page 404 {base}{missing};\n\
         \x20   absolute_redirect off;\n\
         \x20   brotli_static on;\n\
         \x20   gzip_static on;\n\
         \x20   gzip_vary on;\n\
         \x20   default_type {OTHER};\n\
         \x20   types {{\n{types}    }}\n\
         {inner}}}\n"
    )
}

/// What holds for a narrower rule: all files below a folder, or one.
fn location(base: &str, rule: &str) -> String {
    let path = rule.trim_end_matches('*');
    let sign = if path == rule { "=" } else { "^~" };
    format!("    location {sign} {base}{} {{\n{}    }}\n", path.trim_start_matches('/'), headers(path, 8))
}

/// What is sent with a path, whatever the answer.
fn headers(path: &str, indent: usize) -> String {
    let line = |(name, value)| format!("{:indent$}add_header {name} \"{value}\" always;\n", "");
    of(path).into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::file;

    #[test]
    fn every_path_is_below_that_of_the_site() {
        let conf = file("/lunar/");
        let paths = conf.lines().filter_map(|line| line.trim().strip_prefix("location "));
        let paths: Vec<&str> = paths.map(|line| line.trim_start_matches(['=', '^', '~', ' '])).collect();
        assert!(paths.len() > 5 && paths.iter().all(|path| path.starts_with("/lunar/")), "{conf}");
        assert_eq!(conf.matches('{').count(), conf.matches('}').count());
        assert_eq!(conf.matches("add_header Content-Security-Policy").count(), paths.len());
    }
}
