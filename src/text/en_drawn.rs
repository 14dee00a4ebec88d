//! What is written into the drawings when the site is built, in English.

use super::{Drawn, en};

pub(super) static DRAWN: Drawn = Drawn {
    moon_name: "Map of the Moon",
    moon: "Seas and craters are drawn as ellipses, by their position and diameter. Round marks are China’s, square ones \
           the Soviet Union’s and Russia’s. A filled mark is a landing, a crossed one an impact, and an open one a \
           place where something was, or is, to land. A dotted mark rests on a weak source. A faint one is left out by \
           the filter, or not yet known.",
    moon_table: "The places on the map as a table",
    moon_head: &["Mission", "How it stands", "What", "Whose", "Where", "In words", "How sure", "Source"],
    joined_name: "Who joined when",
    joined: "Each stands at the day of its paper or, without one, of the first report. States are round, bodies are square. \
             What is open and slanted rests on a weak source. A ring says that it signed the Artemis Accords too, a \
             dotted ring that it is said to have by a weak source. What is faint is left out by the filter, or not yet \
             known.",
    station_name: "The station as planned",
    station: "The drawing is not to scale. What is solid has flown, what is outlined is promised for a date, and what is \
              dotted is only named, without a date. Where the letters are slanted too, it rests on a weak source. What \
              is faint is not of the phase chosen, is left out by the filter, or is not yet known.",
    near: "Near side",
    far: "Far side",
    pole: "South pole, to 55° S",
    site: |kind| match kind {
        "landing" => "landing point",
        "impact" => "point of impact",
        "target" => "target",
        _ => "one of several candidates",
    },
    marked: |name, kind| match kind {
        "impact" | "target" => format!("{name}, {kind}"),
        _ => name.to_string(),
    },
    place: |lat, lon, approximate| {
        let about = if approximate { "about " } else { "" };
        let part = |text: &str, plus: char, minus: char| match text.strip_prefix('-') {
            Some(bare) => format!("{bare}° {minus}"),
            None => format!("{text}° {plus}"),
        };
        format!("{about}{}, {}", part(lat, 'N', 'S'), part(lon, 'E', 'W'))
    },
    sure: |confidence| format!("{} confidence", (en::TEXT.confidence)(confidence)),
    signed: "By a paper with the founders, or said to be",
    apart: "By an instrument, or a paper with the laboratory",
    both: "signed the Artemis Accords too",
    both_perhaps: "said to have signed the Artemis Accords too, not confirmed",
    since: |when| (en::TEXT.when)(when),
    earth: "On Earth and on the way",
    orbit: "In orbit",
    surface: ["South pole: power, links, supply", "South pole: work and science"],
    tentative: "rests on a weak source",
    unclear: "whether it stands is not confirmed",
};
