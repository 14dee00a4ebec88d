//! Folding for search: what a reader types and what the record holds become comparable.
//!
//! Case, Latin diacritics and apostrophes are dropped, so that Chang'e, Chang’e and change are one word.
//! A small table for the Latin letters in use here instead of full Unicode decomposition, whose tables
//! would cost the Wasm more than the whole search.

/// The text in lower case without Latin diacritics, apostrophes and soft signs of transliteration;
/// dashes and hyphens become one.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\'' | '’' | '‘' | 'ʼ' | 'ʹ' | '`' | '´' | '\u{300}'..='\u{36f}' => {}
            '‐'..='―' | '−' => out.push('-'),
            '«' | '»' | '“' | '”' | '"' => {}
            _ => push_base(&mut out, lower(c)),
        }
    }
    out
}

/// Whether a folded word stands in a folded text. Byte by byte: the library's search, built for long texts and
/// worst cases, costs the Wasm 1 KB brotli.
pub fn has(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    word.is_empty() || text.windows(word.len()).any(|part| part == word)
}

/// Lower case for the Latin, Greek and Cyrillic letters; other scripts in use here have no case.
fn lower(c: char) -> char {
    let shift = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ș'..='ț' if (c as u32).is_multiple_of(2) => 1,
        'Ĺ'..='ň' | 'Ź'..='ž' if !(c as u32).is_multiple_of(2) => 1,
        _ => 0,
    };
    char::from_u32(c as u32 + shift).unwrap_or(c)
}

fn push_base(out: &mut String, c: char) {
    let base = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' | 'İ' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ё' => 'е',
        'й' => 'и', // a decomposed one loses its mark above, and has to be the same word
        'æ' => return out.push_str("ae"),
        'œ' => return out.push_str("oe"),
        'ß' => return out.push_str("ss"),
        other => other,
    };
    out.push(base);
}
