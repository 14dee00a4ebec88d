//! The drawings: everything that is to be drawn is, where it belongs, and nothing runs into another.

use crate::support::{dataset, record, small_data};
use expect_test::expect;
use ilrs_explainer::model::codec::{decode_drawings, encode_drawings};
use ilrs_explainer::model::drawing::{Live, MARK, Node, PLANNED};
use ilrs_explainer::model::query::Query;
use ilrs_explainer::site::page;
use ilrs_explainer::site::scene::label::{field, meet};
use ilrs_explainer::site::scene::part::{Panel, Part};
use ilrs_explainer::site::scene::{self, joined, moon, station};
use ilrs_explainer::text::Lang;
use ilrs_explainer::view::app::Heard;
use ilrs_explainer::view::{App, AppProps, Context, Store};
use std::collections::BTreeSet;
use std::rc::Rc;

fn marks(panel: &Panel) -> impl Iterator<Item = &Part> {
    panel.parts.iter().filter(|part| part.of.is_some())
}

/// Where a shape begins.
fn start(part: &Part) -> (i32, i32) {
    let mut numbers = part.d[1..].split(|sign: char| !(sign.is_ascii_digit() || sign == '-'));
    let mut next =
        || numbers.next().and_then(|number| number.parse().ok()).expect("a path begins with a place");
    (next(), next())
}

#[test]
fn every_site_is_drawn_once_and_where_it_lies() {
    let panels = moon::panels(record(), &dataset(), Lang::En);
    for (side, panel) in panels.iter().enumerate() {
        let here = record().sites.iter().filter(|site| moon::side(moon::spot(&site.lat, &site.lon)) == side);
        let here: Vec<_> = here.collect();
        assert_eq!(marks(panel).count(), here.len(), "{}", panel.name);
        for (site, part) in here.iter().zip(marks(panel)) {
            assert_eq!(part.href, format!("#mission-{}", site.mission));
            assert!(!part.words.is_empty(), "{} has no room for its name", site.id);
            let lies = moon::globe(side).place(moon::spot(&site.lat, &site.lon)).expect("it is on its side");
            let (x, y) = start(part);
            let apart = (x - lies.0).abs().max((y - lies.1).abs());
            assert!(apart < 200 || !part.lead.is_empty(), "{} stands {apart} from its place", site.id);
        }
    }
}

#[test]
fn names_on_the_map_stand_apart() {
    for panel in moon::panels(record(), &dataset(), Lang::En) {
        let fields = marks(&panel).map(|part| field(part.at, part.class.contains(" end"), &part.words));
        let fields: Vec<_> = fields.collect();
        for (place, one) in fields.iter().enumerate() {
            assert!(one[0] >= -1950 && one[2] <= 1950, "{}: {one:?} leaves the picture", panel.name);
            assert!(fields[..place].iter().all(|other| !meet(*one, *other)), "{}: {one:?}", panel.name);
        }
    }
}

#[test]
fn seas_and_craters_are_drawn() {
    let panels = moon::panels(record(), &dataset(), Lang::En);
    let shapes = |class: &str| {
        let of_class = panels.iter().flat_map(|panel| &panel.parts).filter(|part| part.class == class);
        of_class.map(|part| part.d.matches('M').count()).sum::<usize>()
    };
    let kinds =
        |kinds: &[&str]| record().features.iter().filter(|feature| kinds.contains(&&*feature.kind)).count();
    // Each stands on at least one of the three pictures, and on two at a limb or near the pole.
    assert!(shapes("sea") >= kinds(&["mare", "oceanus", "sinus"]));
    assert!(shapes("crater") >= kinds(&["crater"]) - 1, "but for Peary at the north pole, every crater");
}

/// Everything in a drawing, itself included.
fn all(node: &Node) -> Vec<&Node> {
    let mut nodes = vec![node];
    nodes.extend(node.nodes.iter().flat_map(all));
    nodes
}

#[test]
fn every_link_leads_to_a_card_or_a_source() {
    let data = dataset();
    for drawing in scene::drawings(record(), &data, Lang::En) {
        let nodes = all(&drawing);
        let links: BTreeSet<&str> = nodes
            .iter()
            .flat_map(|node| &node.attrs)
            .filter(|(key, _)| *key == 1)
            .map(|(_, to)| &**to)
            .collect();
        assert!(links.len() > 10, "{links:?}");
        for link in links {
            let known = match link.strip_prefix("sources/#source-") {
                Some(id) => record().sites.iter().any(|site| site.sources.iter().any(|source| source == id)),
                None => data.all_items().any(|item| link == format!("#{}-{}", item.at.kind, item.id)),
            };
            assert!(known, "{link} leads nowhere");
        }
    }
}

#[test]
fn the_station_has_its_parts() {
    let data = dataset();
    let panels = station::panels(&data, Lang::En);
    let parts: Vec<&Part> = panels.iter().flat_map(marks).collect();
    assert_eq!(parts.len(), 21, "every part the scene has a place for is in the record");
    for treaty in
        ["cislunar-transport", "surface-support", "surface-transport", "science-facility", "ground-support"]
    {
        assert!(parts.iter().any(|part| part.href == format!("#facility-{treaty}")), "{treaty}");
    }
    let dated: Vec<&str> = parts.iter().filter(|part| part.dated.is_some()).map(|part| &*part.name).collect();
    expect![[r#"
        Earth–Moon transport
        Queqiao constellation
        Luna-26
        Queqiao-2
        Long-term support on the surface
        Lunar power station
        Russia’s part of the station
        Luna-27
        Science facilities
        Chang’e-7
        Chang’e-8"#]]
    .assert_eq(&dated.join("\n"));
    let weak: Vec<&str> =
        parts.iter().filter(|part| part.class.contains("weak")).map(|part| &*part.name).collect();
    assert_eq!(weak, ["Modules as listed in 2022", "Science facilities"]);
    let widest = parts.iter().flat_map(|part| part.words.split('\n')).map(|line| line.chars().count()).max();
    assert!(widest <= Some(15), "a line of a name is {widest:?} letters wide");
}

#[test]
fn both_camps_are_marked_by_dated_claims_alone() {
    let data = dataset();
    let both: Vec<&str> =
        data.participants.iter().filter(|item| joined::both(item).is_some()).map(|item| &*item.id).collect();
    assert!(both.contains(&"thailand") && both.contains(&"serbia") && !both.contains(&"china"), "{both:?}");
    let panels = joined::panels(&data, Lang::En);
    let class = |name: &str| {
        let mut parts = panels.iter().flat_map(marks).filter(|part| part.name == name);
        parts.next().map(|part| part.class.clone()).expect("it is drawn")
    };
    assert!(class("Thailand").ends_with(" both"));
    assert!(class("Serbia").ends_with(" both perhaps"), "known only from a weak source");
}

#[test]
fn names_in_the_line_of_dates_stay_in_the_picture() {
    for panel in joined::panels(&dataset(), Lang::En) {
        let mut last = 0;
        for part in marks(&panel) {
            let [left, top, right, _] = field(part.at, part.class.starts_with("end"), &part.words);
            assert!(left >= -130 && right <= 3930, "{} from {left} to {right}", part.name);
            assert!(top >= last, "{} runs into the row above", part.name);
            last = top + 165;
        }
    }
}

#[test]
fn drawings_come_to_the_app_as_they_are() {
    let drawings = scene::drawings(record(), &dataset(), Lang::En);
    let encoded = encode_drawings(&drawings);
    assert_eq!(decode_drawings(&encoded).as_ref(), Ok(&drawings));
    for broken in [&[][..], b"[", b"{}", &encoded[..encoded.len() / 2], &[&*encoded, b"\0"].concat()] {
        assert!(decode_drawings(broken).is_err(), "the page does without them");
    }
}

/// A drawing of one mark.
fn drawing(rule: u32) -> Node {
    let of = small_data().missions.first().map(|item| item.at);
    let live = Live { rule, of, since: None, dated: None };
    let attrs = vec![(0, "mark".into()), (1, "#mission-probe-1".into()), (2, "Probe-1, @".into())];
    let words = Node { text: "It is @.".into(), ..Node::default() };
    Node { tag: "a".into(), attrs, live: Some(live), nodes: vec![words], ..Node::default() }
}

fn rendered(rule: u32, address: &str) -> String {
    let data = Rc::new(small_data());
    let (query, _) = Query::from_url(address);
    let figure = Node { tag: "figure".into(), nodes: vec![drawing(rule)], ..Node::default() };
    let drawings = Rc::new(vec![figure]);
    let context = || Context { data: data.clone(), drawings: drawings.clone(), ..Context::default() };
    let store = || Store::new(context(), query.clone(), Vec::new());
    let props = || AppProps { store: store(), heard: Heard::default() };
    let html = page::html::<App>(props, false).expect("the page renders");
    let start = html.find("<a class=\"mark").unwrap_or(html.len());
    html[start..].split_inclusive("</a>").next().unwrap_or("").to_string()
}

#[test]
fn a_mark_says_how_it_stands() {
    let mut told = String::new();
    for (rule, address) in
        [(MARK, ""), (PLANNED, ""), (MARK, "?asof=1960-01-01"), (MARK, "?q=nothing&mode=dim")]
    {
        told.push_str(&rendered(rule, address));
        told.push('\n');
    }
    expect![[r##"
        <a class="mark happened" href="#mission-probe-1" aria-label="Probe-1, success">It is success.</a>
        <a class="mark stands" href="#mission-probe-1" aria-label="Probe-1, has flown">It is has flown.</a>
        <a class="mark ghost">It is .</a>
        <a class="mark happened away" href="#mission-probe-1" aria-label="Probe-1, success">It is success.</a>
    "##]]
    .assert_eq(&told);
}
