//! Handles: under which address each claim, date, position and event stands on the page of a thing, and the quiet link
//! that says so. An address follows from what a claim is about and since when it holds, not from its place in a file: a
//! claim that is added moves no other.

use crate::model::claim::Claim;
use crate::model::dataset::Dataset;
use crate::model::id::Ref;
use crate::model::when::When;
use crate::text::Lang;
use yew::prelude::*;

/// The address of a claim within the page of its thing, as `claim-state-2025-08-22`.
pub fn of_claim(all: &[Claim], claim: &Claim) -> String {
    let plain = |claim: &Claim| named(&format!("claim-{}", claim.field), claim.since.as_ref());
    let own = plain(claim);
    let before = all.iter().take_while(|other| !std::ptr::eq(*other, claim));
    let earlier = before.filter(|other| plain(other) == own).count();
    unique(own, earlier)
}

/// The address of a date given for a milestone, which is the public id of its promise: `promise-luna-26-launch-2021`.
pub fn of_promise(data: &Dataset, milestone: Ref, place: usize) -> String {
    let promises = &data.milestone(milestone).promises;
    let plain = |place: usize| named(data.id(milestone), promises.get(place).map(|promise| &promise.stated));
    let own = plain(place);
    let earlier = (0..place).filter(|other| plain(*other) == own).count();
    format!("promise-{}", unique(own, earlier))
}

/// The address of a position on a question.
pub fn of_position(place: usize) -> String {
    format!("position-{}", place + 1)
}

fn named(name: &str, day: Option<&When>) -> String {
    day.map_or_else(|| name.to_string(), |day| dated(name, &day.to_string()))
}

/// A name with a day as it is written, without the signs that no id has.
pub fn dated(name: &str, edtf: &str) -> String {
    let day: String = edtf.chars().map(|sign| if sign == '/' { '-' } else { sign }).collect();
    let day: String = day.chars().filter(|sign| sign.is_ascii_digit() || *sign == '-').collect();
    format!("{name}-{}", day.trim_matches('-'))
}

/// The same with a letter, if others had that name before: the second is `b`.
pub fn unique(plain: String, earlier: usize) -> String {
    match ('a'..='z').nth(earlier) {
        _ if earlier == 0 => plain,
        Some(letter) => format!("{plain}-{letter}"),
        None => format!("{plain}-{}", earlier + 1),
    }
}

/// The link of something to itself; `what` it is is for those who do not see where it stands.
pub fn link(lang: Lang, id: &str, what: &str) -> Html {
    let label = lang.cite_text().handle(what);
    html! { <>{ " " }<a class="handle" href={format!("#{id}")} aria-label={label}/></> }
}

#[cfg(test)]
mod tests {
    use super::{dated, unique};

    #[test]
    fn an_address_has_the_signs_of_an_id() {
        for (edtf, is) in [
            ("2024-06-12", "claim-state-2024-06-12"),
            ("2013-10~", "claim-state-2013-10"),
            ("2028/2030", "claim-state-2028-2030"),
            ("../2036", "claim-state-2036"),
        ] {
            assert_eq!(dated("claim-state", edtf), is);
        }
    }

    #[test]
    fn the_second_of_a_name_has_a_letter() {
        let of = |earlier| unique("x".to_string(), earlier);
        assert_eq!([of(0), of(1), of(25), of(26)], ["x", "x-b", "x-z", "x-27"]);
    }
}
