//! `App`: the root component, the same on the page, in the element and in the frame.

use super::filter::filter;
use super::island::{Island, Subject, Take};
use super::opening::opening;
use super::page::{Page, Shown};
use super::section::{SECTIONS, Section, anchor, heading, holds, wanted};
use crate::model::dataset::Dataset;
use crate::model::drawing::Node;
use crate::model::find::{Found, words};
use crate::model::query::{Complaint, Query, View};
use crate::model::state::{Change, Msg, State};
use crate::model::viewport::{Act, WHOLE};
use crate::text::Lang;
use std::cell::OnceCell;
use std::rc::Rc;
use yew::prelude::*;

/// What the app starts from, and the two ways in which it meets its host.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The record.
    pub data: Rc<Dataset>,
    /// What is drawn beside the cards; nothing while it is awaited: what was prerendered stays as it stands.
    #[prop_or_default]
    pub drawings: Rc<OnceCell<Vec<Node>>>,
    /// The language of the page.
    #[prop_or_default]
    pub lang: Lang,
    /// What leads from here to the root of the site: empty, or `../`.
    #[prop_or_default]
    pub base: AttrValue,
    /// What is asked at the start.
    #[prop_or_default]
    pub query: Query,
    /// What the host could not read of it.
    #[prop_or_default]
    pub complaints: Vec<Complaint>,
    /// Whether this is a browser, where the controls will answer: what was prerendered as off the host switches on.
    #[prop_or_default]
    pub live: bool,
    /// How the host takes over the inside of an island, where the page was prerendered.
    #[prop_or_default]
    pub take: Option<Take>,
    /// Told once the controls answer, with the way to send messages.
    #[prop_or_default]
    pub on_ready: Callback<Callback<Msg>>,
    /// Told of every query, how it came to be and how many lines it leaves, after it is on the page.
    #[prop_or_default]
    pub on_query: Callback<(Query, Change, usize)>,
}

/// A host that updates the app gives it another record, or none: what else it gives holds from the start.
impl PartialEq for AppProps {
    fn eq(&self, other: &AppProps) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
    }
}

/// The explainer: the state with the record it is about, and what its query finds there. A component with its own
/// state rather than a function with hooks, whose machinery costs the Wasm 2 KB.
pub struct App {
    state: State,
    found: Rc<Found>,
    /// What the track and the counts of a long record still show: they follow once the lines are on the screen.
    late: Option<Rc<Found>>,
    /// The host knows that the controls answer.
    ready: bool,
    /// What the host was last told.
    told: Option<(Query, Change)>,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<App>) -> App {
        let AppProps { data, drawings, query, complaints, .. } = ctx.props();
        let mut state = State::new(data, query.clone(), complaints.clone());
        state.viewport.drawn = drawings.get().is_some();
        App { found: Found::new(data, &state.query).into(), late: None, state, ready: false, told: None }
    }

    fn update(&mut self, ctx: &Context<App>, msg: Msg) -> bool {
        let data = &ctx.props().data;
        let followed = msg == Msg::Act(Act::Follow, 0) && self.late.take().is_some();
        let mut state = self.state.update(data, &self.found, msg);
        let (changed, asked) = (state != self.state, state.query != self.state.query);
        state.viewport.drawn |= changed && ctx.props().drawings.get().is_some();
        if asked {
            self.ask(self.found.next(data, &state.query));
        }
        self.state = state;
        changed || followed
    }

    fn changed(&mut self, ctx: &Context<App>, _: &AppProps) -> bool {
        *self = <App as Component>::create(ctx);
        true
    }

    fn view(&self, ctx: &Context<App>) -> Html {
        let props = ctx.props();
        let (state, found) = (&self.state, &self.found);
        let late = self.late.as_ref().unwrap_or(found);
        let page = Rc::new(Page {
            data: props.data.clone(),
            drawings: props.drawings.clone(),
            lang: props.lang,
            base: props.base.clone(),
            day: found.day(),
            words: words(&state.query),
            live: props.live,
            take: props.take.filter(|_| !self.ready),
        });
        // Our own document says its language itself. To say it again there has a browser style every element anew.
        let lang = (props.live && props.take.is_none()).then(|| props.lang.tag());
        // A page has one main part; within another site's page that is the page's own.
        let tag = if props.base.contains("//") { "section" } else { "main" };
        html! {
            <div class="explainer" part="explainer" data-theme={state.query.theme.word()} data-view={state.query.view.word()} {lang}>
                if state.query.view == View::All {
                    { opening(&page) }
                    { contents(&page) }
                } else {
                    <header><h1 class="unseen">{ page.title() }</h1></header>
                }
                { filter(&page, state, found, late) }
                <@{tag}>{ sections(&page, state, found, late) }</@>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<App>, _: bool) {
        let props = ctx.props();
        let asked = (self.state.query.clone(), self.state.change);
        if self.told.as_ref() != Some(&asked) {
            self.told = Some(asked.clone());
            props.on_query.emit((asked.0, asked.1, self.found.number));
        }
        if !std::mem::replace(&mut self.ready, true) {
            props.on_ready.emit(ctx.link().callback(|msg| msg));
        }
    }
}

impl App {
    /// Shows what is found now. In a long record a choice is answered by its lines: the rest takes as long again.
    fn ask(&mut self, next: Found) {
        let follows = next.entries().len() > WHOLE && next.day() == self.found.day();
        let before = std::mem::replace(&mut self.found, next.into());
        self.late = follows.then(|| self.late.take().unwrap_or(before));
    }
}

fn contents(page: &Page) -> Html {
    let text = page.text();
    html! {
        <nav class="contents" aria-label={text.contents}>
            <ul>
                for view in SECTIONS.into_iter().filter(|view| holds(page, *view)) {
                    <li><a href={format!("#{}", anchor(view))}>{ heading(page, view) }</a></li>
                }
                if page.data.addresses.is_empty() {
                    <li><a href="#sources">{ text.sources }</a></li>
                }
            </ul>
        </nav>
    }
}

fn sections(page: &Rc<Page>, state: &State, found: &Rc<Found>, late: &Rc<Found>) -> Html {
    let section = |(place, view): (usize, View)| {
        let late = if view == View::Timeline { late } else { found };
        let (found, late) = (found.clone(), late.clone());
        let section = Section { view, state: state.of(view), found, late, due: place < state.viewport.due };
        html! {
            <Island key={anchor(view)} page={page.clone()} subject={Subject::Section(section.into())} shown={Shown::Yes}/>
        }
    };
    let all = SECTIONS.into_iter().enumerate();
    let wanted = all.filter(|(_, part)| wanted(page, state.query.view, *part));
    html! {
        for part in wanted {
            { section(part) }
        }
    }
}
