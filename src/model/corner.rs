//! Labels at the corners of the points of a square that may grow and shrink: none is cut, none meets another or covers a
//! point. Nothing is measured; a width is what a text takes at most. All lengths are in thousandths of an em.

/// Where a label stands to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Corner {
    /// Above it, on its left.
    AboveLeft,
    /// Above it, on its right.
    AboveRight,
    /// Below it, on its left.
    BelowLeft,
    /// Below it, on its right.
    BelowRight,
}

/// From the middle of a point to the label beside it.
pub const BESIDE: i32 = POINT + APART;
/// From the height of a point to the label above or below.
pub const OFF: i32 = 150;
/// How high a label is.
pub const TALL: i32 = 1050;
/// Half of a point.
pub const POINT: i32 = 300;
/// Between two labels at least.
pub const APART: i32 = 200;

/// The square with what has its place in it.
#[derive(Clone, Debug)]
pub struct Corners {
    /// How long a side is at least. In a larger square all is farther apart.
    side: i32,
    taken: Vec<Patch>,
}

/// What takes room about a place, which is given per mille of the side: from where to where it reaches from there.
#[derive(Clone, Copy, Debug)]
struct Patch {
    at: (i32, i32),
    across: (i32, i32),
    down: (i32, i32),
}

impl Corners {
    /// A square with a side that is at least so long, and with these points, per mille from its left upper corner.
    pub fn new(side: i32, points: impl Iterator<Item = (i32, i32)>) -> Corners {
        let half = (-POINT, POINT);
        Corners { side, taken: points.map(|at| Patch { at, across: half, down: half }).collect() }
    }

    /// The first of these corners where the label has room, and which of its widths: a longer text is tried at all of
    /// them before a shorter. It has its place from then on.
    pub fn place(&mut self, at: (i32, i32), widths: &[i32], corners: &[Corner]) -> Option<(Corner, usize)> {
        let ways = widths.iter().enumerate().flat_map(|way| corners.iter().map(move |corner| (*corner, way)));
        let (found, patch) =
            ways.map(|(corner, (which, width))| ((corner, which), Patch::label(at, *width, corner))).find(
                |(_, patch)| self.inside(patch) && self.taken.iter().all(|other| self.apart(patch, other)),
            )?;
        self.taken.push(patch);
        Some(found)
    }

    /// The same for a label that cannot be left out: if it has room nowhere, its shortest text stands over other things, in
    /// the first of these corners where it is not cut.
    pub fn settle(&mut self, at: (i32, i32), widths: &[i32], corners: &[Corner]) -> Option<(Corner, usize)> {
        if let Some(found) = self.place(at, widths, corners) {
            return Some(found);
        }
        let (which, width) = widths.iter().enumerate().next_back()?;
        let patch = |corner: &Corner| Patch::label(at, *width, *corner);
        let corner = corners.iter().find(|corner| self.inside(&patch(corner))).or(corners.first())?;
        self.taken.push(patch(corner));
        Some((*corner, which))
    }

    fn inside(&self, Patch { at: (x, y), across, down }: &Patch) -> bool {
        let within = |at: i32, (from, to): (i32, i32)| {
            let at = self.length(at);
            0 <= at + from && at + to <= self.side
        };
        within(*x, *across) && within(*y, *down)
    }

    /// Whether two never meet, however large the square: one stands before the other, as its point does.
    fn apart(&self, one: &Patch, other: &Patch) -> bool {
        let before =
            |(one, (_, end)): (i32, (i32, i32)), (other, (start, _)): (i32, (i32, i32)), gap: i32| {
                one <= other && self.length(one) + end + gap <= self.length(other) + start
            };
        let either = |one, other, gap| before(one, other, gap) || before(other, one, gap);
        either((one.at.0, one.across), (other.at.0, other.across), APART)
            || either((one.at.1, one.down), (other.at.1, other.down), 0)
    }

    fn length(&self, of: i32) -> i32 {
        (i64::from(of) * i64::from(self.side) / 1000) as i32
    }
}

impl Patch {
    fn label(at: (i32, i32), width: i32, corner: Corner) -> Patch {
        let left = (-BESIDE - width, -BESIDE);
        let (right, above, below) = ((BESIDE, BESIDE + width), (-OFF - TALL, -OFF), (OFF, OFF + TALL));
        let (across, down) = match corner {
            Corner::AboveLeft => (left, above),
            Corner::AboveRight => (right, above),
            Corner::BelowLeft => (left, below),
            Corner::BelowRight => (right, below),
        };
        Patch { at, across, down }
    }
}
