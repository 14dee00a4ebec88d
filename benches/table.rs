//! What was measured, as a table to read and as JSON.

use serde_json::{Value, json};

/// Figures by size of the record.
pub struct Table {
    /// What was measured, and how.
    pub title: String,
    /// Names and units of the figures.
    pub columns: &'static [&'static str],
    /// One for each size.
    pub rows: Vec<Row>,
}

/// The figures for one size.
pub struct Row {
    events: usize,
    figures: Vec<(&'static str, f64)>,
    /// Why figures are missing, if they are.
    pub note: Option<String>,
}

impl Row {
    /// No figures yet.
    pub fn new(events: usize) -> Row {
        Row { events, figures: Vec::new(), note: None }
    }

    /// Puts one figure.
    pub fn set(&mut self, column: &'static str, figure: f64) {
        self.figures.push((column, figure));
    }

    fn get(&self, column: &str) -> Option<f64> {
        self.figures.iter().find(|(name, _)| *name == column).map(|(_, figure)| *figure)
    }
}

impl Table {
    /// As Markdown; what could not be measured stands below.
    pub fn markdown(&self) -> String {
        let mut out = format!("{}\n\n| events |", self.title);
        self.columns.iter().for_each(|column| out.push_str(&format!(" {column} |")));
        out.push_str("\n|---:|");
        out.push_str(&"---:|".repeat(self.columns.len()));
        for row in &self.rows {
            out.push_str(&format!("\n| {} |", row.events));
            let shown = |column: &&str| row.get(column).map_or("–".to_string(), figure);
            self.columns.iter().map(shown).for_each(|cell| out.push_str(&format!(" {cell} |")));
        }
        for row in &self.rows {
            let note =
                row.note.as_ref().map(|note| format!("\n\n{} events, not finished: {note}", row.events));
            out.push_str(&note.unwrap_or_default());
        }
        out
    }

    /// As JSON; a figure that could not be measured is missing.
    pub fn json(&self) -> Value {
        let row = |row: &Row| {
            let figures: serde_json::Map<String, Value> =
                row.figures.iter().map(|(name, figure)| (name.to_string(), json!(figure))).collect();
            json!({ "events": row.events, "figures": figures, "note": row.note })
        };
        json!({ "title": self.title, "rows": self.rows.iter().map(row).collect::<Vec<_>>() })
    }
}

/// As many digits as say something.
pub fn figure(figure: f64) -> String {
    match figure {
        small if small < 0.1 => format!("{small:.3}"),
        small if small < 10.0 => format!("{small:.1}"),
        large => format!("{large:.0}"),
    }
}

/// Figures by name.
pub struct List {
    /// What was measured, and how.
    pub title: String,
    /// What the names are, and the figures with their units.
    pub columns: Vec<&'static str>,
    /// A name with its figures.
    pub rows: Vec<(String, Vec<f64>)>,
}

impl List {
    /// As Markdown.
    pub fn markdown(&self) -> String {
        let row = |(name, figures): &(String, Vec<f64>)| {
            std::iter::once(name.clone()).chain(figures.iter().copied().map(figure)).collect()
        };
        format!("{}\n\n{}", self.title, lines(&self.columns, &self.rows.iter().map(row).collect::<Vec<_>>()))
    }

    /// As JSON.
    pub fn json(&self) -> Value {
        json!({ "title": self.title, "columns": self.columns, "rows": self.rows })
    }
}

/// A table of texts as Markdown, with its heads.
pub fn lines(heads: &[&str], rows: &[Vec<String>]) -> String {
    let mut out = format!("| {} |\n|{}\n", heads.join(" | "), "---:|".repeat(heads.len()));
    rows.iter().for_each(|row| out.push_str(&format!("| {} |\n", row.join(" | "))));
    out
}

/// The one in the middle; of an even number the mean of both.
pub fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    let upper = figures.get(figures.len() / 2)?;
    let lower = figures.get((figures.len() - 1) / 2)?;
    Some((upper + lower) / 2.0)
}
