//! What is written into the drawings when the site is built, in English.

use super::PictureText;
use crate::model::claim::Standing;
use crate::model::look::Stand;
use crate::model::record::SiteKind;
use crate::model::when::{Certainty, End, When, civil};

pub(super) static PICTURES: PictureText = PictureText {
    pictures: "Pictures of the International Lunar Research Station",
    then: |day| {
        format!(
            " This picture is drawn for {day}. On the earlier day chosen, what was not known yet is left out, and what \
             stood otherwise is grey and without its date."
        )
    },
    joined_name: "Who joined when",
    joined: "Each stands at the day of its paper or, without one, of the first report. States are round, organisations \
             square. A line says that it is in by a dated paper. An open mark without a line is one that only some \
             list, or that has only applied. Slanted letters say that this rests on a weak source. A ring says that it \
             signed the Artemis Accords too, a dotted ring that a weak source says so. What is faint is left out by the \
             filter.",
    joined_stands: |standing| match standing {
        Standing::Founder => "founder",
        Standing::Member => "member",
        Standing::Applicant => "applicant",
        Standing::Disputed => "listed by some, contradicted by others",
        Standing::Contributor => "contributor",
        Standing::Partner => "partner",
        Standing::Body | Standing::Outside => "",
    },
    both: "signed the Artemis Accords too",
    both_perhaps: "said to have signed the Artemis Accords too, not confirmed",
    scene_name: "The station as planned",
    scene_caption: "The drawing is not to scale. What is solid has flown, what is outlined is promised for a date, and what is \
                    dotted is only named. A broken line, slanted letters and a question mark say that it rests on a weak \
                    source. What is faint is not of the step chosen, or is left out by the filter.",
    scene_sentence: |stand, of| match stand {
        0 => "Nothing on the ground stands yet".to_string(),
        1 => format!("One of {of} parts stands on the ground"),
        _ => format!("{stand} of {of} parts stand on the ground"),
    },
    scene_held: "If every promise holds:",
    scene_earth: "Earth",
    scene_scale: "not to scale",
    scene_key: ["has flown", "promised for a date", "only named", "weak source ?"],
    scene_when: years,
    scene_stands: |look| {
        let stands = match look.stand {
            Stand::Flown => "has flown",
            Stand::Promised => "promised for then",
            Stand::Named => "only named",
        };
        if look.weak { format!("{stands}, weak source") } else { stands.to_string() }
    },
    scene_years: "What stands if every promise holds",
    scene_today: "Today",
    maps_name: "Where missions came down on the Moon, and where they are to",
    maps_caption: "Round marks are China’s, square ones the Soviet Union’s and Russia’s. A filled mark is a landing, a crossed \
                   one an impact, and an open one a place where something was, or is, to land. A dotted mark with a slanted \
                   name rests on a weak source or is one of several candidates. The small disc shows the pole to 50° S. What \
                   is faint is left out by the filter.",
    maps_searched: " The broken line is Luna-27’s search area.",
    maps: ["The near side of the Moon", "The far side of the Moon", "The south pole of the Moon, to 70° S"],
    maps_earth: "0°, towards the Earth",
    maps_marked: |name, kind| match kind {
        SiteKind::Landing => name.to_string(),
        SiteKind::Impact => format!("{name}, impact"),
        SiteKind::Target => format!("{name}, target"),
        SiteKind::Candidate => format!("{name}?"),
    },
    maps_stands: |kind| match kind {
        SiteKind::Landing => "landed here",
        SiteKind::Impact => "struck here",
        SiteKind::Target => "was or is to land here",
        SiteKind::Candidate => "one of several candidates",
    },
    maps_weak: "weak source",
};

/// A date in years: “2033–2035”, “≈ 2030”, “by 2036”.
fn years(when: &When) -> String {
    let (first, last) = (civil(when.known_start()).0, civil(when.known_end()).0);
    let years = if first == last { first.to_string() } else { format!("{first}–{last}") };
    let about = matches!(when.certainty(), Certainty::About | Certainty::Both);
    let open = match when {
        When::Interval(End::Open | End::Unknown, _) => "by ",
        When::Interval(_, End::Open | End::Unknown) => "from ",
        _ if about => "≈ ",
        _ => "",
    };
    format!("{open}{years}")
}
