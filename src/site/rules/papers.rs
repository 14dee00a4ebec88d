//! Who is called a founder, member or partner has signed a paper, and the sources of the one hold the other.

use super::statements::Place;
use crate::model::dataset::Diagnostic;
use crate::model::record::{Claim, Item, Record};

/// The standings that come with a signature.
const SIGNED: [&str; 3] = ["founder", "member", "partner"];

/// One of the sources that call it so is a source of its paper.
pub fn members_signed(record: &Record) -> Vec<Diagnostic> {
    let unsigned = |item: &&Item| standing(item).is_some_and(|standing| !rests_on_a_paper(item, standing));
    let reason = "none of the sources of this standing is a source of the paper that gave it";
    let told =
        |item: &Item| Place { list: "participants", id: &item.id, field: "standing" }.problem("", reason);
    record.participants.iter().filter(unsigned).map(told).collect()
}

fn standing(item: &Item) -> Option<&Claim> {
    let signed = |claim: &&Claim| claim.value.as_deref().is_some_and(|value| SIGNED.contains(&value));
    item.claims.iter().filter(|claim| claim.field == "standing").find(signed)
}

fn rests_on_a_paper(item: &Item, standing: &Claim) -> bool {
    let papers = item.claims.iter().filter(|claim| claim.field == "paper");
    papers.flat_map(|paper| &paper.sources).any(|source| standing.sources.contains(source))
}
