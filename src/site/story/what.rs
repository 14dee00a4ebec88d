//! What the station is: the first of what the record says of it, beside the scene.

use super::prose::{fitting, quoted};
use super::{Chapter, Teller};
use crate::model::claim::Field;
use crate::model::dataset::STATION;
use crate::model::id::Type;

pub fn chapter(teller: &Teller) -> Chapter {
    let station = teller.data.find(Type::Facility, STATION);
    let said = station.into_iter().flat_map(|station| station.known(Field::What, teller.day()));
    Chapter {
        name: "what",
        heading: teller.words().what,
        sentences: fitting(said.filter_map(quoted)),
        more: None,
        picture: teller.made.place("scene"),
    }
}
