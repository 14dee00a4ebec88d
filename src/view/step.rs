//! The step chart: one milestone, chosen among all, and how its date moved from statement to statement.

use super::claim;
use super::context::{Page, Surface, use_live};
use super::intact::use_intact;
use super::plot::{Plot, nav_key};
use super::square::square;
use super::take::{alone, take};
use crate::model::facet::Facet;
use crate::model::id::Ref;
use crate::model::milestone::Promise;
use crate::model::query::View;
use crate::model::slip::{Row, Scale, beside};
use crate::model::step::{Chart, Reading, SIDE, choices, first, slope};
use crate::model::viewport::NavKey;
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

/// Whether the chart has its place in the story, and not at the head of its section.
pub fn stands_in_story(surface: Surface, view: View) -> bool {
    surface == Surface::Page && view == View::All
}

#[derive(PartialEq, Properties)]
pub struct StepChartProps {
    /// The record as it is shown, with nothing marked.
    pub page: Page,
    /// The milestone that is asked for; until a reader chooses another it is shown first.
    #[prop_or_default]
    pub asked: Option<Ref>,
}

/// The chart, with what chooses the milestone and the reading. In it the arrow keys go from statement to statement, Home
/// and End to the first and the last, and a press to the nearest.
#[component]
pub fn StepChart(StepChartProps { page, asked }: &StepChartProps) -> Html {
    use_intact();
    let live = use_live(page.live);
    let all = use_memo(page.context.clone(), |context| {
        let choices = choices(&context.data);
        (first(&context.data, &choices), choices)
    });
    let chosen = use_state(|| None::<Ref>);
    let reading = use_state(|| Reading::Promised);
    let on = use_state(|| None::<usize>);
    let field = use_node_ref();
    let known = |at: &Ref| page.has_card(*at);
    let asked = asked.filter(known);
    let listed = all.1.iter().copied().filter(known);
    let more = asked.filter(|at| !all.1.contains(at)); // one with a single date is on no list, and may be asked for
    let choices: Vec<Ref> = listed.chain(more).collect();
    let shown = chosen
        .filter(|at| choices.contains(at))
        .or(asked)
        .or(all.0.filter(known))
        .or(choices.first().copied());
    let Some(at) = shown else { return Html::default() };
    let known = page.data.milestone(at).known(page.day).len();
    let choose = {
        let (choices, on) = (choices.clone(), on.clone());
        Callback::from(move |event: Event| {
            let list = event.target_dyn_into::<HtmlSelectElement>();
            let place = list.and_then(|list| usize::try_from(list.selected_index()).ok());
            chosen.set(place.and_then(|place| choices.get(place)).copied());
            on.set(None);
        })
    };
    let reads = Callback::from({
        let reading = reading.clone();
        move |to| reading.set(to)
    });
    let stands = Callback::from({
        let on = on.clone();
        move |to| on.set(to)
    });
    let on = on.filter(|place| *place < known);
    let words = page.text().step();
    html! {
        <figure class="step">
            // Chromium keeps radios that have left a shadow root, unless they are a form's; its method is one
            // that sends nothing.
            <form class="step-choice" method="dialog">
                <label>
                    { words.milestone }{ " " }
                    <select autocomplete="off" onchange={choose}>
                        for choice in choices.iter() {
                            <option selected={*choice == at}>{ page.data.label(*choice).clone() }</option>
                        }
                    </select>
                </label>
                { switch(page, "step-reading", *reading, Some(reads)) }
            </form>
            if let Some(chart) = Chart::new(&page.data, at, page.day, *reading) {
                { told(page, &chart, &Stand { on, known, live, stands, field }) }
                { below(page, at) }
                if live {
                    { take(page, &alone(page, View::Step).toggled(Facet::Milestone, page.data.id(at).clone())) }
                }
            } else {
                <p>{ page.text().slip().undated }</p>
            }
        </figure>
    }
}

/// Where a reader stands in the chart.
struct Stand {
    /// The statement, by its place among those known.
    on: Option<usize>,
    known: usize,
    /// Whether the keys work yet.
    live: bool,
    /// Told where to stand next.
    stands: Callback<Option<usize>>,
    /// The square.
    field: NodeRef,
}

impl Stand {
    /// A key moves along the statements, and up is on.
    fn keys(&self) -> Callback<KeyboardEvent> {
        let (on, known, stands) = (self.on, self.known, self.stands.clone());
        Callback::from(move |event: KeyboardEvent| {
            let key = nav_key(&event).map(|key| match key {
                NavKey::Up => NavKey::On,
                NavKey::Down => NavKey::Back,
                key => key,
            });
            if let Some(next) = key.and_then(|key| beside(on, known, key)) {
                event.prevent_default();
                stands.emit(Some(next));
            }
        })
    }

    /// A press leads to the statement nearest to it.
    fn press(&self, chart: &Chart) -> Callback<MouseEvent> {
        let (stands, field, chart) = (self.stands.clone(), self.field.clone(), chart.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(field) = field.cast::<Element>().map(|field| field.get_bounding_client_rect()) {
                let part = |from: f64, size: f64| (from / size.max(1.0) * f64::from(SIDE)) as i32;
                let x = part(f64::from(event.client_x()) - field.left(), field.width());
                let y = part(f64::from(event.client_y()) - field.top(), field.height());
                stands.emit(chart.nearest((x, y)));
            }
        })
    }
}

/// The drawing as something to stand in, and what the reader stands on in words.
fn told(page: &Page, chart: &Chart, stand: &Stand) -> Html {
    let words = page.text().step();
    let promise = stand.on.and_then(|place| page.data.milestone(chart.at).known(page.day).get(place));
    let plot = Plot {
        label: words.label,
        plot: "step",
        at: (stand.on.unwrap_or(0), stand.known),
        words: promise
            .map_or_else(|| alternative(page, chart.at), |promise| sentence(page, chart.at, promise)),
        live: stand.live,
        onkeydown: stand.keys(),
        onkeyup: Callback::noop(),
        onfocusout: Callback::noop(),
        node: NodeRef::default(),
    };
    html! {
        <>
            { plot.html(square(page, chart, stand.on, None, Some((stand.field.clone(), stand.press(chart))))) }
            <p class="readout">
                if let Some(promise) = promise {
                    { said(page, promise) }
                    { claim::grade(page, promise.confidence, &promise.sources) }
                } else {
                    { words.hint }
                }
            </p>
        </>
    }
}

/// The chart of one milestone as it stands on a page that needs no script, on its own page in both readings if there are
/// two; nothing if nobody has given it a date.
#[cfg(feature = "site")]
pub(crate) fn still(page: &Page, at: Ref, own: bool) -> Html {
    let chart = |reading| Chart::new(&page.data, at, page.day, reading);
    let Some(promised) = chart(Reading::Promised) else { return Html::default() };
    let moved = chart(Reading::Moved).filter(|_| own && page.data.milestone(at).counting(page.day).len() > 1);
    let name = format!("reading-{}", page.data.id(at));
    let told = alternative(page, at);
    html! {
        <figure class="step">
            if moved.is_some() {
                <form class="step-choice" method="dialog">{ switch(page, &name, Reading::Promised, None) }</form>
            }
            { square(page, &promised, None, Some(told.clone()), None) }
            if let Some(moved) = moved {
                { square(page, &moved, None, Some(told), None) }
            }
            { below(page, at) }
        </figure>
    }
}

/// Two radios. Those that nobody hears are answered by the style sheet.
fn switch(page: &Page, name: &str, now: Reading, reads: Option<Callback<Reading>>) -> Html {
    let words = page.text().step();
    let radio = |reading: Reading, value: &'static str, label: &'static str| {
        let onchange = reads.as_ref().map(|reads| reads.reform(move |_: Event| reading));
        html! {
            <label>
                <input type="radio" name={name.to_string()} {value} checked={reading == now} autocomplete="off" {onchange}/>
                { " " }{ label }
            </label>
        }
    };
    html! {
        <fieldset>
            <legend class="unseen">{ words.reading }</legend>
            { radio(Reading::Promised, "promised", words.promised) }
            { radio(Reading::Moved, "moved", words.moved) }
        </fieldset>
    }
}

/// How fast the date moved, how to read the chart, and where the rest is told.
fn below(page: &Page, at: Ref) -> Html {
    let words = page.text().step();
    html! {
        <figcaption>
            if let Some(slope) = slope(&page.data, at, page.day) {
                <b>{ words.slope(&slope) }</b>{ words.joints().space }
            }
            { words.note }
            if page.surface != Surface::Item {
                { words.joints().space }
                <a href={page.address(at)}>{ words.whole(page.data.label(at)) }</a>
            }
        </figcaption>
    }
}

/// What the chart shows, for who does not see it.
fn alternative(page: &Page, at: Ref) -> String {
    let scale = Scale::new(&page.data, std::iter::once(at));
    let row = Row::new(&page.data, at, page.day, &scale);
    row.map_or(String::new(), |row| page.text().slip().sentence(page.data.label(at), &row))
}

fn said(page: &Page, promise: &Promise) -> String {
    let words = page.text();
    words.said(&promise.who, &promise.stated, promise.promised.as_ref())
}

/// A statement in a sentence, with how sure it is and where it stands.
pub(super) fn sentence(page: &Page, at: Ref, promise: &Promise) -> String {
    let sources = promise.sources.iter().map(|no| &*page.data.sources[no.0 as usize].publisher);
    let sure = page.text().confidence(promise.confidence);
    let sources: Vec<String> = sources.map(str::to_string).collect();
    page.text().step().statement(page.data.label(at), &said(page, promise), sure, &sources)
}
