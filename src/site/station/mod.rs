//! The station as one place: what serves it on Earth, what flies between and around the Moon, and the ground near the
//! south pole, drawn by one hand in a wide and a narrow composition. What exists is tone; what is planned is line that
//! can be seen through. Where a part stands in the scene is ours, and not to scale; that there is one, and how it
//! stands, is the record's.
//!
//! The steps through phases and years are radios, and the style sheet answers them: no script is needed.

mod art;
pub mod label;
pub mod look;
mod part;
mod steps;

pub use art::{Anchor, Art, Composition, Drawn, Layer, Shape, Tone, art};
pub use part::{Part, parts};
pub use steps::Steps;

use super::lettering::{Field, width};
use super::svg::{Element, half, path, words};
use crate::model::dataset::Dataset;
use crate::text::{Drawn as Words, Lang};
use look::Stand;

/// How small a note and a year are set beside a name, as in the style sheet.
const LESS: f64 = 0.9;
/// How large the sentence is set.
const MORE: f64 = 1.2;

/// The scene with its steps as a figure; `base` leads to the root of the site. Nothing, if the record has none of the
/// parts.
pub fn figure(data: &Dataset, lang: Lang, base: &str) -> Option<Element> {
    let words = lang.drawn();
    let art = art();
    let steps = Steps::new(data);
    let [wide, narrow] = [("wide", &art.wide), ("narrow", &art.narrow)].map(|(name, of)| {
        let parts = parts(data, lang, base, name, of, &steps);
        (!parts.is_empty()).then(|| scene(name, of, &parts, &steps, words))
    });
    let caption = Element::new("figcaption").holding(words.scene_caption);
    let figure = Element::new("figure").with("class", "scene").with("aria-label", words.scene_name);
    Some(figure.holding_all(steps.controls(data, lang)).holding(wide?).holding(narrow?).holding(caption))
}

/// A composition as SVG.
fn scene(name: &str, of: &Composition, parts: &[Part], steps: &Steps, words: &Words) -> Element {
    let mut group = Element::new("g").with("transform", "scale(.5)");
    for layer in &of.layers {
        group = match layer {
            Layer::Part(art) => match parts.iter().find(|part| part.id == art.part) {
                Some(part) => group.holding(part.element.clone()),
                None => group,
            },
            Layer::Landscape(shape) => group.holding_all(landscape(name, shape)),
        };
    }
    let group = group.holding_all(sentences(of, parts, steps, words));
    let group = group.holding_all(of.notes.iter().map(|note| {
        let class = format!("note {} {}", note.tone.class(), note.anchor.class());
        self::words(class.trim(), (half(note.at.0), half(note.at.1)), note_words(&note.of, words))
    }));
    let [wide, high] = of.size;
    Element::new("svg")
        .with("class", name)
        .with("viewBox", format!("0 0 {wide} {high}"))
        .with("role", "group")
        .with("aria-label", words.scene_name)
        .holding(group.holding(key(of, words)))
}

/// What is not in the record: sky, ground, Earth.
fn landscape(name: &str, shape: &Shape) -> Vec<Element> {
    let clip = shape.clip.as_ref().map(|d| {
        let cut = Element::new("clipPath").with("id", format!("scene-{name}-cut"));
        cut.holding(Element::new("path").with("d", d))
    });
    let within = clip.as_ref().map(|_| format!("url(#scene-{name}-cut)"));
    let drawn = match (shape.circle, &shape.d) {
        (Some([x, y, r]), _) => {
            Element::new("circle").with("class", &shape.class).with("cx", x).with("cy", y).with("r", r)
        }
        (None, d) => Element::new("path").with("class", &shape.class).with_any("d", d.as_ref()),
    };
    clip.into_iter().chain([drawn.with_any("clip-path", within)]).collect()
}

/// The sentence on the horizon: how much of it stands and, at a year of the steps, what is supposed. The style sheet
/// shows the one that holds.
fn sentences(of: &Composition, parts: &[Part], steps: &Steps, words: &Words) -> [Element; 2] {
    let (x, y, anchor) = of.sentence;
    let at = (half(x), half(y));
    let class = |more: &str| format!("say {more} {}", anchor.class());
    let now = self::words(class("now").trim(), at, &sentence(parts, words));
    let mut held = self::words(class("held").trim(), at, words.scene_held);
    for (place, year) in steps.years() {
        let span = Element::new("tspan").with("class", format!("y{place}"));
        held = held.holding(span.holding(&*format!(" {year}")));
    }
    [now, held]
}

/// How much of what belongs on the ground stands there.
pub fn sentence(parts: &[Part], words: &Words) -> String {
    let ground = || parts.iter().filter(|part| part.ground);
    (words.scene_sentence)(ground().filter(|part| part.look.stand == Stand::Flown).count(), ground().count())
}

fn note_words<'a>(of: &str, words: &'a Words) -> &'a str {
    if of == "earth" { words.scene_earth } else { words.scene_scale }
}

/// What the looks mean.
fn key(of: &Composition, words: &Words) -> Element {
    let group = Element::new("g").with("class", "key").with("aria-hidden", "true");
    let boxes = key_places(of).into_iter().flat_map(|(at, (x, y))| {
        let (class, meaning) = (KEY[at], words.scene_key[at]);
        let swatch = path("f", &format!("M{} {}h52v-30h-52z", half(x), half(y)));
        let swatch = Element::new("g").with("class", format!("part {class}")).holding_all(swatch);
        let slant = if class.contains("weak") { "i" } else { "" };
        [swatch, self::words(slant, (half(x + 35.0), half(y - 1.5)), meaning)]
    });
    group.holding_all(boxes)
}

/// The looks that the key explains.
const KEY: [&str; 4] = ["flown", "promised", "named", "promised weak"];

/// Where the looks stand in the key.
fn key_places(of: &Composition) -> Vec<(usize, (f64, f64))> {
    let ((x, y), (step_x, step_y)) = (of.key.at, of.key.step);
    let place = |place: usize| {
        let (row, column) = (place / of.key.columns.max(1), place % of.key.columns.max(1));
        (x + column as f64 * step_x, y + row as f64 * step_y)
    };
    of.key.order.iter().filter(|at| **at < KEY.len()).enumerate().map(|(at, of)| (*of, place(at))).collect()
}

/// The words of a composition that belong to no part, with the room they take: sentences, notes and key.
pub fn fixed_words(of: &Composition, parts: &[Part], steps: &Steps, words: &Words) -> Vec<(String, Field)> {
    let mut all = Vec::new();
    let (x, y, anchor) = of.sentence;
    let last = steps.years().map(|(_, year)| year).max().unwrap_or(0);
    for text in [sentence(parts, words), format!("{} {last}", words.scene_held)] {
        let wide = width(&text, of.letter * MORE, true);
        let left = x - anchor.share() * wide;
        all.push((text, [left, y - of.letter * 0.8, left + wide, y + 4.0]));
    }
    for note in &of.notes {
        let text = note_words(&note.of, words);
        let wide = width(text, of.letter * LESS, false);
        let left = note.at.0 - note.anchor.share() * wide;
        all.push((text.to_string(), [left, note.at.1 - of.letter * 0.7, left + wide, note.at.1 + 3.0]));
    }
    for (at, (x, y)) in key_places(of) {
        let wide = width(words.scene_key[at], of.letter * LESS, false);
        all.push((words.scene_key[at].to_string(), [x, y - 16.0, x + 35.0 + wide, y + 2.0]));
    }
    all
}
