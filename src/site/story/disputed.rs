//! What is disputed: three questions, each with its positions in time and our reading.

use super::prose::{Part, Sentence, fitting};
use super::{Chapter, Teller};
use crate::model::claim::Confidence;
use crate::model::conflict::Position;
use crate::model::id::{Ref, Type};
use crate::model::when::Day;
use crate::site::known_since;
use crate::view::claim;
use yew::prelude::*;

/// A Chinese mission, a Russian plant and a US outpost. One that the record lacks is left out.
const SHOWN: [&str; 3] = ["change-8-plan", "power-station-nuclear", "gateway-status"];

pub fn chapter(teller: &Teller) -> Chapter {
    let data = &teller.data;
    let number = data.conflicts.iter().filter(|conflict| conflict.exists(teller.day())).count();
    let read = data.conflicts.iter().filter(|conflict| conflict.reading.is_some()).count();
    let shown: Vec<Ref> =
        SHOWN.iter().filter_map(|id| data.at(id)).filter(|at| at.kind == Type::Conflict).collect();
    let counted =
        (number > 0).then(|| vec![Part::counted(teller.words().questions(number, read), "conflicts")]);
    Chapter {
        name: "disputed",
        heading: teller.words().disputed,
        sentences: fitting(counted.into_iter().chain(newest(teller, &shown))),
        more: (number > 0).then(|| ("conflicts", teller.words().all_questions(number))),
        picture: (!shown.is_empty()).then(|| html! { for at in shown.iter() { { rail(teller, *at) } } }),
    }
}

/// Who took the newest of the positions that are shown, and when.
fn newest(teller: &Teller, shown: &[Ref]) -> Option<Sentence> {
    let positions = shown.iter().flat_map(|at| &teller.data.conflict(*at).positions);
    let newest: &Position =
        positions.max_by_key(|position| (position.since.known_end(), position.since.known_start()))?;
    let words = teller.words().newest_position(&newest.since);
    Some(vec![Part::said(words, &newest.sources, Confidence::High)])
}

fn rail(teller: &Teller, at: Ref) -> Html {
    let (page, conflict) = (&teller.page, teller.data.conflict(at));
    let mut known: Vec<Day> = conflict.positions.iter().map(|position| position.since.latest()).collect();
    known.sort_unstable();
    // A question is one once two positions are known.
    let since = known.get(1).copied().unwrap_or(teller.data.as_of);
    html! {
        <article data-known={known_since::attribute(since)}>
            <h4><a href={page.address(at)}>{ page.told(&conflict.question) }</a></h4>
            <ol class="rail">
                for position in conflict.known(teller.day()) {
                    <li data-known={known_since::attribute(position.since.latest())}>
                        <span class="at">{ teller.text().slip().day(&position.since) }</span>{ " " }
                        <span>
                            { page.told(&position.text) }{ " " }
                            <small>{ teller.text().joined(position.holders.iter().map(|holder| &**holder)) }</small>
                            { claim::brief(page, Confidence::High, &position.sources) }
                        </span>
                    </li>
                }
            </ol>
            if let Some(reading) = &conflict.reading {
                <p class="read"><b>{ teller.text().reading }</b>{ teller.text().joints().space }{ reading.clone() }</p>
            }
        </article>
    }
}
