//! Dates, spans and shifts in the words of each language.

use ilrs_explainer::model::when::{When, days};
use ilrs_explainer::text::Lang;
use proptest::prelude::*;

fn when(text: &str) -> When {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// What stands in English, Chinese and Russian.
fn said(say: impl Fn(Lang) -> String) -> [String; 3] {
    [Lang::En, Lang::Zh, Lang::Ru].map(say)
}

#[test]
fn a_date_by_itself() {
    for (date, words) in [
        ("2024-06-12", ["12 June 2024", "2024年6月12日", "12 июня 2024"]),
        ("2024-06", ["June 2024", "2024年6月", "июнь 2024"]),
        ("2024", ["2024", "2024年", "2024"]),
        ("2024-22", ["summer 2024", "2024年夏季", "лето 2024"]),
        ("2024-24", ["winter 2024–2025", "2024—2025年冬季", "зима 2024–2025"]),
        ("203X", ["the 2030s", "21世纪30年代", "2030-е годы"]),
        ("../2036", ["by the end of 2036", "不迟于2036年", "до конца 2036 года"]),
        ("../2026-06", ["by the end of June 2026", "不迟于2026年6月", "до конца июня 2026 года"]),
        ("2028/..", ["from 2028 on", "2028年或更晚", "с 2028 года"]),
        ("2031/2035", ["2031 to 2035", "2031—2035年", "2031–2035"]),
        ("2029~", ["about 2029", "2029年前后", "примерно 2029"]),
        ("2029?", ["2029, uncertain", "2029年（存疑）", "предположительно 2029"]),
        ("2029%", ["about 2029, uncertain", "2029年前后（存疑）", "предположительно, примерно 2029"]),
    ] {
        assert_eq!(said(|lang| lang.text().when(&when(date))), words, "{date}");
    }
}

#[test]
fn a_date_below_a_mark() {
    for (date, words) in [
        ("2024-06-12", ["Jun 2024", "2024年6月", "июнь 2024"]),
        ("2024-01", ["Jan 2024", "2024年1月", "янв. 2024"]),
        ("../2036", ["by end 2036", "不迟于2036年", "до конца 2036"]),
        ("2028/..", ["2028 or later", "2028年或更晚", "2028 или позже"]),
        ("2026-06/2026-09", ["Jun–Sep 2026", "2026年6—9月", "июнь — сент. 2026"]),
        ("2026/2027", ["2026–2027", "2026—2027年", "2026–2027"]),
        ("2029~", ["about 2029", "2029年前后", "≈ 2029"]),
    ] {
        assert_eq!(said(|lang| lang.text().slip().date(&when(date))), words, "{date}");
    }
}

#[test]
fn a_promise_in_a_sentence() {
    for (date, words) in [
        ("2028", ["promised for 2028", "承诺时间：2028年", "обещано на 2028 год"]),
        ("../2036", ["promised by the end of 2036", "承诺时间：不迟于2036年", "обещано до конца 2036 года"]),
    ] {
        assert_eq!(said(|lang| lang.text().promised_for(&when(date))), words, "{date}");
    }
}

#[test]
fn numbers_of_things_agree_with_their_nouns() {
    for (years, words) in [
        (1, ["1 year later", "推迟1年", "на 1 год позже"]),
        (3, ["3 years later", "推迟3年", "на 3 года позже"]),
        (5, ["5 years later", "推迟5年", "на 5 лет позже"]),
        (11, ["11 years later", "推迟11年", "на 11 лет позже"]),
        (21, ["21 years later", "推迟21年", "на 21 год позже"]),
    ] {
        assert_eq!(said(|lang| lang.text().slip().years(years, "later")), words, "{years}");
    }
}

#[test]
fn words_stand_in_a_row() {
    for (number, words) in
        [(1, ["a", "a", "a"]), (2, ["a and b", "a和b", "a и b"]), (3, ["a, b and c", "a、b和c", "a, b и c"])]
    {
        let list: Vec<String> = ["a", "b", "c"].into_iter().take(number).map(String::from).collect();
        assert_eq!(said(|lang| lang.text().slip().bodies(&list)), words, "{number}");
    }
}

proptest! {
    #[test]
    fn every_date_can_be_typed_as_its_language_prints_it(year in -9999..=9999, month in 1u8..=12, day in 1u8..=28) {
        for lang in Lang::ALL {
            let text = lang.text();
            for date in [When::from_year(year), When::from_month(year, month), When::from_day(days(year, month, day))] {
                prop_assert_eq!(text.typed(&text.when(&date)), Some(date), "{}", text.when(&date));
            }
            prop_assert_eq!(text.typed(&text.year(year)), Some(When::from_year(year)));
        }
    }
}
