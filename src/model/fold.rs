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
            _ => c.to_lowercase().for_each(|c| push_base(&mut out, c)),
        }
    }
    out
}

fn push_base(out: &mut String, c: char) {
    let base = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
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
        'æ' => return out.push_str("ae"),
        'œ' => return out.push_str("oe"),
        'ß' => return out.push_str("ss"),
        '\u{307}' => return,
        other => other,
    };
    out.push(base);
}
