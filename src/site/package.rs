//! `dist/` as a package of npm: the element alone, for pages that are made with a bundler. Its entry names each file by a
//! literal, which bundlers look for and copy; the manifest says to editors and catalogues what the element takes and tells
//! (<https://github.com/webcomponents/custom-elements-manifest>).

use super::frozen::VERSION;
use super::loaded::Names;
use super::page::fill;
use super::{Error, Files, script};
use crate::model::query::NAMES;
use crate::text::{Lang, PARTS, PROPERTIES};
use serde::Serialize;
use serde_json::{Value, json};

/// The entry of the package.
pub const ENTRY: &str = "ilrs-explainer.js";

/// The manifest of its element.
pub const MANIFEST: &str = "custom-elements.json";

/// What the element loads as it is, in any language, and what of it each language has; what becomes a part of the page's
/// own code.
const COPIED: [&str; 3] = ["style", "glue", "wasm"];
const BY_LANGUAGE: [&str; 5] = ["record", "words", "pictures", "picture", "style"];
const BUNDLED: [&str; 2] = ["boot", "foreign"];

/// The tag of the element.
const TAG: &str = "ilrs-explainer";

/// Adds the package: what it is, its entry and the manifest. The names are those of what any language loads and of what
/// each does. `element` is the template of the script that defines the element, `types` what is said of it to TypeScript;
/// links of the element lead to the site at `url`, or else beside it.
pub fn add(
    files: &mut Files,
    (names, languages): (&Names, &[(&str, &Names)]),
    (element, types): (&str, &str),
    lang: Lang,
    url: Option<&str>,
) -> Result<(), Error> {
    let [boot, foreign] = BUNDLED.map(|of| named(names, &[of]).first().map(|(_, file)| *file));
    let (Some(boot), Some(foreign)) = (boot, foreign) else {
        return Err("the package lacks the scripts by which the element starts".to_string());
    };
    let copied = named(names, &COPIED);
    let languages: Vec<(&str, Vec<Named>)> =
        languages.iter().map(|(code, names)| (*code, named(names, &BY_LANGUAGE))).collect();
    let loads = loads([boot, foreign], &copied, &languages, url);
    let entry = fill(element, &[("loads", &loads), ("parameters", &parameters()?), ("version", VERSION)])?;
    files.insert(ENTRY.to_string(), script::published(&entry)?.into_bytes());
    files.insert(MANIFEST.to_string(), pretty(&manifest(types, lang))?);
    let all = copied.iter().chain(languages.iter().flat_map(|(_, names)| names)).map(|(_, file)| *file);
    let mut listed: Vec<String> = all.chain([boot, foreign]).map(|file| format!("assets/{file}")).collect();
    // The script that reads other records names its program by itself.
    listed.extend(files.keys().filter(|path| is_checker(path)).cloned());
    files.insert("package.json".to_string(), pretty(&package(listed, lang, url))?);
    Ok(())
}

/// What a file is, and its name.
type Named<'a> = (&'static str, &'a str);

fn named<'a>(names: &'a Names, which: &[&str]) -> Vec<Named<'a>> {
    let wanted = names.iter().filter(|(name, _)| which.contains(name));
    wanted.map(|(name, file)| (*name, file.as_str())).collect()
}

/// A line a word.
fn pretty(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let text = serde_json::to_vec_pretty(value).map_err(|error| error.to_string())?;
    Ok([text, b"\n".to_vec()].concat())
}

fn is_checker(path: &str) -> bool {
    path.starts_with("assets/checker.") && path.ends_with(".wasm")
}

/// How the entry finds what the element loads: each by a literal.
fn loads(
    [boot, foreign]: [&str; 2],
    copied: &[Named],
    languages: &[(&str, Vec<Named>)],
    url: Option<&str>,
) -> String {
    let address = |(of, file): &Named| format!("{of}: new URL(\"./assets/{file}\", import.meta.url).href,");
    let base = url.map_or_else(
        || "new URL(\".\", document.baseURI).href".to_string(),
        |url| format!("{:?}", format!("{}/", url.trim_end_matches('/'))),
    );
    let mut lines =
        vec![format!("import * as booted from \"./assets/{boot}\";"), "const NAMES = {".to_string()];
    lines.extend(copied.iter().map(address));
    lines.extend([format!("base: {base},"), "};".to_string(), "const LANGUAGES = {".to_string()]);
    for (code, names) in languages {
        lines.push(format!("{code}: {{"));
        lines.extend(names.iter().map(address));
        lines.push("},".to_string());
    }
    lines.push("};".to_string());
    lines.push("const asset = (address) => address;".to_string());
    lines.push("const boot = async () => booted;".to_string());
    lines.push(format!("const checker = () => import(\"./assets/{foreign}\");"));
    lines.join("\n")
}

/// The parameters of an address, which are attributes of the element, as a list of a script.
pub fn parameters() -> Result<String, Error> {
    serde_json::to_string(&NAMES).map_err(|error| error.to_string())
}

/// `package.json`, with its members in this order: the first condition that fits counts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Package<'a> {
    name: &'a str,
    version: &'a str,
    description: &'a str,
    license: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    #[serde(rename = "type")]
    kind: &'a str,
    exports: Exports,
    types: &'a str,
    custom_elements: &'a str,
    /// What is there for what it does, and must not be left out for nothing being asked of it.
    side_effects: [String; 2],
    files: Vec<String>,
}

#[derive(Serialize)]
struct Exports {
    #[serde(rename = ".")]
    entry: Conditions,
    #[serde(rename = "./custom-elements.json")]
    manifest: String,
    #[serde(rename = "./package.json")]
    package: &'static str,
}

#[derive(Serialize)]
struct Conditions {
    types: &'static str,
    default: String,
}

fn package<'a>(loaded: Vec<String>, lang: Lang, url: Option<&'a str>) -> Package<'a> {
    let own = [ENTRY, MANIFEST, "embed.d.ts", "licences/index.html", "sbom.cdx.json"].map(str::to_string);
    Package {
        name: TAG,
        version: VERSION,
        description: lang.static_text().description,
        license: env!("CARGO_PKG_LICENSE"),
        homepage: url,
        kind: "module",
        exports: Exports {
            entry: Conditions { types: "./embed.d.ts", default: format!("./{ENTRY}") },
            manifest: format!("./{MANIFEST}"),
            package: "./package.json",
        },
        types: "./embed.d.ts",
        custom_elements: MANIFEST,
        side_effects: [format!("./{ENTRY}"), "./assets/*.js".to_string()],
        files: own.into_iter().chain(loaded).collect(),
    }
}

/// What the element takes, says and looks like. Attributes and events are those of its types.
pub fn manifest(types: &str, lang: Lang) -> Value {
    let attributes: Vec<Value> = members(types, "IlrsAttributes").map(|member| attribute(&member)).collect();
    let fields = attributes.iter().map(|attribute| {
        json!({
            "kind": "field", "name": attribute["name"], "attribute": attribute["name"], "type": attribute["type"],
            "reflects": true,
        })
    });
    // Every element has it, so that it is no property of this one.
    let lang_attribute = json!({
        "name": "lang", "type": { "text": "\"en\" | \"zh\" | \"ru\"" },
        "description": "The language; English without it, or with another.",
    });
    let query = json!({
        "kind": "field", "name": "query", "type": { "text": "string" }, "readonly": true,
        "description": "The canonical query on show; empty until it runs.",
    });
    let start = json!({
        "kind": "method", "name": "start", "return": { "type": { "text": "Promise<void>" } },
        "description": "Starts now, wherever it stands.",
    });
    let events = members(types, "IlrsEvents")
        .map(|member| json!({ "name": member.name, "type": { "text": member.of } }));
    let words = lang.embedding();
    let named = |(name, what): (&&str, &&str)| json!({ "name": name, "description": what });
    let element = json!({
        "kind": "class", "customElement": true, "name": "IlrsExplainerElement", "tagName": TAG,
        "description": lang.static_text().description,
        "superclass": { "name": "HTMLElement" },
        "attributes": attributes.iter().chain([&lang_attribute]).collect::<Vec<_>>(),
        "members": fields.chain([query, start]).collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": [{ "name": "", "description": "What shows until it runs, and where it cannot." }],
        "cssProperties": PROPERTIES.iter().zip(&words.properties).map(named).collect::<Vec<_>>(),
        "cssParts": PARTS.iter().zip(&words.parts).map(named).collect::<Vec<_>>(),
    });
    json!({
        "schemaVersion": "2.1.0",
        "modules": [{
            "kind": "javascript-module", "path": ENTRY, "declarations": [element],
            "exports": [{
                "kind": "custom-element-definition", "name": TAG,
                "declaration": { "name": "IlrsExplainerElement", "module": ENTRY },
            }],
        }],
    })
}

/// A member of an interface, with its type.
struct Member<'a> {
    name: &'a str,
    of: &'a str,
    about: Option<&'a str>,
}

fn attribute(member: &Member) -> Value {
    let mut attribute =
        json!({ "name": member.name, "fieldName": member.name, "type": { "text": member.of } });
    if let Some(about) = member.about {
        attribute["description"] = about.into();
    }
    attribute
}

/// The members of an interface in the types, a line each; a comment of a line is about the next.
fn members<'a>(types: &'a str, interface: &str) -> impl Iterator<Item = Member<'a>> {
    let body = types.split_once(&format!("interface {interface} {{\n")).map_or("", |(_, rest)| rest);
    let body = body.split_once("\n}").map_or("", |(body, _)| body);
    let mut about = None;
    body.lines().filter_map(move |line| {
        let line = line.trim();
        if let Some(comment) = line.strip_prefix("/** ") {
            about = comment.strip_suffix(" */");
            return None;
        }
        let (name, of) = line.strip_suffix(';')?.split_once(": ")?;
        let name = name.trim_end_matches('?').trim_matches('"');
        Some(Member { name, of, about: about.take() })
    })
}
