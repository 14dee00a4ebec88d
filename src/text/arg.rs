//! `Arg`: what stands in a place of a message.

use crate::model::when::{Date, End, Part, When};

/// What stands in a place of a message.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// A whole number.
    Number(i32),
    /// Words.
    Text(&'a str),
    /// A date.
    Date(&'a When),
    /// A list of words.
    List(&'a [String]),
    /// Nothing: what may be missing is.
    None,
}

impl Arg<'_> {
    /// The number by which a plural chooses: of a list how long it is.
    pub(super) fn number(&self) -> i32 {
        match self {
            Arg::Number(number) => *number,
            Arg::List(list) => list.len() as i32,
            _ => 0,
        }
    }

    /// The word by which a selection chooses.
    pub(super) fn key(&self) -> String {
        match self {
            Arg::Number(number) => number.to_string(),
            Arg::Text("") => "none".to_string(),
            Arg::Text(text) => text.to_string(),
            Arg::Date(when) => kind(when).to_string(),
            Arg::List(_) => String::new(),
            Arg::None => "none".to_string(),
        }
    }
}

/// What kind of date it is: how fine, or how it is open.
fn kind(when: &When) -> &'static str {
    match when {
        When::Date(date) => fineness(date),
        When::Interval(End::Date(_), End::Date(_)) => "range",
        When::Interval(_, End::Date(_)) => "by",
        When::Interval(..) => "from",
    }
}

fn fineness(date: &Date) -> &'static str {
    match date.part() {
        Part::Century => "century",
        Part::Decade => "decade",
        Part::Year => "year",
        Part::SomeMonth => "some_month",
        Part::SomeDay => "some_day",
        Part::Season(_) => "season",
        Part::Month(_) => "month",
        Part::DayOf(_) => "day_of",
        Part::Day(..) => "day",
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i32::try_from(number).unwrap_or(i32::MAX))
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(i32::try_from(number).unwrap_or(i32::MAX))
    }
}

impl From<i32> for Arg<'_> {
    fn from(number: i32) -> Self {
        Arg::Number(number)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a When> for Arg<'a> {
    fn from(when: &'a When) -> Self {
        Arg::Date(when)
    }
}

impl<'a> From<Option<&'a When>> for Arg<'a> {
    fn from(when: Option<&'a When>) -> Self {
        when.map_or(Arg::None, Arg::Date)
    }
}

impl<'a> From<&'a [String]> for Arg<'a> {
    fn from(list: &'a [String]) -> Self {
        Arg::List(list)
    }
}
