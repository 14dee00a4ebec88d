//! The words of a record in another language, or from another site, say which language they are in and run in their own
//! direction; those of the page do not.

use crate::support::small;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::validate::json;
use ilrs_explainer::site::page;
use ilrs_explainer::view::app::Heard;
use ilrs_explainer::view::{App, AppProps, Context, Store};
use serde_json::{Value, json};
use std::rc::Rc;

fn rendered(data: &Rc<Dataset>) -> String {
    let context = || Context { data: data.clone(), ..Context::default() };
    let store = || Store::new(context(), Query::default(), Vec::new());
    page::html::<App>(|| AppProps { store: store(), heard: Heard::default() }, false)
        .expect("the page renders")
}

fn read(record: &Value) -> Rc<Dataset> {
    let encoded =
        json::encoded(record.to_string().into_bytes()).unwrap_or_else(|problems| panic!("{problems:?}"));
    Rc::new(Dataset::decode(&encoded).expect("it is what was written"))
}

#[test]
fn words_of_another_record_have_their_language_and_direction() {
    for (language, name) in [("ar", "المسبار الأول"), ("zh", "探测器一号"), ("fa", "کاوشگر")]
    {
        let mut record = small();
        record["title"] = json!(name);
        record["language"] = json!(language);
        for list in ["missions", "milestones", "events"] {
            for thing in record[list].as_array_mut().expect("a list") {
                let word = if thing["name"].is_string() {
                    "name"
                } else if thing["label"].is_string() {
                    "label"
                } else {
                    "title"
                };
                thing[word] = json!(format!("{name} {}", thing["id"].as_str().unwrap_or_default()));
            }
        }
        let html = rendered(&read(&record));
        let own = format!("<bdi lang=\"{language}\">{name}");
        assert!(html.matches(&own).count() > 5, "{language}: {}", html.matches(&own).count());
        // What stands in text and not in an attribute or an option is within one.
        let bare = html.matches(&format!(">{name}")).count() - html.matches(&own).count();
        let options = html.matches(&format!("<option>{name}")).count()
            + html.matches(&format!("<option selected=\"\">{name}")).count();
        assert!(
            bare <= options + html.matches("<text").count(),
            "{language}: {bare} bare, {options} options"
        );
    }
}

#[test]
fn our_own_words_have_none() {
    let data = Rc::new(crate::then::own());
    assert!(!rendered(&data).contains("<bdi"));
}
