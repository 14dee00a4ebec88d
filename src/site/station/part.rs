//! A part of the station as it is drawn: a link to its page with its art, its look and its name.

use super::Scene;
use super::art::Drawn;
use super::label::{DOUBT, Label};
use super::steps::due;
use crate::model::asof::AsOf;
use crate::model::dataset::Dataset;
use crate::model::id::Type;
use crate::model::item::Item;
use crate::model::look::{Look, Stand};
use crate::site::item::folder;
use crate::site::known_since::Known;
use crate::site::svg::{Element, path};

/// A part of the scene.
pub struct Part {
    /// Its id in the record.
    pub id: String,
    pub look: Look,
    /// Whether it stands on the Moon, or would.
    pub ground: bool,
    pub label: Label,
    /// What is drawn.
    pub element: Element,
}

impl Part {
    /// The part that a piece of art is for, if the record has it.
    pub(super) fn new(scene: &Scene, art: &Drawn) -> Option<Part> {
        let item = item(scene.data, &art.part)?;
        let stood = |day: AsOf| Look::new(scene.data, item, day);
        let look = stood(scene.data.day(None));
        let known = Known::new(scene.data, item, |_| true, |day| stood(day) == look);
        let year = look.when.map(|when| scene.lang.picture_text().scene_when(&when)).unwrap_or_default();
        let doubt = if look.weak && look.stand != Stand::Flown { DOUBT } else { "" };
        let name = format!("{}{doubt}", item.name);
        let bold = look.stand != Stand::Named;
        let label = Label::new(&name, &year, art.slot, scene.art.letter, bold);
        let link = known.on(link(scene, art, item, (&look, &label)), item);
        let said = format!("{name} {year}");
        let stands = scene.lang.picture_text().scene_stands(&look);
        let said = [said.trim_end(), &*stands].join(scene.lang.text().joints().pause);
        let element = link.with("aria-label", said).holding_all(shapes(art, &look));
        let element = label.nodes().into_iter().fold(element, Element::holding);
        Some(Part { id: art.part.clone(), look, ground: art.ground, label, element })
    }
}

/// The link to the page of a part, with what the style sheet asks of it.
fn link(scene: &Scene, art: &Drawn, item: &Item, (look, label): (&Look, &Label)) -> Element {
    let kind = if item.at.kind == Type::Mission { "mis" } else { "" };
    let class = ["part", kind, look.class(), art.tone.class(), &label.class()].join(" ");
    let class: Vec<&str> = class.split_whitespace().collect();
    let other = if scene.name == "wide" { String::new() } else { format!("-{}", scene.name) };
    Element::new("a")
        .with("id", format!("part-{}{other}", art.part))
        .with("class", class.join(" "))
        .with("href", format!("{}{}", scene.base, folder(scene.data, item.at)))
        .with("data-p", scene.steps.phases_of(scene.data, item))
        .with_any("data-y", due(look))
        .with_any("data-s", scene.steps.years_of(look))
}

/// What is drawn of a part. What is only named casts no shadow, not even a promised one.
fn shapes(art: &Drawn, look: &Look) -> impl Iterator<Item = Element> {
    let shadow = if look.stand == Stand::Named { "" } else { &*art.c };
    let all =
        [("hit", &*art.hit), ("o", &art.o), ("c", shadow), ("f", &art.f), ("l", &art.l), ("lead", &art.lead)];
    all.into_iter().filter_map(|(class, d)| path(class, d))
}

/// The mission or part of the plan with this id.
pub fn item<'a>(data: &'a Dataset, id: &str) -> Option<&'a Item> {
    let at = data.at(id).filter(|at| matches!(at.kind, Type::Mission | Type::Facility))?;
    data.item(at)
}
