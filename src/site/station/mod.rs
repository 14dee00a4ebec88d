//! The station as one place: what serves it on Earth, what flies between and around the Moon, and the ground near the
//! south pole, drawn by one hand in a wide and a narrow composition. What exists is tone; what is planned is line that
//! can be seen through. Where a part stands in the scene is ours, and not to scale; that there is one, and how it
//! stands, is the record's.
//!
//! The steps through phases and years are radios, and the style sheet answers them: no script is needed. They are for
//! the day of the record alone, as the picture is; on an earlier day the app marks what was not known or stood otherwise.

mod art;
pub mod label;
mod part;
mod steps;

pub use art::{Anchor, Art, Composition, Drawn, Layer, Shape, art};
pub use part::Part;
pub use steps::Steps;

use super::known_since;
use super::lettering::{Field, width};
use super::svg::{Element, half, path, words};
use super::take;
use crate::model::dataset::Dataset;
use crate::model::look::Stand;
use crate::model::query::View;
use crate::text::Lang;

/// How small a note is set beside a name, as in the style sheet.
const LESS: f64 = 0.9;
/// How large the sentence is set.
const MORE: f64 = 1.2;

/// The scene with its steps as a figure; `base` leads to the root of the site. Nothing, if the record is not about the
/// station or has none of the parts.
pub fn figure(data: &Dataset, lang: Lang, base: &str) -> Option<Element> {
    let scenes = [Scene::wide(data, lang, base), Scene::narrow(data, lang, base)];
    let [wide, narrow] = &scenes;
    if !data.ours() || wide.parts.is_empty() && narrow.parts.is_empty() {
        return None;
    }
    let words = lang.picture_text();
    let figure = Element::new("figure").with("class", "scene").with("aria-label", words.scene_name);
    let figure = figure.holding_all(wide.steps.controls(data, lang)).holding_all([wide.svg(), narrow.svg()]);
    let caption =
        Element::new("figcaption").holding(words.scene_caption).holding(known_since::caption(data, lang));
    Some(figure.holding(caption).holding(take::row(lang, base, View::Scene)))
}

/// One of the two compositions, with the parts that the record has.
pub struct Scene<'a> {
    data: &'a Dataset,
    lang: Lang,
    base: &'a str,
    /// Its class. One of the two is seen; ids are those of the wide one, and have its name after them in the other.
    name: &'static str,
    pub art: &'static Composition,
    pub steps: Steps,
    pub parts: Vec<Part>,
}

impl<'a> Scene<'a> {
    /// The composition for a wide place.
    pub fn wide(data: &'a Dataset, lang: Lang, base: &'a str) -> Scene<'a> {
        Scene::new(data, lang, base, "wide", &art().wide)
    }

    /// That for a narrow one.
    pub fn narrow(data: &'a Dataset, lang: Lang, base: &'a str) -> Scene<'a> {
        Scene::new(data, lang, base, "narrow", &art().narrow)
    }

    fn new(
        data: &'a Dataset,
        lang: Lang,
        base: &'a str,
        name: &'static str,
        art: &'static Composition,
    ) -> Scene<'a> {
        let steps = Steps::new(data, art);
        let mut scene = Scene { data, lang, base, name, art, steps, parts: Vec::new() };
        scene.parts = art.drawn().filter_map(|drawn| Part::new(&scene, drawn)).collect();
        scene
    }

    /// It as SVG.
    pub fn svg(&self) -> Element {
        let mut group = Element::new("g").with("transform", "scale(.5)");
        for layer in &self.art.layers {
            group = match layer {
                Layer::Part(art) => group.holding_all(self.part(&art.part).map(|part| part.element.clone())),
                Layer::Landscape(shape) => group.holding_all(landscape(self.name, shape)),
            };
        }
        let [wide, high] = self.art.size;
        Element::new("svg")
            .with("class", self.name)
            .with("viewBox", format!("0 0 {wide} {high}"))
            .with("role", "group")
            .with("aria-label", self.lang.picture_text().scene_name)
            .holding(group.holding_all(self.sentences()).holding_all(self.notes()).holding(self.key()))
    }

    fn part(&self, id: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// How much of what belongs on the ground stands there.
    pub fn sentence(&self) -> String {
        let ground = || self.parts.iter().filter(|part| part.ground);
        let stands = ground().filter(|part| part.look.stand == Stand::Flown);
        self.lang.picture_text().scene_sentence(stands.count(), ground().count())
    }

    /// The sentence on the horizon, and what is supposed at a year of the steps. The style sheet shows the one that
    /// holds.
    fn sentences(&self) -> [Element; 2] {
        let (x, y, anchor) = self.art.sentence;
        let say = |class: &str, text: &str| {
            words(format!("say {class} {}", anchor.class()).trim(), (half(x), half(y)), text)
        };
        let held = self.steps.years().fold(
            say("held", self.lang.picture_text().scene_held),
            |held, (place, year)| {
                let span = Element::new("tspan").with("class", format!("y{place}"));
                held.holding(span.holding(&*format!(" {year}")))
            },
        );
        [say("now", &self.sentence()), held]
    }

    fn notes(&self) -> impl Iterator<Item = Element> {
        self.art.notes.iter().map(|note| {
            let class = format!("note {} {}", note.tone.class(), note.anchor.class());
            words(class.trim(), (half(note.at.0), half(note.at.1)), self.note(&note.of))
        })
    }

    fn note(&self, of: &str) -> &'static str {
        let words = self.lang.picture_text();
        if of == "earth" { words.scene_earth } else { words.scene_scale }
    }

    /// What the looks mean. The caption says it too.
    fn key(&self) -> Element {
        let swatches = self.key_places().flat_map(|(class, meaning, (x, y))| {
            let swatch = path("f", &format!("M{} {}h52v-30h-52z", half(x), half(y)));
            let swatch = Element::new("g").with("class", format!("part {class}")).holding_all(swatch);
            let slant = if class.contains("weak") { "i" } else { "" };
            [swatch, words(slant, (half(x + 35.0), half(y - 1.5)), meaning)]
        });
        Element::new("g").with("class", "key").with("aria-hidden", "true").holding_all(swatches)
    }

    /// The looks of the key, what each means, and where it stands.
    fn key_places(&self) -> impl Iterator<Item = (&'static str, &'static str, (f64, f64))> {
        let ((x, y), (right, down)) = (self.art.key.at, self.art.key.step);
        let columns = self.art.key.columns.max(1);
        let meanings = KEY.into_iter().zip(self.lang.picture_text().scene_key).collect::<Vec<_>>();
        let order = self.art.key.order.iter().filter_map(move |at| meanings.get(*at).copied());
        order.enumerate().map(move |(at, (class, meaning))| {
            let place = (x + (at % columns) as f64 * right, y + (at / columns) as f64 * down);
            (class, meaning, place)
        })
    }

    /// The words that belong to no part, with the room they take: sentences, notes and key.
    pub fn fixed_words(&self) -> Vec<(String, Field)> {
        let mut all = Vec::new();
        let (letter, (x, y, anchor)) = (self.art.letter, self.art.sentence);
        let supposed =
            self.steps.years().map(|(_, year)| format!("{} {year}", self.lang.picture_text().scene_held));
        for text in std::iter::once(self.sentence()).chain(supposed.last()) {
            let wide = width(&text, letter * MORE, true);
            let left = x - anchor.share() * wide;
            all.push((text, [left, y - letter, left + wide, y + 4.0]));
        }
        for note in &self.art.notes {
            let (text, (x, y)) = (self.note(&note.of), note.at);
            let wide = width(text, letter * LESS, false);
            let left = x - note.anchor.share() * wide;
            all.push((text.to_string(), [left, y - letter * 0.7, left + wide, y + 3.0]));
        }
        for (_, text, (x, y)) in self.key_places() {
            let wide = width(text, letter * LESS, false);
            all.push((text.to_string(), [x, y - 16.0, x + 35.0 + wide, y + 2.0]));
        }
        all
    }
}

/// The looks that the key explains.
const KEY: [&str; 4] = ["flown", "promised", "named", "promised weak"];

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
