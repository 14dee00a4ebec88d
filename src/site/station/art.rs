//! The fixed art: landscape, outlines, and where each name has room. It is data, `art.json`, whose origin stands in it.

use serde::Deserialize;
use std::sync::OnceLock;

/// The two compositions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Art {
    /// What it is, what its letters mean and where it comes from.
    pub about: String,
    /// From 40 em on.
    pub wide: Composition,
    /// For less room.
    pub narrow: Composition,
}

/// A composition: paths, circles and hit areas in half units, all else in whole ones.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Composition {
    /// Width and height.
    pub size: [i32; 2],
    /// Size of a name.
    pub letter: f64,
    /// The least width and height of what answers a pointer: 24 pixels where the composition is smallest.
    pub touch: f64,
    /// Where the sentence on the horizon stands.
    pub sentence: (f64, f64, Anchor),
    /// Other words.
    pub notes: Vec<Note>,
    /// Where the key stands.
    pub key: Key,
    /// What is drawn, the hindmost first.
    pub layers: Vec<Layer>,
}

/// Words beside the landscape.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What it says: that this is the Earth, or that nothing is to scale.
    pub of: String,
    pub at: (f64, f64),
    pub anchor: Anchor,
    pub tone: Tone,
}

/// Where the key stands, and in what order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    pub at: (f64, f64),
    pub columns: usize,
    pub step: (f64, f64),
    pub order: Vec<usize>,
}

/// One thing that is drawn.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Layer {
    /// A part of the station, if the record has it.
    Part(Drawn),
    /// A piece of landscape.
    Landscape(Shape),
}

/// The art of a part.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawn {
    /// Its id in the record.
    pub part: String,
    /// Whether it stands on the Moon.
    #[serde(default)]
    pub ground: bool,
    /// What is behind its name.
    #[serde(default)]
    pub tone: Tone,
    /// Where its name stands.
    pub slot: Slot,
    /// Its outline.
    pub f: String,
    /// Lines within.
    #[serde(default)]
    pub l: String,
    /// The shadow that it casts.
    #[serde(default)]
    pub c: String,
    /// Its orbit, or its hops.
    #[serde(default)]
    pub o: String,
    /// A line to its name.
    #[serde(default)]
    pub lead: String,
    /// What of it answers a pointer.
    pub hit: String,
}

/// A piece of landscape: a path or a circle.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    pub class: String,
    pub d: Option<String>,
    pub circle: Option<[i32; 3]>,
    /// The path within which it is seen.
    pub clip: Option<String>,
}

/// Room for a name.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Where the words begin, have their middle or end, as their anchor says.
    pub x: f64,
    /// The top, middle or foot of the words, as their sense says.
    pub y: f64,
    pub anchor: Anchor,
    pub sense: Sense,
    /// The greatest width of a line.
    pub width: f64,
    /// The greatest number of lines, without that of the year.
    pub lines: usize,
}

/// What of a line of words stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// What of several lines stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sense {
    Top,
    Middle,
    Bottom,
}

/// What is behind words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Tone {
    /// The lit ground.
    #[default]
    #[serde(rename = "")]
    Lit,
    /// Far mountains.
    #[serde(rename = "mid")]
    Far,
    /// The sky.
    #[serde(rename = "up")]
    Sky,
}

impl Anchor {
    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Anchor::Start => "",
            Anchor::Middle => "m",
            Anchor::End => "e",
        }
    }

    /// How much of the width lies before the place.
    pub fn share(self) -> f64 {
        match self {
            Anchor::Start => 0.0,
            Anchor::Middle => 0.5,
            Anchor::End => 1.0,
        }
    }
}

impl Tone {
    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Lit => "",
            Tone::Far => "mid",
            Tone::Sky => "up",
        }
    }
}

impl Composition {
    /// The parts it has art for.
    pub fn drawn(&self) -> impl Iterator<Item = &Drawn> {
        self.layers.iter().filter_map(|layer| match layer {
            Layer::Part(drawn) => Some(drawn),
            Layer::Landscape(_) => None,
        })
    }
}

/// The art, read once. It is part of the program, and a test reads it.
pub fn art() -> &'static Art {
    static ART: OnceLock<Art> = OnceLock::new();
    ART.get_or_init(|| serde_json::from_str(include_str!("art.json")).expect("art.json is read by a test"))
}
