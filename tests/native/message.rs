//! Messages: what a template says, what is wrong with one that says nothing, and the forms of nouns beside numbers.

use crate::support::cases;
use ilrs_explainer::model::when::When;
use ilrs_explainer::text::message::{Arg, Message, MessageFault, pieces};
use ilrs_explainer::text::plural::Plural;
use ilrs_explainer::text::{Lang, Locale};
use proptest::prelude::*;
use serde::Deserialize;

fn locale() -> &'static Locale {
    &Lang::En.language().locale
}

/// A message as a file has it.
fn message(text: &str) -> Message {
    #[derive(Deserialize)]
    struct File {
        message: Message,
    }
    let file = toml::Table::from_iter([("message".to_string(), text.into())]);
    file.try_into::<File>().unwrap_or_else(|error| panic!("{text}: {error}")).message
}

fn said(text: &str, args: &[(&str, Arg)]) -> String {
    message(text).fill(locale(), args)
}

#[test]
fn a_message_says_what_it_is_given() {
    let when: When = "2024-06-12".parse().expect("a date");
    let open: When = "../2036".parse().expect("a date");
    let list = ["China", "Russia", "Serbia"].map(String::from);
    let (one, many) = (("n", Arg::Number(1)), ("n", Arg::Number(5)));
    /// A message, what it is given, and what it says.
    type Case<'a> = (&'a str, &'a [(&'a str, Arg<'a>)], &'a str);
    let table: [Case; 24] = [
        ("", &[], ""),
        ("Nothing is left.", &[], "Nothing is left."),
        ("{name} flew", &[("name", Arg::Text("Luna-26"))], "Luna-26 flew"),
        ("{ name }", &[("name", Arg::Text("Luna-26"))], "Luna-26"),
        ("{other} flew", &[("name", Arg::Text("Luna-26"))], " flew"),
        ("{n}", &[many], "5"),
        ("{n, number}", &[many], "5"),
        ("{n, spellout}, {n, spellout, capital}", &[many], "five, Five"),
        ("{n, spellout}", &[("n", Arg::Number(400))], "400"),
        ("{n, year}", &[("n", Arg::Number(-43))], "44 BC"),
        ("{n, month, short}", &[many], "May"),
        ("{n, month, short}", &[("n", Arg::Number(13))], ""),
        ("{n, plural, one {# day} other {# days}}", &[one], "1 day"),
        ("{n, plural, one {# day} other {# days}}", &[many], "5 days"),
        ("{n, plural, =5 {a handful} other {# days}}", &[many], "a handful"),
        (
            "{n, plural, other {{list, list} on # days}}",
            &[many, ("list", Arg::List(&list))],
            "China, Russia and Serbia on 5 days",
        ),
        (
            "{list, plural, =0 {none} other {# of {list, list, or}}}",
            &[("list", Arg::List(&list))],
            "3 of China, Russia or Serbia",
        ),
        ("{list, plural, =0 {none} other {#}}", &[("list", Arg::List(&[]))], "none"),
        ("{way, select, later {on} other {back}}", &[("way", Arg::Text("later"))], "on"),
        ("{way, select, later {on} other {back}}", &[("way", Arg::Text("earlier"))], "back"),
        ("{when, select, none {no date} other {{when, date}}}", &[("when", Arg::None)], "no date"),
        (
            "{when, select, by {open} day {on {when, date}} other {}}",
            &[("when", Arg::Date(&when))],
            "on 12 June 2024",
        ),
        ("{when, select, by {open} day {on {when, date}} other {}}", &[("when", Arg::Date(&open))], "open"),
        ("it''s '{'so'}' # '", &[], "it's {so} # '"),
    ];
    for (text, args, words) in table {
        assert_eq!(said(text, args), words, "{text}");
    }
}

#[test]
fn what_is_no_message_is_told_with_its_place() {
    let deep = "{a, select, other {".repeat(9) + &"}}".repeat(9);
    let table = [
        ("{name", MessageFault::Open, 0),
        ("on {name, date", MessageFault::Open, 3),
        ("name}", MessageFault::Close, 4),
        ("{}", MessageFault::Name, 1),
        ("{Name}", MessageFault::Name, 1),
        ("{n, plural}", MessageFault::Other, 10),
        ("{n, plural, one {# day}}", MessageFault::Other, 23),
        ("{n, plural, other}", MessageFault::Branch, 17),
        ("{n, plural, other {# days}", MessageFault::Open, 0),
        ("{n, plural, other {a} other {b}}", MessageFault::Twice, 28),
        ("a '{brace", MessageFault::Quote, 2),
        (&*deep, MessageFault::Deep, 133),
    ];
    for (text, fault, at) in table {
        let error = pieces(text).expect_err(text);
        assert_eq!((error.fault, error.at), (fault, at), "{text}");
        assert!(error.to_string().starts_with(&format!("byte {}: ", at + 1)), "{error}");
    }
}

#[test]
fn nouns_stand_beside_numbers_as_cldr_has_it() {
    let table = [
        (Lang::En, Plural::One, &[1][..]),
        (Lang::En, Plural::Other, &[0, 2, 5, 11, 21, 101]),
        (Lang::Zh, Plural::Other, &[0, 1, 2, 5, 21]),
        (Lang::Ru, Plural::One, &[1, 21, 31, 101, 1001]),
        (Lang::Ru, Plural::Few, &[2, 3, 4, 22, 34, 102]),
        (Lang::Ru, Plural::Many, &[0, 5, 10, 11, 12, 14, 19, 20, 25, 111, 112, 1000]),
    ];
    for (lang, plural, numbers) in table {
        for number in numbers {
            assert_eq!(Plural::of(lang, *number), plural, "{number} in {}", lang.tag());
            assert_eq!(Plural::of(lang, -number), plural, "-{number} in {}", lang.tag());
            assert!(Plural::all(lang).contains(&plural));
        }
    }
}

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn any_text_is_a_message_or_is_refused(text in "([{}',#= a]|plural|select|other|date|one|я|月){0,40}") {
        match pieces(&text) {
            Ok(_) => {
                let args = [("a", Arg::Number(1))];
                message(&text).fill(locale(), &args);
            }
            Err(error) => prop_assert!(text.is_char_boundary(error.at), "{} in {}", error.at, text),
        }
    }

    #[test]
    fn what_has_no_marks_stands_as_it_is(text in "[^{}'#]{0,60}") {
        prop_assert_eq!(said(&text, &[]), text);
    }
}
