//! The prose of the story: sentences, each with what bears it out, and the notes that say so, numbered as they are met.

use super::Teller;
use crate::model::claim::{Claim, Confidence, Content};
use crate::model::record::Source;
use crate::model::source::SourceNo;
use crate::text::Lang;
use crate::view::claim;
use yew::prelude::*;

/// How many words a chapter has at most.
pub const LONGEST: usize = 70;

/// A sentence, in one part or several, each of which something else bears out.
pub type Sentence = Vec<Part>;

/// Words, and what bears them out.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The words, as they are printed.
    pub words: String,
    /// What bears them out.
    pub ground: Ground,
}

/// What bears something out.
#[derive(Clone, Debug, PartialEq)]
pub enum Ground {
    /// Sources, and how sure it is.
    Said(Vec<SourceNo>, Confidence),
    /// A count over this record: where on the page the things counted stand.
    Counted(&'static str),
}

impl Part {
    /// What sources say.
    pub fn said(words: String, sources: &[SourceNo], confidence: Confidence) -> Part {
        Part { words, ground: Ground::Said(sources.to_vec(), confidence) }
    }

    /// What is counted here, of things that stand at this anchor.
    pub fn counted(words: String, anchor: &'static str) -> Part {
        Part { words, ground: Ground::Counted(anchor) }
    }
}

/// A claim in the record’s own words; none if it has a value instead of words.
pub fn quoted(claim: &Claim) -> Option<Sentence> {
    match &claim.content {
        Content::Text(words) => Some(vec![Part::said(words.to_string(), &claim.sources, claim.confidence)]),
        _ => None,
    }
}

/// How many words there are. Chinese has no spaces between them: three of its signs say what two words do.
pub fn words(sentences: &[Sentence]) -> usize {
    let parts = || sentences.iter().flatten().map(|part| &*part.words);
    let signs = parts().flat_map(str::chars).filter(|sign| is_chinese(*sign)).count();
    parts().map(|words| words.split_whitespace().count()).sum::<usize>() + signs * 2 / 3
}

fn is_chinese(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}')
}

/// Words, and the last of them, which is a sign in Chinese.
fn apart(words: &str) -> (&str, &str) {
    let last = words.char_indices().rev().find(|(_, sign)| *sign == ' ' || is_chinese(*sign));
    words.split_at(last.map_or(0, |(at, sign)| if sign == ' ' { at + 1 } else { at }))
}

/// The first sentences, as many as a chapter has room for.
pub fn fitting(sentences: impl IntoIterator<Item = Sentence>) -> Vec<Sentence> {
    let mut all: Vec<Sentence> = Vec::new();
    for sentence in sentences {
        all.push(sentence);
        if words(&all) > LONGEST {
            all.pop();
            break;
        }
    }
    all
}

/// The notes, in the order in which they are met. Two parts that the same bears out have one note.
#[derive(Default)]
pub struct Notes(Vec<Ground>);

impl Notes {
    /// How many there are.
    pub fn number(&self) -> usize {
        self.0.len()
    }

    /// The number of the note of something, counted from 1.
    fn of(&mut self, ground: &Ground) -> usize {
        let place = self.0.iter().position(|known| known == ground).unwrap_or_else(|| {
            self.0.push(ground.clone());
            self.0.len() - 1
        });
        place + 1
    }

    /// Sentences as a paragraph, with their marks.
    pub fn paragraph(&mut self, teller: &Teller, sentences: &[Sentence]) -> Html {
        let parts: Vec<(&Part, usize)> =
            sentences.iter().flatten().map(|part| (part, self.of(&part.ground))).collect();
        html! {
            <p>
                for (part, number) in parts {
                    { marked(teller, part, number) }{ " " }
                }
            </p>
        }
    }

    /// The notes from this number on.
    pub fn since(&self, teller: &Teller, number: usize) -> Html {
        let new = self.0.iter().enumerate().skip(number);
        html! {
            for (place, ground) in new {
                { note(teller, ground, place + 1) }
            }
        }
    }
}

/// Words with the mark behind them, which never begins a line.
fn marked(teller: &Teller, part: &Part, number: usize) -> Html {
    let (start, end) = apart(&part.words);
    let grade = match part.ground {
        Ground::Said(_, grade) if grade != Confidence::High => Some(teller.text().confidence(grade)),
        _ => None,
    };
    let name = teller.words().mark(number, grade, &called(teller, &part.ground));
    html! {
        <>
            { start.to_string() }
            <span>
                { end.to_string() }
                <button type="button" popovertarget={id(number)} aria-label={name}>
                    { teller.text().joints().space }{ number }
                    if let Some(grade) = grade {
                        { " " }<i>{ grade }</i>
                    }
                </button>
            </span>
        </>
    }
}

fn id(number: usize) -> String {
    format!("story-note-{number}")
}

/// What a note is called: its first source, and how many more there are.
fn called(teller: &Teller, ground: &Ground) -> String {
    match ground {
        Ground::Said(sources, _) => {
            let first = sources.first().map(|no| teller.dated(*no)).unwrap_or_default();
            if sources.len() > 1 { format!("{first} +{}", sources.len() - 1) } else { first }
        }
        Ground::Counted(_) => teller.words().counted.to_string(),
    }
}

fn note(teller: &Teller, ground: &Ground, number: usize) -> Html {
    html! {
        <div class="note" popover="auto" id={id(number)}>
            <b>{ number }</b>
            { match ground {
                Ground::Said(sources, confidence) => html! {
                    <>
                        { " " }{ claim::sure(&teller.page, *confidence) }
                        for no in sources.iter() {
                            { cited(teller, *no) }
                        }
                    </>
                },
                Ground::Counted(anchor) => html! {
                    <p>{ teller.words().counted_here }{ teller.text().joints().space }<a href={format!("#{anchor}")}>{ teller.words().counted_link }</a></p>
                },
            } }
        </div>
    }
}

/// A source in short, with the way to where it is cited in full.
fn cited(teller: &Teller, no: SourceNo) -> Html {
    let source = teller.source(no);
    let title = match source {
        Some(Source { title, described: false, lang, .. }) if !title.is_empty() => {
            html! { <cite lang={lang.clone()}>{ title.clone() }</cite> }
        }
        // A description is ours, and in English.
        Some(Source { title, .. }) if !title.is_empty() && teller.lang != Lang::En => {
            html! { <span lang="en">{ title.clone() }</span> }
        }
        Some(Source { title, .. }) if !title.is_empty() => html! { { title.clone() } },
        _ => html! { { teller.words().in_sources } },
    };
    html! { <p>{ teller.dated(no) }{ teller.text().joints().stop }<a href={teller.page.source(no)}>{ title }</a></p> }
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn a_mark_stays_with_the_last_word_or_sign() {
        for (words, start, last) in [
            ("It flew in 2024.", "It flew in ", "2024."),
            ("Word.", "", "Word."),
            ("Срок перенесли.", "Срок ", "перенесли."),
            ("嫦娥七号将于2026年发射。", "嫦娥七号将于2026年发", "射。"),
            ("计划在 2035 年", "计划在 2035 ", "年"),
            ("", "", ""),
        ] {
            assert_eq!(apart(words), (start, last), "{words}");
        }
    }
}
