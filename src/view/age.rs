//! How old the record is by the reader's clock: the one use of a clock. Nothing depends on it, and what is prerendered
//! knows none.

use crate::model::when::Day;
use yew::prelude::*;

/// How many days a record may be old before the page says so.
const FRESH: Day = 60;

/// A day in milliseconds, in which the browser counts from the same day as [`Day`].
const MILLISECONDS: f64 = 86_400_000.0;

/// How many days old a record is, if that is more than a reader would expect.
pub fn age(as_of: Day, today: Day) -> Option<Day> {
    Some(today.saturating_sub(as_of)).filter(|days| *days > FRESH)
}

/// The same by the reader's clock, once the page is on the screen.
#[hook]
pub fn use_age(as_of: Day) -> Option<Day> {
    let today = use_state(|| None);
    {
        let today = today.clone();
        use_effect_with(as_of, move |as_of| {
            let now = (js_sys::Date::now() / MILLISECONDS) as Day;
            if age(*as_of, now).is_some() {
                today.set(Some(now));
            }
        });
    }
    age(as_of, (*today)?)
}
