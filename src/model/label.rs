//! Two labels under a line that may grow and shrink: how each stands to its mark, so that the two never meet and
//! neither is cut. Nothing is measured; a width is what a text takes at most.

/// How a label stands to its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Centred below it.
    Middle,
    /// On its right.
    Start,
    /// On its left.
    End,
}

/// A label and its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where the mark stands, per mille of the line.
    pub x: i32,
    /// The most that the text is wide, in thousandths of an em.
    pub width: i32,
}

/// Between a mark and the label beside it, in thousandths of an em.
const BESIDE: i32 = 250;
/// Between two labels at least.
const APART: i32 = 300;
/// So much may a label hang over an end of the line, where there is a gap.
const OVER: i32 = 500;
/// Marks at least so far apart have their labels below them, per mille: 3.2 of 29.3 years.
const FAR: i32 = 109;

const ALL: [Anchor; 3] = [Anchor::Middle, Anchor::Start, Anchor::End];

/// How two labels stand on a line that is at least so long, in thousandths of an em: the first only if there is room
/// for it beside the last. On a longer line they are farther apart.
pub fn anchors(first: Option<Label>, last: Label, line: i32) -> (Option<Anchor>, Anchor) {
    let fits = |label: Label, anchor: &Anchor| {
        let (left, right) = span(label, *anchor, line);
        -OVER <= left && right <= line + OVER
    };
    if let Some(first) = first {
        let far = (last.x - first.x).abs() >= FAR;
        let outward =
            if first.x <= last.x { [Anchor::End, Anchor::Start] } else { [Anchor::Start, Anchor::End] };
        let wished =
            |outward: Anchor| if far { [Anchor::Middle, outward] } else { [outward, Anchor::Middle] };
        let lasts = wished(outward[1]).into_iter().chain(ALL);
        for of_last in lasts.filter(|anchor| fits(last, anchor)) {
            let firsts = wished(outward[0]).into_iter().chain(ALL);
            for of_first in firsts.filter(|anchor| fits(first, anchor)) {
                let (one, other) = (span(first, of_first, line), span(last, of_last, line));
                // In the order of their marks: crossed, they would come nearer on a longer line, and mislead on any.
                let (left, right) = if first.x <= last.x { (one, other) } else { (other, one) };
                if left.1 + APART <= right.0 {
                    return (Some(of_first), of_last);
                }
            }
        }
    }
    (None, ALL.into_iter().find(|anchor| fits(last, anchor)).unwrap_or(Anchor::Middle))
}

/// From where to where a label reaches on a line of this length.
pub fn span(label: Label, anchor: Anchor, line: i32) -> (i32, i32) {
    let at = (i64::from(label.x) * i64::from(line) / 1000) as i32;
    match anchor {
        Anchor::Middle => (at - label.width / 2, at + label.width / 2),
        Anchor::Start => (at + BESIDE, at + BESIDE + label.width),
        Anchor::End => (at - BESIDE - label.width, at - BESIDE),
    }
}
