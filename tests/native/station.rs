//! The station scene: its parts, what it does without, and that nothing stands on anything else.

use crate::support::{dataset, record, root, small_data};
use expect_test::expect;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::site::lettering::{Field, meet};
use ilrs_explainer::site::rules::problems;
use ilrs_explainer::site::station::{Drawn, Part, Scene, figure};
use ilrs_explainer::text::Lang;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Both compositions.
pub fn scenes<'a>(data: &'a Dataset) -> [Scene<'a>; 2] {
    [Scene::wide(data, Lang::En, ""), Scene::narrow(data, Lang::En, "")]
}

/// The value of an attribute of the first element of some markup.
pub fn attribute<'a>(markup: &'a str, name: &str) -> Option<&'a str> {
    let tag = markup.split('>').next()?;
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

fn art<'a>(scene: &Scene<'a>, part: &Part) -> &'static Drawn {
    scene.art.drawn().find(|drawn| drawn.part == part.id).expect("it has art")
}

#[test]
fn what_the_scene_says_of_its_parts() {
    let data = dataset();
    let scene = Scene::wide(&data, Lang::En, "");
    let said = |part: &Part| {
        let markup = part.element.to_string();
        let phases = attribute(&markup, "data-p").unwrap_or_default();
        format!("{} [{phases}]", attribute(&markup, "aria-label").unwrap_or_default())
    };
    let all: Vec<String> = scene.parts.iter().map(said).collect();
    expect![[r#"
        Queqiao 2018, has flown [1 2 3 4 5]
        Queqiao-2 2024, has flown [1 2 3 4 5]
        Queqiao constellation ≈ 2030, promised for then [1 2 3 4 5]
        Tiandu-1 and -2 2024, has flown [1 2 3 4 5]
        Luna-26 2028, promised for then [1]
        Orbital hub and distant nodes, only named [5]
        Ground support and use of data, only named [1 2 3 4 5]
        Joint data centre for Moon and deep space ?, only named, weak source [1 2 3 4 5]
        Earth–Moon transport 2031–2035, promised for then [2]
        Luna-27 2029–2030, promised for then [1]
        Surface network, only named [4 5]
        Lunar power station 2033–2035, promised for then [4]
        Modules as listed in 2022 ?, only named, weak source [1 2 3 4 5]
        Science facilities ? 2031–2035, promised for then, weak source [3]
        Chang’e-7 ? 2027, promised for then, weak source [1 4]
        Long-term support on the surface 2031–2035, promised for then [2]
        Hopper, only named [4]
        Crewed and long-range vehicles, only named [4 5]
        Transport and work on the surface, only named [2]
        Chang’e-8 ? ≈ 2029, promised for then, weak source [2 4]
        Russia’s part of the station 2033–2034, promised for then [2]"#]]
    .assert_eq(&all.join("\n"));
    assert_eq!(scene.sentence(), "Nothing on the ground stands yet");
}

#[test]
fn what_is_heard_begins_with_what_is_seen() {
    let data = dataset();
    for part in scenes(&data).into_iter().flat_map(|scene| scene.parts) {
        let mut seen = part.label.lines.join(" ");
        if !part.label.year.is_empty() {
            seen = format!("{seen} {}", part.label.year);
        }
        let markup = part.element.to_string();
        let heard = attribute(&markup, "aria-label").expect("a link has a name");
        assert!(heard.starts_with(&seen), "{heard} does not begin with {seen}");
        let text: String =
            markup.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
        assert_eq!(text.trim(), seen, "what is read is what is seen");
    }
}

#[test]
fn one_that_lands_stands_on_the_ground() {
    let mut data = dataset();
    let flown =
        data.missions.iter().find(|item| &*item.id == "queqiao-2").expect("it is there").claims.clone();
    let lander = data.missions.iter_mut().find(|item| &*item.id == "change-7").expect("it is there");
    lander.claims.extend(flown.into_iter().filter(|claim| claim.field.word() == "outcome"));
    let scene = Scene::wide(&data, Lang::En, "");
    assert_eq!(scene.sentence(), "One of 12 parts stands on the ground");
    let part = scene.parts.iter().find(|part| part.id == "change-7").expect("it is drawn");
    let markup = part.element.to_string();
    assert!(attribute(&markup, "class").is_some_and(|class| class.contains("flown")), "{markup}");
    assert!(markup.contains("<path class=\"c\""), "it casts a shadow");
    assert_eq!(attribute(&markup, "data-y"), None);
}

// ------------------------------------------------------------------ what a record lacks

#[test]
fn a_record_without_parts_has_no_scene() {
    assert!(figure(&small_data(), Lang::En, "").is_none());
    let mut other = dataset();
    other.title = Some("Another thing".into());
    let other = Dataset::decode(&other.encode()).expect("it is read again");
    assert!(figure(&other, Lang::En, "").is_none(), "the scene is of the station");
    let mut data = dataset();
    data.phases.clear();
    let without = figure(&data, Lang::En, "").expect("there are parts").to_string();
    assert!(
        !without.contains("of-phase") && without.contains("of-year"),
        "no step for phases that are not there"
    );
    data.milestones.iter_mut().for_each(|milestone| milestone.promises.clear());
    for part in data.facilities.iter_mut().chain(&mut data.missions) {
        part.claims.retain(|claim| claim.field.word() != "when");
    }
    let without = figure(&data, Lang::En, "").expect("there are parts").to_string();
    assert!(without.contains("<svg") && !without.contains("<form"), "nothing stands empty");
}

#[test]
fn a_part_that_the_record_lacks_is_left_out_and_told() {
    let mut lacking = record().clone();
    lacking.facilities.retain(|item| item.id != "hopper");
    lacking.missions.retain(|item| item.id != "luna-27");
    let told: Vec<String> = problems(&lacking).iter().map(ToString::to_string).collect();
    for id in ["hopper", "luna-27"] {
        let place = format!("facilities/{id}: id: the station scene draws it");
        assert!(told.iter().any(|problem| problem.starts_with(&place)), "{id} in {told:#?}");
    }
    assert!(problems(record()).iter().all(|problem| !problem.reason.contains("scene")));
    let mut data = dataset();
    let hopper = data.facilities.iter_mut().find(|item| &*item.id == "hopper").expect("it is there");
    hopper.id = "jumper".into();
    let data = Dataset::decode(&data.encode()).expect("it is read again");
    for scene in scenes(&data) {
        assert_eq!(scene.parts.len(), 20);
        assert!(scene.parts.iter().all(|part| part.id != "hopper"));
    }
}

// ------------------------------------------------------------------ room

/// The boxes of the subpaths of a path of M, l, h, v and z, in whole units.
fn boxes(d: &str) -> Vec<Field> {
    let mut all: Vec<Field> = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    for (command, numbers) in commands(d) {
        match command {
            'M' => {
                (x, y) = (numbers[0], numbers[1]);
                all.push([x, y, x, y]);
            }
            'z' => {}
            _ => {
                let steps: Vec<(f64, f64)> = match command {
                    'h' => numbers.iter().map(|step| (*step, 0.0)).collect(),
                    'v' => numbers.iter().map(|step| (0.0, *step)).collect(),
                    'l' => numbers.chunks(2).map(|step| (step[0], step[1])).collect(),
                    other => panic!("{other} in {d}"),
                };
                let field = all.last_mut().expect("a path begins with M");
                for (right, down) in steps {
                    (x, y) = (x + right, y + down);
                    *field = [field[0].min(x), field[1].min(y), field[2].max(x), field[3].max(y)];
                }
            }
        }
    }
    all.iter().map(|field| field.map(|place| place / 2.0)).collect()
}

fn commands(d: &str) -> Vec<(char, Vec<f64>)> {
    let mut all: Vec<(char, String)> = Vec::new();
    for sign in d.chars() {
        match all.last_mut() {
            _ if sign.is_ascii_alphabetic() => all.push((sign, String::new())),
            Some((_, numbers)) if sign == '-' => numbers.push_str(" -"),
            Some((_, numbers)) => numbers.push(sign),
            None => panic!("{d} begins with {sign}"),
        }
    }
    let numbers = |text: &str| text.split_whitespace().map(|word| word.parse().expect("a number")).collect();
    all.iter().map(|(command, text)| (*command, numbers(text))).collect()
}

/// Names that meet others, leave the page or stand on the art of another part; hit areas that are small, or lie on
/// others.
fn clashes(scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    let mut names: Vec<(String, Field)> = scene.fixed_words();
    // Of the two sentences one is seen.
    let sentences = [names[0].0.clone(), names[1].0.clone()];
    names.extend(scene.parts.iter().map(|part| (part.id.clone(), part.label.field)));
    let [wide, high] = scene.art.size.map(f64::from);
    for (at, (name, field)) in names.iter().enumerate() {
        if field[0] < 2.0 || field[1] < 2.0 || field[2] > wide - 2.0 || field[3] > high - 2.0 {
            found.push(format!("{name} leaves the page: {field:?}"));
        }
        for (other, room) in &names[..at] {
            let both = sentences.contains(name) && sentences.contains(other);
            if !both && meet(*field, *room, 1.0) {
                found.push(format!("{name} meets {other}"));
            }
        }
        for part in scene.parts.iter().filter(|part| part.id != *name) {
            let art = art(scene, part);
            let drawn = boxes(&art.f).into_iter().chain(boxes(&art.l));
            if drawn.into_iter().any(|drawn| meet(*field, drawn, -2.0)) {
                found.push(format!("{name} stands on {}", part.id));
            }
        }
    }
    found
}

fn areas(scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    let hits: Vec<(&str, Field)> =
        scene.parts.iter().map(|part| (&*part.id, boxes(&art(scene, part).hit)[0])).collect();
    for (at, (name, field)) in hits.iter().enumerate() {
        let size = |field: &Field| (field[2] - field[0], field[3] - field[1]);
        let (wide, high) = size(field);
        if wide < scene.art.touch - 0.5 || high < scene.art.touch - 0.5 {
            found.push(format!("{name} is small to touch: {wide} by {high}"));
        }
        for (other, room) in &hits[..at] {
            let shared = (field[2].min(room[2]) - field[0].max(room[0])).max(0.0)
                * (field[3].min(room[3]) - field[1].max(room[1])).max(0.0);
            let least = (wide * high).min(size(room).0 * size(room).1);
            if shared > 0.25 * least {
                found.push(format!("{name} lies on {other}"));
            }
        }
    }
    found
}

fn none(found: Vec<String>) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_stands_on_anything_else() {
    let data = dataset();
    for scene in scenes(&data) {
        none(clashes(&scene));
        none(areas(&scene));
    }
}

/// The record with other names.
fn renamed(name: impl Fn(&str) -> String) -> Dataset {
    let mut data = dataset();
    for item in data.missions.iter_mut().chain(&mut data.facilities) {
        item.name = Rc::from(name(&item.name));
    }
    data
}

#[test]
fn long_names_and_names_in_other_scripts_find_room() {
    let long = "An extraordinarily long name of a part of the station that nobody would ever give to it, but which a \
                record may hold";
    let mut found = Vec::new();
    for (name, case) in [
        (long.to_string(), "120 letters"),
        ("Сверхдолговременная научно-исследовательская инфраструктура на поверхности".to_string(), "Russian"),
        ("联合月球与深空探测数据中心和长期地面支持设施".to_string(), "Chinese"),
        ("嫦娥八号".to_string(), "Chinese, short"),
        ("محطة أبحاث القمر الدولية للدعم طويل الأمد على السطح".to_string(), "Arabic"),
        ("W".repeat(120), "one word"),
        ("月".repeat(120), "one word of ideograms"),
    ] {
        let data = renamed(|_| name.clone());
        for scene in scenes(&data) {
            let size = scene.art.size;
            found.extend(clashes(&scene).into_iter().map(|clash| format!("{case}, {size:?}: {clash}")));
            for part in &scene.parts {
                let markup = part.element.to_string();
                let heard = attribute(&markup, "aria-label").unwrap_or_default();
                assert!(heard.starts_with(&name), "{case}: the whole name can be heard: {heard}");
            }
        }
    }
    none(found);
}

#[test]
fn no_name_is_markup() {
    let hostile = "\"><script>alert('x')</script>&amp;<a onclick=";
    let data = renamed(|_| hostile.to_string());
    let markup = figure(&data, Lang::En, "").expect("there are parts").to_string();
    assert!(!markup.contains("<script") && !markup.contains("\"><a "), "{markup}");
    assert!(markup.contains("&lt;script&gt;"));
}

#[test]
fn a_strict_policy_allows_all_of_it() {
    let data = dataset();
    let markup = figure(&data, Lang::En, "../").expect("there are parts").to_string();
    for refused in ["style", "<script", " on", "javascript:", "xlink:", "data:"] {
        let outside =
            markup.split('<').filter(|tag| tag.split('>').next().is_some_and(|tag| tag.contains(refused)));
        // A name may hold any word: what is asked is whether a tag has it outside of its values.
        let bare = |tag: &&str| {
            let tag = tag.split('>').next().unwrap_or_default();
            let names: String = tag.split('"').step_by(2).collect();
            names.contains(refused)
        };
        assert_eq!(outside.filter(bare).count(), 0, "{refused}");
    }
    let ids: Vec<&str> = markup.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let different: BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), different.len(), "an id stands once");
    assert!(markup.contains("href=\"../mission/luna-26/\""));
}

#[test]
fn the_style_sheet_answers_every_step() {
    let css = std::fs::read_to_string(root().join("styles/scene.css")).expect("there is a sheet");
    let data = dataset();
    let markup = figure(&data, Lang::En, "").expect("there are parts").to_string();
    for (class, attribute) in [("of-phase", "data-p"), ("of-year", "data-s")] {
        let radios = markup.matches(&format!("name=\"scene-{class}\"")).count();
        assert!(radios > 4, "{class}: {radios}");
        for step in 1..radios {
            assert!(markup.contains(&format!("name=\"scene-{class}\" value=\"{step}\"")));
            for rule in [
                format!("> .{class} > label > [value=\"{step}\"]:checked"),
                format!("[{attribute}~=\"{step}\"]"),
            ] {
                assert!(css.contains(&rule), "{rule}");
            }
        }
    }
}
