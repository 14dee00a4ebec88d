//! `Fault`: something wrong in a file of the record, with its place, as editors and compilers name places:
//! `file:line:column`.

use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Something wrong in a file of the record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, below the folder of the record.
    pub file: String,
    /// Where in it, if that is known.
    pub position: Option<Position>,
    /// The entry and field.
    pub field: String,
    /// What is wrong.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(Position { line, column }) = self.position {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}: {}", self.field, self.reason)
    }
}

/// Every fault on a line of its own, and how many there are.
pub fn report(faults: &[Fault]) -> String {
    let mut lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    lines.push(format!("{} problems in the record", faults.len()));
    lines.join("\n")
}

/// A place in a text, both from 1; a column is a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Position {
    /// The place of a byte.
    pub fn of(text: &str, byte: usize) -> Position {
        let before = text.get(..byte).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        Position { line: before.matches('\n').count() + 1, column: before[start..].chars().count() + 1 }
    }
}

/// What a fault says of where it is.
pub struct Sought<'a> {
    /// The list in which the entry stands, if its file has more than one.
    pub list: &'a str,
    pub id: &'a str,
    /// The place of the entry in its list, for one whose id is not written.
    pub place: Option<usize>,
    pub field: &'a str,
    /// The text that is wrong; may be empty.
    pub found: &'a str,
}

/// Where in a file of TOML the fault is: at the wrong text, or at the field, or at the entry.
pub fn position(text: &str, sought: &Sought) -> Option<Position> {
    let root = DeTable::parse(text).ok()?;
    let entry = entry(root.get_ref(), sought);
    let (table, start) = entry.map_or((root.get_ref(), 0), |(table, start)| (table, start));
    let byte = in_entry(table, sought).unwrap_or(start);
    Some(Position::of(text, byte))
}

type Value<'i> = Spanned<DeValue<'i>>;

/// The entry, and where it begins; none if the whole file is one.
fn entry<'a, 'i>(root: &'a DeTable<'i>, sought: &Sought) -> Option<(&'a DeTable<'i>, usize)> {
    let list = root.get(sought.list)?.get_ref().as_array()?;
    let is_sought = |(place, value): &(usize, &Value)| match sought.place {
        Some(sought) => *place == sought,
        None => value.get_ref().get("id").is_some_and(|id| says(id, sought.id)),
    };
    let (_, value) = list.iter().enumerate().find(is_sought)?;
    Some((value.get_ref().as_table()?, value.span().start))
}

/// Where in an entry: the wrong text, of the field if it stands there, or the field.
fn in_entry(entry: &DeTable, sought: &Sought) -> Option<usize> {
    let claims = entry.get("claims").and_then(|claims| claims.get_ref().as_array());
    let of_field =
        |claim: &&Value| claim.get_ref().get("field").is_some_and(|field| says(field, sought.field));
    let claims: Vec<&Value> = claims.into_iter().flat_map(|all| all.iter()).filter(of_field).collect();
    let own = entry.get(&*snake(sought.field));
    let named = own.into_iter().chain(claims.iter().copied());
    let within = || entry.values().find_map(|value| holds(value, sought.found));
    let field = || claims.first().and_then(|claim| claim.get_ref().get("field")).or(own);
    named
        .clone()
        .find_map(|value| holds(value, sought.found))
        .or_else(|| field().map(|it| it.span().start))
        .or_else(within)
}

/// Where a text stands in a value.
fn holds(value: &Value, text: &str) -> Option<usize> {
    if text.is_empty() {
        return None;
    }
    match value.get_ref() {
        DeValue::String(own) => (**own == *text).then(|| value.span().start),
        DeValue::Array(values) => values.iter().find_map(|value| holds(value, text)),
        DeValue::Table(table) => table.values().find_map(|value| holds(value, text)),
        _ => None,
    }
}

fn says(value: &Value, text: &str) -> bool {
    value.get_ref().as_str() == Some(text)
}

/// A field of the published form as a file has it: `as_of` for `asOf`.
fn snake(field: &str) -> String {
    let mut out = String::new();
    for c in field.chars() {
        if c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Position, Sought, position};

    const FILE: &str = "#:schema x.json\nname = \"Ada\"\n\n[[claims]]\nfield = \"what\"\ntext = \"Ünsaid.\"\n\n\
                        [[claims]]\nfield = \"role\"\ntext = \"a b\"\nsources = [\"one\", \"two\"]\n\n\
                        [[events]]\nid = \"first\"\n[[events]]\nid = \"second\"\ndate = \"x\"\n";

    fn at(list: &str, id: &str, place: Option<usize>, field: &str, found: &str) -> (usize, usize) {
        let Position { line, column } =
            position(FILE, &Sought { list, id, place, field, found }).expect("TOML");
        (line, column)
    }

    #[test]
    fn a_fault_is_at_its_text_its_field_or_its_entry() {
        assert_eq!(at("people", "ada", None, "name", ""), (2, 8));
        assert_eq!(at("people", "ada", None, "role", "two"), (11, 19));
        assert_eq!(at("people", "ada", None, "role", ""), (9, 9));
        assert_eq!(at("people", "ada", None, "text", "Ünsaid."), (6, 8));
        assert_eq!(at("people", "ada", None, "nothing", ""), (1, 1));
        assert_eq!(at("events", "second", None, "date", "x"), (17, 8));
        assert_eq!(at("events", "second", None, "kind", ""), (15, 1));
        assert_eq!(at("events", "second", Some(0), "kind", ""), (13, 1));
    }

    #[test]
    fn a_column_is_a_character() {
        assert_eq!(Position::of("a\nÜb", 4), Position { line: 2, column: 2 });
        assert_eq!(Position::of("a\nÜb", 99), Position { line: 2, column: 3 });
    }
}
