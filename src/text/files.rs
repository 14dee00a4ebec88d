//! The words of each language as they are written, in one file a language: `en.toml`.

use super::argument::Given;
use super::changes::ChangesText;
use super::cite::CiteText;
use super::embedding::Embedding;
use super::lang::Lang;
use super::language::Language;
use super::locale::Locale;
use super::page::Text;
use super::pictures::PictureText;
use super::static_text::StaticText;
use super::story::StoryText;
use super::words::Words;
use serde::Deserialize;
use std::sync::LazyLock;
use toml::Table;

/// What is written in one language.
#[derive(Debug)]
pub struct File {
    app: Language,
    site: Site,
}

/// The same as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    app: App,
    site: Site,
}

/// What the app loads.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct App {
    locale: Locale,
    text: Text,
    /// What is said otherwise where the record is not about the station.
    other: Table,
}

/// What only the pages need.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Site {
    page: StaticText,
    story: StoryText,
    picture: PictureText,
    embedding: Embedding,
    changes: ChangesText,
    cite: CiteText,
}

impl File {
    /// Reads what is written. What `app.other` does not say is said as in `app.text`.
    ///
    /// # Errors
    ///
    /// The first fault, with its line.
    pub fn read(text: &str) -> Result<File, toml::de::Error> {
        let Written { app: App { locale, text: ours, other }, site } = toml::from_str(text)?;
        let mut all: Table = toml::from_str::<Untyped>(text)?.app.text;
        overlay(&mut all, other);
        Ok(File { app: Language::new(locale, ours, all.try_into()?), site })
    }

    /// What the app loads of it.
    pub fn language(&self) -> &Language {
        &self.app
    }

    /// Shows each message, with where it stands.
    pub fn each_message(&self, show: &mut dyn FnMut(Given)) {
        self.app.each_message(show);
        self.site.page.each_message("site.page", show);
        self.site.story.each_message("site.story", show);
        self.site.picture.each_message("site.picture", show);
        self.site.embedding.each_message("site.embedding", show);
        self.site.changes.each_message("site.changes", show);
        self.site.cite.each_message("site.cite", show);
    }
}

/// A file of which only the words of the app are looked at.
#[derive(Deserialize)]
struct Untyped {
    app: UntypedApp,
}

#[derive(Deserialize)]
struct UntypedApp {
    text: Table,
}

/// Puts values in place of those of the same name.
fn overlay(under: &mut Table, over: Table) {
    for (name, value) in over {
        match (under.get_mut(&name), value) {
            (Some(toml::Value::Table(under)), toml::Value::Table(over)) => overlay(under, over),
            (_, value) => {
                under.insert(name, value);
            }
        }
    }
}

impl Lang {
    /// What is written in it.
    fn written(self) -> &'static str {
        match self {
            Lang::En => include_str!("en.toml"),
            Lang::Zh => include_str!("zh.toml"),
            Lang::Ru => include_str!("ru.toml"),
        }
    }

    /// Its words, read when they are first asked for. Its file is a part of the program.
    ///
    /// # Panics
    ///
    /// If the file cannot be read, with the line.
    pub fn file(self) -> &'static File {
        static FILES: [LazyLock<File>; 3] = [
            LazyLock::new(|| Lang::En.read()),
            LazyLock::new(|| Lang::Zh.read()),
            LazyLock::new(|| Lang::Ru.read()),
        ];
        &FILES[self as usize]
    }

    fn read(self) -> File {
        File::read(self.written()).unwrap_or_else(|error| panic!("the words in {}: {error}", self.tag()))
    }

    fn say<T>(self, of: fn(&'static Site) -> &'static T) -> Words<T> {
        let File { app, site } = self.file();
        Words { words: of(site), locale: &app.locale }
    }

    /// What the app loads of it.
    pub fn language(self) -> &'static Language {
        &self.file().app
    }

    /// What the app says by itself.
    pub fn text(self) -> Words<Text> {
        self.language().text(true)
    }

    /// The same where the record is not about the station.
    pub fn other(self) -> Words<Text> {
        self.language().text(false)
    }

    /// Its words in the drawings.
    pub fn picture_text(self) -> Words<PictureText> {
        self.say(|site| &site.picture)
    }

    /// Its words about embedding.
    pub fn embedding(self) -> Words<Embedding> {
        self.say(|site| &site.embedding)
    }

    /// Its words in the story.
    pub fn story(self) -> Words<StoryText> {
        self.say(|site| &site.story)
    }

    /// Its words beside the app.
    pub fn static_text(self) -> Words<StaticText> {
        self.say(|site| &site.page)
    }

    /// Its words about what moved.
    pub fn changes(self) -> Words<ChangesText> {
        self.say(|site| &site.changes)
    }

    /// Its words about citing.
    pub fn cite_text(self) -> Words<CiteText> {
        self.say(|site| &site.cite)
    }
}
