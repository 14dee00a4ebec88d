//! How much a record may hold, and what its texts and addresses may be made of. Anybody's record is read in a
//! stranger's browser: within these bounds no page of it stands still, and no text of it is more than text.

/// Bytes of a record, as it is published.
pub const LARGEST: usize = 32_000_000;
/// Characters of a text.
pub const LONGEST: usize = 5_000;
/// Characters of an id, which are ASCII.
pub const LONGEST_ID: usize = 100;
/// Bytes of an address.
pub const LONGEST_ADDRESS: usize = 2_000;
/// What all cards hold together: claims, promises, positions, links and citations. All of it stands on the page.
pub const HEAVIEST: usize = 100_000;
/// As many problems are listed to who gave an address.
pub const LISTED: usize = 50;
/// As many problems are found; the rest are counted.
pub const TOLD: usize = 1_000;
/// The first year and the last of a cut-off: whoever checked the record lived then.
pub const YEARS: [i32; 2] = [1900, 2199];

/// How many values a list may hold. Lines of the timeline come to the page in parts, cards all at once.
pub fn most(list: &str) -> usize {
    match list {
        "events" | "sources" => 100_000, // as many as the reader of JSON takes
        "promises" => 10_000,
        "participants" | "people" | "missions" | "facilities" | "phases" | "milestones" | "conflicts"
        | "counts" => 1_000,
        "programmes" => 10,
        _ => 100,
    }
}

/// The first character that no text may hold. Control characters have no look; those that embed, override or isolate
/// a direction of writing (UAX #9) make a line read otherwise than it is stored, and may reach beyond their text. A
/// plain direction mark does neither.
pub fn unfit(text: &str) -> Option<char> {
    text.chars().find(|sign| match sign {
        '\t' | '\n' | '\r' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        sign => sign.is_control(),
    })
}

/// Whether an address may become a link: http or https, a host without a user's name before it, and no sign that one
/// reader of addresses passes over and another does not.
pub fn links(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or("");
    let named = !host.is_empty() && !host.starts_with([':', '.']) && !host.contains('@');
    let odd = |sign: char| {
        sign.is_whitespace() || matches!(sign, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
    };
    named && url.len() <= LONGEST_ADDRESS && !url.contains(odd) && unfit(url).is_none()
}

/// A text as a problem quotes it: its start, and nothing in it that has no look of its own.
pub fn quoted(text: &str) -> String {
    let mut start: String = text.chars().take(80).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    while let Some(sign) = unfit(&start) {
        start = start.replace(sign, "\u{fffd}");
    }
    start
}
