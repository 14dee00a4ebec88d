//! How much room words take in a picture before any browser has set them: estimated widths and the boxes that follow.

/// A field of a picture: left, top, right, bottom.
pub type Field = [f64; 4];

/// How wide words are, in the unit of `size`. The advances are those of DejaVu Sans, the widest face that a reader is
/// likely to have, by classes of letters; in any other face the words are narrower.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    text.chars().map(|letter| advance(letter)[usize::from(!bold)]).sum::<f64>() * size
}

/// The advance of a letter in em, bold and regular.
fn advance(letter: char) -> [f64; 2] {
    match letter {
        '\u{2e80}'.. => [1.0, 1.0],
        ' ' | '\u{a0}' => [0.35, 0.32],
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | '(' | ')' => [0.37, 0.31],
        'f' | 'r' | 't' | '-' => [0.48, 0.40],
        'm' | 'w' | 'M' | 'W' | '—' => [1.02, 0.94],
        'c' | 's' | 'z' | 'x' | '?' | '–' => [0.61, 0.56],
        '0'..='9' => [0.70, 0.64],
        '\u{400}'..='\u{4ff}' => [0.74, 0.66],
        letter if letter.is_uppercase() => [0.79, 0.71],
        _ => [0.70, 0.62],
    }
}

/// Whether two fields come nearer to each other than `gap`.
pub fn meet(a: Field, b: Field, gap: f64) -> bool {
    a[0] < b[2] + gap && b[0] < a[2] + gap && a[1] < b[3] + gap && b[1] < a[3] + gap
}
