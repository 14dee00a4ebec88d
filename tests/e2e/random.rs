//! A thousand random steps of a reader: after each the page is what the model makes of the same steps natively. A seed
//! brings the same steps again: `RANDOM_SEED=7 cargo test … --test e2e -- random`.

use crate::browser::{Browser, run};
use crate::dist;
use crate::generated::chance::Chance;
use crate::native::Native;
use crate::outcome::{Outcome, fault};
use crate::page::open_panel;
use crate::reader::{READER, Step, values};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::facet::Facet;
use serde_json::Value;
use std::time::{SystemTime, UNIX_EPOCH};

/// How many steps each of the two readers takes.
const STEPS: usize = 500;

/// How many steps a failure tells.
const TOLD: usize = 12;

/// The same on every run.
#[tokio::test]
async fn a_reader_whose_steps_are_known() -> Outcome {
    read(seed()?.unwrap_or(1959)).await
}

/// Another on every run; but a change is not judged by chance, so under `CI` one that is known, too.
#[tokio::test]
async fn a_reader_who_never_came_before() -> Outcome {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_nanos() as u64);
    match seed()? {
        Some(_) => Ok(()), // the other one takes its steps
        None if std::env::var_os("CI").is_some() => read(2035).await,
        None => read(now % 1_000_000).await,
    }
}

fn seed() -> Outcome<Option<u64>> {
    let Ok(seed) = std::env::var("RANDOM_SEED") else { return Ok(None) };
    seed.parse().map(Some).map_err(|_| fault(format!("RANDOM_SEED is no number: {seed}")))
}

async fn read(seed: u64) -> Outcome {
    println!("RANDOM_SEED={seed}");
    run(async |browser| {
        browser
            .inject(
                "window.faults = []; const tell = (what) => faults.push(String(what)); \
                 addEventListener('error', (event) => tell(event.message)); \
                 addEventListener('unhandledrejection', (event) => tell(event.reason)); \
                 console.error = console.warn = tell",
            )
            .await?;
        browser.open_ready("/").await?;
        open_panel(browser).await?;
        let boxes = values(browser).await?;
        let mut native = Native::new(Dataset::decode(&dist::encoded()?)?);
        let mut chance = Chance::new(seed);
        let mut taken: Vec<String> = Vec::new();
        agree(browser, &mut native, &boxes, None).await?;
        while taken.len() < STEPS {
            let step = Step::any(&mut chance, &boxes, native.back(), native.on());
            taken.push(format!("{step} (from ?{})", native.address()));
            agree(browser, &mut native, &boxes, Some(&step)).await.map_err(|error| {
                let last = taken[taken.len().saturating_sub(TOLD)..].join("\n  ");
                fault(format!(
                    "RANDOM_SEED={seed}, step {}: {error:?}\nthe last steps:\n  {last}",
                    taken.len()
                ))
            })?;
        }
        let console = browser.console().await?;
        assert!(console.is_empty(), "RANDOM_SEED={seed}: the console is not empty:\n{}", console.join("\n"));
        Ok(())
    })
    .await
}

/// Takes the step on the page and natively, and compares all that can be seen.
async fn agree(
    browser: &Browser,
    native: &mut Native,
    boxes: &[(Facet, String)],
    step: Option<&Step>,
) -> Outcome {
    let mut page = look(browser, step.map_or(Value::Null, Step::script)).await?;
    match (step, page["told"].as_str()) {
        (Some(Step::Open(_)), Some(told)) if !told.is_empty() => return Err(fault(told)),
        (Some(step), Some(told)) => native.after(step, told)?,
        _ => {} // the page has nothing to do this with
    }
    native.wide(page["width"].as_f64().map_or(0, |width| width.round() as i32));
    if page["marks"].as_u64() < Some(native.marked) {
        let marked =
            format!("return performance.getEntriesByName('ilrs:filtered').length >= {}", native.marked);
        browser.until("the result shows", &marked).await?;
        page = look(browser, Value::Null).await?;
    }
    if page["marks"] != native.marked {
        return Err(fault(format!("{} results were marked, {} were expected", page["marks"], native.marked)));
    }
    let Value::Object(expected) = native.look(boxes) else { unreachable!("a look is an object") };
    for (part, expected) in expected {
        if page["look"][&part] != expected {
            let (page, model) = differing(&page["look"][&part], &expected);
            return Err(fault(format!("{part}: the page has {page}, the model {model}")));
        }
    }
    Ok(())
}

/// Takes a step, and tells what the page is then.
async fn look(browser: &Browser, step: Value) -> Outcome<Value> {
    let page =
        browser.client().execute_async(&format!("{READER}{}", include_str!("random.js")), vec![step]).await?;
    match page["error"].as_str() {
        Some(error) => Err(fault(format!("the step cannot be taken: {error}"))),
        None => Ok(page),
    }
}

/// Of two long lists, what only one of them has.
fn differing(page: &Value, model: &Value) -> (String, String) {
    let (Some(in_page), Some(in_model)) = (page.as_array(), model.as_array()) else {
        return (page.to_string(), model.to_string());
    };
    let only = |some: &[Value], other: &[Value]| {
        let some: Vec<String> =
            some.iter().filter(|one| !other.contains(one)).take(8).map(ToString::to_string).collect();
        format!("[{}]", some.join(", "))
    };
    (only(in_page, in_model), only(in_model, in_page))
}
