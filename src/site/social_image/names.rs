//! The names of all things of a type, as many as there is room for.

use super::letters::{cut, length, words};
use super::{EDGE, FOOT, INK, ROOM, SOFT};
use crate::model::id::Type;
use crate::site::Error;
use crate::view::Page;

const SIZE: i32 = 23;
/// From line to line.
const STEP: i32 = 33;
/// Between two columns.
const GAP: i32 = 28;

/// The names below this line, in as many columns as most of them have room in.
pub fn drawn(page: &Page, kind: Type, top: i32) -> Result<String, Error> {
    let all: Vec<&str> =
        page.data.places(kind).filter(|at| page.has_card(*at)).map(|at| &**page.data.label(at)).collect();
    let mut widths = all.iter().map(|name| length(name, SIZE, 400)).collect::<Result<Vec<_>, Error>>()?;
    widths.sort_by(f32::total_cmp);
    let most = widths.get(widths.len() * 4 / 5).copied().unwrap_or(0.0);
    let columns = [3, 2].into_iter().find(|columns| most <= (ROOM / columns - GAP) as f32).unwrap_or(1);
    let rows = (FOOT - top) / STEP;
    let room = (columns * rows) as usize;
    let mut parts = Vec::new();
    for (name, place) in all.iter().take(room).zip(0..) {
        let (x, y) = (EDGE + place / rows * (ROOM / columns), top + (place % rows + 1) * STEP - 6);
        let more = place + 1 == room as i32 && all.len() > room;
        parts.push(match more {
            true => words(x, y, SIZE, 400, SOFT, "…"),
            false => words(x, y, SIZE, 400, INK, &cut(name, SIZE, 400, ROOM / columns - GAP)?),
        });
    }
    Ok(parts.concat())
}
