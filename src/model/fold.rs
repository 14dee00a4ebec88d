//! Folding for search: what a reader types and what the record holds become comparable.
//!
//! Case, Latin diacritics and apostrophes are dropped, so that Chang'e, Chang’e and change are one word.
//! A small table for the Latin letters in use here instead of full Unicode decomposition, whose tables
//! would weigh more in the Wasm than the whole search.

/// The text in lower case without Latin diacritics, apostrophes and soft signs of transliteration;
/// dashes and hyphens become one, ё is е, full width is none, and Chinese signs of figures are figures.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push(&mut out, c));
    out
}

/// Where folded words stand in a text, as ranges of its bytes in order; what overlaps is one.
pub fn hits(text: &str, words: &[String]) -> Vec<(usize, usize)> {
    let mut folded = String::with_capacity(text.len());
    let mut from = Vec::with_capacity(text.len()); // where the sign stands that each folded byte comes from
    for (at, c) in text.char_indices() {
        push(&mut folded, c);
        from.resize(folded.len(), (at, at + c.len_utf8()));
    }
    let mut hits: Vec<(usize, usize)> = Vec::new();
    for start in 0..folded.len() {
        let rest = &folded.as_bytes()[start..];
        let longest = words.iter().filter(|word| rest.starts_with(word.as_bytes())).map(String::len).max();
        let Some(length) = longest.filter(|length| *length > 0) else { continue };
        let (first, end) = (from[start].0, from[start + length - 1].1);
        match hits.last_mut() {
            Some(last) if first <= last.1 => last.1 = last.1.max(end),
            _ => hits.push((first, end)),
        }
    }
    hits
}

fn push(out: &mut String, c: char) {
    c.to_lowercase().for_each(|c| push_lower(out, c));
}

fn push_lower(out: &mut String, c: char) {
    let base = match c {
        '\'' | '’' | '‘' | 'ʼ' | 'ʹ' | '`' | '´' | '\u{300}'..='\u{36f}' => return,
        '«' | '»' | '“' | '”' | '"' => return,
        '‐'..='―' | '−' => '-',
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
        'й' => 'и', // a decomposed one loses its mark above, and has to be the same word
        // Full width is for setting: an ideographic space, and the signs of ASCII.
        '\u{3000}' => ' ',
        '！'..='～' => return char::from_u32(c as u32 - 0xfee0).map_or((), |c| push_lower(out, c)),
        '《' | '》' | '「' | '」' => return,
        // A flight is counted in signs or in figures: 嫦娥七号 is 嫦娥7号.
        '〇' => '0',
        '一' => '1',
        '二' => '2',
        '三' => '3',
        '四' => '4',
        '五' => '5',
        '六' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        'æ' => return out.push_str("ae"),
        'œ' => return out.push_str("oe"),
        'ß' => return out.push_str("ss"),
        other => other,
    };
    out.push(base);
}
