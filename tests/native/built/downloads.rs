//! The files for other programs, as they are built and linked.

use super::{dist, text};
use crate::support::{dataset, record};
use ilrs_explainer::site::downloads::{distribution, files, offered};
use ilrs_explainer::text::Lang;
use std::fs;

#[test]
fn what_is_offered_is_built() {
    let built = files(record(), &dataset(), Lang::En).expect("the files are made");
    for (_, path) in offered(Lang::En) {
        assert!(built.iter().any(|file| file.path == path), "{path}");
    }
    for file in &built {
        let text = fs::read(dist().join(&file.path)).expect("it is built");
        assert!(text == file.bytes, "{} is another", file.path);
    }
    assert!(distribution(Lang::En).iter().all(|path| built.iter().any(|file| file.path == *path)));
}

#[test]
fn the_page_links_to_each_with_its_size() {
    let html = text("index.html");
    for (_, path) in offered(Lang::En) {
        let size = fs::metadata(dist().join(&path)).expect("it is built").len().div_ceil(1000);
        let link = html.split("<a ").find(|link| link.starts_with(&format!("href=\"{path}\"")));
        let link = link.unwrap_or_else(|| panic!("no link to {path}"));
        let link = link.split("</a>").next().unwrap_or(link);
        assert!(link.contains("download") && link.contains(&format!("{size} KB")), "{link}");
    }
}
