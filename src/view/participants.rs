//! Participants by standing, the people named, and who counts whom.

use super::claim;
use super::context::Page;
use super::shelf::shelf;
use crate::model::claim::Standing;
use crate::model::id::Type;
use crate::model::item::Item;
use crate::model::query::View;
use crate::model::query_result::QueryResult;
use crate::model::state::State;
use std::rc::Rc;
use yew::prelude::*;

/// The shelves of participants, people and the table of counts.
pub fn participants(page: &Page, found: &Rc<QueryResult>, state: &State) -> Html {
    let text = page.text();
    let people = page.data.items(Type::Person).iter();
    html! {
        <>
            for standing in Standing::ALL.iter().copied() {
                { shelf(page, found, state, text.standings(standing), of(page, standing)) }
            }
            // The story of our own page has them as a picture.
            if !(page.tells_story() && state.query.view == View::All) {
                { counts(page) }
            }
            { shelf(page, found, state, text.people, people) }
        </>
    }
}

fn of(page: &Page, standing: Standing) -> impl Iterator<Item = &Item> {
    let items = page.data.items(Type::Participant).iter();
    items.filter(move |item| item.standing(page.day).unwrap_or(Standing::Outside) == standing)
}

/// Who counts whom, as a table.
pub fn counts(page: &Page) -> Html {
    let text = page.text();
    let [who, when, number, of] = text.counts_head;
    let known = page.data.counts.iter().filter(|count| page.day.includes(&count.when));
    if page.data.counts.is_empty() {
        return Html::default();
    }
    html! {
        <div class="counts">
            <h3 id="counts">{ text.counts }</h3>
            <p class="sub">{ text.counts_sub }</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="counts">
                <table>
                    <thead>
                        <tr><th>{ who }</th><th>{ when }</th><th>{ number }</th><th>{ of }</th></tr>
                    </thead>
                    <tbody>
                        for count in known {
                            <tr>
                                <th scope="row">{ page.told(&count.who) }</th>
                                <td>{ page.time(&count.when) }</td>
                                <td class="number">{ count.number }</td>
                                <td>
                                    { page.told(&count.of) }
                                    if !count.text.is_empty() {
                                        { text.joints().stop }{ page.told(&count.text) }
                                    }
                                    { claim::grade(page, count.confidence, &count.sources) }
                                </td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </div>
    }
}
