//! What each part of a picture says of itself, by which the app marks it (`view::pictures`): what it stands for, since
//! when that is known, and since when it stands as it is drawn. The pictures are drawn for the record's cut-off.

use super::svg::Element;
use crate::model::asof::AsOf;
use crate::model::claim::Content;
use crate::model::dataset::Dataset;
use crate::model::item::Item;
use crate::model::when::{Day, When};
use crate::text::Lang;

/// Since when a part of a picture is known, and since when it stands as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    pub since: Day,
    pub same: Day,
}

impl Known {
    /// Of an item that is known and looks as it does at the cut-off on the days of which these are true.
    pub fn new(
        data: &Dataset,
        item: &Item,
        known: impl Fn(AsOf) -> bool,
        same: impl Fn(AsOf) -> bool,
    ) -> Known {
        let days = days(data, item);
        let since = since(data, &days, |day| known(day) && data.exists(item, day));
        Known { since, same: since.max(self::since(data, &days, same)) }
    }

    /// As attributes of the part that stands for an item.
    pub fn on(self, element: Element, item: &Item) -> Element {
        let element = element.with("data-of", &item.id).with("data-known", attribute(self.since));
        element.with_any("data-same", (self.same > self.since).then(|| attribute(self.same)))
    }
}

/// A day as the attribute by which the app hides what was not known on an earlier one.
pub fn attribute(day: Day) -> String {
    When::from_day(day).to_string()
}

/// The day from which on something of the record has been so without a break.
pub fn stood(data: &Dataset, so: impl Fn(AsOf) -> bool) -> Day {
    since(data, data.steps(), so)
}

/// The days on which something may have become another than it was, in order.
fn days(data: &Dataset, item: &Item) -> Vec<Day> {
    let said = item.claims.iter().flat_map(|claim| {
        let date = match claim.content {
            Content::Date(when) => Some(when),
            _ => None,
        };
        [claim.since, claim.until, date]
    });
    let said = said.flatten().map(|when| when.latest()).filter(|day| *day < data.as_of);
    let mut days: Vec<Day> = said.chain(data.steps().iter().copied()).collect();
    days.sort_unstable();
    days
}

/// The first of the days from which on something has been so without a break.
fn since(data: &Dataset, days: &[Day], so: impl Fn(AsOf) -> bool) -> Day {
    let back = days.iter().rev().take_while(|day| so(data.day(Some(**day))));
    back.last().copied().unwrap_or(data.as_of)
}

/// What a picture says of itself on an earlier day; the style sheet shows it then.
pub fn caption(data: &Dataset, lang: Lang) -> Element {
    let words = lang.picture_text().then(&When::from_day(data.as_of));
    Element::new("span").with("class", "then").holding(&*words)
}
