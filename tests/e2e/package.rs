//! `dist/` as a package of npm: packed, checked as its publishers' tools do, and installed into a page that Vite makes.

use crate::browser::run_on;
use crate::dist;
use crate::host::{LISTEN, said};
use crate::node::node;
use crate::outcome::{Outcome, fault};
use crate::site::Site;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of its own for what npm and Vite write, gone with its owner.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Outcome<Folder> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder); // a run before may have been broken off
        std::fs::create_dir_all(&folder)?;
        Ok(Folder(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0); // what is left over goes with the next run
    }
}

fn npm(folder: &Path, words: &[&str]) -> Outcome<String> {
    let output = Command::new("npm").current_dir(folder).args(words).output()?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?);
    }
    Err(fault(format!("npm {}:\n{}", words.join(" "), String::from_utf8_lossy(&output.stderr))))
}

/// Packs the package into a folder, and gives back its path and what is in it.
fn packed(folder: &Path) -> Outcome<(String, Vec<String>)> {
    let into = folder.to_string_lossy();
    let told = npm(&dist::folder()?, &["pack", "--json", "--ignore-scripts", "--pack-destination", &into])?;
    let told: Value = serde_json::from_str(&told)?;
    let name = told[0]["filename"].as_str().ok_or_else(|| fault("npm names no file"))?;
    let files = told[0]["files"].as_array().into_iter().flatten();
    let files = files.filter_map(|file| file["path"].as_str().map(str::to_string)).collect();
    Ok((folder.join(name).to_string_lossy().into_owned(), files))
}

#[test]
fn it_holds_the_element_and_no_pages() -> Outcome {
    let folder = Folder::new("packed")?;
    let (file, files) = packed(&folder.0)?;
    let pages: Vec<&String> =
        files.iter().filter(|path| path.ends_with(".html") && !path.starts_with("assets/")).collect();
    assert_eq!(pages, ["licences/index.html"], "only what has to be passed on with it");
    assert!(files.iter().all(|path| !path.starts_with("v/") && !path.ends_with(".br")), "{files:?}");
    for start in ["assets/explainer.", "assets/record.", "assets/checker.", "ilrs-explainer.js", "embed.d.ts"]
    {
        assert!(files.iter().any(|path| path.starts_with(start)), "{start} is not in {files:?}");
    }
    node("publint/src/cli.js", &["run", &file, "--strict"])?;
    node("@arethetypeswrong/cli/dist/index.js", &[&file, "--profile", "esm-only", "--no-color"])?;
    Ok(())
}

#[test]
fn the_manifest_keeps_its_schema() -> Outcome {
    let schema = dist::root().join("tests/node_modules/custom-elements-manifest/schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(schema)?)?;
    let manifest: Value = serde_json::from_str(&dist::text("custom-elements.json")?)?;
    let validator = jsonschema::validator_for(&schema).map_err(|error| fault(error.to_string()))?;
    let faults: Vec<String> = validator.iter_errors(&manifest).map(|error| error.to_string()).collect();
    assert_eq!(faults, [""; 0]);
    Ok(())
}

/// The page that an author writes.
const PAGE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Made with Vite</title>\
                    <link rel=\"icon\" href=\"data:,\"><main><ilrs-explainer view=\"timeline\" loading=\"eager\">\
                    </ilrs-explainer></main><script type=\"module\" src=\"./page.js\"></script>";

/// A site that Vite has made with the package, in a folder of its own.
fn bundled(folder: &Path) -> Outcome<PathBuf> {
    let (file, _) = packed(folder)?;
    std::fs::write(
        folder.join("package.json"),
        "{ \"name\": \"page\", \"private\": true, \"type\": \"module\" }",
    )?;
    npm(folder, &["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", &file])?;
    std::fs::write(folder.join("index.html"), PAGE)?;
    std::fs::write(folder.join("page.js"), "import \"ilrs-explainer\";\n")?;
    node("vite/bin/vite.js", &["build", &folder.to_string_lossy(), "--base", "./", "--logLevel", "warn"])?;
    Ok(folder.join("dist"))
}

#[tokio::test]
async fn a_page_made_with_vite_works_from_any_server() -> Outcome {
    let folder = Folder::new("vite")?;
    let made = bundled(&folder.0)?;
    std::fs::write(made.join("record.json"), dist::text("data/explainer.en.json")?)?;
    let site = Site::of(made)?;
    run_on(site, async |browser| {
        browser.inject(LISTEN).await?;
        browser.open("/").await?;
        said(browser, "ready", 1).await?;
        let of = "const { shadowRoot } = document.querySelector('ilrs-explainer'); return ";
        assert!(browser.number(&format!("{of}shadowRoot.querySelectorAll('.line').length")).await? > 50);
        assert!(browser.holds(&format!("{of}!!shadowRoot.querySelector('input[name=q]')")).await?);
        // Another record is read by a script that is loaded only then.
        let other = "const { body } = document; \
                     body.append(Object.assign(document.createElement('ilrs-explainer'), { src: 'record.json', loading: 'eager' }))";
        browser.ask(other).await?;
        said(browser, "ready", 2).await?;
        let asked = browser.network("Network.requestWillBeSent").await?;
        let away = |request: &&Value| {
            let url = request["request"]["url"].as_str().unwrap_or("");
            !url.starts_with(&browser.site) && !url.starts_with("data:")
        };
        assert_eq!(asked.iter().filter(away).collect::<Vec<_>>(), Vec::<&Value>::new());
        // The manifest agrees with the element.
        let manifest: Value = serde_json::from_str(&dist::text("custom-elements.json")?)?;
        let element = &manifest["modules"][0]["declarations"][0];
        let names = |list: &str| {
            let all = element[list].as_array().into_iter().flatten();
            let mut names: Vec<String> =
                all.filter_map(|one| one["name"].as_str().map(str::to_string)).collect();
            names.sort();
            names
        };
        let observed = "return customElements.get('ilrs-explainer').observedAttributes.toSorted()";
        assert_eq!(names("attributes"), browser.list(observed).await?);
        let members = "return Object.getOwnPropertyNames(customElements.get('ilrs-explainer').prototype)
            .filter((name) => name !== 'constructor' && !name.endsWith('Callback')).sort()";
        assert_eq!(names("members"), browser.list(members).await?);
        let told = dist::text("embed.js")?;
        for event in names("events") {
            assert!(
                told.contains(&format!("\"{event}\"")) || event == "ilrs-change" || event == "ilrs-select",
                "{event}"
            );
        }
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}
