//! What the app does with a record, all of it at once: whatever record is accepted has to bear it.

use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::id::Type;
use ilrs_explainer::model::overview::{Overview, Window};
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::model::state::{Msg, State};
use ilrs_explainer::model::step::{Chart, Reading, choices, first, slope};
use ilrs_explainer::model::timeline::ticks;
use ilrs_explainer::model::viewport::{Command, NavKey};

/// Addresses that ask a record for everything.
const ASKED: [&str; 4] =
    ["", "?q=a", "?asof=2024-06-01&kind=launch", "?from=2020&to=2030&mode=dim&status=disputed"];

/// Looks at a record through each of some addresses.
pub fn looked_at(data: &Dataset) {
    for address in ASKED {
        let (query, complaints) = Query::from_url(address);
        let state = State::new(data, query, complaints);
        let found = QueryResult::new(data, &state.query);
        let state = state.update(data, &found, Msg::Look(Command::Width(800)));
        let state = state.update(data, &found, Msg::Look(Command::Track(NavKey::Back)));
        drawn(data, &found, &state);
    }
    named(data);
}

/// What the page computes of a state.
pub fn drawn(data: &Dataset, found: &QueryResult, state: &State) {
    let day = found.day();
    for entry in found.entries() {
        let _ = (entry.kind(data), entry.confidence(data), entry.about(data), entry.milestone(data));
        let _ = (data.id(entry.at), data.label(entry.at), entry.sources(data));
    }
    let track = state.viewport.track(data, found);
    ticks(track.scale, state.viewport.width, 80);
    let _ = (
        Overview::new(found).named(state.viewport.width).count(),
        Window::new(track.scale, state.viewport.width),
    );
    track.marks.iter().for_each(|mark| _ = (track.bricks(mark), track.period(mark)));
    let _ = first(data, &choices(data));
    for at in data.places(Type::Milestone) {
        let charts = [Reading::Promised, Reading::Moved].map(|reading| Chart::new(data, at, day, reading));
        let _ = (charts.map(|chart| chart?.nearest((1000, -1))), slope(data, at, day));
    }
    for item in data.all_items() {
        let _ = (data.exists(item, day), found.shows(item.at), item.standing(day), item.flown(day));
    }
}

/// Whatever names something else names what is there.
fn named(data: &Dataset) {
    for kind in Type::ALL.iter().copied() {
        for at in data.places(kind) {
            let _ = (data.id(at), data.label(at));
            data.linked(at).iter().for_each(|from| _ = data.id(*from));
        }
    }
    let items = data.all_items().flat_map(|item| &item.about);
    let events = data.events.iter().flat_map(|event| &event.about);
    let milestones = data.milestones.iter().flat_map(|milestone| &milestone.about);
    let conflicts = data.conflicts.iter().flat_map(|conflict| &conflict.about);
    let counts = data.counts.iter().flat_map(|count| &count.named);
    items.chain(events).chain(milestones).chain(conflicts).chain(counts).for_each(|at| _ = data.id(*at));
    let claims = data.all_items().flat_map(|item| &item.claims).flat_map(|claim| &claim.sources);
    let events = data.events.iter().flat_map(|event| &event.sources);
    let promises = data.milestones.iter().flat_map(|m| &m.promises).flat_map(|promise| &promise.sources);
    let positions = data.conflicts.iter().flat_map(|c| &c.positions).flat_map(|position| &position.sources);
    let counts = data.counts.iter().flat_map(|count| &count.sources);
    claims
        .chain(events)
        .chain(promises)
        .chain(positions)
        .chain(counts)
        .for_each(|source| _ = &data.sources[source.0 as usize]);
}
