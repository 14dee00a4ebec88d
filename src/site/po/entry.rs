//! `Po`: a file of texts with their translations, as gettext has it, and how it is written: a string on one line, as
//! `msgcat --no-wrap` writes it, so that a change of a text is a change of a line.

use std::fmt::Write;

/// A file of texts with their translations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Po {
    /// The first entry, which is about the file.
    pub header: Entry,
    /// A text each, with its translation or without.
    pub entries: Vec<Entry>,
    /// Translations of texts that the record no longer has.
    pub obsolete: Vec<Entry>,
}

/// A text with its translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The line on which it was read, from 1; 0 if it was not.
    pub line: usize,
    /// What translators wrote beside it (`#`).
    pub comments: Vec<String>,
    /// What we say to translators (`#.`).
    pub notes: Vec<String>,
    /// In which files it stands (`#:`).
    pub files: Vec<String>,
    /// What tools note of it (`#,`).
    pub flags: Vec<String>,
    /// The place for which it was translated (`#| msgctxt`).
    pub old_context: Option<String>,
    /// The English of which it is the translation (`#| msgid`).
    pub old_english: Option<String>,
    /// The place (`msgctxt`).
    pub context: Option<String>,
    /// What is translated (`msgid`).
    pub english: String,
    /// The translation; empty: there is none (`msgstr`).
    pub translation: String,
}

/// The flag of a translation that has to be looked at.
pub const FUZZY: &str = "fuzzy";

impl Entry {
    /// Whether it has to be looked at before it is used.
    pub fn is_fuzzy(&self) -> bool {
        self.flags.iter().any(|flag| flag == FUZZY)
    }

    /// Whether it can be used.
    pub fn is_good(&self) -> bool {
        !self.translation.is_empty() && !self.is_fuzzy()
    }

    /// Whether a translator's work is in it.
    pub fn has_work(&self) -> bool {
        !self.translation.is_empty() || !self.comments.is_empty()
    }

    fn write(&self, out: &mut String, obsolete: bool) {
        for (mark, lines) in [("#", &self.comments), ("#.", &self.notes)] {
            for line in lines {
                out.push_str(mark);
                out.push_str(if line.is_empty() { "" } else { " " });
                out.push_str(line);
                out.push('\n');
            }
        }
        files(out, &self.files);
        if !self.flags.is_empty() {
            let _ = writeln!(out, "#, {}", self.flags.join(", ")); // a String takes everything
        }
        let before = if obsolete { "#~| " } else { "#| " };
        let now = if obsolete { "#~ " } else { "" };
        let strings = [
            (before, "msgctxt", self.old_context.as_deref()),
            (before, "msgid", self.old_english.as_deref()),
            (now, "msgctxt", self.context.as_deref()),
            (now, "msgid", Some(&*self.english)),
            (now, "msgstr", Some(&*self.translation)),
        ];
        for (mark, keyword, text) in strings {
            if let Some(text) = text {
                string(out, mark, keyword, text);
            }
        }
    }
}

impl Po {
    /// The file as it is written.
    pub fn written(&self) -> String {
        let mut out = String::new();
        self.header.write(&mut out, false);
        for (entries, obsolete) in [(&self.entries, false), (&self.obsolete, true)] {
            for entry in entries {
                out.push('\n');
                entry.write(&mut out, obsolete);
            }
        }
        out
    }
}

/// How wide a line of files may be, as gettext has it.
const WIDTH: usize = 79;

/// The files, as many on a line as have room.
fn files(out: &mut String, files: &[String]) {
    let mut width = 0;
    for file in files {
        let more = 1 + file.chars().count();
        if width == 0 || width + more > WIDTH {
            out.push_str(if width == 0 { "#:" } else { "\n#:" });
            width = 2;
        }
        out.push(' ');
        out.push_str(file);
        width += more;
    }
    if width > 0 {
        out.push('\n');
    }
}

/// A string after its keyword; one of several lines has each on a line of its own.
fn string(out: &mut String, mark: &str, keyword: &str, text: &str) {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut add = |before: &str, line: &str| {
        let _ = writeln!(out, "{mark}{before}\"{}\"", escaped(line)); // a String takes everything
    };
    match lines[..] {
        [] => add(&format!("{keyword} "), ""),
        [line] => add(&format!("{keyword} "), line),
        _ => {
            add(&format!("{keyword} "), "");
            lines.iter().for_each(|line| add("", line));
        }
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ => out.push(sign),
        }
    }
    out
}
