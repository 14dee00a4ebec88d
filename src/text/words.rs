//! Words as data: the structs that hold them, made by `texts!`, and `Words`, which says them by the rules of their
//! language.

use super::locale::{Joints, Locale};
use super::message::{Plain, Word};
#[cfg(feature = "site")]
use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor},
};
#[cfg(feature = "site")]
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// Words with the rules by which their language says them.
#[derive(Debug)]
pub struct Words<T: 'static> {
    pub(super) words: &'static T,
    pub(super) locale: &'static Locale,
}

impl<T> Clone for Words<T> {
    fn clone(&self) -> Words<T> {
        *self
    }
}

impl<T> Copy for Words<T> {}

/// Words without places are read as they are.
impl<T> Deref for Words<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.words
    }
}

impl<T> Words<T> {
    /// What stands between two pieces of a line.
    pub fn joints(self) -> &'static Joints {
        &self.locale.joints
    }

    /// Words in a row, of which nothing is said but that they are several.
    pub fn joined<'a>(self, words: impl Iterator<Item = &'a str>) -> String {
        self.locale.list(&words.map(str::to_string).collect::<Vec<_>>(), "comma")
    }
}

/// A closed set whose members have words of their own in files.
pub trait Member: Copy + 'static {
    /// All of them.
    const ALL: &'static [Self];
    /// Where it stands among them.
    fn place(self) -> usize;
    /// Its word.
    #[cfg(feature = "site")]
    fn key(self) -> &'static str;
}

/// A word for each member of a set.
#[derive(Clone, Copy, Debug)]
pub struct Table<E: 'static>(&'static [Word], PhantomData<E>);

impl<E: Member> Table<E> {
    /// The word for a member.
    pub fn of(self, member: E) -> &'static str {
        self.0.get(member.place()).map_or("", |word| word.0)
    }

    pub(super) fn read(from: &mut InOrder) -> Table<E> {
        Table(from.some(E::ALL.len()), PhantomData)
    }

    #[cfg(feature = "site")]
    pub(super) fn write(self, into: &mut Vec<Word>) {
        into.extend(self.0);
    }
}

/// Words as they travel to the app: without names, in the order of the fields that they are for.
pub struct InOrder {
    /// What was not read yet.
    pub rest: &'static [Word],
    /// There were more fields than words.
    pub short: bool,
}

impl InOrder {
    /// The next so many.
    fn some(&mut self, number: usize) -> &'static [Word] {
        let Some((some, rest)) = self.rest.split_at_checked(number) else {
            self.short = true;
            return &[];
        };
        self.rest = rest;
        some
    }

    /// The next.
    pub fn word(&mut self) -> Plain {
        self.some(1).first().map_or("", |word| word.0)
    }
}

/// People write the word of each member and what stands for it.
#[cfg(feature = "site")]
impl<'de, E: Member> Deserialize<'de> for Table<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Table<E>, D::Error> {
        let words = deserializer.deserialize_map(ByKey(PhantomData::<E>))?;
        Ok(Table(Box::leak(words.into_boxed_slice()), PhantomData))
    }
}

#[cfg(feature = "site")]
struct ByKey<E>(PhantomData<E>);

#[cfg(feature = "site")]
impl<'de, E: Member> Visitor<'de> for ByKey<E> {
    type Value = Vec<Word>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a word for each of ")?;
        f.debug_list().entries(E::ALL.iter().map(|member| member.key())).finish()
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut words = vec![None; E::ALL.len()];
        while let Some((key, word)) = map.next_entry::<String, Word>()? {
            let Some(member) = E::ALL.iter().find(|member| member.key() == key) else {
                return Err(A::Error::custom(format_args!("there is no “{key}”")));
            };
            words[member.place()] = Some(word);
        }
        let lacking = E::ALL.iter().find(|member| words[member.place()].is_none());
        match lacking {
            Some(member) => Err(A::Error::custom(format_args!("“{}” has no word", member.key()))),
            None => Ok(words.into_iter().flatten().collect()),
        }
    }
}

/// Gives closed sets their places among words.
macro_rules! members {
    ($($set:ty),+ $(,)?) => { $(
        impl crate::text::words::Member for $set {
            const ALL: &'static [Self] = <$set>::ALL;

            fn place(self) -> usize {
                self as usize
            }

            #[cfg(feature = "site")]
            fn key(self) -> &'static str {
                self.word()
            }
        }
    )+ };
}
pub(super) use members;

/// Defines a struct of words as a file has them. `plain` words have no places; `lists` are so many of them; `tables` have
/// one for each member of a set; `messages` are said with arguments; `parts` are structs of words themselves. `Words` of
/// it has a method for each of the last three.
macro_rules! texts {
    (
        $(#[$meta:meta])*
        $name:ident {
            $(plain { $($(#[$plain_doc:meta])* $plain:ident,)* })?
            $(lists { $($(#[$list_doc:meta])* $list:ident: $length:literal,)* })?
            $(tables { $($(#[$table_doc:meta])* $table:ident: $set:ty,)* })?
            $(messages { $($(#[$message_doc:meta])* $message:ident($($arg:ident: $of:ty),*),)* })?
            $(parts { $($(#[$part_doc:meta])* $part:ident: $within:ty,)* })?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        #[cfg_attr(feature = "site", derive(serde::Deserialize), serde(deny_unknown_fields))]
        pub struct $name {
            $($($(#[$plain_doc])* #[cfg_attr(feature = "site", serde(deserialize_with = "crate::text::message::word"))] pub $plain: crate::text::message::Plain,)*)?
            $($($(#[$list_doc])* #[cfg_attr(feature = "site", serde(deserialize_with = "crate::text::message::words"))] pub $list: [&'static str; $length],)*)?
            $($($table: crate::text::words::Table<$set>,)*)?
            $($($message: crate::text::message::Message,)*)?
            $($($part: $within,)*)?
        }

        impl crate::text::words::Words<$name> {
            $($($(#[$table_doc])* pub fn $table(self, of: $set) -> &'static str {
                self.words.$table.of(of)
            })*)?
            $($($(#[$message_doc])* pub fn $message(self, $($arg: $of),*) -> String {
                self.words.$message.fill(self.locale, &[$((stringify!($arg), $arg.into())),*])
            })*)?
            $($($(#[$part_doc])* pub fn $part(self) -> crate::text::words::Words<$within> {
                crate::text::words::Words { words: &self.words.$part, locale: self.locale }
            })*)?
        }

        impl $name {
            /// Its words from what [`Self::write`] gave.
            #[allow(dead_code, reason = "only what the app loads travels")]
            pub(super) fn read(from: &mut crate::text::words::InOrder) -> $name {
                $name {
                    $($($plain: from.word(),)*)?
                    $($($list: std::array::from_fn(|_| from.word()),)*)?
                    $($($table: crate::text::words::Table::read(from),)*)?
                    $($($message: crate::text::message::Message(from.word()),)*)?
                    $($($part: <$within>::read(from),)*)?
                }
            }

            /// Its words in the order of its fields.
            #[cfg(feature = "site")]
            #[allow(dead_code, reason = "only what the app loads travels")]
            pub(super) fn write(&self, into: &mut Vec<crate::text::message::Word>) {
                use crate::text::message::Word;
                $($(into.push(Word(self.$plain));)*)?
                $($(into.extend(self.$list.map(Word));)*)?
                $($(self.$table.write(into);)*)?
                $($(into.push(Word(self.$message.source()));)*)?
                $($(self.$part.write(into);)*)?
            }
        }

        #[cfg(feature = "site")]
        impl $name {
            /// Shows each of its messages, with where it stands below a path.
            pub fn each_message(&self, path: &str, show: &mut dyn FnMut(crate::text::argument::Given)) {
                $($(show((
                    &format!("{path}.{}", stringify!($message)),
                    self.$message,
                    &[$((stringify!($arg), <$of as crate::text::argument::Argument>::KIND)),*],
                ));)*)?
                $($(self.$part.each_message(&format!("{path}.{}", stringify!($part)), show);)*)?
            }
        }
    };
}
pub(super) use texts;
