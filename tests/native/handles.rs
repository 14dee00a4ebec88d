//! Handles: each claim, date, position and event on the page of a thing has an address of its own and a link to it, and
//! what is added to a record moves none.

use crate::support::{dataset, record};
use crate::whole::items;
use ilrs_explainer::model::claim::Field;
use ilrs_explainer::model::id::Type;
use ilrs_explainer::site::handle;
use std::collections::BTreeSet;

fn ids(html: &str) -> Vec<&str> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn each_page_has_each_address_once_and_each_link_leads_to_one() {
    for (anchor, html) in items() {
        let all = ids(html);
        let once: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(once.len(), all.len(), "{anchor}: an id stands there twice");
        let links = html.split("class=\"handle\" href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
        for link in links {
            assert!(once.contains(link), "{anchor}: #{link} leads nowhere");
        }
    }
}

#[test]
fn everything_that_is_known_can_be_linked_to() {
    let data = dataset();
    for (anchor, html) in items() {
        let (kind, id) = Type::of_anchor(anchor).expect("an anchor");
        let at = data.at(id).expect("it is in the record");
        let all: BTreeSet<&str> = ids(html).into_iter().collect();
        let claims = data.item(at).map(|item| &item.claims[..]).unwrap_or_default();
        // The first is the sentence at the head of the page, whose address is the page's.
        for claim in claims.iter().skip(1) {
            let id = handle::of_claim(claims, claim);
            assert!(all.contains(&*id), "{anchor}: no {id}");
        }
        if kind == Type::Conflict {
            let places = 0..data.conflict(at).positions.len();
            assert!(places.map(handle::of_position).all(|id| all.contains(&*id)), "{anchor}");
        }
    }
}

/// The address of a date is the public id of its promise.
#[test]
fn a_date_has_the_id_of_its_promise() {
    let (data, record) = (dataset(), record());
    for milestone in data.places(Type::Milestone) {
        let of = |place| handle::of_promise(&data, milestone, place);
        let mine: BTreeSet<String> = (0..data.milestone(milestone).promises.len()).map(of).collect();
        let promises = record.promises.iter().filter(|promise| promise.milestone == **data.id(milestone));
        let public: BTreeSet<String> = promises.map(|promise| format!("promise-{}", promise.id)).collect();
        assert_eq!(mine, public);
    }
}

#[test]
fn a_claim_that_is_added_moves_no_other() {
    let data = dataset();
    let at = data.at("luna-26").expect("it is in the record");
    let before = &data.item(at).expect("a mission").claims;
    let mut after = before.clone();
    let mut added = before.iter().find(|claim| claim.field == Field::State).expect("its state").clone();
    added.since = Some("1999-09-09".parse().expect("a date"));
    after.insert(1, added);
    let ids =
        |claims: &[_]| claims.iter().map(|claim| handle::of_claim(claims, claim)).collect::<BTreeSet<_>>();
    assert!(ids(after.as_slice()).is_superset(&ids(before.as_slice())));
    assert_eq!(ids(after.as_slice()).len(), after.len());
}
