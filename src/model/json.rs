//! A reader of JSON (RFC 8259) for records in their published form, of which anybody may have written one.
//!
//! Our own because of its size: serde_json with its number tables costs the Wasm 9 KB brotli, this 1 KB. It is
//! held to serde_json's judgement by a test over thousands of generated texts. Depth and length of a list have a bound;
//! half a character (a lone surrogate) is refused with its place; of two members of one name the first counts.

use std::borrow::Cow;

/// How deep lists and objects may stand in each other.
const DEEPEST: usize = 64;
/// How many values a list may hold: as many as there may be events. It is told before the rest costs anything.
const LONGEST: usize = 100_000;

/// A value of JSON, borrowing its texts where nothing in them is escaped.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written
    Number(&'a str),
    /// A text
    Text(Cow<'a, str>),
    /// A list
    List(Vec<Json<'a>>),
    /// An object, its members in the order in which they stand
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// Where and why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// Byte at which reading stopped, counted from 0.
    pub at: usize,
    /// What was expected there.
    pub wanted: &'static str,
}

impl<'a> Json<'a> {
    /// Reads a whole text.
    ///
    /// # Errors
    ///
    /// The place where the text stops being JSON.
    pub fn parse(text: &'a str) -> Result<Json<'a>, JsonError> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(DEEPEST)?;
        reader.space();
        if reader.at < text.len() { Err(reader.wanted("the end")) } else { Ok(value) }
    }

    /// A member of an object; `Null` if it is not there.
    pub fn get(&self, key: &str) -> &Json<'a> {
        let Json::Object(members) = self else { return &Json::Null };
        members.iter().find(|(name, _)| name == key).map_or(&Json::Null, |(_, value)| value)
    }

    /// The values of a list; none if it is not a list.
    pub fn list(&self) -> &[Json<'a>] {
        match self {
            Json::List(values) => values,
            _ => &[],
        }
    }

    /// A text; empty if it is not one.
    pub fn text(&self) -> &str {
        match self {
            Json::Text(text) => text,
            _ => "",
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn wanted(&self, wanted: &'static str) -> JsonError {
        JsonError { at: self.at, wanted }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn value(&mut self, deep: usize) -> Result<Json<'a>, JsonError> {
        self.space();
        match self.peek() {
            Some(b'"') => self.string().map(Json::Text),
            Some(b'[') if deep > 0 => self.list(deep - 1),
            Some(b'{') if deep > 0 => self.object(deep - 1),
            Some(b'[' | b'{') => Err(self.wanted("less depth")),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<Json<'a>, JsonError> {
        let words = [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))];
        for (word, value) in words {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.wanted("a value"))
    }

    fn list(&mut self, deep: usize) -> Result<Json<'a>, JsonError> {
        let mut values = Vec::new();
        self.at += 1;
        self.space();
        if self.eat(b']') {
            return Ok(Json::List(values));
        }
        loop {
            if values.len() == LONGEST {
                return Err(self.wanted("the end of a list, which holds at most 100,000 values,"));
            }
            values.push(self.value(deep)?);
            self.space();
            if self.eat(b']') {
                return Ok(Json::List(values));
            }
            if !self.eat(b',') {
                return Err(self.wanted("a comma or ]"));
            }
        }
    }

    fn object(&mut self, deep: usize) -> Result<Json<'a>, JsonError> {
        let mut members = Vec::new();
        self.at += 1;
        self.space();
        if self.eat(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.wanted("a name"));
            }
            let name = self.string()?;
            self.space();
            if !self.eat(b':') {
                return Err(self.wanted("a colon"));
            }
            members.push((name, self.value(deep)?));
            self.space();
            if self.eat(b'}') {
                return Ok(Json::Object(members));
            }
            if !self.eat(b',') {
                return Err(self.wanted("a comma or }"));
            }
        }
    }

    fn number(&mut self) -> Result<Json<'a>, JsonError> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _sign = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Ok(Json::Number(&self.text[start..self.at]))
    }

    fn digits(&mut self) -> Result<(), JsonError> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(self.wanted("a digit")) } else { Ok(()) }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, JsonError> {
        self.at += 1;
        let mut start = self.at;
        let mut unescaped = String::new();
        loop {
            match self.peek() {
                Some(b'"') => {
                    let rest = &self.text[start..self.at];
                    self.at += 1;
                    return Ok(if unescaped.is_empty() {
                        Cow::Borrowed(rest)
                    } else {
                        Cow::Owned(unescaped + rest)
                    });
                }
                Some(b'\\') => {
                    unescaped.push_str(&self.text[start..self.at]);
                    self.at += 1;
                    unescaped.push(self.escape()?);
                    start = self.at;
                }
                Some(0x20..) => self.at += 1,
                _ => return Err(self.wanted("the end of the text")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        let plain = match self.peek() {
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.wanted("an escape")),
        };
        self.at += 1;
        Ok(plain)
    }

    /// `\u` with four digits; a character beyond them takes two. Half of such a pair is no character.
    fn unicode(&mut self) -> Result<char, JsonError> {
        let first = self.hex()?;
        let code = match first {
            0xD800..0xDC00 if self.eat(b'\\') && self.peek() == Some(b'u') => match self.hex()? {
                second @ 0xDC00..0xE000 => 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00),
                _ => return Err(self.wanted("the other half of a character")),
            },
            code => code,
        };
        char::from_u32(code).ok_or(self.wanted("a whole character"))
    }

    /// `u` and four digits.
    fn hex(&mut self) -> Result<u32, JsonError> {
        let digits =
            self.text.get(self.at + 1..self.at + 5).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .ok_or(self.wanted("four digits"))?;
        self.at += 5;
        Ok(code)
    }
}

impl std::fmt::Display for JsonError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "byte {}: {} is expected", self.at, self.wanted)
    }
}
