//! `Island`: a part of the page that is rendered again only if something in it changes, and that a prerendered page
//! takes over late, where it stands: a section, a drawing, a card, a line of the timeline.

use super::drawing::Drawn;
use super::page::{Page, Shown, element};
use super::plot::shape;
use super::section::Section;
use super::{card, conflict, milestone, timeline};
use crate::model::asof::Entry;
use crate::model::item::{Ref, Type};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VRaw;

/// What an island shows.
#[derive(Clone, PartialEq)]
pub enum Subject {
    /// A section of the page.
    Section(Rc<Section>),
    /// A drawing.
    Drawing(Drawn),
    /// The card of an item, milestone or conflict.
    Part(Ref),
    /// A line of the timeline.
    Line(Entry),
}

#[derive(Clone, PartialEq, Properties)]
pub struct IslandProps {
    pub page: Rc<Page>,
    pub subject: Subject,
    /// Whether it is shown; nothing: this is the inside of one, which does not depend on that.
    #[prop_or_default]
    pub shown: Option<Shown>,
}

impl IslandProps {
    /// Of its inside alone.
    fn inside(&self) -> IslandProps {
        IslandProps { shown: None, ..self.clone() }
    }
}

/// The inside of an island that was prerendered. It stays as it stands until it has to change.
pub trait Taken {
    /// Has the inside of the island at this place show this.
    fn change(&mut self, place: &NodeRef, inside: IslandProps);
}

/// How the host takes over the inside of an island, which shows this.
pub type Take = fn(IslandProps) -> Box<dyn Taken>;

/// Its frame, which comes and goes with the filter, around its inside. One component for all, since each component
/// costs the Wasm 2 KB.
pub struct Island {
    place: NodeRef,
    /// What the inside shows: of an island that is hidden it may be another day.
    inside: IslandProps,
    taken: Option<Box<dyn Taken>>,
}

impl Component for Island {
    type Message = ();
    type Properties = IslandProps;

    fn create(ctx: &Context<Island>) -> Island {
        let props = ctx.props();
        let inside = props.inside();
        let take = props.page.take.filter(|_| props.shown.is_some());
        let taken = take.map(|take| take(inside.clone()));
        Island { place: NodeRef::default(), inside, taken }
    }

    fn changed(&mut self, ctx: &Context<Island>, _: &IslandProps) -> bool {
        let props = ctx.props();
        let awaited = matches!(&props.subject, Subject::Drawing(drawn) if !drawn.come);
        if props.shown != Some(Shown::No) && !awaited {
            self.inside = props.inside();
            if let Some(taken) = &mut self.taken {
                taken.change(&self.place, self.inside.clone());
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Island>) -> Html {
        let props = ctx.props();
        let Some(shown) = props.shown else { return inside(props) };
        let inside = match self.taken {
            Some(_) => Html::VRaw(VRaw { html: AttrValue::Static("") }), // what stands there stays
            None => html! { <Island ..self.inside.clone()/> },
        };
        let (name, kind) = match &props.subject {
            Subject::Section(section) => return self.section(section.id(), inside),
            Subject::Drawing(_) => ("div", ["drawing", ""]),
            Subject::Line(entry) => ("li", ["line", entry.statuses.main().word()]),
            Subject::Part(at) if at.kind == Type::Conflict => ("article", ["question", ""]),
            Subject::Part(at) => ("article", ["card", at.kind.word()]),
        };
        let mut frame = element(name, &[kind[0], kind[1], shown.class()], shown == Shown::No, inside);
        frame.node_ref = self.place.clone();
        frame.into()
    }
}

impl Island {
    fn section(&self, id: &str, inside: Html) -> Html {
        let values = [id, "section", id].map(str::to_string);
        let mut frame = shape("section", &["class", "part", "aria-labelledby"], values);
        frame.add_child(inside);
        frame.node_ref = self.place.clone();
        frame.into()
    }
}

fn inside(props: &IslandProps) -> Html {
    let IslandProps { page, subject, .. } = props;
    match subject {
        Subject::Section(section) => section.html(page),
        Subject::Drawing(drawn) => drawn.html(page),
        Subject::Line(entry) => timeline::line(page, entry),
        Subject::Part(at) if at.kind == Type::Milestone => milestone::card(page, *at),
        Subject::Part(at) if at.kind == Type::Conflict => conflict::card(page, *at),
        Subject::Part(at) => page.data.item(*at).map_or(Html::default(), |item| card::inside(page, item)),
    }
}

/// Cards side by side.
pub fn cards(page: &Rc<Page>, cards: Vec<(Ref, Shown)>) -> Html {
    html! {
        for (at, shown) in cards {
            <Island key={&**page.data.id(at)} page={page.clone()} subject={Subject::Part(at)} {shown}/>
        }
    }
}
