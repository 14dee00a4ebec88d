//! What each message of a file is given, for whoever checks the file.

use super::message::Message;
use crate::model::when::When;

/// What an argument of a message is, by its type: the formats that a message may ask it in.
pub trait Argument {
    /// Its kind.
    const KIND: ArgumentKind;
}

/// A kind of argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgumentKind {
    /// A whole number, for `plural`, `spellout`, `month` and `year`.
    Number,
    /// Words.
    Text,
    /// A date, for `date`.
    Date,
    /// A list, for `list` and `plural`.
    List,
}

macro_rules! arguments {
    ($($of:ty = $kind:ident),+) => { $(
        impl Argument for $of {
            const KIND: ArgumentKind = ArgumentKind::$kind;
        }
    )+ };
}

arguments!(
    usize = Number,
    u32 = Number,
    i32 = Number,
    &str = Text,
    &When = Date,
    Option<&When> = Date,
    &[String] = List
);

/// A message of a file: where it stands, and what it is given.
pub type Given<'a> = (&'a str, Message, &'a [(&'a str, ArgumentKind)]);
