//! The pictures of the front page: which there are, what each part says of itself, and how the app marks it.

use crate::station::attribute;
use crate::support::{dataset, record};
use expect_test::expect;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::look::Look;
use ilrs_explainer::model::query::{Query, View};
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::site::lettering::width;
use ilrs_explainer::site::{joined, pictures};
use ilrs_explainer::text::Lang;
use ilrs_explainer::view::pictures::{Mark, has_pictures};

fn html() -> String {
    pictures::html(record(), &dataset(), Lang::En, "")
}

/// What is found under an address.
fn found(data: &Dataset, address: &str) -> QueryResult {
    QueryResult::new(data, &Query::from_url(address).0)
}

/// The parts of some pictures, each from the start of its tag.
fn parts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<a ").skip(1).filter(|part| attribute(&format!(" {part}"), "data-known").is_some())
}

fn said<'a>(part: &'a str, name: &str) -> Option<&'a str> {
    part.split('>').next()?.split_once(&format!("{name}=\""))?.1.split('"').next()
}

fn mark(data: &Dataset, found: &QueryResult, part: &str) -> Mark {
    let known = said(part, "data-known").expect("a part says since when it is known");
    let same = said(part, "data-same").unwrap_or(known);
    Mark::new(data, found, said(part, "data-of").expect("it says what it is"), known, same)
}

#[test]
fn every_part_says_what_it_stands_for() {
    let (html, data) = (html(), dataset());
    // The row below a picture leads to its code.
    let links = html.split("<a ").skip(1).filter(|link| !link.starts_with("href=\"embedding/")).count();
    assert!(links > 80 && parts(&html).count() == links, "{links} links");
    for part in parts(&html) {
        let of = said(part, "data-of").expect("a part says what it is");
        let at = data.at(of).unwrap_or_else(|| panic!("the record has no {of}"));
        assert_eq!(said(part, "href"), Some(&*format!("{}/{of}/", at.kind)));
    }
}

#[test]
fn at_the_cut_off_nothing_is_marked() {
    let (html, data) = (html(), dataset());
    let found = found(&data, "");
    for part in parts(&html) {
        assert_eq!(mark(&data, &found, part), Mark::default(), "{part}");
    }
}

/// On each day of the record, a part of the scene that is shown as it is drawn stood so on that day, by the record.
#[test]
fn on_an_earlier_day_nothing_is_claimed_that_was_not_known() {
    let (html, data) = (html(), dataset());
    let scene: Vec<&str> =
        parts(&html).filter(|part| said(part, "id").is_some_and(|id| id.starts_with("part-"))).collect();
    assert_eq!(scene.len(), 42);
    let look = |of: &str, day| Look::new(&data, data.item(data.at(of)?)?, day).into();
    let (mut kept, mut otherwise, mut unknown) = (0, 0, 0);
    for day in data.steps() {
        let asked = data.day(Some(*day));
        let address = format!("?asof={}", ilrs_explainer::model::when::When::from_day(*day));
        let found = found(&data, &address);
        for part in &scene {
            let of = said(part, "data-of").expect("a part says what it is");
            let item = data.item(data.at(of).expect("it is there")).expect("it is an item");
            let mark = mark(&data, &found, part);
            let then: Option<Look> = look(of, asked);
            let same = then == look(of, data.day(None));
            assert!(mark.unknown || data.exists(item, asked), "{of} was not known on {address}");
            assert!(mark.unknown || mark.otherwise || same, "{of} stood otherwise on {address}");
            match (mark.unknown, mark.otherwise) {
                (true, _) => unknown += 1,
                (_, true) => otherwise += 1,
                _ => kept += 1,
            }
        }
    }
    assert!(kept > 100 && otherwise > 100 && unknown > 100, "{kept} {otherwise} {unknown}");
}

#[test]
fn what_stands_on_a_day() {
    let (html, data) = (html(), dataset());
    let mut told = String::new();
    for address in ["?asof=2021-01-01", "?asof=2025-01-01", "?mission=luna-25"] {
        let found = found(&data, address);
        let mut of = |word: &str, is: &dyn Fn(&Mark) -> bool| {
            let ids: Vec<&str> = parts(&html)
                .filter(|part| is(&mark(&data, &found, part)))
                .filter_map(|part| said(part, "id"))
                .collect();
            told.push_str(&format!("{address} {word}: {}\n", ids.join(" ")));
        };
        match address.contains("asof") {
            true => {
                of("as drawn", &|mark| !mark.unknown && !mark.otherwise);
                of("otherwise", &|mark| mark.otherwise);
            }
            false => of("not faint", &|mark| !mark.away),
        }
    }
    expect![[r#"
        ?asof=2021-01-01 as drawn: part-queqiao-1 part-queqiao-1-narrow site-luna-2-impact-point site-luna-9-landing-point site-luna-16-landing-point site-luna-17-landing-point site-luna-21-landing-point site-luna-24-landing-point site-change-1-impact-point site-change-3-landing-point site-change-5-landing-point site-change-4-landing-point
        ?asof=2021-01-01 otherwise: part-luna-26 part-data-centre part-luna-27 part-change-7 part-change-8 part-luna-26-narrow part-data-centre-narrow part-luna-27-narrow part-change-7-narrow part-change-8-narrow
        ?asof=2025-01-01 as drawn: part-queqiao-1 part-queqiao-2 part-queqiao-constellation part-tiandu part-orbital-hub part-ground-support part-data-centre part-cislunar-transport part-surface-network part-modules-2022 part-science-facility part-surface-support part-hopper part-surface-vehicles part-surface-transport part-queqiao-1-narrow part-queqiao-2-narrow part-queqiao-constellation-narrow part-tiandu-narrow part-orbital-hub-narrow part-cislunar-transport-narrow part-ground-support-narrow part-data-centre-narrow part-surface-network-narrow part-modules-2022-narrow part-science-facility-narrow part-surface-support-narrow part-hopper-narrow part-surface-vehicles-narrow part-surface-transport-narrow site-luna-2-impact-point site-luna-9-landing-point site-luna-16-landing-point site-luna-17-landing-point site-luna-21-landing-point site-luna-24-landing-point site-change-1-impact-point site-change-3-landing-point site-change-5-landing-point site-luna-25-impact-point site-luna-25-target-point site-change-4-landing-point site-change-6-landing-point site-luna-25-impact-point-pole site-luna-25-target-point-pole site-change-7-target-point-pole site-luna-27-target-point-pole
        ?asof=2025-01-01 otherwise: part-luna-26 part-luna-27 part-power-station part-change-7 part-change-8 part-luna-26-narrow part-luna-27-narrow part-power-station-narrow part-change-7-narrow part-change-8-narrow
        ?mission=luna-25 not faint: part-luna-26 part-luna-27 part-luna-26-narrow part-luna-27-narrow site-luna-24-landing-point site-luna-25-impact-point site-luna-25-target-point site-luna-25-impact-point-pole site-luna-25-target-point-pole site-luna-27-target-point-pole
    "#]].assert_eq(&told);
}

#[test]
fn a_day_is_the_whole_of_it() {
    let data = dataset();
    for (asof, known, same, unknown, otherwise) in [
        ("2024-06-01", "2024-06-01", "2024-06-01", false, false),
        ("2024-05-31", "2024-06-01", "2024-06-01", true, false),
        ("2024-06-01", "2024-05-31", "2024-06-02", false, true),
        ("2024-06-01", "1957-10-04", "2024-06-01", false, false),
    ] {
        let found = found(&data, &format!("?asof={asof}"));
        let mark = Mark::new(&data, &found, "luna-26", known, same);
        assert_eq!(
            (mark.unknown, mark.otherwise, mark.away),
            (unknown, otherwise, false),
            "{asof} {known} {same}"
        );
    }
    let found = found(&data, "?mission=luna-25");
    let away = |of: &str| Mark::new(&data, &found, of, "1957-01-01", "1957-01-01").away;
    assert_eq!((away("luna-25"), away("queqiao-2"), away("nothing-known")), (false, true, false));
}

#[test]
fn which_views_have_pictures() {
    let with: Vec<&str> =
        View::ALL.iter().filter(|view| has_pictures(**view)).map(|view| view.word()).collect();
    assert_eq!(with, ["all", "plan", "missions", "participants", "scene", "moon"]);
}

#[test]
fn a_record_without_them_has_no_pictures() {
    let mut other = dataset();
    other.title = Some("Another thing".into());
    let other = Dataset::decode(&other.encode()).expect("it is read again");
    assert_eq!(pictures::html(&Default::default(), &other, Lang::En, ""), "");
}

// ------------------------------------------------------------------ who joined when

#[test]
fn the_steps_of_who_joined() {
    let html = joined::figure(&dataset(), Lang::En, "").expect("there are members").to_string();
    let all: Vec<&str> = parts(&html).filter_map(|part| said(part, "aria-label")).collect();
    expect![[r#"
        China, 9 March 2021, founder
        Russia, 9 March 2021, founder
        Argentina, April 2023, listed by some, contradicted by others, weak source, signed the Artemis Accords too
        Brazil, April 2023, listed by some, contradicted by others, weak source, signed the Artemis Accords too
        Asia-Pacific Space Cooperation Organization, 25 April 2023, member
        United Arab Emirates, June 2023, listed by some, contradicted by others, signed the Artemis Accords too
        Venezuela, 17 July 2023, member
        South Africa, 1 September 2023, member
        Azerbaijan, 3 October 2023, member
        Pakistan, 18 October 2023, member
        Belarus, 23 October 2023, member
        Egypt, 6 December 2023, member
        Thailand, 5 April 2024, member, signed the Artemis Accords too
        Algeria, April 2024, listed by some, contradicted by others, weak source
        Kenya, April 2024, listed by some, contradicted by others, weak source
        Arab Union for Astronomy and Space Sciences, 24 April 2024, member
        Nicaragua, 24 April 2024, member
        Serbia, May 2024, member, said to have signed the Artemis Accords too, not confirmed
        Türkiye, 28 May 2024, listed by some, contradicted by others, signed the Artemis Accords too
        Kazakhstan, 3 July 2024, member
        Senegal, 5 September 2024, member, signed the Artemis Accords too
        Bolivia, 29 April 2025, listed by some, contradicted by others, weak source
        Djibouti, 29 April 2025, listed by some, contradicted by others, weak source
        Ethiopia, 29 April 2025, listed by some, contradicted by others, weak source"#]].assert_eq(&all.join("\n"));
    let figure = joined::figure(&dataset(), Lang::En, "").expect("there are members");
    assert!(figure.count() <= 130, "{} elements", figure.count());
}

#[test]
fn both_camps_are_marked_by_dated_claims_alone() {
    let data = dataset();
    let both: Vec<&str> =
        data.participants.iter().filter(|item| joined::both(item).is_some()).map(|item| &*item.id).collect();
    assert!(both.contains(&"thailand") && both.contains(&"serbia") && !both.contains(&"china"), "{both:?}");
    let html = joined::figure(&data, Lang::En, "").expect("there are members").to_string();
    let row = |id: &str| {
        let mut parts = parts(&html).filter(|part| said(part, "data-of") == Some(id));
        parts.next().unwrap_or_else(|| panic!("{id} is not drawn")).to_string()
    };
    assert!(row("thailand").contains("class=\"ring\""));
    assert!(row("serbia").contains("class=\"ring perhaps\""), "known only from a weak source");
    assert!(!row("china").contains("ring"));
}

/// The narrowest phone is 320 pixels wide, which leaves 20.5 em for the picture.
#[test]
fn names_of_who_joined_stay_in_the_picture() {
    let html = joined::figure(&dataset(), Lang::En, "").expect("there are members").to_string();
    let mut last = 0.0;
    for part in parts(&html) {
        let text = part.split_once("<text ").expect("it has a name").1;
        let of = |name: &str, unit: char| -> f64 {
            let value = said(text, name).and_then(|value| value.split(unit).next()?.parse().ok());
            value.unwrap_or_else(|| panic!("{name} of {text}"))
        };
        let name = text.split_once('>').and_then(|(_, rest)| rest.split('<').next()).expect("a name");
        let (at, off) = (of("x", '%') / 100.0 * 20.5, of("dx", 'e'));
        let [left, right] = match off < 0.0 {
            true => [at + off - width(name, 1.0, true), at],
            false => [at, at + off + width(name, 1.0, true)],
        };
        assert!(left >= 0.0 && right <= 20.6, "{name} from {left} to {right}");
        let y = of(" y", 'e');
        assert!(y - last >= 1.89 || last == 0.0, "rows are apart as far as a finger needs");
        last = y;
    }
}
