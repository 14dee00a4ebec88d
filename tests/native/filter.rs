//! The filter as the server renders it, before and after its panel is opened.

use crate::support::{panel, small_data};
use crate::view::{page, part, shows};
use expect_test::expect;
use ilrs_explainer::model::query::NAMES;
use std::collections::BTreeSet;

#[test]
fn the_filter_bears_the_name_of_a_section_that_stands_alone() {
    for (address, name) in [("", "Filter the page"), ("view=conflicts", "Filter the page: disagreements")] {
        let form = part(&page(address), "form", "role=\"search\"");
        assert!(
            form.contains(&format!(" aria-label=\"{name}\"")),
            "{}",
            form.lines().next().unwrap_or_default()
        );
    }
}

#[test]
fn what_is_on_show_can_be_embedded() {
    for (address, href) in
        [("", "embedding/"), ("view=table&kind=launch&x=y", "embedding/?kind=launch&amp;view=table")]
    {
        let link = format!("<a href=\"{href}\" class=\"reset\">Embed this view</a>");
        assert!(page(address).contains(&link), "{link}");
    }
}

/// Every parameter has its control, in the filter or in the dock.
#[test]
fn the_controls_bear_the_names_of_the_parameters() {
    let named = |html: &str| {
        let names =
            html.split(" name=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_string()));
        names.collect::<BTreeSet<String>>()
    };
    let all = "q=probe+1&kind=launch~landing&status=happened&from=2020&to=2030~&asof=2024-02-01&mode=dim&theme=dark";
    for address in ["", all] {
        let page = page(address);
        // A card stands alone, without a filter.
        for name in NAMES.into_iter().filter(|name| *name != "item") {
            assert!(named(&page).contains(name), "{name} of {address}");
        }
    }
    for field in ["q", "from", "to", "asof"] {
        assert_eq!(page(all).matches(&format!(" name=\"{field}\"")).count(), 1, "{field}");
    }
}

#[test]
fn the_filter_with_a_choice() {
    let page = page("kind=launch");
    shows(
        &part(&page, "p", "role=\"status\""),
        &expect![[r#"
        <p role="status" class="found">2 of 3 dated entries and 3 of 6 cards</p>
    "#]],
    );
    shows(
        &part(&page, "ul", "class=\"chip\""),
        &expect![[r#"
            <ul class="chips">
            <li>
            <a href="?" aria-label="Drop Kind: launch" class="chip">Kind: launch ×</a>
            </li>
            </ul>
        "#]],
    );
    let panel = panel(small_data(), "kind=launch").replace("><", ">\n<");
    shows(
        &part(&panel, "fieldset", "data-facet=\"kind\""),
        &expect![[r#"
            <fieldset data-facet="kind" class="facet">
            <legend>Kind</legend>
            <div class="choices">
            <label>
            <input value="agreement" type="checkbox" name="kind"> <span>agreement</span> <small>1</small>
            </label>
            <label>
            <input value="launch" checked type="checkbox" name="kind"> <span>launch</span> <small>2</small>
            </label>
            <label>
            <input value="landing" type="checkbox" name="kind"> <span>landing</span> <small>0</small>
            </label>
            <label>
            <input value="statement" type="checkbox" name="kind"> <span>statement</span> <small>0</small>
            </label>
            <label>
            <input value="construction" type="checkbox" name="kind"> <span>construction</span> <small>0</small>
            </label>
            <label>
            <input value="loss" type="checkbox" name="kind"> <span>loss</span> <small>0</small>
            </label>
            <label>
            <input value="other" type="checkbox" name="kind"> <span>other</span> <small>0</small>
            </label>
            </div>
            </fieldset>
        "#]],
    );
}
