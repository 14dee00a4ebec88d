//! Our reader of JSON, held to serde_json's judgement.

use crate::support::cases;
use ilrs_explainer::model::json::Json;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

/// What our reader read, as serde_json would say it. The last of two members of one name counts, as there.
fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(is) => Value::Bool(*is),
        Json::Number(digits) => {
            serde_json::from_str(digits).unwrap_or_else(|error| panic!("{digits}: {error}"))
        }
        Json::Text(text) => Value::String(text.to_string()),
        Json::List(values) => values.iter().map(value).collect(),
        Json::Object(members) => members.iter().map(|(name, of)| (name.to_string(), value(of))).collect(),
    }
}

/// Both readers say the same: the same value, or that it is none.
fn agree(text: &str) -> Result<(), TestCaseError> {
    match (Json::parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => prop_assert_eq!(value(&ours), theirs, "{}", text),
        (Err(_), Err(_)) => {}
        // Our numbers stay as they are written, so that none is too large.
        (Ok(_), Err(error)) if error.to_string().starts_with("number out of range") => {}
        (ours, theirs) => prop_assert!(false, "{text:?}: {ours:?}, but serde_json {theirs:?}"),
    }
    Ok(())
}

#[test]
fn agrees_on_the_hard_cases() {
    let texts = [
        "",
        " ",
        "null",
        "nul",
        "nulll",
        "true false",
        "0",
        "-0",
        "01",
        "-",
        "1.",
        ".5",
        "1.5e3",
        "1e+",
        "1E-7",
        "+1",
        "[]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1",
        "{}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\" 1}",
        "{\"a\":}",
        "{\"a\":1,\"a\":2}",
        "\"",
        "\"a",
        "\"a\tb\"",
        "\"a\nb\"",
        "\"\\\"\"",
        "\"\\'\"",
        "\"\\x41\"",
        "\"\\/\\b\\f\\n\\r\\t\\\\\"",
        "\"\u{7f}\"",
        "\"\\u0041\"",
        "\"\\u004\"",
        "\"\\u00g1\"",
        "\"\\u+041\"",
        "\"\\u0000\"",
        "\"\\ud83c\\udf19\"",
        "\"\\uD83C\\uDF19x\"",
        "\"\\ud83c\"",
        "\"\\udf19\"",
        "\"\\udf19\\ud83c\"",
        "\"\\ud83cx\"",
        "\"\\ud83c\\n\"",
        "\"\\ud83c\\u0041\"",
        "\"月🌙\"",
        "\u{feff}1",
        "\u{a0}1",
        "1\u{b}",
        "\r\n\t 1 \r\n",
        "NaN",
        "Infinity",
        "'a'",
        "/* */1",
        "1//",
    ];
    for text in texts {
        agree(text).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn reads_escapes_and_says_where_it_stopped() {
    let text = r#""\ud83c\udf19 \u6708 \n\t\"\\\/""#;
    assert_eq!(Json::parse(text), Ok(Json::Text("🌙 月 \n\t\"\\/".into())));
    let table = [
        ("", "byte 0: a value is expected"),
        ("[1 2]", "byte 3: a comma or ] is expected"),
        ("{\"a\" 1}", "byte 5: a colon is expected"),
        ("{\"a\":1 2}", "byte 7: a comma or } is expected"),
        ("{1:2}", "byte 1: a name is expected"),
        ("1 2", "byte 2: the end is expected"),
        ("\"\\q\"", "byte 2: an escape is expected"),
        ("\"ab", "byte 3: the end of the text is expected"),
        ("-x", "byte 1: a digit is expected"),
    ];
    for (text, sentence) in table {
        assert_eq!(Json::parse(text).expect_err(text).to_string(), sentence, "{text}");
    }
}

#[test]
fn depth_has_an_end() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(Json::parse(&nested(64)).is_ok());
    assert_eq!(Json::parse(&nested(65)).expect_err("65 deep").to_string(), "byte 64: less depth is expected");
    assert!(Json::parse(&"[".repeat(1_000_000)).is_err());
    assert!(Json::parse(&"{\"a\":".repeat(1_000_000)).is_err());
}

fn values() -> impl Strategy<Value = Value> {
    let text = || vec(any::<char>(), 0..12).prop_map(|signs| signs.into_iter().collect::<String>());
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        let object = proptest::collection::btree_map(text(), inner.clone(), 0..6);
        prop_oneof![vec(inner, 0..6).prop_map(Value::from), object.prop_map(|of| of.into_iter().collect())]
    })
}

/// The text with a few signs put in, left out or exchanged.
fn mutated() -> impl Strategy<Value = String> {
    let change = (
        any::<prop::sample::Index>(),
        0..3,
        prop::sample::select(r#"[]{},:"\/ue0d1-.+Et n"#.chars().collect::<Vec<_>>()),
    );
    (values(), vec(change, 1..4)).prop_map(|(value, changes)| {
        let mut signs: Vec<char> = value.to_string().chars().collect();
        for (place, how, sign) in changes {
            let place = place.index(signs.len() + 1);
            let end = (place + usize::from(how > 0)).min(signs.len());
            signs.splice(place..end, (how < 2).then_some(sign));
        }
        signs.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn reads_what_serde_json_writes(value in values()) {
        agree(&value.to_string())?;
        prop_assert!(Json::parse(&value.to_string()).is_ok());
    }

    #[test]
    fn agrees_on_broken_texts(text in mutated()) {
        agree(&text)?;
    }

    #[test]
    fn agrees_on_any_text(text in "\\PC{0,20}") {
        agree(&text)?;
    }
}
