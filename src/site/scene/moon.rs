//! The map of the Moon: near side, far side and south pole, with its seas and craters, and the places where missions
//! came down or are to.

use super::label::{self, Labels};
use super::part::{Panel, Part};
use super::tree;
use crate::model::claim::{Confidence, Content, Field};
use crate::model::dataset::Dataset;
use crate::model::drawing::{MARK as LINK, Node};
use crate::model::item::{Group, Item, Type};
use crate::model::moon::{DEGREE, Globe, Outline, Spot};
use crate::model::record::{Feature, Record, Site};
use crate::model::when::When;
use crate::text::Lang;
use std::fmt::Write;

/// Radius of a disc, in units of the picture.
const DISC: i32 = 1700;
/// Half the width of a panel, and half its height.
const HALF: i32 = 1950;
const HIGH: i32 = 1750;
/// From this latitude on, southern places stand on the map of the pole alone.
const POLAR: i32 = -55 * DEGREE;
/// Half the width of a mark.
const MARK: i32 = 62;
/// How many features are named on a panel at most.
const NAMED: usize = 7;

/// The map.
pub fn drawing(record: &Record, data: &Dataset, lang: Lang) -> Node {
    let (words, panels) = (lang.drawn(), panels(record, data, lang));
    let table = tree::table(&panels, words.moon_table, words.moon_head);
    tree::figure(("moon", words.moon_name), &panels, words.moon, vec![table])
}

/// The three panels.
pub fn panels(record: &Record, data: &Dataset, lang: Lang) -> Vec<Panel> {
    let words = lang.drawn();
    let views = [(words.near, 0), (words.far, 1), (words.pole, 2)];
    views.into_iter().map(|(name, side)| panel(record, data, lang, name, side)).collect()
}

/// The view of a panel: 0 the near side, 1 the far side, 2 the south pole.
pub fn globe(side: usize) -> Globe {
    let whole = 90 * DEGREE;
    match side {
        0 => Globe { centre: Spot { lat: 0, lon: 0 }, radius: DISC, reach: whole },
        1 => Globe { centre: Spot { lat: 0, lon: 180 * DEGREE }, radius: DISC, reach: whole },
        // The sine of 35 degrees is 0.5736: the map ends at 55 degrees south, on a disc as large as the others.
        _ => Globe { centre: Spot { lat: -whole, lon: 0 }, radius: 2964, reach: whole + POLAR },
    }
}

/// The panel on which a place stands.
pub fn side(spot: Spot) -> usize {
    match spot {
        _ if spot.lat <= POLAR => 2,
        _ if spot.lon.abs() > 90 * DEGREE => 1,
        _ => 0,
    }
}

/// A place as it is written in the record.
pub fn spot(lat: &str, lon: &str) -> Spot {
    Spot { lat: degrees(lat), lon: degrees(lon) }
}

/// Decimal degrees with at most four decimals, which is what the record is held to.
fn degrees(text: &str) -> i32 {
    let bare = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = bare.split_once('.').unwrap_or((bare, ""));
    let number: i32 = format!("{whole}{decimals:0<4}").parse().unwrap_or(0);
    if bare.len() < text.len() { -number } else { number }
}

fn panel(record: &Record, data: &Dataset, lang: Lang, name: &str, of: usize) -> Panel {
    let globe = globe(of);
    let mut parts = vec![Part::plain("disc", ring((0, 0), DISC))];
    let round = |feature: &&Feature| matches!(&*feature.kind, "mare" | "oceanus" | "sinus" | "crater");
    let mut features: Vec<&Feature> = record.features.iter().filter(round).collect();
    features.sort_by_key(|feature| -metres(feature));
    let seas = |feature: &Feature| feature.kind != "crater";
    let mut shapes = |sea: bool, class: &str| {
        let of_kind = features.iter().filter(|feature| seas(feature) == sea);
        let all: String = of_kind.map(|feature| outline(globe, feature)).collect();
        parts.push(Part::plain(class, all));
    };
    shapes(true, "sea");
    shapes(false, "crater");
    parts.push(Part::plain("grid", grid(of)));
    let mut labels = Labels::new([-HALF, -HIGH, HALF, HIGH]);
    let here = record.sites.iter().filter(|site| side(spot(&site.lat, &site.lon)) == of);
    let marks = marks(globe, here, &mut labels);
    let sites: Vec<Part> = marks.iter().map(|mark| site(record, data, lang, mark, &mut labels)).collect();
    parts.extend(names(globe, &features, &mut labels));
    parts.extend(sites);
    let view = format!("{} {} {} {}", -HALF, -HIGH, 2 * HALF, 2 * HIGH);
    Panel { name: name.to_string(), class: String::new(), view, rule: LINK, parts }
}

/// A circle as a path.
fn ring((x, y): (i32, i32), radius: i32) -> String {
    format!(
        "M{} {y}a{radius} {radius} 0 1 0 {} 0a{radius} {radius} 0 1 0-{} 0z",
        x - radius,
        2 * radius,
        2 * radius
    )
}

/// Equator and middle meridian; about the pole, the circles of 60, 70 and 80 degrees.
fn grid(of: usize) -> String {
    if of < 2 {
        return format!("M-{DISC} 0H{DISC}M0-{DISC}V{DISC}");
    }
    let circles = [60, 70, 80].map(|lat| globe(of).place(Spot { lat: -lat * DEGREE, lon: 90 * DEGREE }));
    let circles: String = circles.into_iter().flatten().map(|(x, _)| ring((0, 0), x)).collect();
    format!("{circles}M-{DISC} 0H{DISC}M0-{DISC}V{DISC}")
}

fn metres(feature: &Feature) -> i32 {
    let km = feature.km.as_deref().unwrap_or("0");
    degrees(km) / 10
}

fn outline(globe: Globe, feature: &Feature) -> String {
    let mut d = String::new();
    let written = match globe.circle(spot(&feature.lat, &feature.lon), metres(feature)) {
        Outline::Unseen => Ok(()),
        Outline::Whole { middle: (x, y), axes: (long, short), turn } => {
            let (sin, cos) =
                (libm::sin(f64::from(turn).to_radians()), libm::cos(f64::from(turn).to_radians()));
            let (right, down) =
                ((f64::from(long) * cos).round() as i32, (f64::from(long) * sin).round() as i32);
            write!(
                d,
                "M{} {}a{long} {short} {turn} 1 0 {} {}a{long} {short} {turn} 1 0 {} {}z",
                x - right,
                y - down,
                2 * right,
                2 * down,
                -2 * right,
                -2 * down
            )
        }
        Outline::Cut { line, clockwise } => {
            let mut last = line[0];
            let mut all = write!(d, "M{} {}l", last.0, last.1);
            for (x, y) in &line[1..] {
                all = all.and(write!(d, "{} {} ", x - last.0, y - last.1));
                last = (*x, *y);
            }
            all.and(write!(d, "A{DISC} {DISC} 0 0 {} {} {}z", u8::from(clockwise), line[0].0, line[0].1))
        }
    };
    debug_assert!(written.is_ok());
    d
}

/// The names of the largest features that have room left: in the middle of each, or clear of its rim where that would
/// run through the letters.
fn names(globe: Globe, features: &[&Feature], labels: &mut Labels) -> Vec<Part> {
    let mut parts = Vec::new();
    for feature in features {
        let Some((x, y)) = globe.place(spot(&feature.lat, &feature.lon)) else { continue };
        let near_edge = i64::from(x).pow(2) + i64::from(y).pow(2) > i64::from(DISC - 380).pow(2);
        if parts.len() >= NAMED || near_edge {
            continue;
        }
        let off = metres(feature) / 5000;
        let mut places = vec![(x, y), (x, y + off), (x, y - off), (x - off, y), (x + off, y)];
        if let Some(rim) = rim(globe, feature).filter(|rim| 2 * rim < label::width(&feature.name)) {
            places = vec![(x, y + rim + label::HIGH), (x, y - rim - label::HIGH / 2)];
        }
        if let Some(at) = places.into_iter().find(|at| labels.centre(*at, &feature.name)) {
            let class = if feature.kind == "crater" { "name" } else { "name of-sea" };
            parts.push(Part::note(class, at, &feature.name));
        }
    }
    parts
}

/// How far the rim of a crater is from its middle; a sea has none.
fn rim(globe: Globe, feature: &Feature) -> Option<i32> {
    match globe.circle(spot(&feature.lat, &feature.lon), metres(feature)) {
        Outline::Whole { axes: (long, _), .. } if feature.kind == "crater" => Some(long),
        _ => None,
    }
}

/// A site, where it lies, and where its mark stands: beside that if another's is there already.
struct Mark<'a> {
    site: &'a Site,
    lies: (i32, i32),
    stands: (i32, i32),
}

fn marks<'a>(globe: Globe, sites: impl Iterator<Item = &'a Site>, labels: &mut Labels) -> Vec<Mark<'a>> {
    let mut marks = Vec::new();
    for site in sites {
        let Some(lies) = globe.place(spot(&site.lat, &site.lon)) else { continue };
        let off = |(x, y): (i32, i32)| [x - MARK - 15, y - MARK - 15, x + MARK + 15, y + MARK + 15];
        let ways = (0..8).flat_map(|far| WAYS.map(|(x, y)| (lies.0 + x * far * 45, lies.1 + y * far * 45)));
        let stands = ways.into_iter().find(|at| labels.free(off(*at))).unwrap_or(lies);
        labels.keep(off(stands));
        marks.push(Mark { site, lies, stands });
    }
    marks
}

const WAYS: [(i32, i32); 8] = [(0, 1), (0, -1), (-1, 0), (1, 0), (-1, 1), (1, -1), (-1, -1), (1, 1)];

fn site(record: &Record, data: &Dataset, lang: Lang, mark: &Mark, labels: &mut Labels) -> Part {
    let Mark { site, lies, stands } = mark;
    let words = lang.drawn();
    let item = data.find(Type::Mission, &site.mission);
    let name = item.map_or(&*site.mission, |item| &item.name);
    let named = (words.marked)(name, &site.kind);
    let place = labels.put(*stands, MARK, &named);
    let mut lead = String::new();
    if lies != stands {
        let _ = write!(lead, "M{} {}h0M{0} {1}L{} {}", lies.0, lies.1, stands.0, stands.1);
    }
    if let Some((x, y)) = place.and_then(|place| place.lead) {
        let _ = write!(lead, "M{} {}L{x} {y}", stands.0, stands.1);
    }
    let confidence = Confidence::parse(&site.confidence).unwrap_or(Confidence::Unconfirmed);
    let weak = matches!(confidence, Confidence::Low | Confidence::Unconfirmed);
    let theirs = item.is_some_and(|item| item.group == Group::China);
    let mut class = format!("{} {}", site.kind, if theirs { "china" } else { "russia" });
    class.push_str(if weak { " weak" } else { "" });
    class.push_str(if place.is_some_and(|place| place.end) { " end" } else { "" });
    let who = item.map_or(String::new(), |item| operators(data, item));
    let where_ = (words.place)(&site.lat, &site.lon, site.approximate);
    let cells =
        [(words.site)(&site.kind).to_string(), who, where_, site.text.clone(), (words.sure)(confidence)];
    Part {
        since: since(record, item, site),
        class,
        d: shape(*stands, theirs, &site.kind),
        lead,
        words: place.map_or(String::new(), |_| named),
        at: place.map_or(*stands, |place| place.at),
        cells: cells.to_vec(),
        sources: sources(record, &site.sources),
        ..item.map_or(Part::default(), Part::of)
    }
}

/// A round mark for China, a square one on its point for the Soviet Union and Russia; crossed where it was an impact.
fn shape((x, y): (i32, i32), china: bool, kind: &str) -> String {
    let mut d = match china {
        true => ring((x, y), MARK - 7),
        false => format!("M{x} {}l{MARK} {MARK}-{MARK} {MARK}-{MARK}-{MARK}z", y - MARK),
    };
    if kind == "impact" {
        let _ = write!(d, "M{} {}l60 60m0-60l-60 60", x - 30, y - 30);
    }
    d
}

fn operators(data: &Dataset, item: &Item) -> String {
    let of = item.claims.iter().filter_map(|claim| match claim.content {
        Content::Item(at) if claim.field == Field::Operator => Some(&**data.label(at)),
        _ => None,
    });
    of.collect::<Vec<&str>>().join(", ")
}

/// A landing is known when it has happened, a target when the first of its sources tells of it.
fn since(record: &Record, item: Option<&Item>, site: &Site) -> Option<When> {
    if matches!(&*site.kind, "landing" | "impact") {
        let dates = [Field::Launch, Field::Arrival, Field::Landing, Field::End];
        let all = dates.into_iter().filter_map(|field| item?.date(field));
        return all.max_by_key(When::latest);
    }
    let dated = record.cited(&site.sources);
    dated.filter_map(|source| source.date.as_deref()?.parse().ok()).min_by_key(When::latest)
}

fn sources(record: &Record, ids: &[String]) -> Vec<(String, String)> {
    let all = record.sources.iter().filter(|source| ids.contains(&source.id));
    let named = |date: &str| date.parse::<When>().ok().map(|when| when.year().to_string());
    all.map(|source| {
        let year = source.date.as_deref().and_then(named).unwrap_or_default();
        (source.id.clone(), format!("{} {year}", source.publisher).trim_end().to_string())
    })
    .collect()
}
