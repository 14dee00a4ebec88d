//! Scripts made small: without comments, spaces and long names, by oxc.

use super::Error;
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// A module, made small. What it exports keeps its name.
///
/// # Errors
///
/// The first thing in it that is no JavaScript.
pub fn tighten(script: &str) -> Result<String, Error> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, SourceType::mjs()).parse();
    if let Some(fault) = parsed.diagnostics.first() {
        return Err(format!("a script cannot be read: {fault}"));
    }
    let mut program = parsed.program;
    let shortened = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let written = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(shortened.scoping)
        .with_private_member_mappings(shortened.class_private_mappings);
    Ok(written.build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::tighten;

    #[test]
    fn keeps_what_it_does_and_exports() {
        let script = "/**\n * A doc.\n */\nexport const one = (longName) => {\n  // why\n  return longName + 1; // one\n};\n";
        let tight = tighten(script).unwrap_or_default();
        assert_eq!(tight, "export const one=e=>e+1;");
    }

    #[test]
    fn says_what_it_cannot_read() {
        assert!(tighten("const = 1").is_err_and(|error| error.starts_with("a script cannot be read: ")));
    }
}
