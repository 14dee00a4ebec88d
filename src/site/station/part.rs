//! A part of the station as it is drawn: a link to its page with its art, its look and its name.

use super::art::{Composition, Drawn};
use super::label::Label;
use super::look::{Look, Stand};
use super::steps::{Steps, due};
use crate::model::dataset::Dataset;
use crate::model::item::{Item, Type};
use crate::site::item::folder;
use crate::site::svg::{Element, path};
use crate::text::Lang;

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

/// The parts that a composition has art for and the record has; `name` is that of the composition, `base` leads to the
/// root of the site.
pub fn parts(
    data: &Dataset,
    lang: Lang,
    base: &str,
    name: &str,
    of: &Composition,
    steps: &Steps,
) -> Vec<Part> {
    let drawn = of.drawn().filter_map(|art| Some((art, item(data, &art.part)?)));
    drawn.map(|(art, item)| part(data, lang, base, name, of, steps, (art, item))).collect()
}

/// The mission or part of the plan with this id.
pub fn item<'a>(data: &'a Dataset, id: &str) -> Option<&'a Item> {
    let at = data.at(id).filter(|at| matches!(at.kind, Type::Mission | Type::Facility))?;
    data.item(at)
}

fn part(
    data: &Dataset,
    lang: Lang,
    base: &str,
    name: &str,
    of: &Composition,
    steps: &Steps,
    (art, item): (&Drawn, &Item),
) -> Part {
    let look = Look::new(data, item);
    let words = lang.drawn();
    let year = look.when.map(|when| (words.scene_when)(&when)).unwrap_or_default();
    let doubt = if look.weak && look.stand != Stand::Flown { "\u{a0}?" } else { "" };
    let label = Label::new(
        &format!("{}{doubt}", item.name),
        &year,
        art.slot,
        of.letter,
        look.stand != Stand::Named,
    );
    let kind = if item.at.kind == Type::Mission { "mis" } else { "" };
    let class = ["part", kind, look.class(), art.tone.class(), &label.class()].join(" ");
    let said = [format!("{}{doubt}", item.name), year].join(" ");
    let said = format!("{}, {}", said.trim_end(), (words.scene_stands)(&look));
    // One of the two compositions is seen, and an id stands once in a document.
    let id = if name == "wide" { format!("part-{}", art.part) } else { format!("part-{}-{name}", art.part) };
    let mut element = Element::new("a")
        .with("id", id)
        .with("class", class.split_whitespace().collect::<Vec<_>>().join(" "))
        .with("href", format!("{base}{}", folder(data, item.at)))
        .with("data-p", steps.phases_of(data, item))
        .with_any("data-y", due(&look))
        .with_any("data-s", steps.years_of(&look))
        .with("aria-label", said);
    let shadow = if look.stand == Stand::Named { "" } else { &art.c };
    for (class, d) in
        [("hit", &*art.hit), ("o", &art.o), ("c", shadow), ("f", &art.f), ("l", &art.l), ("lead", &art.lead)]
    {
        element = element.holding_all(path(class, d));
    }
    for node in label.nodes() {
        element = element.holding(node);
    }
    Part { id: art.part.clone(), look, ground: art.ground, label, element }
}
