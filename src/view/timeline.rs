//! The timeline as a list: what is promised, then what has happened, year by year from the newest. Of very many lines only
//! a part stands on the page, with the way to the next.

use super::claim;
use super::context::Page;
use super::copy::CopyLink;
use super::icon::Mark;
use super::plot::button;
use super::shown::Shown;
use crate::model::entry::{Entry, Status};
use crate::model::id::Type;
use crate::model::query_result::QueryResult;
use crate::model::state::{Spot, State};
use crate::model::viewport::{Command, PART, PRINTED};
use yew::prelude::*;

/// The found lines, those promised and those of each year under a heading; with the others among them, dimmed, if the
/// reader wants that.
pub fn list(page: &Page, found: &QueryResult, state: &State) -> Html {
    let mode = state.query.mode;
    let entry = |line: &(usize, bool)| &found.entries()[line.0];
    // What is promised stands together, whatever its years.
    let year = |line: &(usize, bool)| Some(entry(line).when.year()).filter(|_| entry(line).happened());
    let heading =
        |year: Option<i32>| year.map_or(page.text().promised.to_string(), |year| page.text().year(year));
    paginate(page, state, found.lines(mode), &|part| {
        html! {
            <div class="lines">
                for lines in part.chunk_by(|a, b| year(a) == year(b)) {
                    <div class="year" key={heading(year(&lines[0]))}>
                        <h3>{ heading(year(&lines[0])) }</h3>
                        <ol>
                            for line in lines.iter() {
                                { one(page, entry(line), Shown::new(line.1, mode), state.is_open(entry(line).at, Spot::Line)) }
                            }
                        </ol>
                    </div>
                }
            </div>
        }
    })
}

/// Lines by their places, with whether they are found.
type Lines = [(usize, bool)];

/// As many lines as stand on the page at once, between the ways to those before and after.
pub fn paginate(
    page: &Page,
    state: &State,
    lines: Vec<(usize, bool)>,
    html: &dyn Fn(&Lines) -> Html,
) -> Html {
    let text = page.text();
    let (first, end) = state.viewport.part(lines.len());
    let body = html(&lines[first..end]);
    if end - first == lines.len() {
        return body;
    }
    if state.viewport.print {
        return html! { <><p class="part">{ text.left_out(lines.len() - PRINTED) }</p>{ body }</> };
    }
    let before = first.saturating_sub(PART);
    html! {
        <>
            <p class="part">
                { button(page, Command::List(before), html! { "←" }, text.part_before, first == 0) }
                { text.part(first + 1, end, lines.len()) }
                { button(page, Command::List(end), html! { "→" }, text.part_after, end == lines.len()) }
            </p>
            { body }
        </>
    }
}

/// A line: when, what, how it stands, how sure; and what more there is to say, when it is open.
fn one(page: &Page, entry: &Entry, shown: Shown, open: bool) -> Html {
    let kind = entry.kind(&page.data);
    let mark = Mark::of_kind(kind, entry.statuses.main());
    html! {
        <li
            key={&**page.data.id(entry.at)}
            id={page.line(entry.at)}
            class={classes!("line", "mark", entry.statuses.main().word(), shown.class())}
            data-kind={mark.kind}
            data-status={mark.status}
        >
            { date(page, entry) }{ " " }
            { page.opener(entry.at, Spot::Line, open) }
            <p class="how">
                { how(page, entry) }
                { claim::brief(page, entry.confidence(&page.data), entry.sources(&page.data)) }
            </p>
            if open {
                <div class="body">
                    { body(page, entry) }
                    { claim::grade(page, entry.confidence(&page.data), entry.sources(&page.data)) }
                    if page.data.addresses.is_empty() {
                        { " " }<CopyLink page={page.unmarked()} href={page.address(entry.at)}/>
                    }
                </div>
            }
        </li>
    }
}

/// When: without the year where the heading says it.
fn date(page: &Page, entry: &Entry) -> Html {
    let (text, when) = (page.text(), &entry.when);
    page.dated(when, if entry.happened() { text.in_year(when) } else { text.when(when) })
}

/// What kind of thing it is and how it stands. The mark before it says so too; what is plain from the mark is for those
/// who do not see it.
fn how(page: &Page, entry: &Entry) -> Html {
    let text = page.text();
    let said = |happened: bool| {
        let words = entry.statuses.iter().filter(|status| (*status == Status::Happened) == happened);
        text.joined(words.map(|status| text.status(status)))
    };
    let kind = text.kind(entry.kind(&page.data));
    let seen = said(false);
    html! {
        <>
            <span class="unseen">{ kind }{ text.joints().pause }{ said(true) }</span>
            if !seen.is_empty() {
                { " " }<b>{ seen }</b>
            }
        </>
    }
}

/// How it stands, in words.
pub fn statuses(page: &Page, entry: &Entry) -> Vec<String> {
    entry.statuses.iter().map(|status| page.text().status(status).to_string()).collect()
}

fn body(page: &Page, entry: &Entry) -> Html {
    let about = entry.about(&page.data).iter().copied().chain(entry.milestone(&page.data));
    let joints = page.text().joints();
    html! {
        <>
            if let Some(promise) = entry.deciding(&page.data) {
                <p>{ page.told(&promise.who) }{ joints.pause }{ page.time(&promise.stated) }
                    if !promise.text.is_empty() {
                        { joints.colon }{ page.marked(&promise.text) }
                    }
                </p>
            } else if entry.at.kind == Type::Event && !page.data.event(entry.at).text.is_empty() {
                <p>{ page.marked(&page.data.event(entry.at).text) }</p>
            }
            <ul class="links">
                for at in about.filter(|at| page.has_card(*at)) {
                    <li>{ page.link(at) }</li>
                }
            </ul>
        </>
    }
}
