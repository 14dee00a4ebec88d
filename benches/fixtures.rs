//! What is raced, on disk and ready to be served: the explainer built for a record as our build does it, and the
//! peers' pages with the same events, everything compressed alike.

use crate::folder::copy_assets;
use crate::forms::Peer;
use crate::outcome::{Outcome, fault};
use crate::site::Site;
use crate::{dist, generated};
use ilrs_explainer::model::record::Record;
use ilrs_explainer::site::dist::{brotli, packs, pages};
use ilrs_explainer::site::edition::Edition;
use ilrs_explainer::site::supply::Supply;
use ilrs_explainer::site::wasm::WasmBundle;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An article with the line that is to be pasted.
const ARTICLE: &str =
    "<!doctype html><html lang=en><meta charset=utf-8><title>An article</title><h1>An article</h1>
    <script type=module src=embed.js></script>
    <ilrs-explainer view=timeline><a href='./?view=timeline'>The timeline</a></ilrs-explainer>";

/// The same record in every run.
const SEED: u64 = 1;

/// A record of this size.
pub fn record(events: usize) -> Record {
    generated::record(SEED, events)
}

/// The files of TimelineJS3 that its page loads, in its package.
const TIMELINEJS: [&str; 7] = [
    "js/timeline.js",
    "js/locale/en.json",
    "css/timeline.css",
    "css/fonts/font.default.css",
    "css/icons/tl-icons.ttf",
    "css/icons/tl-icons.woff2",
    "css/icons/tl-icons.eot",
];

/// A page of another site with the element in it, by its name.
pub const HOST: &str = "article.html";

/// A folder of sites.
pub struct Stand {
    folder: PathBuf,
}

impl Stand {
    /// A fresh one; brings the peers' packages if they are not there yet.
    pub fn new(peers: &[Peer]) -> Outcome<Stand> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stand");
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        let stand = Stand { folder };
        if !peers.is_empty() {
            let packages = packages()?;
            peers.iter().try_for_each(|peer| stand.bring(*peer, &packages))?;
        }
        Ok(stand)
    }

    /// Builds the explainer for a record in a folder of this name, with a page that embeds it, and gives back a server
    /// of it.
    pub fn explainer(&self, name: &str, record: &Record) -> Outcome<Site> {
        let root = dist::root();
        let supply = Supply::read(&root).map_err(fault)?;
        let files =
            pages(&root, &Edition::all(record, &[]), Some(&supply), [built()?, WasmBundle::default()], None)
                .map_err(fault)?;
        let loaded = |path: &str| ["index.html", "embed.js"].contains(&path) || path.starts_with("assets/");
        for (path, bytes) in files.iter().filter(|(path, _)| loaded(path)) {
            self.write(&format!("{name}/{path}"), bytes)?;
        }
        self.write(&format!("{name}/{HOST}"), ARTICLE.as_bytes())?;
        Site::of(self.folder.join(name))
    }

    /// The element of the built site in a page beside it: of another origin a browser does not say how much came.
    pub fn article(&self) -> Outcome<Site> {
        let (from, to) = (dist::folder()?, self.folder.join("article"));
        copy_assets(&to)?;
        for file in ["embed.js", "embed.js.br"] {
            std::fs::copy(from.join(file), to.join(file))?;
        }
        self.write(&format!("article/{HOST}"), ARTICLE.as_bytes())?;
        Site::of(to)
    }

    /// A page of one line of text: nobody's is painted sooner.
    pub fn line(&self) -> Outcome<Site> {
        self.write("line/index.html", b"<!doctype html><title>A line</title><p>A line of text.")?;
        Site::foreign(self.folder.join("line"))
    }

    /// Writes the events as a peer reads them; gives back a server of its page, and the path.
    pub fn peer(&self, peer: Peer, record: &Record) -> Outcome<(Site, String)> {
        let events = format!("{}.{}.json", peer.word(), record.events.len());
        self.write(&format!("peers/{events}"), peer.form(record).to_string().as_bytes())?;
        Ok((Site::foreign(self.folder.join("peers"))?, format!("/{}.html?{events}", peer.word())))
    }

    fn bring(&self, peer: Peer, packages: &Path) -> Outcome {
        let page = format!("{}.html", peer.word());
        self.write(&format!("peers/{page}"), &std::fs::read(own().join(&page))?)?;
        let modules = packages.join("node_modules");
        let copy = |from: PathBuf, to: &str| -> Outcome {
            let bytes =
                std::fs::read(&from).map_err(|error| fault(format!("{}: {error}", from.display())))?;
            self.write(&format!("peers/{}/{to}", peer.word()), &bytes)
        };
        match peer {
            Peer::TimelineJs => TIMELINEJS
                .iter()
                .try_for_each(|file| copy(modules.join("@knight-lab/timelinejs/dist").join(file), file)),
            Peer::VisTimeline => {
                let package = modules.join("vis-timeline");
                let [script, style] = ["vis-timeline-graph2d.min.js", "vis-timeline-graph2d.min.css"];
                copy(package.join("standalone/umd").join(script), script)?;
                copy(package.join("styles").join(style), style)
            }
            Peer::ReactChrono => {
                bundle(packages)?;
                ["app.js", "app.css"].iter().try_for_each(|file| copy(packages.join("out").join(file), file))
            }
        }
    }

    /// Writes a file and beside it its brotli.
    fn write(&self, path: &str, bytes: &[u8]) -> Outcome {
        let to = self.folder.join(path);
        std::fs::create_dir_all(to.parent().unwrap_or(&self.folder))?;
        std::fs::write(&to, bytes)?;
        if packs(path) {
            std::fs::write(self.folder.join(format!("{path}.br")), packed(path, bytes)?)?;
        }
        Ok(())
    }
}

impl Drop for Stand {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder); // what is left over goes with the next run
    }
}

/// The brotli of a file: the built site's, if that has the very file.
fn packed(path: &str, bytes: &[u8]) -> Outcome<Vec<u8>> {
    if let Some((_, asset)) = path.split_once("/assets/") {
        let there = dist::folder()?.join("assets").join(asset);
        if std::fs::read(&there).is_ok_and(|built| built == bytes) {
            return Ok(std::fs::read(there.with_file_name(format!("{asset}.br")))?);
        }
    }
    brotli(bytes).map_err(fault)
}

/// Glue and Wasm of the built site.
pub fn built() -> Outcome<WasmBundle> {
    let read = |ending: &str| -> Outcome<Vec<u8>> {
        let name = dist::asset("explainer.", ending)?;
        Ok(std::fs::read(dist::folder()?.join("assets").join(name))?)
    };
    Ok(WasmBundle { glue: String::from_utf8(read(".js")?)?, wasm: read(".wasm")? })
}

/// Where the peers' pages and their lock file are.
fn own() -> PathBuf {
    dist::root().join("tests/peers")
}

/// The folder with the peers' packages, as the lock file has them; fetched once.
fn packages() -> Outcome<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages");
    let lock = std::fs::read(own().join("package-lock.json"))?;
    if std::fs::read(folder.join("fetched")).is_ok_and(|fetched| fetched == lock) {
        return Ok(folder);
    }
    println!("fetching the peers' packages …");
    std::fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(own().join(file), folder.join(file))?;
    }
    run(&folder, "npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"])?;
    std::fs::write(folder.join("fetched"), lock)?;
    Ok(folder)
}

/// react-chrono has no file that a page could load: like any page with React, this one is bundled.
fn bundle(packages: &Path) -> Outcome {
    std::fs::copy(own().join("react-chrono.jsx"), packages.join("app.jsx"))?;
    let options = ["app.jsx", "--bundle", "--minify", "--format=esm", "--jsx=automatic", "--outdir=out"];
    let live = ["--define:process.env.NODE_ENV=\"production\"", "--log-level=error"];
    run(packages, "node", &[&["node_modules/esbuild/bin/esbuild"], &options[..], &live].concat())
}

fn run(folder: &Path, program: &str, words: &[&str]) -> Outcome {
    let status = Command::new(program).args(words).current_dir(folder).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(fault(format!("{program} {} failed", words.join(" ")))),
        Err(error) => Err(fault(format!("{program}: {error}; the peers need Node with npm on the PATH"))),
    }
}
