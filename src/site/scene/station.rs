//! The station as a scene: what serves it on Earth, what flies between and around the Moon, and the ground near the
//! south pole. Where a part stands in the scene is ours, and not to scale; that there is one, and how it stands, is
//! the record's.

use super::glyph::glyph;
use super::part::{Panel, Part, item};
use super::tree;
use crate::model::claim::{Claim, Confidence, Content, Field};
use crate::model::dataset::Dataset;
use crate::model::drawing::{Node, PLANNED};
use crate::model::item::{Item, Type};
use crate::model::when::When;
use crate::text::Lang;

/// Size of a panel, in units of the picture.
const WIDE: i32 = 3800;
const TALL: i32 = 2860;
/// Where the parts of a panel have their feet: three in a row behind, three in front.
const FEET: [(i32, i32); 6] = [(640, 900), (1900, 900), (3160, 900), (640, 2150), (1900, 2150), (3160, 2150)];
/// As many letters stand in a line of a name.
const LINE: usize = 14;

/// The parts of a panel, each by its id in the record and its shape, in the order of [`FEET`].
type Parts = &'static [(&'static str, &'static str)];

const EARTH: Parts = &[
    ("", ""),
    ("", ""),
    ("cislunar-transport", "craft"),
    ("ground-support", "dish"),
    ("data-centre", "hall"),
];
const ORBIT: Parts = &[
    ("queqiao-constellation", "chain"),
    ("luna-26", "relay"),
    ("orbital-hub", "hub"),
    ("tiandu", "relay"),
    ("queqiao-2", "relay"),
    ("queqiao-1", "relay"),
];
const SUPPLY: Parts = &[
    ("surface-support", "dome"),
    ("power-station", "power"),
    ("surface-network", "mast"),
    ("modules-2022", "modules"),
    ("russian-segment", "platform"),
    ("luna-27", "lander"),
];
const WORK: Parts = &[
    ("science-facility", "watch"),
    ("surface-transport", "rover"),
    ("surface-vehicles", "cabin"),
    ("hopper", "hopper"),
    ("change-7", "lander"),
    ("change-8", "lander"),
];

/// The scene, with the same in words below.
pub fn drawing(data: &Dataset, lang: Lang) -> Node {
    let words = lang.drawn();
    let panels = panels(data, lang);
    tree::figure(("station", words.station_name), &panels, words.station, vec![tree::lists(&panels, lang)])
}

/// Its four panels.
pub fn panels(data: &Dataset, lang: Lang) -> Vec<Panel> {
    let words = lang.drawn();
    let [supply, work] = words.surface;
    let ground =
        "M-60 760L320 640 640 700 1100 560 1500 690 1900 620 2400 700 2900 590 3300 690 3860 600V2960H-60z";
    let hills = "M-60 600L400 680 900 570 1300 690 1750 600 2300 690 2700 580 3200 700 3860 650V2960H-60z";
    let views = [
        ("earth", words.earth, "M-60 1900A5200 5200 0 0 1 3860 1900V2960H-60z".to_string(), EARTH),
        ("orbit", words.orbit, oval(1900, 1470, 260, 260), ORBIT),
        ("ground", supply, ground.to_string(), SUPPLY),
        ("ground", work, hills.to_string(), WORK),
    ];
    views.into_iter().map(|(class, name, back, parts)| panel(data, lang, class, name, back, parts)).collect()
}

fn panel(data: &Dataset, lang: Lang, class: &str, name: &str, back: String, parts: Parts) -> Panel {
    let mut all = vec![Part::plain("back", back)];
    if class == "earth" {
        all.push(Part::plain("way", "M900 1500C1100 600 2200 300 3860 260".to_string()));
    }
    if class == "orbit" {
        all.push(Part::plain("way", oval(1900, 1500, 1500, 900) + &oval(1900, 1500, 700, 1150)));
    }
    let feet = FEET.into_iter().zip(parts);
    all.extend(feet.filter_map(|(foot, (id, shape))| Some(part(data, lang, item(data, id)?, foot, shape))));
    let view = format!("0 0 {WIDE} {TALL}");
    Panel { name: name.to_string(), class: class.to_string(), view, rule: PLANNED, parts: all }
}

fn part(data: &Dataset, lang: Lang, item: &Item, (x, y): (i32, i32), shape: &str) -> Part {
    let words = lang.drawn();
    let mut part = Part::of(item);
    part.dated = dated(data, item);
    part.d = glyph(shape, (x, y));
    part.words = lines(&item.name);
    part.at = (x, y + 190);
    part.class = "mid".to_string();
    if weak(item) {
        part.class.push_str(" weak");
        part.cells.push(words.tentative.to_string());
    }
    if unclear(item) {
        part.cells.push(words.unclear.to_string());
    }
    part
}

/// When a date was first given for a part, by a source that is not weak: in a promise of its own, or in a claim on when
/// it is to be that names a year.
pub fn dated(data: &Dataset, item: &Item) -> Option<When> {
    let own =
        data.linked(item.at).iter().filter(|at| at.kind == Type::Milestone).map(|at| data.milestone(*at));
    let own =
        own.filter(|milestone| item.at.kind == Type::Facility || milestone.about.first() == Some(&item.at));
    let promises = own.flat_map(|milestone| &milestone.promises);
    let promised = promises.filter(|promise| promise.promised.is_some() && !is_weak(promise.confidence));
    let claims = item.claims.iter().filter(|claim| claim.field == Field::When && !is_weak(claim.confidence));
    let said = claims.filter(|claim| names_a_year(claim)).filter_map(|claim| claim.since);
    promised.map(|promise| promise.stated).chain(said).min_by_key(When::latest)
}

fn names_a_year(claim: &Claim) -> bool {
    let Content::Text(text) = &claim.content else { return false };
    let mut words = text.split(|sign: char| !sign.is_ascii_digit());
    words.any(|word| word.len() == 4 && word.starts_with("20"))
}

/// That there is such a part is known from weak sources alone.
pub fn weak(item: &Item) -> bool {
    let mut what = item.claims.iter().filter(|claim| claim.field == Field::What).peekable();
    what.peek().is_some() && what.all(|claim| is_weak(claim.confidence))
}

/// Weak sources have it stand already.
fn unclear(item: &Item) -> bool {
    item.claims.iter().any(|claim| claim.field == Field::State && claim.confidence == Confidence::Unconfirmed)
}

fn is_weak(confidence: Confidence) -> bool {
    matches!(confidence, Confidence::Low | Confidence::Unconfirmed)
}

/// A name in lines; a number that goes on from the last word does not begin one.
fn lines(name: &str) -> String {
    let (mut out, mut long) = (String::new(), 0);
    for word in name.split(' ') {
        let wide = word.chars().count();
        if long > 0 && long + 1 + wide > LINE && !word.starts_with('-') {
            out.push('\n');
            long = 0;
        } else if long > 0 {
            out.push(' ');
            long += 1;
        }
        out.push_str(word);
        long += wide;
    }
    out
}

fn oval(x: i32, y: i32, wide: i32, tall: i32) -> String {
    format!("M{} {y}a{wide} {tall} 0 1 0 {} 0a{wide} {tall} 0 1 0-{} 0z", x - wide, 2 * wide, 2 * wide)
}
