//! A PO file read line by line, strictly: an entry that is not understood is named with its line, and the rest is read
//! on, so that everything wrong is told at once.

use super::Target;
use super::entry::{Entry, Po};
use super::wrong::{What, Wrong};
use std::collections::BTreeMap;

/// Reads the file of a language.
///
/// # Errors
///
/// Everything that is wrong with it, by line.
pub fn read(bytes: &[u8], into: Target) -> Result<Po, Vec<Wrong>> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        vec![Wrong { line, what: What::Encoding }]
    })?;
    if text.starts_with('\u{feff}') {
        return Err(vec![Wrong { line: 1, what: What::Mark }]);
    }
    let mut reader = Reader::default();
    for (line, number) in text.lines().zip(1..) {
        if let Err(what) = reader.line(number, line.trim()) {
            reader.wrong(number, what);
            reader.entry.broken = true;
        }
    }
    reader.end();
    let po = reader.po(into);
    if reader.wrong.is_empty() { Ok(po) } else { Err(reader.wrong) }
}

/// The strings of an entry, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    OldContext,
    OldEnglish,
    Context,
    English,
    Translation,
}

impl Part {
    fn keyword(self) -> &'static str {
        match self {
            Part::OldContext | Part::Context => "msgctxt",
            Part::OldEnglish | Part::English => "msgid",
            Part::Translation => "msgstr",
        }
    }
}

/// An entry of which some lines have been read.
#[derive(Default)]
struct Unfinished {
    entry: Entry,
    /// The string that was read last.
    last: Option<Part>,
    obsolete: Option<bool>,
    /// Something is wrong with it; it is told.
    broken: bool,
}

#[derive(Default)]
struct Reader {
    entry: Unfinished,
    /// The entries that were read, and whether each is obsolete.
    read: Vec<(Entry, bool)>,
    wrong: Vec<Wrong>,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) -> Result<(), What> {
        if line.is_empty() {
            if self.entry.last.is_some() || self.entry.broken {
                self.end();
            }
            return Ok(());
        }
        let Some(comment) = line.strip_prefix('#') else { return self.statement(number, line, false, false) };
        match comment.strip_prefix('~') {
            Some(rest) => match rest.trim_start().strip_prefix('|') {
                Some(rest) => self.statement(number, rest.trim_start(), true, true),
                None => self.statement(number, rest.trim_start(), true, false),
            },
            None => match comment.strip_prefix('|') {
                Some(rest) => self.statement(number, rest.trim_start(), false, true),
                None => {
                    self.comment(number, comment);
                    Ok(())
                }
            },
        }
    }

    fn comment(&mut self, number: usize, comment: &str) {
        if self.entry.last.is_some() {
            self.end(); // comments stand before the strings of their entry
        }
        let entry = &mut self.entry.entry;
        if entry.line == 0 {
            entry.line = number;
        }
        let (mark, rest) = match comment.chars().next() {
            Some(mark @ ('.' | ':' | ',')) => (Some(mark), &comment[1..]),
            _ => (None, comment),
        };
        let line = rest.strip_prefix(' ').unwrap_or(rest).to_string();
        match mark {
            None => entry.comments.push(line),
            Some('.') => entry.notes.push(line),
            Some(':') => entry.files.extend(line.split_whitespace().map(str::to_string)),
            Some(_) => {
                let flags = line.split(',').map(|flag| flag.trim().to_string());
                entry.flags.extend(flags.filter(|flag| !flag.is_empty()));
            }
        }
    }

    /// A keyword with its string, or a string that goes on with the one before.
    fn statement(&mut self, number: usize, line: &str, obsolete: bool, old: bool) -> Result<(), What> {
        let end = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(line.len());
        let (word, rest) = line.split_at(end);
        let part = match (word, old) {
            ("", _) if line.starts_with('"') => return self.more(line, obsolete),
            ("msgid_plural", _) => return Err(What::Plural),
            ("msgstr", false) if rest.starts_with('[') => return Err(What::Plural),
            ("msgctxt", true) => Part::OldContext,
            ("msgid", true) => Part::OldEnglish,
            ("msgctxt", false) => Part::Context,
            ("msgid", false) => Part::English,
            ("msgstr", false) => Part::Translation,
            _ => return Err(What::Unknown(line.split_whitespace().next().unwrap_or(line).to_string())),
        };
        if part != Part::Translation && self.entry.last == Some(Part::Translation) {
            self.end(); // the next entry, with no empty line between
        }
        self.begin(number, part, obsolete)?;
        let rest = rest.trim_start();
        if !rest.starts_with('"') {
            return Err(What::NoString(part.keyword()));
        }
        let text = string(rest)?;
        self.add(part, text);
        Ok(())
    }

    fn begin(&mut self, number: usize, part: Part, obsolete: bool) -> Result<(), What> {
        let first = self.entry.last.is_none_or(|last| last < Part::Context) && part >= Part::Context;
        if first || self.entry.entry.line == 0 {
            self.entry.entry.line = number;
        }
        if self.entry.last.is_some_and(|last| last >= part) {
            return Err(What::Order(part.keyword()));
        }
        if self.entry.last == Some(Part::OldContext) && part != Part::OldEnglish {
            return Err(What::Lacks("#| msgid"));
        }
        if part == Part::Translation && self.entry.last != Some(Part::English) {
            return Err(What::Lacks("msgid"));
        }
        self.entry.last = Some(part);
        self.same(obsolete)
    }

    fn more(&mut self, line: &str, obsolete: bool) -> Result<(), What> {
        let Some(part) = self.entry.last else { return Err(What::NoKeyword) };
        self.same(obsolete)?;
        let text = string(line)?;
        self.add(part, text);
        Ok(())
    }

    fn same(&mut self, obsolete: bool) -> Result<(), What> {
        let known = *self.entry.obsolete.get_or_insert(obsolete);
        if known == obsolete { Ok(()) } else { Err(What::HalfObsolete) }
    }

    fn add(&mut self, part: Part, text: String) {
        let entry = &mut self.entry.entry;
        let string = match part {
            Part::OldContext => entry.old_context.get_or_insert_default(),
            Part::OldEnglish => entry.old_english.get_or_insert_default(),
            Part::Context => entry.context.get_or_insert_default(),
            Part::English => &mut entry.english,
            Part::Translation => &mut entry.translation,
        };
        string.push_str(&text);
    }

    /// Ends an entry: one that is whole is kept, and what another lacks is told.
    fn end(&mut self) {
        let Unfinished { entry, last, obsolete, broken, .. } = std::mem::take(&mut self.entry);
        match last {
            _ if broken => {}
            Some(Part::Translation) => self.read.push((entry, obsolete.unwrap_or_default())),
            Some(Part::English) => self.wrong(entry.line, What::Lacks("msgstr")),
            Some(_) => self.wrong(entry.line, What::Lacks("msgid")),
            None if entry.line > 0 => self.wrong(entry.line, What::Loose),
            None => {}
        }
    }

    fn wrong(&mut self, line: usize, what: What) {
        if !self.entry.broken {
            self.wrong.push(Wrong { line, what });
        }
    }

    /// The whole file, with what is wrong with it as a whole.
    fn po(&mut self, into: Target) -> Po {
        let mut po = Po::default();
        let mut seen: BTreeMap<(Option<String>, String), usize> = BTreeMap::new();
        for (place, (entry, obsolete)) in std::mem::take(&mut self.read).into_iter().enumerate() {
            let about_file = entry.context.is_none() && entry.english.is_empty();
            if obsolete {
                po.obsolete.push(entry);
                continue;
            }
            let first = *seen.entry((entry.context.clone(), entry.english.clone())).or_insert(entry.line);
            if first != entry.line {
                self.wrong(entry.line, What::Again(first));
            } else if about_file && place == 0 {
                po.header = entry;
            } else if about_file {
                self.wrong(entry.line, What::NoHeader);
            } else if entry.english.is_empty() {
                self.wrong(entry.line, What::Empty);
            } else {
                po.entries.push(entry);
            }
        }
        self.header(&po.header, into);
        self.wrong.sort();
        po
    }

    fn header(&mut self, header: &Entry, into: Target) {
        if header.line == 0 {
            // An entry that is broken has been told already; it may have been the header.
            if self.wrong.is_empty() {
                self.wrong(1, What::NoHeader);
            }
            return;
        }
        let field = |name: &'static str| {
            let mut lines = header.translation.lines().filter_map(|line| line.split_once(':'));
            lines.find(|(key, _)| *key == name).map(|(_, value)| value.trim().to_string())
        };
        match field("Content-Type") {
            None => self.wrong(header.line, What::Field("Content-Type")),
            Some(kind) => {
                let charset = kind.rsplit_once("charset=").map_or("", |(_, charset)| charset);
                if !charset.eq_ignore_ascii_case("UTF-8") {
                    self.wrong(header.line, What::Charset(charset.to_string()));
                }
            }
        }
        match field("Language") {
            None => self.wrong(header.line, What::Field("Language")),
            Some(language) if language == into.tag() => {}
            Some(language) => self.wrong(header.line, What::Language(language, into)),
        }
    }
}

/// What stands between quotation marks; nothing else is on the line.
fn string(line: &str) -> Result<String, What> {
    let mut text = String::new();
    let mut signs = line.chars();
    if signs.next() != Some('"') {
        return Err(What::Unclosed);
    }
    loop {
        match signs.next() {
            None => return Err(What::Unclosed),
            Some('"') => break,
            Some('\\') => text.push(unescaped(signs.next())?),
            Some(sign) if sign.is_control() && sign != '\t' => return Err(What::Control(sign)),
            Some(sign) => text.push(sign),
        }
    }
    match signs.as_str().trim() {
        "" => Ok(text),
        rest => Err(What::AfterString(rest.to_string())),
    }
}

fn unescaped(sign: Option<char>) -> Result<char, What> {
    match sign {
        Some('n') => Ok('\n'),
        Some('r') => Ok('\r'),
        Some('t') => Ok('\t'),
        Some(sign @ ('\\' | '"')) => Ok(sign),
        other => Err(What::Escape(other)),
    }
}
