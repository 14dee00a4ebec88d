//! The built site as readers meet it: the front page in each language, the page of a thing, the element, the frame; and
//! beside it the front page of another build, as one of before.

use crate::args::Asked;
use crate::contest::Contest;
use crate::fixtures::{HOST, Stand};
use crate::outcome::Outcome;
use crate::race::{Runner, raced};
use crate::site::Site;

/// Each with its word in the script that measures, its path, and the round trips until its controls answer.
const SURFACES: [(&str, &str, &str, Option<u32>); 5] = [
    ("front page", "explainer", "/", Some(2)),
    ("front page in Chinese", "explainer", "/zh/", Some(2)),
    ("front page in Russian", "explainer", "/ru/", Some(2)),
    ("page of a mission", "line", "/mission/luna-26/", None),
    ("frame of the timeline", "start", "/embed/?view=timeline", Some(2)),
];

/// Measures them under the conditions that are asked for.
pub fn measured(asked: &Asked) -> Outcome<Contest> {
    let stand = Stand::new(&[])?;
    let runtime = crate::runtime()?;
    let pages = SURFACES.map(|(name, word, path, trips)| page(name, word, path, trips));
    let mut runners: Vec<Runner> = pages.into_iter().collect::<Outcome<_>>()?;
    let (name, path) = ("element with the timeline", format!("/{HOST}"));
    runners.push(Runner { site: stand.article()?, ..page(name, "element", &path, Some(3))? });
    for folder in asked.folders() {
        let name = format!("front page of {}", folder.display());
        let site = Site::of(folder.to_path_buf())?;
        runners.push(Runner { ours: false, site, ..page(&name, "start", "/", Some(2))? });
    }
    let entries = raced(&runtime, &runners, 0, &asked.conditions())?;
    Ok(Contest { title: "The built site as readers meet it", notes: notes(), entries })
}

fn page(name: &str, word: &'static str, path: &str, trips: Option<u32>) -> Outcome<Runner> {
    let (name, path) = (name.to_string(), path.to_string());
    Ok(Runner { name, word, ours: true, site: Site::plain()?, path, titles: Vec::new(), trips })
}

fn notes() -> Vec<String> {
    [
        "Everybody has a turn in each of five rounds, each time in a fresh browser with a fresh profile; medians. A page of \
         a thing has no script: it answers when it is painted.",
        "Bytes and round trips: what they need by themselves at the given rate and latency, of all that had come when the \
         controls answered: two round trips for a page, the page and what its head names; three for an element.",
        "Unthrottled: 1280 × 800. Slow phone: 412 × 823, 150 ms, 1.6 Mbit/s down, the processor slowed 4 times.",
    ]
    .map(str::to_string)
    .to_vec()
}
