//! oEmbed: each file has what the specification asks, and leads to the frame of its view.

use ilrs_explainer::model::query::{Query, View};
use ilrs_explainer::site::oembed::Site;
use ilrs_explainer::text::Lang;
use serde_json::Value;

const URL: &str = "https://x.example/a\"b/";

fn site(picture: Option<&str>) -> Site<'_> {
    Site { url: URL, title: "When & “how” <much>\"", lang: Lang::default(), picture }
}

/// A card is one of a thing, whose page names it.
fn views() -> impl Iterator<Item = &'static View> {
    View::ALL.iter().filter(|view| **view != View::Card)
}

#[test]
fn each_view_has_what_the_specification_asks() {
    let site = site(Some("assets/card.png"));
    let files = site.files();
    assert_eq!(files.len(), views().count());
    for (view, (path, bytes)) in views().zip(files) {
        assert_eq!(path, format!("oembed/{view}.json"));
        let answer: Value = serde_json::from_slice(&bytes).expect("JSON");
        // Section 2.3.4: every answer has type and version; one of the type rich has html, width and height besides.
        assert_eq!((&answer["type"], &answer["version"]), (&"rich".into(), &"1.0".into()));
        assert!(answer["width"].as_u64() > Some(0) && answer["height"].as_u64() > Some(0));
        assert!(answer["cache_age"].as_u64() > Some(0));
        assert_eq!(answer["provider_url"], URL);
        // A picture comes with its size or not at all.
        assert_eq!(answer["thumbnail_url"], format!("{URL}assets/card.png"));
        assert!(answer["thumbnail_width"].is_u64() && answer["thumbnail_height"].is_u64());
        let html = answer["html"].as_str().expect("html");
        assert_eq!((html.matches('<').count(), html.matches('>').count()), (2, 2), "one element: {html}");
        assert!(html.contains("https://x.example/a&quot;b/embed/"), "{html}");
        assert!(html.contains("title=\"When &amp; “how” &lt;much&gt;&quot;"), "{html}");
        assert!(html.contains(" sandbox=\"allow-scripts "), "{html}");
        let src = html.split(" src=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an address");
        let (query, complaints) = Query::from_url(src.split_once("embed/").expect("the frame's").1);
        assert_eq!((query.view, complaints.len()), (*view, 0), "{src}");
    }
}

#[test]
fn without_a_picture_there_is_no_thumbnail() {
    let answer = site(None).answer(View::All);
    let names: Vec<&String> = answer.as_object().expect("an object").keys().collect();
    assert!(names.iter().all(|name| !name.starts_with("thumbnail")), "{names:?}");
}

#[test]
fn the_head_names_the_page_first_and_every_view() {
    let links = site(None).links();
    let lines: Vec<&str> = links.lines().collect();
    assert_eq!(lines.len(), views().count());
    for (view, line) in views().zip(&lines) {
        assert!(line.starts_with("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://"));
        assert!(line.contains(&format!("/oembed/{view}.json\" title=\"")), "{line}");
        assert_eq!(line.matches('"').count(), 8, "{line}");
    }
    assert!(lines[0].contains("/oembed/all.json"));
}
