//! `Message`: a sentence with places for what is said in it, in a subset of ICU MessageFormat.
//!
//! ```text
//! {name}                                         the argument
//! {when, date, genitive}                         a date, number or list in a form of the language
//! {n, plural, =0 {none} one {# day} other {# days}}   by the number; # is the number itself
//! {kind, select, launch {flew} other {happened}} by a word, by the digits of a number, by the kind of a date
//! '{'                                            a brace that is a brace; '' is an apostrophe
//! ```
//!
//! A branch is a message itself. Every choice has the branch `other`.

pub use super::arg::Arg;
use super::plural::Plural;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// A message as it is written. What a program says it says for as long as it runs, so that its words are never let go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Message(pub(super) &'static str);

/// What a language adds to a message.
pub trait Grammar {
    /// The form of a noun beside a number.
    fn plural(&self, number: i32) -> Plural;
    /// An argument in words: as a message asks for it by a format and its style, both empty if it does not.
    fn words(&self, arg: &Arg, format: &str, style: &str) -> String;
}

/// A piece of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// As it is.
    Text(&'a str),
    /// An argument.
    Value { name: &'a str, format: &'a str, style: &'a str },
    /// One of several messages, each after its key.
    Choice { name: &'a str, plural: bool, branches: Vec<(&'a str, Vec<Piece<'a>>)> },
    /// The number by which a branch was chosen.
    Count,
}

/// Why a text is no message, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageError {
    /// Byte at which reading stopped, counted from 0.
    pub at: usize,
    /// What was wrong there.
    pub fault: MessageFault,
}

/// What can be wrong with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageFault {
    /// A brace is not closed.
    Open,
    /// A brace closes nothing.
    Close,
    /// A quotation is not closed.
    Quote,
    /// A place has no name of lower-case letters.
    Name,
    /// A choice has no branches, or something else than branches.
    Branch,
    /// A choice has no branch `other`.
    Other,
    /// A key stands twice.
    Twice,
    /// Messages stand in one another too often.
    Deep,
}

/// How often messages may stand in one another.
const DEEPEST: usize = 6;

impl Message {
    /// The message as it is written.
    pub fn source(self) -> &'static str {
        self.0
    }

    /// Its pieces.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub fn pieces(self) -> Result<Vec<Piece<'static>>, MessageError> {
        pieces(self.0)
    }

    /// The sentence with its arguments, which stand under their names. One that is not given is left out; a message that
    /// cannot be read stands as it is written.
    pub fn fill(self, grammar: &dyn Grammar, args: &[(&str, Arg)]) -> String {
        let mut out = String::new();
        match self.pieces() {
            Ok(pieces) => write(&mut out, &pieces, grammar, args, Arg::None),
            Err(_) => out.push_str(self.0),
        }
        out
    }
}

/// The pieces of a message.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn pieces(text: &str) -> Result<Vec<Piece<'_>>, MessageError> {
    let mut reader = Reader { text, at: 0 };
    let pieces = reader.message(0, false)?;
    if reader.at < text.len() { reader.fail(MessageFault::Close) } else { Ok(pieces) }
}

fn write(out: &mut String, pieces: &[Piece], grammar: &dyn Grammar, args: &[(&str, Arg)], count: Arg) {
    let value = |name: &str| args.iter().find(|(of, _)| *of == name).map_or(Arg::None, |(_, arg)| *arg);
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Value { name, format, style } => {
                out.push_str(&grammar.words(&value(name), format, style));
            }
            Piece::Count => out.push_str(&grammar.words(&count, "", "")),
            Piece::Choice { name, plural, branches } => {
                let arg = value(name);
                let number = arg.number();
                let key = if *plural { format!("={number}") } else { arg.key() };
                let branch = |key: &str| branches.iter().find(|(of, _)| *of == key);
                let form = || plural.then(|| branch(grammar.plural(number).word())).flatten();
                let Some((_, pieces)) = branch(&key).or_else(form).or_else(|| branch("other")) else {
                    continue;
                };
                write(out, pieces, grammar, args, if *plural { Arg::Number(number) } else { count });
            }
        }
    }
}

/// Reads a message from its beginning on.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn fail<T>(&self, fault: MessageFault) -> Result<T, MessageError> {
        Err(MessageError { at: self.at, fault })
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Whether this follows, which is then passed.
    fn takes(&mut self, sign: &str) -> bool {
        let follows = self.rest().starts_with(sign);
        self.at += if follows { sign.len() } else { 0 };
        follows
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    /// What the signs that fit make up, with blanks around it passed.
    fn word(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        self.blanks();
        let rest = self.rest();
        let word = rest.get(..rest.find(|sign| !fits(sign)).unwrap_or(rest.len())).unwrap_or_default();
        self.at += word.len();
        self.blanks();
        word
    }

    /// Up to the end, or to the brace that closes it.
    fn message(&mut self, depth: usize, counts: bool) -> Result<Vec<Piece<'a>>, MessageError> {
        let mut pieces = Vec::new();
        if depth > DEEPEST {
            return self.fail(MessageFault::Deep);
        }
        loop {
            let rest = self.rest();
            let plain = rest.find(['{', '}', '\'', '#']).unwrap_or(rest.len());
            let (text, next) = rest.split_at(plain);
            if !text.is_empty() {
                pieces.push(Piece::Text(text));
                self.at += plain;
            }
            match next.chars().next() {
                None | Some('}') => return Ok(pieces),
                Some('{') => pieces.push(self.place(depth, counts)?),
                Some('#') => {
                    pieces.push(if counts { Piece::Count } else { Piece::Text("#") });
                    self.at += 1;
                }
                Some(_) => pieces.push(Piece::Text(self.quoted()?)),
            }
        }
    }

    /// From an apostrophe on: what it quotes, if a brace or # follows it; else itself.
    fn quoted(&mut self) -> Result<&'a str, MessageError> {
        let rest = self.rest();
        let after = rest.get(1..).unwrap_or_default();
        if after.starts_with('\'') {
            self.at += 2;
            return Ok("'");
        }
        if !after.starts_with(['{', '}', '#']) {
            self.at += 1;
            return Ok("'");
        }
        match after.split_once('\'') {
            Some((quoted, _)) => {
                self.at += quoted.len() + 2;
                Ok(quoted)
            }
            None => self.fail(MessageFault::Quote),
        }
    }

    /// A place, from its brace to the one that closes it.
    fn place(&mut self, depth: usize, counts: bool) -> Result<Piece<'a>, MessageError> {
        let start = self.at;
        let open = |_| MessageError { at: start, fault: MessageFault::Open };
        self.takes("{");
        let name = self.name()?;
        if self.takes("}") {
            return Ok(Piece::Value { name, format: "", style: "" });
        }
        self.comma().map_err(open)?;
        let format = self.name()?;
        let plural = format == "plural";
        let chooses = plural || format == "select";
        if !chooses && self.takes("}") {
            return Ok(Piece::Value { name, format, style: "" });
        }
        if chooses && self.rest().starts_with('}') {
            return self.fail(MessageFault::Other);
        }
        self.comma().map_err(open)?;
        if chooses {
            let branches = self.branches(depth, counts || plural)?;
            return if self.takes("}") {
                Ok(Piece::Choice { name, plural, branches })
            } else {
                Err(open(()))
            };
        }
        let style = self.name()?;
        if self.takes("}") { Ok(Piece::Value { name, format, style }) } else { Err(open(())) }
    }

    fn comma(&mut self) -> Result<(), ()> {
        if self.takes(",") { Ok(()) } else { Err(()) }
    }

    fn name(&mut self) -> Result<&'a str, MessageError> {
        let at = self.at;
        match self.word(|sign| sign.is_ascii_lowercase() || sign == '_') {
            "" => Err(MessageError { at, fault: MessageFault::Name }),
            name => Ok(name),
        }
    }

    fn branches(
        &mut self,
        depth: usize,
        counts: bool,
    ) -> Result<Vec<(&'a str, Vec<Piece<'a>>)>, MessageError> {
        let mut branches: Vec<(&str, Vec<Piece>)> = Vec::new();
        loop {
            let key = self.word(|sign| sign.is_ascii_alphanumeric() || "=_-".contains(sign));
            if key.is_empty() {
                let complete = branches.iter().any(|(key, _)| *key == "other");
                return if complete { Ok(branches) } else { self.fail(MessageFault::Other) };
            }
            if branches.iter().any(|(other, _)| *other == key) {
                return self.fail(MessageFault::Twice);
            }
            let start = self.at;
            if !self.takes("{") {
                return self.fail(MessageFault::Branch);
            }
            branches.push((key, self.message(depth + 1, counts)?));
            if !self.takes("}") {
                return Err(MessageError { at: start, fault: MessageFault::Open });
            }
            self.blanks();
        }
    }
}

/// Words without places. By this name serde does not take them for a part of the file that it reads.
pub type Plain = &'static str;

/// Reads words without places, which stay for as long as the program runs, as a constant's would.
pub(super) fn word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    let word: &'static str = Box::leak(Box::<str>::deserialize(deserializer)?);
    Ok(word)
}

/// So many of them.
pub(super) fn words<'de, D: Deserializer<'de>, const N: usize>(
    deserializer: D,
) -> Result<[&'static str; N], D::Error> {
    let words = deserializer.deserialize_tuple(N, Words)?;
    words
        .try_into()
        .map_err(|words: Vec<_>| D::Error::custom(format_args!("{} words instead of {N}", words.len())))
}

/// Reads words one after the other.
struct Words;

impl<'de> Visitor<'de> for Words {
    type Value = Vec<Plain>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("words")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut words = Vec::new();
        while let Some(Word(word)) = seq.next_element()? {
            words.push(word);
        }
        Ok(words)
    }
}

/// A word in a list or table.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub struct Word(#[serde(deserialize_with = "word")] pub Plain);

/// What people write is checked; what travels to the app was.
impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Message, D::Error> {
        let written = deserializer.is_human_readable();
        let text = word(deserializer)?;
        match pieces(text) {
            Err(error) if written => Err(D::Error::custom(format_args!("{error}: “{text}”"))),
            _ => Ok(Message(text)),
        }
    }
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let reason = match self.fault {
            MessageFault::Open => "this brace is not closed",
            MessageFault::Close => "this brace closes nothing",
            MessageFault::Quote => "this quotation of a brace is not closed by an apostrophe",
            MessageFault::Name => {
                "a place has a name of lower-case letters, and so have its format and style"
            }
            MessageFault::Branch => "a branch is a key with a message in braces",
            MessageFault::Other => "a choice has branches, one of them “other”",
            MessageFault::Twice => "this key stands a second time",
            MessageFault::Deep => "messages stand in one another more often than anyone can read",
        };
        write!(f, "byte {}: {reason}", self.at + 1)
    }
}

impl std::error::Error for MessageError {}
