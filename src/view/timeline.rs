//! The timeline as a list by year, and as a table.

use super::card::{Card, Subject};
use super::claim;
use super::icon;
use super::page::{Page, Shown, element};
use crate::model::asof::Entry;
use crate::model::find::Found;
use crate::model::item::{Ref, Type};
use crate::model::order::joined;
use crate::model::query::Mode;
use std::rc::Rc;
use yew::prelude::*;

/// The found lines by year; with the others among them, dimmed, if the reader wants that.
pub fn timeline(page: &Rc<Page>, found: &Found, mode: Mode) -> Html {
    let lines: Vec<(&Entry, Shown)> = visible(found, mode).collect();
    html! {
        for year in lines.chunk_by(|a, b| a.0.when.year() == b.0.when.year()) {
            <div class="year" key={year[0].0.when.year()}>
                <h3>{ year[0].0.when.year() }</h3>
                <ol>
                    for (entry, shown) in year.iter() {
                        <Card
                            key={&**page.data.id(entry.at)}
                            page={page.clone()}
                            subject={Subject::Line((*entry).clone())}
                            shown={*shown}
                        />
                    }
                </ol>
            </div>
        }
    }
}

/// The same as a table.
pub fn table(page: &Rc<Page>, found: &Found, mode: Mode) -> Html {
    let text = page.text();
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={text.as_table}>
            <table>
                <thead>
                    <tr>
                        for head in text.table_head {
                            <th>{ head }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for (entry, shown) in visible(found, mode) {
                        { element("tr", &["entry", shown.class()], false, html! {
                            <>
                                <td>{ page.time(&entry.when) }</td>
                                <th scope="row">{ page.data.label(entry.at).clone() }</th>
                                <td>{ (text.kind)(entry.kind(&page.data)) }</td>
                                <td>{ statuses(page, entry) }</td>
                                <td>{ claim::grade(page, entry.confidence(&page.data), entry.sources(&page.data)) }</td>
                            </>
                        }) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn visible(found: &Found, mode: Mode) -> impl Iterator<Item = (&Entry, Shown)> {
    let lines = found.entries.iter().zip(&found.hits);
    lines.map(move |(entry, hit)| (entry, Shown::new(*hit, mode))).filter(|(_, shown)| *shown != Shown::No)
}

/// One line: when, what, how it stands, how sure.
pub fn line(page: &Page, entry: &Entry, shown: Shown) -> Html {
    let kind = entry.kind(&page.data);
    let parts = html! {
        <>
            { icon::of_kind(kind, entry.statuses.main()) }
            <p class="at">{ page.time(&entry.when) }</p>
            <details>
                <summary>{ page.data.label(entry.at).clone() }</summary>
                { body(page, entry) }
            </details>
            <p class="how">
                { (page.text().kind)(kind) }{ ", " }{ statuses(page, entry) }
                { claim::grade(page, entry.confidence(&page.data), entry.sources(&page.data)) }
            </p>
        </>
    };
    element("li", &["line", entry.statuses.main().word(), shown.class()], false, parts)
}

fn statuses(page: &Page, entry: &Entry) -> String {
    joined(&mut entry.statuses.iter().map(|status| (page.text().status)(status)), ", ")
}

fn body(page: &Page, entry: &Entry) -> Html {
    let links = html! {
        <ul class="links">
            for about in entry.about(&page.data).iter() {
                <li>{ page.link(*about) }</li>
            }
            if let Some(milestone) = entry.milestone(&page.data) {
                <li>{ page.link(milestone) }</li>
            }
        </ul>
    };
    match entry.deciding(&page.data) {
        Some(promise) => html! {
            <div class="body">
                <p>{ promise.who.clone() }{ ", " }{ page.time(&promise.stated) }
                    if !promise.text.is_empty() {
                        { ": “" }{ promise.text.clone() }{ "”" }
                    }
                </p>
                { links }
            </div>
        },
        None => event(page, entry.at, links),
    }
}

fn event(page: &Page, at: Ref, links: Html) -> Html {
    debug_assert_eq!(at.kind, Type::Event);
    let event = page.data.event(at);
    html! {
        <div class="body" id={page.anchor(at)}>
            if !event.text.is_empty() {
                <p>{ event.text.clone() }</p>
            }
            { links }
        </div>
    }
}
