//! `Item`: a participant, person, mission, facility or phase. They differ in their claims, not in their shape.

use crate::model::asof::AsOf;
use crate::model::claim::{Claim, Content, Field, Outcome, Standing};
use crate::model::id::Ref;
use crate::model::when::When;
use crate::words;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A card's subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What and which it is; not written, since it follows from where it stands.
    #[serde(skip, default = "Ref::first")]
    pub at: Ref,
    /// Unique in the record and public: never reused.
    pub id: Rc<str>,
    /// Label in the record's language.
    pub name: Rc<str>,
    /// Name in Chinese script.
    pub zh: Option<Rc<str>>,
    /// Name in Russian.
    pub ru: Option<Rc<str>>,
    /// Other names a reader may search for.
    pub aliases: Vec<Rc<str>>,
    /// Its shelf among its kind.
    pub group: Group,
    /// What it is closely related to.
    pub about: Vec<Ref>,
    /// What is known, in the order of [`Field`].
    pub claims: Vec<Claim>,
}

impl Item {
    /// The claims on one field that were known on this day, where they are values: of sentences
    /// [`Dataset::known`](crate::model::dataset::Dataset::known) says more.
    pub fn known(&self, field: Field, day: AsOf) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(move |claim| claim.field == field && self.knows(claim, day))
    }

    /// Whether one of its claims was known on this day, as far as its own dates say. What a flight did is known once it
    /// has done it, and how it ended once every date of it has passed.
    pub fn knows(&self, claim: &Claim, day: AsOf) -> bool {
        let passed = flown(claim).is_none_or(|when| day.includes(&when));
        let ended = claim.field != Field::Outcome || self.flights().all(|when| day.includes(&when));
        claim.known(day) && passed && ended
    }

    /// Whether it is a flight all of whose dates had passed by this day.
    pub fn is_over(&self, day: AsOf) -> bool {
        let mut dates = self.flights().peekable();
        dates.peek().is_some() && dates.all(|when| day.includes(&when))
    }

    /// The dates of what a flight did.
    fn flights(&self) -> impl Iterator<Item = When> {
        self.claims.iter().filter_map(flown)
    }

    /// Whether a flight had left by this day.
    pub fn flown(&self, day: AsOf) -> bool {
        self.date(Field::Launch).is_some_and(|launch| day.includes(&launch))
    }

    /// How a flight had ended by this day.
    pub fn outcome(&self, day: AsOf) -> Option<Outcome> {
        self.known(Field::Outcome, day).find_map(|claim| match claim.content {
            Content::Outcome(outcome) => Some(outcome),
            _ => None,
        })
    }

    /// How a participant stood on this day: the newest standing then known.
    pub fn standing(&self, day: AsOf) -> Option<Standing> {
        let holding = self.known(Field::Standing, day).filter(|claim| !claim.ended(day));
        let newest = holding.max_by_key(|claim| claim.since.map(|since| since.latest()))?;
        match newest.content {
            Content::Standing(standing) => Some(standing),
            _ => None,
        }
    }

    /// The initials it goes by, if it has any: the first of its other names that is all capitals.
    pub fn initials(&self) -> Option<&Rc<str>> {
        self.aliases
            .iter()
            .find(|alias| alias.len() > 1 && alias.bytes().all(|sign| sign.is_ascii_uppercase()))
    }

    /// The value of the first date claim on this field.
    pub fn date(&self, field: Field) -> Option<When> {
        self.claims.iter().filter(|claim| claim.field == field).find_map(|claim| match claim.content {
            Content::Date(when) => Some(when),
            _ => None,
        })
    }
}

/// The date on which a flight did something, if a claim is one.
fn flown(claim: &Claim) -> Option<When> {
    match claim.content {
        Content::Date(when) if claim.field != Field::Span => Some(when),
        _ => None,
    }
}

words! {
    /// The shelf an item stands on, in the order of the page.
    Group {
        State = "state",
        Organisation = "organisation",
        Agency = "agency",
        Institute = "institute",
        Outside = "outside",
        Person = "person",
        Treaty = "treaty",
        Model = "model",
        Heritage = "heritage",
        China = "china",
        Russia = "russia",
        Ilrs = "ilrs",
        Artemis = "artemis",
        Station = "station",
        Facility = "facility",
        Energy = "energy",
        Link = "link",
        Site = "site",
        Building = "building",
        Launcher = "launcher",
        Science = "science",
        Agreement = "agreement",
        Governance = "governance",
        Comparison = "comparison",
    }
}
