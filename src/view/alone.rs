//! What stands alone on a page, in a frame or in an element: one chart, or one card that is open with its sources. The
//! scene and the maps stand outside every root, so that of them there is only what stands below.

use super::card;
use super::context::Page;
use super::panel;
use super::slip::SlipChart;
use super::step::StepChart;
use super::store::Snapshot;
use crate::model::facet::Facet;
use crate::model::id::{Ref, Type};
use crate::model::query::View;
use crate::model::when::When;
use yew::prelude::*;

/// The view that is asked for, with the way to the explainer below it.
pub fn alone(page: &Page, now: &Snapshot) -> Html {
    let query = &now.state.query;
    let one = match query.view {
        View::Slip => html! { <SlipChart page={page.unmarked()}/> },
        View::Step => {
            let asked = query.chosen(Facet::Milestone).iter().find_map(|id| page.data.at(id));
            html! { <StepChart page={page.unmarked()} {asked}/> }
        }
        View::Card => match carded(page, &query.item) {
            Some(at) => whole_card(page, at),
            None => html! { <p>{ page.text().take().no_card }</p> },
        },
        _ => Html::default(),
    };
    html! {
        <section class="alone" part="section" aria-label={page.text().view(query.view)}>
            { one }
            <p>
                if page.data.addresses.is_empty() {
                    <a href={if page.base.is_empty() { "./".into() } else { page.base.clone() }}>{ page.title() }</a>{ page.text().joints().stop }
                }
                { page.text().take().record(&When::from_day(page.day.day)) }
            </p>
        </section>
    }
}

/// The thing with this anchor, if it has a card on the day.
fn carded(page: &Page, anchor: &str) -> Option<Ref> {
    let (kind, id) = Type::of_anchor(anchor)?;
    page.data.at(id).filter(|at| at.kind == kind && kind != Type::Event && page.has_card(*at))
}

/// A card with its panel, which is not to be closed.
fn whole_card(page: &Page, at: Ref) -> Html {
    html! {
        <div class="cards">
            { card::open(page, at) }
            { panel::framed(page, at, Html::default()) }
        </div>
    }
}
