//! `ConflictCard`: a question, who holds what on it, and our reading where there is one.

use super::claim;
use super::page::{Page, Shown};
use crate::model::find::Found;
use crate::model::item::{Ref, Type};
use crate::model::query::Mode;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ConflictProps {
    pub page: Rc<Page>,
    pub at: Ref,
    pub shown: Shown,
}

/// Every conflict that existed on the day.
pub fn conflicts(page: &Rc<Page>, found: &Found, mode: Mode) -> Html {
    let all = (0..page.data.conflicts.len() as u32).map(|index| Ref { kind: Type::Conflict, index });
    let existing = all.filter(|at| page.data.conflicts[at.index as usize].exists(page.day));
    html! {
        for at in existing {
            <ConflictCard
                key={&**page.data.id(at)}
                page={page.clone()}
                {at}
                shown={Shown::new(found.shows(at), mode)}
            />
        }
    }
}

/// The card of a conflict.
#[component]
pub fn ConflictCard(props: &ConflictProps) -> Html {
    let page = &props.page;
    let text = page.text();
    let conflict = &page.data.conflicts[props.at.index as usize];
    html! {
        <article class={classes!("question", props.shown.class())} hidden={props.shown == Shown::No}>
            <h3>{ conflict.question.clone() }</h3>
            <details open={true}>
                <summary>{ format!("{} ({})", text.positions, conflict.known(page.day).count()) }</summary>
                <div class="body" id={page.anchor(props.at)}>
                    <ul class="positions">
                        for position in conflict.known(page.day) {
                            <li>
                                { position.text.clone() }
                                <span class="holders">{ " " }{ position.holders.join(", ") }</span>
                                <small class="grade">{ claim::marks(page, &position.sources) }</small>
                            </li>
                        }
                    </ul>
                    if let Some(reading) = &conflict.reading {
                        <p class="reading"><b>{ text.reading }</b>{ " " }{ reading.clone() }</p>
                    }
                    <ul class="links">
                        for about in conflict.about.iter().filter(|at| at.kind != Type::Source) {
                            <li>{ page.link(*about) }</li>
                        }
                    </ul>
                </div>
            </details>
        </article>
    }
}
