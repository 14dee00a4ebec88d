//! The explainer and its peers with the same events.

use crate::args::Asked;
use crate::contest::Contest;
use crate::dist;
use crate::fixtures::{self, HOST, Stand};
use crate::forms::{Peer, events_alone};
use crate::outcome::{Outcome, fault};
use crate::race::{Runner, raced};
use crate::site::Site;
use ilrs_explainer::model::record::Record;
use ilrs_explainer::site::record;

/// Measures all that is asked for.
pub fn measured(asked: &Asked) -> Outcome<Contest> {
    let peers = asked.peers();
    let stand = Stand::new(&peers)?;
    let runtime = crate::runtime()?;
    let mut entries = Vec::new();
    for events in asked.sizes(&SIZES) {
        let runners = runners(&stand, &peers, events)?;
        entries.extend(raced(&runtime, &runners, events, &asked.conditions())?);
    }
    Ok(Contest { title: "The explainer and its peers", notes: notes(), entries })
}

/// How many events there are, if it is not said.
const SIZES: [usize; 4] = [60, 500, 2_000, 10_000];

/// The explainer, with the first size also the page as it is published, and the peers.
fn runners(stand: &Stand, peers: &[Peer], events: usize) -> Outcome<Vec<Runner>> {
    println!("{events} events: building what is raced …");
    let generated = fixtures::record(events);
    let ours = |name: &str, site, record: &Record| Runner {
        name: name.to_string(),
        word: "explainer",
        ours: true,
        site,
        path: "/".to_string(),
        titles: titles(record),
        trips: Some(2), // the page, and all that its head names
    };
    let alone = events_alone(&generated);
    let name = |what: &str| format!("{what}-{events}");
    let mut runners = vec![
        ours("explainer", stand.explainer(&name("alone"), &alone)?, &alone),
        ours("explainer with cards and promises", stand.explainer(&name("whole"), &generated)?, &generated),
        Runner {
            word: "element",
            path: format!("/{HOST}"),
            trips: Some(3), // the page, the element's script, and all that this names
            ..ours("element", stand.explainer(&name("element"), &alone)?, &alone)
        },
    ];
    if events == SIZES[0] {
        let record =
            record::read(&dist::root().join("src/data")).map_err(|faults| fault(record::report(&faults)))?;
        let name = format!("the published page ({} events and all else)", record.events.len());
        runners.push(ours(&name, Site::plain()?, &record));
        let name = "a line of text and nothing else, for comparison";
        runners.push(Runner { word: "line", trips: None, ..ours(name, stand.line()?, &Record::default()) });
    }
    for peer in peers {
        let (site, path) = stand.peer(*peer, &generated)?;
        let (name, word) = (peer.name().to_string(), peer.word());
        runners.push(Runner { name, word, ours: false, site, path, titles: titles(&generated), trips: None });
    }
    Ok(runners)
}

fn titles(record: &Record) -> Vec<String> {
    record.events.iter().map(|event| event.title.clone()).collect()
}

fn notes() -> Vec<String> {
    [
        "Everybody has a turn in each of five rounds, each time in a fresh browser with a fresh profile; medians. \
         Who fails or takes more than 60 seconds is out of the later rounds.",
        "The same generated events. The explainer: the page that our build makes of them and their sources; a row of its \
         own has the cards, promises and questions of the generated record besides, which no peer is given. The element: \
         the same events in a page of another site, as the page on embedding gives it. \
         TimelineJS3: its script and style by tags, events by the address of a JSON file. \
         vis-timeline: its standalone script and style by tags, events fetched, 600 px high and scrolled, as its \
         documentation advises for many items. react-chrono: bundled with React by esbuild, which any page with React \
         needs; events fetched. Fonts that a peer asks other servers for are refused at once.",
        "All from one server, with brotli. KB: of every answer with its headers.",
        "Controls answer: the explainer says so itself by a mark, and a choice made afterwards proves it. For the peers \
         the time of the first press that changes the view: the arrow to the next slide or card, a tap on an item.",
        "Blocking: what long tasks have beyond 50 ms, from the first contentful paint, or from the start, until no task \
         has been long for a second after the controls answered.",
        "Bytes and round trips: what they need by themselves at the given rate and latency, of all that had come when the \
         controls answered: two round trips for a page, the page and what its head names; three for an element.",
        "Filter to frame: from the choice of a kind to the end of the frame that shows it. TimelineJS3 has no filter: an \
         event is gone to by its marker. vis-timeline: the filter of its data view behind the author's own choice; \
         react-chrono: other items, in the same way.",
        "A line of text: a page of 54 bytes without style or script. What it takes to be painted is what browser and \
         network take by themselves.",
        "Heap: scripts' after collection, and the memory of the Wasm. Nodes: elements at rest.",
        "Events with scripts off, and in print: titles of events that stand visible on the page, not cut off by a box; \
         in print after `beforeprint` under print styles.",
        "Unthrottled: 1280 × 800. Slow phone: 412 × 823, 150 ms, 1.6 Mbit/s down, the processor slowed 4 times.",
    ]
    .map(str::to_string)
    .to_vec()
}
