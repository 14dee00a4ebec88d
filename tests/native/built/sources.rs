//! The page of sources has every source.

use super::text;
use crate::support::record;
use crate::whole::escaped;

#[test]
fn every_source_is_on_its_page() {
    let html = text("sources/index.html");
    for source in &record().sources {
        assert!(html.contains(&format!("id=\"source-{}\"", source.id)), "{}", source.id);
        assert!(html.contains(&escaped(&source.title)), "{}: {}", source.id, source.title);
        if let Some(url) = &source.url {
            assert!(html.contains(&format!("href=\"{}\"", escaped(url))), "{}: {url}", source.id);
        }
    }
}
