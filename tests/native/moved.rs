//! How far a date lies from the first, and in words.

use ilrs_explainer::model::moved::Moved;
use ilrs_explainer::model::when::When;

pub fn when(text: &str) -> When {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn from_the_lower_ends_to_the_upper() {
    let table = [
        ("2015", "2023-08-10", Moved::By(8, 8)),
        ("2017", "2029/2030", Moved::By(12, 13)),
        ("2026/2030", "2033/2034", Moved::By(4, 7)),
        ("2024/2025", "2024-05-03", Moved::By(-1, 0)),
        ("2035", "2035", Moved::By(0, 0)),
        ("2035", "2030~", Moved::By(-5, -5)),
        ("2026/2030", "2029", Moved::By(-1, 3)),
        ("203X", "2045", Moved::By(6, 15)),
        // Months and days are counted as they are: from December to January is no year.
        ("2027-12", "2028-01", Moved::Months(1)),
        ("2027-12-30", "2027-12-30", Moved::Months(0)),
        ("2028-03", "2027-12", Moved::Months(-3)),
        ("2021-10-01", "2023-08-10", Moved::By(2, 2)),
        ("2026-08", "2024-07", Moved::By(-2, -2)),
        // An end that is open says no more than a bound.
        ("2035", "../2036", Moved::UpTo(1)),
        ("2026/2030", "../2036", Moved::UpTo(6)),
        ("2030", "../2028", Moved::UpTo(-2)),
        ("2025", "2036/..", Moved::AtLeast(11)),
        ("2030", "2028/..", Moved::AtLeast(-2)),
        ("../2029", "../2030", Moved::By(1, 1)),
        ("2029/..", "2031/..", Moved::By(2, 2)),
        ("../2029", "2031", Moved::AtLeast(2)),
        ("2029/..", "2031", Moved::UpTo(2)),
        ("../2029", "2031/", Moved::AtLeast(2)),
        ("2029/..", "/2031", Moved::UpTo(2)),
        ("1957", "2100", Moved::By(143, 143)),
    ];
    for (first, last, moved) in table {
        assert_eq!(Moved::new(&when(first), &when(last)), moved, "{first} to {last}");
    }
}
