//! Names in their slots: on the fewest, most even lines that fit; smaller, if they are too long for that; cut with a
//! sign, if they are too long for anything. The whole name is then that of the link.

use super::art::{Anchor, Sense, Slot};
use crate::site::lettering::{Field, width};
use crate::site::svg::{Element, Node, half};

/// The sizes in which a name may be set, in em, with their class in the style sheet.
const SIZES: [(f64, &str); 3] = [(1.0, ""), (0.9, "s9"), (0.8125, "s8")];
/// From one line to the next, and to the year, in em of the name.
const LEADING: f64 = 1.14;
const YEAR: f64 = 1.05;
/// What follows a name that rests on a weak source.
pub const DOUBT: &str = "\u{a0}?";
/// How small the year is set.
const LESS: f64 = 0.9;

/// A name as it stands in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its lines.
    pub lines: Vec<String>,
    /// A last line, set lighter; may be empty.
    pub year: String,
    /// Which of the sizes it has, by its class.
    pub size: &'static str,
    /// The room it takes.
    pub field: Field,
    /// Where the first line has its foot.
    at: (f64, f64),
    anchor: Anchor,
}

impl Label {
    /// A name in a slot. `letter` is the size of a name, and `bold` how it is set.
    pub fn new(name: &str, year: &str, slot: Slot, letter: f64, bold: bool) -> Label {
        let set = |(size, class): (f64, &'static str)| {
            let lines = wrapped(name, slot.width, letter * size, bold);
            let fits = |line: &String| width(line, letter * size, bold) <= slot.width;
            (lines.len() <= slot.lines && lines.iter().all(fits)).then_some((lines, size, class))
        };
        let (lines, size, class) = SIZES.into_iter().find_map(set).unwrap_or_else(|| {
            let (size, class) = SIZES[SIZES.len() - 1];
            (cut(name, slot.width, slot.lines, letter * size, bold), size, class)
        });
        let letter = letter * size;
        let tall = (lines.len().max(1) - 1) as f64 * LEADING + if year.is_empty() { 0.0 } else { YEAR };
        let first = match slot.sense {
            Sense::Top => 0.86,
            Sense::Middle => 0.36 - tall / 2.0,
            Sense::Bottom => -tall - 0.22,
        };
        let widths = lines.iter().map(|line| width(line, letter, bold));
        let wide = widths.fold(width(year, letter * LESS, false), f64::max);
        let left = slot.x - slot.anchor.share() * wide;
        let top = slot.y + (first - 0.8) * letter;
        let field = [left, top, left + wide, top + (tall + 1.0) * letter];
        let at = (slot.x, slot.y + first * letter);
        Label { lines, year: year.to_string(), size: class, field, at, anchor: slot.anchor }
    }

    /// Its class in the style sheet.
    pub fn class(&self) -> String {
        format!("{} {}", self.anchor.class(), self.size)
    }

    /// Its lines as elements, with a space between them for who reads the text alone.
    pub fn nodes(&self) -> Vec<Node> {
        let at = |em: f64| {
            let text = Element::new("text").with("x", half(self.at.0)).with("y", half(self.at.1));
            text.with_any("dy", (em > 0.0).then(|| format!("{:.2}em", em)))
        };
        let mut nodes: Vec<Node> = Vec::new();
        for (line, place) in self.lines.iter().zip(0..) {
            let text = at(f64::from(place) * LEADING);
            let text = match line.strip_suffix(DOUBT) {
                Some(name) => {
                    text.holding(name).holding(Element::new("tspan").with("class", "q").holding(DOUBT))
                }
                None => text.holding(&**line),
            };
            nodes.extend([text.into(), Node::from(" ")]);
        }
        if !self.year.is_empty() {
            let down = self.lines.len().max(1) as f64 - 1.0;
            let year = at((down * LEADING + YEAR) / LESS).with("class", "y");
            nodes.push(year.holding(&*self.year).into());
        }
        nodes
    }
}

/// A name on the fewest lines that fit, and these as even as they can be; four at most. Chinese, which has no spaces, is
/// cut evenly.
fn wrapped(name: &str, room: f64, letter: f64, bold: bool) -> Vec<String> {
    if !name.contains(' ') {
        let over = (width(name, letter, bold) / room).ceil().max(1.0) as usize;
        let ideograms = name.chars().any(|letter| letter >= '\u{2e80}');
        return if over > 1 && ideograms { even(name, over) } else { vec![name.to_string()] };
    }
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    let most = words.len().min(4);
    let mut lines = Vec::new();
    for number in 1..=most {
        lines = most_even(&words, number, letter, bold);
        if lines.iter().all(|line| width(line, letter, bold) <= room) {
            break;
        }
    }
    lines
}

/// A text in pieces of one length.
fn even(text: &str, number: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(letters.len().div_ceil(number).max(1)).map(|piece| piece.iter().collect()).collect()
}

/// Words on so many lines that the widest is as narrow as it can be: for each line the best break before each word,
/// line by line.
fn most_even(words: &[&str], number: usize, letter: f64, bold: bool) -> Vec<String> {
    let space = width(" ", letter, bold);
    let ends: Vec<f64> = std::iter::once(0.0)
        .chain(words.iter().scan(0.0, |sum, word| {
            *sum += width(word, letter, bold) + space;
            Some(*sum)
        }))
        .collect();
    let line = |from: usize, to: usize| ends[to] - ends[from] - space;
    // The widest line of the first words on so many lines, and where the last of these begins.
    let mut best: Vec<Vec<(f64, usize)>> = vec![(0..=words.len()).map(|end| (line(0, end), 0)).collect()];
    for lines in 1..number {
        let before = &best[lines - 1];
        let of = |end: usize| {
            let breaks = (lines..end).map(|from| (before[from].0.max(line(from, end)), from));
            breaks.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((f64::INFINITY, end))
        };
        let row = (0..=words.len()).map(of).collect();
        best.push(row);
    }
    let mut lines = Vec::new();
    let mut end = words.len();
    for row in best.iter().rev() {
        let from = row[end].1;
        lines.push(words[from..end].join(" "));
        end = from;
    }
    lines.reverse();
    lines
}

/// As much of a name as has room, and a sign that there is more.
fn cut(name: &str, room: f64, lines: usize, letter: f64, bold: bool) -> Vec<String> {
    const MORE: &str = "…";
    let mut out: Vec<String> = vec![String::new()];
    for sign in name.chars() {
        let more = if out.len() < lines { "" } else { MORE };
        let last = out.last().cloned().unwrap_or_default();
        if width(&format!("{last}{sign}{more}"), letter, bold) <= room {
            out.last_mut().into_iter().for_each(|line| line.push(sign));
            continue;
        }
        if out.len() == lines {
            out.last_mut().into_iter().for_each(|line| *line = line.trim_end().to_string() + MORE);
            break;
        }
        // The next line begins with the word that is cut, unless that fills the line.
        let (kept, begun) = last.rsplit_once(' ').map_or((&*last, ""), |(kept, begun)| (kept, begun));
        let next = format!("{begun}{sign}").trim_start().to_string();
        let kept = kept.trim_end().to_string();
        out.pop();
        out.extend([kept, next]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{cut, wrapped};
    use crate::site::lettering::width;

    #[test]
    fn lines_are_few_and_even() {
        for (name, room, lines) in [
            ("Luna-26", 200.0, vec!["Luna-26"]),
            ("Long-term support on the surface", 300.0, vec!["Long-term support", "on the surface"]),
            ("Transport and work on the surface", 150.0, vec!["Transport", "and work on", "the surface"]),
            ("联合月球与深空探测数据中心", 150.0, vec!["联合月球与深空", "探测数据中心"]),
            ("  ", 100.0, vec![]),
        ] {
            assert_eq!(wrapped(name, room, 19.0, true), lines, "{name}");
        }
    }

    #[test]
    fn what_is_too_long_is_cut_within_its_room() {
        let name = "Donaudampfschifffahrtsgesellschaft of the very long name that goes on and on";
        for (room, lines) in [(100.0, 2), (160.0, 3), (60.0, 1)] {
            let cut = cut(name, room, lines, 15.2, true);
            assert_eq!(cut.len(), lines, "{cut:?}");
            assert!(cut.iter().all(|line| width(line, 15.2, true) <= room), "{cut:?}");
            assert!(cut.last().is_some_and(|line| line.ends_with('…')), "{cut:?}");
        }
    }
}
