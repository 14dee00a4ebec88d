//! Files for other programs: whole without a filter, cut down to what is found with one, by a real click.

use crate::browser::{self, Browser};
use crate::outcome::{Outcome, fault};
use crate::page::lines;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A folder of its own for what a browser saves, gone with its owner.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Lets the browser save into a fresh folder.
async fn folder(browser: &Browser, name: &str) -> Outcome<Folder> {
    let path =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("saved-{name}-{}", std::process::id()));
    fs::create_dir_all(&path)?;
    let allowed = json!({ "behavior": "allow", "downloadPath": path });
    browser.devtools("Browser.setDownloadBehavior", allowed).await?;
    Ok(Folder(path))
}

/// Clicks the link to a file and gives back what was saved, with its name.
async fn saved(browser: &Browser, folder: &Folder, file: &str) -> Outcome<(String, String)> {
    browser.click(&format!(".downloads a[href$='{file}']")).await?;
    let start = Instant::now();
    loop {
        if let Some(path) = whole(&folder.0)? {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let text = fs::read_to_string(&path)?;
            fs::remove_file(path)?;
            return Ok((name, text));
        }
        if start.elapsed() > Duration::from_secs(12) {
            let console = browser.console().await?.join("\n");
            return Err(fault(format!("nothing was saved for {file}\n{console}")));
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

/// A file that the browser has finished.
fn whole(folder: &Path) -> Outcome<Option<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(paths.find(|path| {
        let partial = path.extension().is_some_and(|ending| ending == "crdownload" || ending == "tmp");
        !partial && fs::metadata(path).is_ok_and(|file| file.len() > 0)
    }))
}

/// The day up to which the record knows.
fn cut_off() -> Outcome<String> {
    let record = crate::dist::record()?;
    record["asOf"].as_str().map(str::to_string).ok_or_else(|| fault("the record has no day"))
}

fn ids<'a>(record: &'a Value, list: &str) -> Vec<&'a str> {
    record[list].as_array().into_iter().flatten().filter_map(|entry| entry["id"].as_str()).collect()
}

#[tokio::test]
async fn without_a_filter_files_are_whole() -> Outcome {
    browser::run(async |browser| {
        let folder = folder(browser, "whole").await?;
        browser.open_ready("").await?;
        for file in ["explainer.en.csv", "planned.en.ics", "sources.en.csl.json", "explainer.en.json"] {
            let (name, text) = saved(browser, &folder, file).await?;
            assert_eq!(name, file);
            assert_eq!(text, crate::dist::text(&format!("data/{file}"))?, "{file}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_filter_cuts_every_file_down() -> Outcome {
    browser::run(async |browser| {
        let folder = folder(browser, "filtered").await?;
        browser.open_ready("?mission=luna-26").await?;
        let shown = lines(browser).await?;
        let (name, text) = saved(browser, &folder, "explainer.en.json").await?;
        assert_eq!(name, format!("explainer.en.filtered.{}.json", cut_off()?));
        let record: Value = serde_json::from_str(&text)?;
        let (events, promises) = (ids(&record, "events"), ids(&record, "promises"));
        assert!(
            ids(&record, "missions").contains(&"luna-26") && !ids(&record, "missions").contains(&"artemis-2")
        );
        assert!(
            promises.iter().all(|id| id.starts_with("luna-26-launch-")) && promises.len() > 10,
            "{promises:?}"
        );

        let (_, table) = saved(browser, &folder, "explainer.en.csv").await?;
        assert!(table.starts_with("\u{feff}id,type,date,"), "{table}");
        assert_eq!(table.matches("\r\n").count(), 1 + events.len() + promises.len());

        let (name, calendar) = saved(browser, &folder, "planned.en.ics").await?;
        assert_eq!(name, format!("planned.en.filtered.{}.ics", cut_off()?));
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
        let whole = crate::dist::text("data/planned.en.ics")?;
        let theirs = whole.lines().find(|line| line.starts_with("X-PROMISE:luna-26-launch-"));
        let theirs = theirs.ok_or_else(|| fault("the launch of Luna-26 is not planned"))?;
        assert!(calendar.contains(theirs), "{theirs} is not in {calendar}");
        assert_eq!(
            events.len() as u64 + 1,
            shown,
            "the events of the file and the promise are what the page shows"
        );

        let (_, references) = saved(browser, &folder, "sources.en.csl.json").await?;
        let references: Value = serde_json::from_str(&references)?;
        let cited: Vec<&str> =
            references.as_array().into_iter().flatten().filter_map(|it| it["id"].as_str()).collect();
        assert_eq!(cited, ids(&record, "sources"));
        assert!(cited.len() > 5 && cited.len() < 200, "{}", cited.len());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_cannot_be_cut_is_saved_whole_under_its_own_name() -> Outcome {
    browser::run(async |browser| {
        let folder = folder(browser, "uncut").await?;
        browser.open_ready("?mission=luna-26").await?;
        browser.ask("document.getElementById('app').dataset.download = 'gone.js'").await?;
        let (name, text) = saved(browser, &folder, "explainer.en.csv").await?;
        assert_eq!(name, "explainer.en.csv");
        assert_eq!(text, crate::dist::text("data/explainer.en.csv")?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn on_an_earlier_day_a_file_holds_what_was_known() -> Outcome {
    browser::run(async |browser| {
        let folder = folder(browser, "asof").await?;
        browser.open_ready("?asof=2023-06-01").await?;
        let (name, text) = saved(browser, &folder, "explainer.en.json").await?;
        assert_eq!(name, "explainer.en.filtered.2023-06-01.json");
        let record: Value = serde_json::from_str(&text)?;
        assert_eq!(record["asOf"], "2023-06-01");
        assert!(!ids(&record, "events").contains(&"luna-25-launched"), "Luna-25 flew in August");
        assert!(ids(&record, "promises").iter().all(|id| !id.contains("-2024") && !id.contains("-2026")));
        let (_, calendar) = saved(browser, &folder, "planned.en.ics").await?;
        assert!(calendar.contains("X-PROMISE:luna-26-launch-2023-04-12\r\n"), "{calendar}");
        assert!(calendar.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"), "{calendar}");
        Ok(())
    })
    .await
}
