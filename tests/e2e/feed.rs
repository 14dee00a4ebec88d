//! The feed as a reader of feeds takes it.

use crate::dist;
use crate::outcome::{Outcome, fault};
use crate::python::said;
use serde_json::Value;

/// What the reader has made of it: what is wrong, its kind, and of each entry its id, time, title and link.
const READ: &str = "import feedparser, json, sys
feed = feedparser.parse(sys.argv[1])
entries = [[entry.id, entry.updated, entry.title, entry.link] for entry in feed.entries]
print(json.dumps([bool(feed.bozo), feed.version, feed.feed.title, entries]))";

#[test]
fn a_reader_of_feeds_takes_it() -> Outcome {
    let path = dist::folder()?.join("feed.xml");
    let read: Value = serde_json::from_str(&said(READ, &[&path.to_string_lossy()])?)?;
    assert_eq!((&read[0], &read[1]), (&Value::Bool(false), &"atom10".into()), "{read}");
    let entries = read[3].as_array().ok_or_else(|| fault("no list of entries"))?;
    assert!(entries.len() > 20, "{read}");
    for entry in entries {
        for part in [0, 1, 2, 3] {
            assert!(entry[part].as_str().is_some_and(|text| !text.is_empty()), "{entry}");
        }
    }
    let page = dist::text("index.html")?;
    assert!(page.contains("type=\"application/atom+xml\" href=\"feed.xml\""), "the page does not declare it");
    Ok(())
}
