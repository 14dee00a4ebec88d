//! The same events in the form that each peer reads.

use ilrs_explainer::model::record::{Event, Record};
use ilrs_explainer::model::when::{When, civil};
use serde_json::{Value, json};

/// Another program that shows events in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    /// TimelineJS3: slides with a track.
    TimelineJs,
    /// vis-timeline: items that can be zoomed.
    VisTimeline,
    /// react-chrono: cards along a line.
    ReactChrono,
}

impl Peer {
    /// Every peer that is measured.
    pub const ALL: [Peer; 3] = [Peer::TimelineJs, Peer::VisTimeline, Peer::ReactChrono];

    /// What it is called on the command line and in paths.
    pub fn word(self) -> &'static str {
        match self {
            Peer::TimelineJs => "timelinejs",
            Peer::VisTimeline => "vis-timeline",
            Peer::ReactChrono => "react-chrono",
        }
    }

    /// What its makers call it.
    pub fn name(self) -> &'static str {
        match self {
            Peer::TimelineJs => "TimelineJS3",
            Peer::VisTimeline => "vis-timeline",
            Peer::ReactChrono => "react-chrono",
        }
    }

    /// The events of a record as it reads them. Each event is there once, with its title, its text and the day on
    /// which it can first have been; no peer knows dates less sure than that but as a text.
    pub fn form(self, record: &Record) -> Value {
        let events = record.events.iter();
        match self {
            Peer::TimelineJs => json!({ "events": events.map(slide).collect::<Vec<_>>() }),
            Peer::VisTimeline => events.map(item).collect(),
            Peer::ReactChrono => events.map(card).collect(),
        }
    }
}

/// The same for the explainer: the events of a record with their sources, and nothing else that no peer is given.
pub fn events_alone(record: &Record) -> Record {
    let alone = |event: &Event| Event { about: Vec::new(), milestone: None, ..event.clone() };
    Record {
        as_of: record.as_of.clone(),
        events: record.events.iter().map(alone).collect(),
        sources: record.sources.clone(),
        ..Record::default()
    }
}

fn slide(event: &Event) -> Value {
    let (year, month, day) = start(event);
    json!({
        "unique_id": event.id,
        "start_date": { "year": year, "month": month, "day": day, "display_date": event.date },
        "text": { "headline": event.title, "text": event.text },
    })
}

fn item(event: &Event) -> Value {
    let (year, month, day) = start(event);
    json!({
        "id": event.id,
        "start": format!("{year:04}-{month:02}-{day:02}"),
        "content": event.title,
        "title": event.text,
        "kind": event.kind,
    })
}

fn card(event: &Event) -> Value {
    json!({
        "id": event.id,
        "title": event.date,
        "cardTitle": event.title,
        "cardDetailedText": event.text,
        "kind": event.kind,
    })
}

fn start(event: &Event) -> (i32, u8, u8) {
    event.date.parse::<When>().map_or((0, 1, 1), |when| civil(when.known_start()))
}
