//! What the pages say beside the app, in English.

use super::{Promised, Purpose, StaticText};
use crate::model::claim::Confidence;
use crate::model::id::Type;
use crate::model::source::{Lean, Reading, SourceKind};

pub(super) static STATIC: StaticText = StaticText {
    description: "This page shows what China, Russia and their partners promised about a station on the Moon, by whom \
                  and when, how the dates have moved since, and how sure each claim is. Every claim carries its source.",
    sources_sub: "This is how each claim is graded, and where it comes from.",
    sources_link: "Every source with its title and address",
    sources_of: |kind, number| format!("{} ({number})", source_kind(kind)),
    art: "What the pictures are drawn from",
    art_from: &[
        (
            "The lunar seas were traced for this page from a colour map by NASA’s Scientific Visualization Studio, with \
             data of LROC at Arizona State University. It is not copyrighted in the United States.",
            "https://svs.gsfc.nasa.gov/4720/",
            "CGI Moon Kit",
        ),
        (
            "Craters stand by their position and diameter in the public list of names of the US Geological Survey and \
             the International Astronomical Union, as of October 2015.",
            "https://planetarynames.wr.usgs.gov/",
            "Gazetteer of Planetary Nomenclature",
        ),
        (
            "The Earth in the scene is simplified from public-domain outlines of land.",
            "https://www.naturalearthdata.com/",
            "Natural Earth",
        ),
    ],
    method: "How claims are graded",
    method_text: &[
        "A claim is written in our own words and carries the sources it rests on. A source is named by its \
         publisher and year; its title and address stand on the page of sources.",
        "A date is kept as exactly as its source gives it, and no more so. What is planned is shown as a plan, with \
         the person or body that stated it.",
        "How the dates moved is counted by one rule. A statement is what one speaker said on one occasion of when a \
         thing is to happen, or that its date no longer holds. It stands at the day on which it was made, however many \
         report it. The first, the newest and the number of statements leave out those of low confidence and those \
         not confirmed, unless there is none better; all of them are drawn and listed. How far a date moved is \
         measured from the middle of the first date to the middle of the newest, or to the day on which the thing \
         happened.",
        "The record holds what was known on the day it was last checked. Nothing after that day is stated or implied.",
        "QueryResult an error? Write to the publisher of this page, with the address of the card and a source.",
    ],
    grades: &[
        (Confidence::High, "an official text or a strong first report, or several sources that agree"),
        (Confidence::Medium, "one solid source, or an official statement read through another outlet"),
        (Confidence::Low, "a weak, second-hand or single source"),
        (Confidence::Unconfirmed, "looked for and not confirmed"),
    ],
    one_source: |one, all| format!("{one} of {all} claims rest on one source alone."),
    glance: "Sources by kind and by how far we lean on them",
    sum: "all",
    leaning: |all, leaning| match leaning {
        [far, care, hardly] => {
            format!("Of {all} sources we lean on {far}, on {care} with care and hardly on {hardly}.")
        }
        _ => format!("{all} sources."),
    },
    read_how: |copied, unread, unlinked| {
        format!(
            "{copied} were read on a copy of what their publisher wrote, and {unread} are known by a title or a summary \
             alone. {unlinked} have no address fit to link."
        )
    },
    looked_for: |day| {
        format!("What was looked for and not found, in copies of public pages up to {day}, stands on a card:")
    },
    downloads: "The record as files",
    downloads_sub: "Each file is whole. With scripts on and a filter or a day set, it holds what is found and is named after it.",
    download: |purpose, bytes| format!("{}, {} KB", download(purpose), bytes.div_ceil(1000)),
    promised,
    card_legend: "Each square is a dated entry: filled if it happened, outlined if it is promised.",
    source_page: "Sources",
    source_page_sub: "These are the sources of the record: who published each and when, what kind it is, how it was read and \
                      how far we lean on it.",
    source_read: |reading| match reading {
        Reading::Text => "its text was read",
        Reading::Title => "its text was not read: a title or a summary alone",
        Reading::Copy => "its text was read on a copy",
    },
    source_described: "our description; its own title was not read",
    source_undated: "undated",
    source_cited: |number| match number {
        1 => "cited once".to_string(),
        _ => format!("cited {number} times"),
    },
    source_no_link: "no address fit to link",
    back: "Back to the explainer",
    missing: "There is nothing at this address",
    missing_sub: "The link may be mistyped, or what it named may have been renamed or merged since. Everything that the \
                  explainer knows can be reached from here.",
    whole: "The whole record",
    whole_sub: |day| {
        format!(
            "Everything that the explainer knows, on one page: every claim, every promised date, every position and \
             every source. The record was last checked on {day}."
        )
    },
    whole_link: "The whole record on one page",
    list_of,
    also_called: |names| format!("Also called {names}."),
    item_says: "What the record says",
    item_sources: |number| match number {
        1 => "The source of this page".to_string(),
        _ => format!("The {number} sources of this page"),
    },
    item_cite: "To cite this page",
    item_cited_as: |name, title, day| format!("“{name}”, in: {title}. The record as of {day}."),
    licences: "Licences",
    licences_sub: "This is the software of the explainer, with who may use it on which terms, and the terms themselves.",
    licences_number: |number| {
        format!(
            "The app of this page is compiled from {number} parts, each listed with the version used here."
        )
    },
    licences_bill: "The same for programs, as a bill of materials (CycloneDX)",
    licences_fonts: "Fonts that come with the page",
    licences_tests: "Used by the tests, not in the page",
    licences_texts: "The texts",
    licence_text: |number, file, carried| match carried {
        1 => format!("Text {number}: {file}, carried by one part"),
        _ => format!("Text {number}: {file}, carried by {carried} parts"),
    },
    licence_link: |number, file| format!("text {number}, {file}"),
    licence_none: "carries no text of its licence",
    source_kind,
    lean,
    language,
    no_script: "Everything is on this page. Filtering it needs scripts, which are off.",
    unstyled: ["This page lacks its style. If its address does not end in a slash, add one.", "Go there"],
    filters_off: "Filters are off. Everything is on this page. If the page is older than the site, reload it. \
                  On a disk, open index.html where a link quick_links.",
};

fn list_of(kind: Type) -> &'static str {
    match kind {
        Type::Participant => "Participants",
        Type::Person => "People",
        Type::Mission => "Missions",
        Type::Facility => "Parts of the plan",
        Type::Phase => "Phases of the plans",
        Type::Event => "What happened",
        Type::Milestone => "What was promised",
        Type::Conflict => "Where sources disagree",
        Type::Source => "Sources",
    }
}

fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => "Official",
        SourceKind::Agency => "News agencies",
        SourceKind::Trade => "Trade press",
        SourceKind::Press => "Press",
        SourceKind::Reference => "Reference works",
        SourceKind::Copy => "Read through a copy",
        SourceKind::Note => "Notes, digests, forums",
    }
}

fn download(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Record => "Everything, as JSON",
        Purpose::Table => "Events and promises, as a CSV table",
        Purpose::Calendar => "What is still promised, as an iCalendar file",
        Purpose::References => "Sources, as CSL-JSON for reference managers",
    }
}

fn promised(it: &Promised) -> String {
    let said = if it.text.is_empty() { String::new() } else { format!(": “{}”", it.text) };
    let Promised { when, who, stated, confidence, sources, .. } = it;
    format!(
        "Promised, not certain: {when}. {who}, {stated}{said}. Confidence: {confidence}. Sources: {sources}"
    )
}

fn lean(lean: Lean) -> &'static str {
    match lean {
        Lean::High => "we lean on it",
        Lean::Medium => "we lean on it with care",
        Lean::Low => "we hardly lean on it",
    }
}

fn language(tag: &str) -> &'static str {
    match tag {
        "en" => "English",
        "zh" => "Chinese",
        "ru" => "Russian",
        "es" => "Spanish",
        "fr" => "French",
        "de" => "German",
        "it" => "Italian",
        "pt" => "Portuguese",
        "ja" => "Japanese",
        "uk" => "Ukrainian",
        "id" => "Indonesian",
        "ar" => "Arabic",
        "fa" => "Persian",
        "hi" => "Hindi",
        "tl" => "Filipino",
        "tr" => "Turkish",
        "sr" => "Serbian",
        _ => "another language",
    }
}
