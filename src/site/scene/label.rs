//! Where names stand in a picture: beside their marks, clear of one another and of every mark.

/// A field of a picture: left, top, right, bottom.
pub type Field = [i32; 4];

/// Height of a letter's line, in units of the picture, and the width that is reckoned for a letter.
pub const HIGH: i32 = 165;
pub const LETTER: i32 = 88;

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The start of its line of writing, or the end.
    pub at: (i32, i32),
    /// It ends there.
    pub end: bool,
    /// Where a line to its mark ends, if it stands too far from it to do without.
    pub lead: Option<(i32, i32)>,
}

/// What already stands in a picture.
pub struct Labels {
    bounds: Field,
    taken: Vec<Field>,
}

impl Labels {
    /// A picture with nothing in it yet.
    pub fn new(bounds: Field) -> Labels {
        Labels { bounds, taken: Vec::new() }
    }

    /// Keeps a field free.
    pub fn keep(&mut self, field: Field) {
        self.taken.push(field);
    }

    /// Whether nothing stands in a field of the picture.
    pub fn free(&self, field: Field) -> bool {
        let [left, top, right, bottom] = self.bounds;
        let inside = field[0] >= left && field[1] >= top && field[2] <= right && field[3] <= bottom;
        inside && !self.taken.iter().any(|other| meet(*other, field))
    }

    /// Finds room for a name beside a mark: to its right or left if it can, and farther off with a line if not.
    pub fn put(&mut self, (x, y): (i32, i32), reach: i32, words: &str) -> Option<Place> {
        for far in 0..14 {
            for (right, down) in WAYS {
                let off = reach + 30 + far * 90;
                let (to_x, to_y) = (x + off * right / 100, y + off * down / 100);
                let end = right < 0;
                let at = (if end { to_x - 20 } else { to_x + 20 }, to_y + 45);
                let field = field(at, end, words);
                if self.free(field) {
                    self.keep(field);
                    return Some(Place { at, end, lead: (far > 1).then_some((to_x, to_y)) });
                }
            }
        }
        None
    }

    /// Sets a name about a place, if there is room.
    pub fn centre(&mut self, (x, y): (i32, i32), words: &str) -> bool {
        let half = width(words) / 2;
        let field = [x - half, y - HIGH + 40, x + half, y + 40];
        let free = self.free(field);
        if free {
            self.keep(field);
        }
        free
    }
}

/// The ways from a mark to its name, in hundredths: the plain ones first.
const WAYS: [(i32, i32); 12] = [
    (100, 0),
    (-100, 0),
    (87, -50),
    (87, 50),
    (-87, -50),
    (-87, 50),
    (50, -87),
    (50, 87),
    (-50, -87),
    (-50, 87),
    (5, -100),
    (5, 100),
];

/// What a name takes up.
pub fn field((x, y): (i32, i32), end: bool, words: &str) -> Field {
    let wide = width(words);
    let left = if end { x - wide } else { x };
    [left, y - HIGH + 40, left + wide, y + 40]
}

/// How wide a name is reckoned.
pub fn width(words: &str) -> i32 {
    words.chars().count() as i32 * LETTER
}

/// Whether two fields have ground in common.
pub fn meet(a: Field, b: Field) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
