//! The view as the server renders it, from the small record: one of each part, a choice in the filter, nothing found.
//! `UPDATE_EXPECT=1` writes the snapshots anew; read them before you keep them.

use crate::support::{checked, small, small_data};
use expect_test::{Expect, expect};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::id::Ref;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::site::page;
use ilrs_explainer::text::Lang;
use ilrs_explainer::view::app::Heard;
use ilrs_explainer::view::panel::panel;
use ilrs_explainer::view::{App, AppProps, Context, Page, Store, Surface};
use std::rc::Rc;
use yew::prelude::*;

/// The page at an address, a tag a line, without the marks for hydration.
pub fn page(address: &str) -> String {
    let data = Rc::new(small_data());
    let (query, complaints) = Query::from_url(address);
    let context = || Context { data: data.clone(), ..Context::default() };
    let store = || Store::new(context(), query.clone(), complaints.clone());
    let props = || AppProps { store: store(), heard: Heard::default() };
    let html = page::html::<App>(props, false).expect("the page renders");
    html.replace("><", ">\n<")
}

/// The innermost element of a kind that holds a mark, to its own end.
pub fn part(page: &str, element: &str, mark: &str) -> String {
    let at = page.find(mark).unwrap_or_else(|| panic!("{mark} is not on the page"));
    let start =
        page[..at].rfind(&format!("<{element} ")).unwrap_or_else(|| panic!("{mark} is in no {element}"));
    let end = format!("</{element}>");
    let length = page[start..].find(&end).unwrap_or_else(|| panic!("{element} does not end")) + end.len();
    format!("{}\n", &page[start..start + length])
}

pub fn shows(part: &str, expected: &Expect) {
    expected.assert_eq(part);
}

#[test]
fn a_mission_card() {
    shows(
        &part(&page(""), "article", "id=\"mission-probe-1\""),
        &expect![[r#"
            <article id="mission-probe-1" class="card mission">
            <h4 data-kind="mission" class="mark">
            <a href="mission/probe-1/" aria-expanded="false">Probe-1</a>
            </h4>
            <p class="names"> <span lang="ru">Зонд-1</span>
            </p>
            <p class="what">An orbiter that maps water. <a href="sources/#source-agency-2021-03-09" class="src">The agency</a>
            </p>
            <svg aria-hidden="true" class="strip brief">
            </svg>
            <p class="state">
            <b>flew on 3 February 2025</b> <small>first 2023, 1 statement</small>
            </p>
            </article>
        "#]],
    );
}

#[test]
fn a_participant_card() {
    shows(
        &part(&page(""), "article", "id=\"participant-marea\""),
        &expect![[r#"
            <article id="participant-marea" class="card participant">
            <h4 data-kind="participant" class="mark">
            <a href="participant/marea/" aria-expanded="false">Marea</a>
            </h4>
            </article>
        "#]],
    );
}

#[test]
fn a_conflict() {
    shows(
        &part(&page(""), "article", "id=\"conflict-marea-in\""),
        &expect![[r#"
            <article id="conflict-marea-in" class="card conflict">
            <h3 data-kind="conflict" class="mark">
            <a href="conflict/marea-in/" aria-expanded="false">Is Marea in?</a>
            </h3>
            <p class="what">Sources hold 2 positions.</p>
            </article>
        "#]],
    );
}

#[test]
fn a_milestone() {
    shows(
        &part(&page(""), "article", "id=\"milestone-probe-2-launch\""),
        &expect![[r#"
            <article id="milestone-probe-2-launch" class="card milestone">
            <h3 data-kind="launch" data-status="planned" class="mark">
            <a href="milestone/probe-2-launch/" aria-expanded="false">Probe-2 launch</a>
            </h3>
            <p class="what">A date was given 2 times, at first 2024 to 2025. The newest is 2028, 3 years later.</p>
            </article>
        "#]],
    );
}

#[derive(Clone, PartialEq, Properties)]
struct OpenedProps {
    data: Rc<Dataset>,
    at: Ref,
}

#[component]
fn Opened(OpenedProps { data, at }: &OpenedProps) -> Html {
    panel(&Page::still(data.clone(), Lang::default(), Surface::Page, ""), *at)
}

/// The panel of a thing.
fn opened(id: &str) -> String {
    let data = Rc::new(small_data());
    let at = data.at(id).expect("the record has it");
    let html = page::html::<Opened>(|| OpenedProps { data: data.clone(), at }, false);
    format!("{}\n", html.expect("the panel renders").replace("><", ">\n<"))
}

#[test]
fn the_panel_of_a_mission() {
    shows(
        &opened("probe-1"),
        &expect![[r##"
            <div role="group" aria-label="Probe-1" class="panel mission">
            <div>
            <dl>
            <div>
            <dt>Operator</dt>
            <dd>
            <a href="#participant-selenia">Selenia</a> <small class="grade">
            <span class="sure high">high</span> <a href="sources/#source-agency-2021-03-09" class="src">The agency 2021</a>
            </small>
            </dd>
            </div>
            <div>
            <dt>Launch</dt>
            <dd>
            <time datetime="2025-02-03">3 February 2025</time> <small class="grade">
            <span class="sure high">high</span> <a href="sources/#source-press-2024-04" class="src">The press 2024</a>
            </small>
            </dd>
            </div>
            <div>
            <dt>Outcome</dt>
            <dd>
            <span class="since">3 February 2025 </span>success <small class="grade">
            <span class="sure low">low</span> <a href="sources/#source-press-2024-04" class="src">The press 2024</a>
            </small>
            </dd>
            </div>
            </dl>
            </div>
            <div>
            <h5>How its date moved</h5>
            <p>
            <a href="#milestone-probe-1-launch">Probe-1 launch</a>. A date was given once: 2023. The event is dated 3 February 2025, 2 years later.</p>
            <ul class="newest">
            <li>
            <time datetime="2021-03-09">9 March 2021</time>: <b>
            <time datetime="2023">2023</time>
            </b>. Ada Luz <a href="sources/#source-agency-2021-03-09" class="src">The agency</a>
            </li>
            </ul>
            </div>
            <div>
            <h5>In the timeline</h5>
            <ul class="links">
            <li>
            <a href="#event-probe-1-launched">Probe-1 lifts off</a>
            </li>
            </ul>
            <h5>Related</h5>
            <ul class="links">
            <li>
            <a href="#phase-first-phase">First phase</a>
            </li>
            <li>
            <a href="#person-ada-luz">Ada Luz</a>
            </li>
            </ul>
            <p>
            <a href="?mission=probe-1">Show only what concerns it</a>
            </p>
            </div>
            <div class="panel-foot">
            <a href="mission/probe-1/">The page on Probe-1</a> <span class="copy">
            <a href="mission/probe-1/">Copy link</a> <span role="status">
            </span>
            </span> <a href="mission/probe-1/#cite">Cite</a> <a href="embedding/?view=card&amp;item=mission-probe-1">Embed this card</a> <button type="button">Close</button>
            </div>
            </div>
        "##]],
    );
}

#[test]
fn the_panel_of_a_milestone() {
    shows(
        &opened("probe-2-launch"),
        &expect![[r##"
            <div role="group" aria-label="Probe-2 launch" class="panel milestone">
            <div>
            <table class="given">
            <thead>
            <tr>
            <th scope="col">Stated</th>
            <th scope="col">Promised</th>
            <th scope="col">By whom</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td>
            <time datetime="2021-03-09">9 March 2021</time>
            </td>
            <td>
            <span data-edtf="2024/2025" class="when">2024 to 2025</span>
            </td>
            <td>2024 or 2025 Ada Luz <small class="grade">
            <span class="sure high">high</span> <a href="sources/#source-agency-2021-03-09" class="src">The agency 2021</a>
            </small>
            </td>
            </tr>
            <tr>
            <td>
            <time datetime="2024-04">April 2024</time>
            </td>
            <td>
            <time datetime="2028">2028</time>
            </td>
            <td>The press <small class="grade">
            <span class="sure medium">medium</span> <a href="sources/#source-press-2024-04" class="src">The press 2024</a>
            </small>
            </td>
            </tr>
            </tbody>
            </table>
            </div>
            <div>
            <h4>Related</h4>
            <ul class="links">
            <li>
            <a href="#participant-selenia">Selenia</a>
            </li>
            <li>
            <a href="#phase-first-phase">First phase</a>
            </li>
            </ul>
            </div>
            <div class="panel-foot">
            <a href="milestone/probe-2-launch/">The page on Probe-2 launch</a> <span class="copy">
            <a href="milestone/probe-2-launch/">Copy link</a> <span role="status">
            </span>
            </span> <a href="milestone/probe-2-launch/#cite">Cite</a> <a href="embedding/?view=card&amp;item=milestone-probe-2-launch">Embed this card</a> <button type="button">Close</button>
            </div>
            </div>
        "##]],
    );
}

#[test]
fn the_panel_of_a_question() {
    shows(
        &opened("marea-in"),
        &expect![[r##"
            <div role="group" aria-label="Is Marea in?" class="panel conflict">
            <div>
            <ul class="positions">
            <li>It signed. <span class="holders">Selenia, Ada Luz</span> <small class="grade"> <a href="sources/#source-press-2024-04" class="src">The press 2024</a>
            </small>
            </li>
            <li>It only talked. <span class="holders">Marea</span> <small class="grade"> <a href="sources/#source-press-2024-04" class="src">The press 2024</a> <a href="sources/#source-agency-2021-03-09" class="src">The agency 2021</a>
            </small>
            </li>
            </ul>
            <p class="reading">
            <b>Our reading:</b> It signed; what it signed is not public.</p>
            </div>
            <div>
            <h4>Related</h4>
            <ul class="links">
            <li>
            <a href="#participant-marea">Marea</a>
            </li>
            </ul>
            </div>
            <div class="panel-foot">
            <a href="conflict/marea-in/">The page on this question</a> <span class="copy">
            <a href="conflict/marea-in/">Copy link</a> <span role="status">
            </span>
            </span> <a href="conflict/marea-in/#cite">Cite</a> <a href="embedding/?view=card&amp;item=conflict-marea-in">Embed this card</a> <button type="button">Close</button>
            </div>
            </div>
        "##]],
    );
}

#[test]
fn a_line_of_the_timeline() {
    shows(
        &part(&page(""), "li", "id=\"event-probe-1-launched\""),
        &expect![[r#"
            <li id="event-probe-1-launched" data-kind="launch" class="line mark happened">
            <time datetime="2025-02-03">3 February</time> <a href="record/#event-probe-1-launched" aria-expanded="false">Probe-1 lifts off</a>
            <p class="how">
            <span class="unseen">launch, happened</span> <span class="sure medium">medium</span> <a href="sources/#source-press-2024-04" class="src">The press</a>
            </p>
            </li>
        "#]],
    );
}

#[test]
fn nothing_found() {
    let page = page("q=marea&kind=loss");
    shows(
        &part(&page, "p", "role=\"status\""),
        &expect![[r#"
        <p role="status" class="found">0 of 3 dated entries and 0 of 6 cards</p>
    "#]],
    );
    shows(
        &part(&page, "p", "<p class=\"empty\">\n"),
        &expect![[r#"
        <p role="status" class="found">0 of 3 dated entries and 0 of 6 cards</p>
    "#]],
    );
    shows(
        &part(&page, "ul", "class=\"chip\""),
        &expect![[r#"
            <ul class="chips">
            <li>
            <a href="?kind=loss" aria-label="Drop “marea”" class="chip">“marea” ×<small> 0</small>
            </a>
            </li>
            <li>
            <a href="?q=marea" aria-label="Drop Kind: loss" class="chip">Kind: loss ×<small> 0</small>
            </a>
            </li>
            </ul>
        "#]],
    );
}

#[test]
fn what_could_not_be_read_is_said() {
    shows(
        &part(&page("view=nowhere&participant=nobody"), "p", "role=\"status\""),
        &expect![[r#"
            <p role="status" class="found">3 of 3 dated entries and 6 of 6 cards. “nowhere” could not be used for “view” and was left out. The views are all, plan, missions, participants, promises, timeline, table, conflicts, compare, slip, step, scene, moon, card. “nobody” could not be used for “participant” and was left out</p>
        "#]],
    );
}

#[test]
fn the_page_is_a_function_of_its_props() {
    for address in ["", "kind=launch", "asof=2023-01-01", "view=table&mode=dim"] {
        assert_eq!(page(address), page(address), "{address}");
    }
}

#[test]
fn an_earlier_day_shows_less() {
    let (now, then) = (page(""), page("asof=2023-01-01"));
    for id in ["participant-marea", "conflict-marea-in", "event-probe-1-launched"] {
        let id = format!("id=\"{id}\"");
        assert!(now.contains(&id) && !then.contains(&id), "{id}");
    }
    assert!(then.contains("id=\"event-paper-signed\"") && then.contains("id=\"milestone-probe-2-launch\""));
}

#[test]
fn texts_of_the_record_are_no_markup() {
    let mut record = crate::support::small();
    record["people"][0]["name"] = "<script>alert(1)</script>".into();
    record["people"][0]["claims"][0]["text"] = "a \" onload=\"b & <i>c</i>".into();
    let data = Rc::new(crate::support::checked(&record));
    let html = page::app(&data, "").expect("the page renders");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "the name is shown");
    assert!(!html.contains("<script") && !html.contains("<i>"), "it is shown as text");
}

#[test]
fn the_note_at_a_claim_says_how_its_source_was_read() {
    for (read, note) in [
        ("read", "The press 2024</a>"),
        ("title", "The press 2024, title alone</a>"),
        ("copy", "The press 2024, a copy</a>"),
    ] {
        let mut record = small();
        record["sources"][1]["read"] = read.into();
        let html = page::app(&Rc::new(checked(&record)), "").expect("the page renders");
        assert!(html.contains(note), "{read}");
        assert_eq!(html.matches("The press 2024").count(), html.matches(note).count(), "{read}");
    }
}
