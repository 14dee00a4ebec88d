//! oEmbed 1.0: how a site that turns addresses into embeds finds the explainer's frame. Static files, one for each
//! view, since nothing here can answer with a query; <https://oembed.com/> says what they hold. The head of the page
//! names them all, the whole page first, which is the one that readers of one take.

use super::frame::SANDBOX;
use super::share::{SIZE, escape};
use crate::model::dataset::Dataset;
use crate::model::id::Ref;
use crate::model::query::View;
use crate::text::Lang;
use serde_json::{Value, json};

/// The size of the frame in CSS pixels; without `frame.js` it stays as high, and scrolls.
const FRAME: (u32, u32) = (800, 700);

/// How long an answer may be kept, in seconds.
const CACHE_AGE: u32 = 86_400;

/// The site as it is embedded.
pub struct Site<'a> {
    /// Where it is published.
    pub url: &'a str,
    pub title: &'a str,
    pub lang: Lang,
    /// The path of its picture.
    pub picture: Option<&'a str>,
}

impl Site<'_> {
    /// The elements of the head that name the files.
    pub fn links(&self) -> String {
        let link = |view: &View| self.link(&self.path(view.word()), &self.title(*view));
        views().map(link).collect::<Vec<_>>().join("\n")
    }

    fn link(&self, path: &str, title: &str) -> String {
        let (address, title) = (escape(&self.address(path)), escape(title));
        format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}\" title=\"{title}\">"
        )
    }

    /// The files, by path below `dist/`.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        views().map(|view| (self.path(view.word()), self.answer(*view).to_string().into_bytes())).collect()
    }

    /// Of the page of a thing the element of its head, and the file that it names: a frame in which its card is open.
    pub fn item(&self, data: &Dataset, at: Ref) -> (String, (String, Vec<u8>)) {
        let anchor = data.anchor(at);
        let path = self.path(&anchor);
        let title = self.titled(data.label(at));
        let answer = self.rich(&title, &format!("?view={}&item={anchor}", View::Card));
        let link = self.link(&path, &title);
        (link, (path, answer.to_string().into_bytes()))
    }

    /// What an embed of a view is.
    pub fn answer(&self, view: View) -> Value {
        let query = if view == View::default() { String::new() } else { format!("?view={view}") };
        self.rich(&self.title(view), &query)
    }

    /// The answer about the page for a frame; what is asked of it is its query.
    fn rich(&self, title: &str, query: &str) -> Value {
        let mut answer = json!({
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": self.title,
            "provider_url": self.address(self.lang.folder()),
            "cache_age": CACHE_AGE,
            "html": self.frame(title, &format!("{}embed/{query}", self.lang.folder())),
            "width": FRAME.0,
            "height": FRAME.1,
        });
        if let Some(path) = self.picture {
            answer["thumbnail_url"] = self.address(path).into();
            answer["thumbnail_width"] = SIZE.0.into();
            answer["thumbnail_height"] = SIZE.1.into();
        }
        answer
    }

    fn frame(&self, title: &str, path: &str) -> String {
        let (address, title) = (escape(&self.address(path)), escape(title));
        let (width, height) = FRAME;
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" \
             sandbox=\"{SANDBOX}\" loading=\"lazy\"></iframe>"
        )
    }

    fn title(&self, view: View) -> String {
        if view == View::default() {
            return self.title.to_string();
        }
        self.titled(self.lang.text().view(view))
    }

    /// The name of a part, after that of the record.
    fn titled(&self, part: &str) -> String {
        [self.title, part].join(self.lang.text().joints().colon)
    }

    fn address(&self, path: &str) -> String {
        format!("{}/{path}", self.url.trim_end_matches('/'))
    }

    /// The path of the file about this, in the language.
    fn path(&self, of: &str) -> String {
        format!("{}oembed/{of}.json", self.lang.folder())
    }
}

/// The views that need no thing to be named.
fn views() -> impl Iterator<Item = &'static View> {
    View::ALL.iter().filter(|view| **view != View::Card)
}
