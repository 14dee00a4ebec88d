//! The names that controls give to what they do.

use crate::cases;
use crate::mutate::{any_text, changed, changes};
use ilrs_explainer::model::viewport::{Act, Move};
use proptest::prelude::*;
use proptest::sample::select;

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn a_name_is_an_act_or_none(
        act in select(Act::ALL),
        changes in proptest::option::of(changes(&["A", "o", " ", "\0", "width", "é"])),
        any in any_text(8),
    ) {
        let near = changes.map_or(act.word().to_string(), |changes| changed(act.word(), &changes));
        for name in [near, any] {
            prop_assert!(Act::parse(&name).is_none_or(|act| act.word() == name));
            prop_assert!(Move::parse(&name).is_none_or(|key| key.word() == name));
        }
    }
}
