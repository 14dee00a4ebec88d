//! The contrast of every pair of tokens in use, computed from the tokens themselves, in light and dark, as they are
//! and with more contrast asked for. Words need 4.5 to 1, marks and the edges of controls 3 to 1 (WCAG 2.2, 1.4.3
//! and 1.4.11); with more contrast asked for, words need 7 to 1 and marks 4.5 to 1.

use crate::colour::Colour;
use crate::sheets::{Declaration, declarations};
use std::collections::{BTreeMap, BTreeSet};

/// What a token is used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Words,
    Mark,
    Ground,
}
use Role::{Ground, Mark, Words};

/// Where each token is used, and the grounds it meets there. A use that is not listed fails, and so does a listed
/// one that no sheet has. `mix` is every `color-mix` of the sheets that makes a ground, with each accent; a class: those
/// under it.
const USES: [(Role, &str, &[&str]); 55] = [
    (Words, "--ink", &["--paper", "--raised", "--sunk", "--caution", "mix", "scene", "moon"]),
    (Words, "--soft", &["--paper", "--raised", "--sunk", "mix", "--tone-sky", "--tone-lit"]),
    (Words, "--paper", &["--ink"]),
    (Words, "--mission", &["--paper", "--raised", "scene"]), // on the map in a halo of the paper
    (Words, "--participant", &["--paper", "--raised"]),
    (Words, "--facility", &["--paper", "--sunk", "scene"]),
    (Words, "--person", &["--paper"]),
    (Words, "--dispute", &["--paper"]),
    (Mark, "--ink", &["--paper", "--sunk", "scene", "--tone-top"]),
    (Mark, "--soft", &["--paper", "mix", "scene", "--tone-top"]),
    (Mark, "--paper", &[]), // the halo of a word
    (Mark, "--edge", &["--paper", "--raised", "--sunk"]),
    (Mark, "--focus", &["--paper", "--raised", "--sunk", "mix"]),
    (Mark, "--accent", &["--paper", "--raised"]),
    (Mark, "--under", &["--paper", "--raised", "--sunk"]),
    (Mark, "--mission", &["--paper", "--raised", "mix", "scene", "--tone-top"]),
    (Mark, "--participant", &["--paper", "--raised", "mix"]), // its marks on the Moon have a rim of the paper
    (Mark, "--facility", &["--paper", "--sunk", "mix", "scene", "--tone-top"]),
    (Mark, "--person", &["--paper"]),
    (Mark, "--dispute", &["--paper", "mix"]),
    (Words, "--age0", &[]), // no words bear it, only marks
    (Words, "--age1", &[]),
    (Words, "--age2", &[]),
    (Words, "--age3", &[]),
    (Words, "--age4", &[]),
    (Mark, "--age0", &["--paper", "--sunk"]),
    (Mark, "--age1", &["--paper", "--sunk"]),
    (Mark, "--age2", &["--paper", "--sunk"]),
    (Mark, "--age3", &["--paper", "--sunk"]),
    (Mark, "--age4", &["--paper", "--sunk"]),
    (Mark, "--line", &[]), // hairlines only: what they part is parted by space and headings too
    (Mark, "--tone-sky", &[]), // halos of words
    (Mark, "--tone-far", &[]),
    (Mark, "--tone-lit", &[]),
    (Mark, "--moon-land", &[]),
    (Mark, "--moon-rim", &[]), // of a crater: what a map needs is told by names and marks
    (Ground, "--tone-sky", &[]),
    (Ground, "--tone-far", &[]),
    (Ground, "--tone-lit", &[]),
    (Ground, "--tone-top", &[]),
    (Ground, "--tone-half", &[]),
    (Ground, "--tone-shade", &[]),
    (Ground, "--tone-deep", &[]),
    (Ground, "--moon-land", &[]),
    (Ground, "--moon-dusk", &[]),
    (Ground, "--moon-sea", &[]),
    (Ground, "--moon-basalt", &[]),
    (Ground, "--moon-ray", &[]),
    (Ground, "--moon-wall", &[]),
    (Ground, "--paper", &[]),
    (Ground, "--raised", &[]),
    (Ground, "--sunk", &[]),
    (Ground, "--caution", &[]),
    (Ground, "--ink", &[]),
    (Ground, "--line", &[]), // the rule of a small strip, as hairlines are
];

/// The theme of a browser that lacks `light-dark()` or `oklch()`.
const PLAIN: &str = "plain";

/// The grounds on which words and lines of the scene stand, and the names of the Moon.
const SCENE: [&str; 4] = ["--tone-sky", "--tone-far", "--tone-lit", "--tone-half"];
const MOON: [&str; 4] = ["--moon-land", "--moon-dusk", "--moon-sea", "--moon-ray"];

/// The accents that `--k` stands for in the sheets.
const ACCENTS: [&str; 5] = ["--mission", "--participant", "--facility", "--person", "--dispute"];

/// What fades without losing anything: a fading end shows that a date is not sharp, which its words say too.
const FADES: [&str; 5] = [
    ".explainer .at .soft",
    ".explainer .square line.range",
    ".explainer .filter ::placeholder",
    // Parts of a picture that the filter leaves out; the cards say which.
    ".explainer figure .away",
    // Parts of the station that are not of the step chosen.
    ".explainer .scene .part",
];

#[test]
fn words_and_marks_stand_out_from_their_grounds() {
    let sheets = declarations();
    let mut faults = Vec::new();
    for (theme, more) in [(PLAIN, false), ("light", false), ("dark", false), ("light", true), ("dark", true)]
    {
        let palette = Palette::new(&sheets, theme, more);
        for (role, token, grounds) in USES {
            let least = least(role, more);
            for (name, ground) in grounds.iter().flat_map(|ground| palette.grounds(&sheets, ground)) {
                let contrast = palette.colour(token).contrast(ground);
                if contrast < least {
                    let wish = if more { ", more contrast" } else { "" };
                    faults.push(format!("{theme}{wish}: {token} on {name}: {contrast:.2}, not {least}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn least(role: Role, more: bool) -> f64 {
    match (role, more) {
        (Ground, _) => 1.0,
        (Mark, false) => 3.0,
        (Mark, true) | (Words, false) => 4.5,
        (Words, true) => 7.0,
    }
}

#[test]
fn every_use_of_a_colour_is_known() {
    let sheets = declarations();
    let mut used: BTreeMap<(Role, String), String> = BTreeMap::new();
    for one in sheets.iter().filter(|one| one.file != "tokens.css") {
        for (role, token) in uses(one) {
            used.entry((role, token)).or_insert_with(|| one.told());
        }
    }
    let known: BTreeSet<(Role, String)> =
        USES.iter().map(|(role, token, _)| (*role, token.to_string())).collect();
    let new: Vec<_> = used.iter().filter(|(one, _)| !known.contains(one)).collect();
    assert!(new.is_empty(), "not in the list of uses: {new:#?}");
    let gone: Vec<_> = known.iter().filter(|one| !used.contains_key(one)).collect();
    assert!(gone.is_empty(), "no sheet uses {gone:?} so");
}

/// The tokens a declaration shows, each with what it is there. `--k` is any accent, and what else the sheets say.
fn uses(one: &Declaration) -> Vec<(Role, String)> {
    const GROUNDS: [&str; 3] = ["--sunk", "--raised", "--caution"];
    if one.value.contains("color-mix") {
        assert!(["fill", "background"].contains(&&*one.property), "only grounds are mixed: {}", one.told());
        return Vec::new(); // each is computed, and is among the grounds
    }
    let role = match one.property.as_str() {
        "color" => Words,
        "fill" if one.names().iter().all(|name| GROUNDS.contains(name) || is_tone(name)) => Ground,
        "fill" if one.names() == ["--paper"] => Ground,
        "fill" | "--k" | "--ink" => Words,
        "background" => Ground,
        name if name.starts_with("border")
            || name.starts_with("outline")
            || name.starts_with("column-rule") =>
        {
            Mark
        }
        "stroke" | "accent-color" | "text-decoration-color" | "text-decoration" => Mark,
        _ => return Vec::new(),
    };
    let names = one
        .names()
        .into_iter()
        .filter(|name| !["--k", "--radius", "--pill", "--step", "--bar"].contains(name));
    let mut all: Vec<(Role, String)> = names.map(|name| (role, name.to_string())).collect();
    if one.property == "--k" {
        all.extend(one.names().into_iter().map(|name| (Mark, name.to_string())));
    }
    all
}

/// A ground of a drawing.
fn is_tone(name: &str) -> bool {
    name.starts_with("--tone-") || name.starts_with("--moon-")
}

#[test]
fn nothing_that_tells_is_faded() {
    let sheets = declarations();
    let faded = sheets.iter().filter(|one| one.property == "opacity" && !FADES.contains(&&*one.selector));
    let told: Vec<String> = faded.map(Declaration::told).collect();
    assert!(told.is_empty(), "its contrast cannot be known: {told:?}");
}

#[test]
fn every_screen_has_every_colour() {
    let sheets = declarations();
    for (theme, more) in [("light", false), ("dark", false), ("light", true), ("dark", true)] {
        let palette = Palette::new(&sheets, theme, more);
        let beyond: Vec<&String> =
            palette.0.iter().filter(|(_, colour)| !colour.shows()).map(|(name, _)| name).collect();
        assert!(beyond.is_empty(), "{theme}, more contrast {more}: sRGB lacks {beyond:?}");
    }
}

/// The colours of one theme.
struct Palette(BTreeMap<String, Colour>);

impl Palette {
    fn new(sheets: &[Declaration], theme: &str, more: bool) -> Palette {
        let mut values: BTreeMap<String, String> = BTreeMap::new();
        for one in sheets.iter().filter(|one| one.file == "tokens.css" && one.property.starts_with("--")) {
            let modern = one.under("light-dark(") && theme != PLAIN;
            if one.at.is_empty() || (modern && (more || !one.under("prefers-contrast: more"))) {
                values.insert(one.property.clone(), unset(&one.value).to_string());
            }
        }
        let colour = |value: &str| of_theme(value, theme).and_then(|text| Colour::parse(&text));
        let named = |value: &String| match value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')'))
        {
            Some(name) => values.get(name).and_then(|value| colour(value)),
            None => colour(value),
        };
        Palette(values.iter().filter_map(|(name, value)| Some((name.clone(), named(value)?))).collect())
    }

    fn colour(&self, token: &str) -> Colour {
        *self.0.get(token).unwrap_or_else(|| panic!("{token} is no colour of tokens.css"))
    }

    /// A ground by its name; for `mix` every mixture that a sheet makes, for a class each under it.
    fn grounds(&self, sheets: &[Declaration], ground: &str) -> Vec<(String, Colour)> {
        let several = [("scene", &SCENE[..]), ("moon", &MOON[..])];
        if let Some((_, all)) = several.iter().find(|(name, _)| *name == ground) {
            return all.iter().map(|name| (name.to_string(), self.colour(name))).collect();
        }
        if ground.starts_with("--") {
            return vec![(ground.to_string(), self.colour(ground))];
        }
        let mixed = sheets.iter().filter(|one| ["fill", "background"].contains(&&*one.property));
        let under = mixed.filter(|one| ground == "mix" || one.selector.contains(ground));
        let all: Vec<_> = under.flat_map(|one| self.mixtures(one)).collect();
        assert!(!all.is_empty(), "no sheet mixes {ground}");
        all
    }

    /// `color-mix(in oklab, var(--k) 16%, var(--paper))`, with each accent for `--k`.
    fn mixtures(&self, one: &Declaration) -> Vec<(String, Colour)> {
        let Some(inner) = one.value.strip_prefix("color-mix(in oklab, ") else { return Vec::new() };
        let share = inner.split(['%', ' ']).find_map(|word| word.parse::<f64>().ok());
        let share = share.unwrap_or_else(|| panic!("{}: no share", one.told())) / 100.0;
        let [first, second] = one.names()[..] else { panic!("{}: not two tokens", one.told()) };
        let accents: &[&str] = if first == "--k" { &ACCENTS } else { &[first] };
        let mix = |accent: &&str| {
            (format!("{accent} in {}", one.selector), self.colour(accent).mixed(share, self.colour(second)))
        };
        accents.iter().map(mix).collect()
    }
}

/// What a token is where the host has set nothing.
fn unset(value: &str) -> &str {
    let own = value.strip_prefix("var(--ilrs-").and_then(|rest| rest.strip_suffix(')')?.split_once(", "));
    own.map_or(value, |(_, own)| own)
}

/// The half of `light-dark(…, …)` that a theme shows, or the value itself.
fn of_theme(value: &str, theme: &str) -> Option<String> {
    let Some(both) = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')) else {
        return Some(value.to_string());
    };
    let (light, dark) = both.split_once("),")?;
    Some(if theme == "light" { format!("{light})") } else { dark.trim().to_string() })
}
