//! The comparison: each question as a heading, and below it what is answered for each programme, side by side where there
//! is room. No filter changes it; on an earlier day an answer that was not known then is left out.

use super::claim;
use super::context::Page;
use super::strip::brief;
use crate::model::comparison::{Answer, Question};
use crate::model::id::{Ref, Type};
use crate::model::slip::{Row, Scale};
use yew::prelude::*;

/// The id of a question in the document.
pub fn anchor(question: &Question) -> String {
    format!("compare-{}", question.id)
}

/// Every question with its answers.
pub fn comparison(page: &Page) -> Html {
    html! {
        <ol class="compared">
            for question in page.data.comparison.iter() {
                <li>
                    <h3 id={anchor(question)}>{ page.own(html! { question.question.clone() }) }</h3>
                    { answers(page, question) }
                </li>
            }
        </ol>
    }
}

fn answers(page: &Page, question: &Question) -> Html {
    let given = question.answers.iter().flatten().flat_map(|answer| &answer.grounds);
    // The strips of all programmes have one scale.
    let scale = Scale::new(&page.data, given.copied().filter(|at| at.kind == Type::Milestone));
    html! {
        <div>
            for (programme, answer) in page.data.programmes.iter().zip(&question.answers) {
                <div>
                    <h4>{ page.own(html! { programme.clone() }) }</h4>
                    { one(page, answer.as_ref(), &scale) }
                </div>
            }
        </div>
    }
}

/// The answer, or why there is none.
fn one(page: &Page, answer: Option<&Answer>, scale: &Scale) -> Html {
    let words = page.text().compare();
    let Some(answer) = answer else { return html! { <p>{ words.unstated }</p> } };
    if !answer.is_known(page.day) {
        return html! { <p>{ words.later }</p> };
    }
    html! {
        <>
            <p>{ page.marked(&answer.text) }</p>
            <p class="since">
                { words.since(&answer.since) }
                { claim::grade(page, answer.confidence, &answer.sources) }
            </p>
            for at in answer.grounds.iter() {
                { strip(page, *at, scale) }
            }
            <p class="links">
                { words.grounds }
                for at in answer.grounds.iter().filter(|at| is_card(page, **at)) {
                    { " " }{ page.link(*at) }
                }
            </p>
        </>
    }
}

/// How the date of a milestone moved, as a picture and in words; nothing for anything else.
fn strip(page: &Page, at: Ref, scale: &Scale) -> Html {
    let row = (at.kind == Type::Milestone).then(|| Row::new(&page.data, at, page.day, scale)).flatten();
    let Some(row) = row else { return Html::default() };
    let words = page.text();
    html! {
        <>
            <p class="links">{ page.link(at) }</p>
            { brief(&row, scale.x(page.day.day), true) }
            <p class="since">{ words.compare().moved(&row.first.0, &row.last.0, &words.slip().words(&row)) }</p>
        </>
    }
}

/// Whether something else than a milestone stood in the record on the day.
fn is_card(page: &Page, at: Ref) -> bool {
    at.kind != Type::Milestone && (at.kind == Type::Event || page.has_card(at))
}
