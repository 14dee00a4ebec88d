//! The parameters of the address are attributes of the element: where they are written down by hand, none is missing.

use crate::support::root;
use ilrs_explainer::model::query::NAMES;

/// The types of `embed.d.ts` name each, in order, before the attributes that the element alone has.
#[test]
fn the_types_of_the_element_name_each() {
    let types = std::fs::read_to_string(root().join("src/shell/embed.d.ts")).expect("it can be read");
    let body = types.split_once("interface IlrsAttributes {").expect("the interface").1;
    let body = body.split_once("\n}").expect("its end").0;
    let named: Vec<&str> = body.lines().filter_map(|line| Some(line.trim().split_once("?: ")?.0)).collect();
    assert_eq!(named[..NAMES.len()], NAMES, "src/shell/embed.d.ts");
}

#[test]
fn the_readme_names_each() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("it can be read");
    assert!(readme.contains(&format!("`{}`", NAMES.join(" "))), "README.md: {}", NAMES.join(" "));
}
