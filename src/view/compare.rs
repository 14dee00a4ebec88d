//! The comparison: each question as a heading, and below it what is answered for each programme, side by side where there
//! is room. No filter changes it; on an earlier day an answer that was not known then is left out.

use super::claim;
use super::context::Page;
use super::milestone;
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
        <dl>
            for (programme, answer) in page.data.programmes.iter().zip(&question.answers) {
                <div>
                    <dt>{ page.own(html! { programme.clone() }) }</dt>
                    { one(page, answer.as_ref(), &scale) }
                </div>
            }
        </dl>
    }
}

/// The answer, or why there is none.
fn one(page: &Page, answer: Option<&Answer>, scale: &Scale) -> Html {
    let words = &page.text().compare;
    match answer {
        None => html! { <dd class="none">{ words.unstated }</dd> },
        Some(answer) if !answer.is_known(page.day) => html! { <dd class="none">{ words.later }</dd> },
        Some(answer) => html! {
            <dd>
                <p>{ page.marked(&answer.text) }</p>
                <p class="on">
                    { (words.since)(&answer.since) }
                    { claim::grade(page, answer.confidence, &answer.sources) }
                </p>
                for at in answer.grounds.iter() {
                    { strip(page, *at, scale) }
                }
                { grounds(page, answer) }
            </dd>
        },
    }
}

/// How the date of a milestone moved, as a picture and in words; nothing for anything else.
fn strip(page: &Page, at: Ref, scale: &Scale) -> Html {
    let row = (at.kind == Type::Milestone).then(|| Row::new(&page.data, at, page.day, scale)).flatten();
    let Some(row) = row else { return Html::default() };
    html! {
        <div class="moved">
            <p>{ page.link(at) }</p>
            { brief(&row, scale.x(page.day.day), true) }
            <p><small>{ milestone::sentence(page, at) }</small></p>
        </div>
    }
}

/// The other things whose statements carry the answer, as far as they stood in the record on the day.
fn grounds(page: &Page, answer: &Answer) -> Html {
    let known = |at: &&Ref| at.kind != Type::Milestone && (at.kind == Type::Event || page.has_card(**at));
    html! {
        <p class="grounds">
            { page.text().compare.grounds }
            for at in answer.grounds.iter().filter(known) {
                { " " }{ page.link(*at) }
            }
        </p>
    }
}
