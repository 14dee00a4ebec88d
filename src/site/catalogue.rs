//! The catalogue: every component in every state, light and dark side by side, from small records of its own. It is
//! built when asked for, to be looked at and to be compared with stored pictures, and is no part of what is published.

use super::sources::{Sources, SourcesProps};
use super::story::{self, StoryProps};
use super::svg::Element;
use super::{Error, Files, asset, item, joined, moon, page, read, record, station, style};
use crate::model::claim::Confidence;
use crate::model::dataset::Dataset;
use crate::model::entry::Status;
use crate::model::event::Kind;
use crate::model::id::{Ref, Type};
use crate::model::query::Query;
use crate::model::query_result::QueryResult;
use crate::model::record::Record;
use crate::model::state::{Msg, Spot, State};
use crate::model::viewport::Command;
use crate::text::Lang;
use crate::view::app::Controls;
use crate::view::context::Asked;
use crate::view::step::StepChart;
use crate::view::store::Store;
use crate::view::track::TimelineTrack;
use crate::view::{Context, Page};
use crate::view::{cards, claim, opening, participants, slip, step, table, timeline};
use std::path::Path;
use std::rc::Rc;
use yew::prelude::*;

/// What a specimen shows of its record.
type Show = fn(&Page, &Rc<QueryResult>, &State) -> Html;

/// A component in a state.
struct Specimen {
    id: &'static str,
    heading: &'static str,
    /// The query it is shown under.
    address: &'static str,
    /// Whether what can be opened is open.
    open: bool,
    /// Whether it is of the record in which the dates of milestones are in every state.
    dates: bool,
    show: Show,
}

const fn closed(id: &'static str, heading: &'static str, address: &'static str, show: Show) -> Specimen {
    Specimen { id, heading, address, open: false, dates: false, show }
}

const fn dates(id: &'static str, heading: &'static str, address: &'static str, show: Show) -> Specimen {
    Specimen { dates: true, ..closed(id, heading, address, show) }
}

/// How many pixels wide the track is drawn; it scrolls where there is less room.
const TRACK: i32 = 600;

/// The specimens in their order.
const SPECIMENS: [Specimen; 24] = [
    closed("opening", "Opening", "", |page, _, _| opening::opening(page, None)),
    closed("notice", "Notice", "", |page, _, _| notice(page)),
    closed("marks", "Marks and grades", "", |page, _, _| marks(page)),
    closed("cards", "Cards, closed", "", cards),
    Specimen { open: true, ..closed("cards-open", "Cards, open", "", cards) },
    closed("cards-dim", "Cards, dimmed", "kind=loss&mode=dim", cards),
    Specimen { open: true, ..closed("milestones", "Milestones, open", "", milestones) },
    closed("participants", "Participants", "", |page, found, state| {
        participants::participants(page, found, state)
    }),
    Specimen { open: true, ..closed("conflicts", "Conflicts, open", "", conflicts) },
    closed("lines", "Timeline", "", |page, found, state| timeline::list(page, found, state)),
    Specimen {
        open: true,
        ..closed("lines-dim", "Timeline, open and dimmed", "kind=launch&mode=dim", |page, found, state| {
            timeline::list(page, found, state)
        })
    },
    closed("table", "Table", "view=table&q=probe", |page, found, state| table::table(page, found, state)),
    Specimen { open: true, ..closed("filter", "Filter", "kind=launch~landing&q=probe", filter) },
    closed("empty", "Nothing found", "kind=loss&q=marea", filter),
    closed("track", "Track", "", track),
    dates("slip", "Slip chart", "", |page, _, _| slip::figure(page)),
    Specimen {
        open: true,
        ..dates(
            "slip-then",
            "Slip chart on an earlier day, its table open",
            "asof=2021-07-01",
            |page, _, _| slip::figure(page),
        )
    },
    dates("slip-all", "Slip chart of every milestone", "", |page, _, _| slip::all(page)),
    dates("slip-one", "Slip chart of one milestone", "", |page, _, _| {
        slip::of(page, &page.data.places(Type::Milestone).take(1).collect::<Vec<_>>())
    }),
    dates("slip-early", "Slip chart before most dates were given", "asof=2010-01-01", |page, _, _| {
        slip::figure(page)
    }),
    closed("step", "Step chart", "", steps),
    Specimen {
        open: true,
        ..dates("step-then", "Step chart on an earlier day, its table open", "asof=2021-07-01", steps)
    },
    dates("step-still", "Step charts that stand still", "", |page, _, _| still(page)),
    dates("step-early", "Step chart before its first date was given", "asof=2005-01-01", steps),
];

fn filter(page: &Page, _: &Rc<QueryResult>, State { query, complaints, .. }: &State) -> Html {
    html! { <Controls store={Store::new(page.context.clone(), query.clone(), complaints.clone())}/> }
}

fn steps(page: &Page, _: &Rc<QueryResult>, _: &State) -> Html {
    html! { <StepChart page={page.unmarked()}/> }
}

/// The chart of every milestone.
fn still(page: &Page) -> Html {
    html! {
        for at in page.data.places(Type::Milestone) {
            { step::still(page, at, true) }
        }
    }
}

fn track(page: &Page, found: &Rc<QueryResult>, state: &State) -> Html {
    html! { <TimelineTrack found={found.clone()} state={state.clone()} page={page.clone()}/> }
}

/// The files of the catalogue, by path: its page, and the style sheets it needs.
pub fn files(root: &Path) -> Result<Files, Error> {
    let mut files = Files::new();
    let (sheets, _) = style::split(&read(&root.join("index.html"))?);
    let font = style::fonts(&mut files, root, Lang::default().code())?.late;
    let sheet = asset(&mut files, "explainer", "css", style::sheet(root, &sheets)?.into_bytes());
    let own = style::sheet(root, &[&style::OTHERS[..], &["styles/catalogue.css"]].concat())?;
    let own = asset(&mut files, "catalogue", "css", own.into_bytes());
    let (data, record) = specimens(root, "tests/catalogue.json")?;
    let (dates, _) = specimens(root, "tests/catalogue-slip.json")?;
    let mut halves = String::new();
    for theme in ["light", "dark"] {
        halves.push_str(&half(&data, &dates, &record, theme)?);
    }
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Catalogue</title>\n\
         <link rel=\"stylesheet\" href=\"../assets/{sheet}\">\n<link rel=\"stylesheet\" href=\"../assets/{own}\">\n\
         <link rel=\"stylesheet\" href=\"../assets/{font}\">\n\
         </head>\n<body>\n<div id=\"app\" class=\"catalogue\">{halves}</div>\n</body>\n</html>\n"
    );
    files.insert("catalogue/index.html".to_string(), html.into_bytes());
    Ok(files)
}

/// A record of the catalogue.
fn specimens(root: &Path, path: &str) -> Result<(Rc<Dataset>, Rc<Record>), Error> {
    let record: Record =
        serde_json::from_str(&read(&root.join(path))?).map_err(|error| format!("{path}: {error}"))?;
    let data = record::checked(&record).map_err(|problems| format!("{path}: {problems:#?}"))?;
    Ok((Rc::new(data), Rc::new(record)))
}

fn half(data: &Rc<Dataset>, dates: &Rc<Dataset>, record: &Rc<Record>, theme: &str) -> Result<String, Error> {
    let mut out = format!("<div class=\"explainer\" data-theme=\"{theme}\"><main>");
    for (place, specimen) in SPECIMENS.iter().enumerate() {
        let of = if specimen.dates { dates } else { data };
        let props = || ShelfProps { data: of.clone(), place };
        let html = page::html::<Shelf>(props, false)?;
        let html = if specimen.open { html.replace("<details", "<details open=\"\"") } else { html };
        out.push_str(&framed(specimen.id, specimen.heading, &html));
    }
    for (id, heading, html) in drawn(data, record) {
        out.push_str(&framed(id, heading, &html));
    }
    let story = StoryProps {
        data: data.clone(),
        record: record.clone(),
        lang: Lang::default(),
        base: "../",
        pages: "../".into(),
        made: Rc::default(),
    };
    out.push_str(&framed("story", "Story", &story::markup(&story)?));
    let sources =
        page::html::<Sources>(|| SourcesProps { record: record.clone(), lang: Lang::default() }, false)?;
    let list =
        sources.split("<main class=\"sources-page\">").nth(1).and_then(|rest| rest.split("</main>").next());
    out.push_str(&framed("sources", "Sources", list.unwrap_or_default()));
    out.push_str("</main></div>");
    Ok(out)
}

/// The scene, the same at a phase and a year, the maps, and who joined.
fn drawn(data: &Dataset, record: &Record) -> Vec<(&'static str, &'static str, String)> {
    let html = |drawing: Option<Element>| drawing.map_or(String::new(), |it| it.to_string());
    let scene = html(station::figure(data, Lang::default(), "../"));
    let chosen = |html: String, step: &str| {
        let html = html.replace(&format!("{step} value=\"0\" checked"), &format!("{step} value=\"0\""));
        html.replace(&format!("{step} value=\"1\""), &format!("{step} value=\"1\" checked"))
    };
    let at_step = chosen(chosen(scene.clone(), "name=\"scene-of-phase\""), "name=\"scene-of-year\"");
    vec![
        ("scene", "Scene", scene),
        ("scene-step", "Scene, at a step", at_step),
        ("maps", "Maps", html(moon::figure(record, data, Lang::default(), "../"))),
        ("joined", "Joining dates", html(joined::figure(data, Lang::default(), "../"))),
    ]
}

fn framed(id: &str, heading: &str, html: &str) -> String {
    format!("<section data-specimen=\"{id}\"><h2>{heading}</h2>{html}</section>")
}

#[derive(PartialEq, Properties)]
struct ShelfProps {
    data: Rc<Dataset>,
    /// The place of the specimen shown.
    place: usize,
}

/// One specimen, with the state that its address gives.
#[component]
fn Shelf(props: &ShelfProps) -> Html {
    let specimen = &SPECIMENS[props.place];
    let (query, complaints) = Query::from_url(specimen.address);
    let state = State::new(&props.data, query, complaints);
    let found = Rc::new(QueryResult::new(&props.data, &state.query));
    let state = state.update(&props.data, &found, Msg::Look(Command::Width(TRACK)));
    let things = opened(&props.data).filter(|_| specimen.open);
    let state =
        things.fold(state, |state, (at, spot)| state.update(&props.data, &found, Msg::Open(at, spot)));
    let context = Context { data: props.data.clone(), base: "../".into(), live: true, ..Context::default() };
    let page = Page::new(&context, &Asked::new(found.day(), &state.query));
    (specimen.show)(&page, &found, &state)
}

/// Everything that can be opened, where it can be.
fn opened(data: &Dataset) -> impl Iterator<Item = (Ref, Spot)> {
    let cards = item::all(data).map(|at| (at, Spot::Card));
    let dated = [Type::Event, Type::Milestone].into_iter().flat_map(|kind| data.places(kind));
    cards.chain(dated.map(|at| (at, Spot::Line)))
}

fn cards(page: &Page, found: &Rc<QueryResult>, state: &State) -> Html {
    let kinds = [Type::Phase, Type::Facility, Type::Mission, Type::Participant, Type::Person];
    let mut page = page.clone();
    page.context.live = true; // with their strips
    cards::cards(&page, found, state, kinds.into_iter().flat_map(|kind| page.data.places(kind)))
}

fn milestones(page: &Page, found: &Rc<QueryResult>, state: &State) -> Html {
    cards::cards_of(page, found, state, Type::Milestone)
}

fn conflicts(page: &Page, found: &Rc<QueryResult>, state: &State) -> Html {
    cards::cards_of(page, found, state, Type::Conflict)
}

fn notice(page: &Page) -> Html {
    html! { <p class="notice">{ page.lang().static_text().filters_off }</p> }
}

/// Every mark in every state, and every grade.
fn marks(page: &Page) -> Html {
    let text = page.text();
    html! {
        <>
            <table>
                for kind in Kind::ALL.iter().copied() {
                    <tr>
                        <th scope="row">{ text.kind(kind) }</th>
                        for status in Status::ALL.iter().copied() {
                            <td class="mark" data-kind={kind.word()} data-status={status.word()}>{ " " }{ text.status(status) }</td>
                        }
                    </tr>
                }
            </table>
            <ul class="grades">
                for confidence in Confidence::ALL.iter().copied() {
                    <li>{ claim::sure(page, confidence) }</li>
                }
            </ul>
        </>
    }
}
