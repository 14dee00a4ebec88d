//! Scripts without the lines that are only comments and without indentation. No more than that: what a minifier
//! could save beyond it is under 1 KB brotli, and it is another program to trust.

/// The script, tightened. It must not hold a text over several lines that relies on its indentation.
pub fn tighten(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut comment = false;
    for line in script.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if !comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        comment &= !line.ends_with("*/");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::tighten;

    #[test]
    fn keeps_the_code() {
        let script = "/**\n * A doc.\n */\nexport const a = () => {\n  // why\n  return 1; // one\n};\n\n/* x */\nb();\n";
        assert_eq!(tighten(script), "export const a = () => {\nreturn 1; // one\n};\nb();\n");
    }
}
