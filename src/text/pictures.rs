//! `PictureText`: what is laid out with the drawings when the site is built.

use super::words::{Words, members, texts};
use crate::model::claim::Standing;
use crate::model::look::{Look, Stand};
use crate::model::record::SiteKind;
use crate::model::when::{Certainty, End, When, civil};

members!(SiteKind);

texts! {
    /// What the drawings say.
    PictureText {
        plain {
            /// What the file of the pictures is called.
            pictures,
            joined_name,
            joined,
            both,
            both_perhaps,
            scene_name,
            scene_caption,
            /// What is supposed at a year of the steps, which follows.
            scene_held,
            scene_earth,
            scene_scale,
            scene_years,
            scene_today,
            maps_name,
            maps_caption,
            /// What follows where the search area of Luna-27 is drawn.
            maps_searched,
            /// At the upper edge of the map of the pole.
            maps_earth,
            maps_weak,
        }
        lists {
            /// What has flown, is promised, is only named, rests on a weak source.
            scene_key: 4,
            /// The near side, the far side and the pole.
            maps: 3,
        }
        tables {
            joined_stands: Standing,
            /// How a site stands, beside what is marked there.
            maps_stands: SiteKind,
        }
        messages {
            /// What a picture says of itself on an earlier day than the one it is drawn for.
            then(when: &When),
            /// How many of the parts of the ground stand there.
            scene_sentence(stand: usize, of: usize),
            scene_year(first: i32, last: i32, open: &str, range: &str),
            scene_part(stand: &str, weak: &str),
            maps_name_of(name: &str, kind: &str),
        }
    }
}

impl Words<PictureText> {
    /// A date beside a name, in years: “2033–2035”, “≈ 2030”, “by 2036”.
    pub fn scene_when(self, when: &When) -> String {
        let (first, last) = (civil(when.known_start()).0, civil(when.known_end()).0);
        let about = matches!(when.certainty(), Certainty::About | Certainty::Both);
        let open = match when {
            When::Interval(End::Open | End::Unknown, _) => "by",
            When::Interval(_, End::Open | End::Unknown) => "from",
            _ if about => "about",
            _ => "none",
        };
        self.scene_year(first, last, open, if first == last { "no" } else { "yes" })
    }

    /// How a part stands.
    pub fn scene_stands(self, look: &Look) -> String {
        let stand = match look.stand {
            Stand::Flown => "flown",
            Stand::Promised => "promised",
            Stand::Named => "named",
        };
        self.scene_part(stand, if look.weak { "yes" } else { "no" })
    }

    /// The name of a site on the map.
    pub fn maps_marked(self, name: &str, kind: SiteKind) -> String {
        self.maps_name_of(name, kind.word())
    }
}
