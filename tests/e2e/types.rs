//! `embed.d.ts` as TypeScript reads it: what is right passes, what is wrong is refused, with React's types and without.

use crate::node::node;
use crate::outcome::Outcome;

#[test]
fn pages_and_react_are_understood_and_mistakes_refused() -> Outcome {
    node("typescript/bin/tsc", &["--project", "types"]).map(drop)
}

#[test]
fn nobody_needs_the_types_of_react() -> Outcome {
    node("typescript/bin/tsc", &["--project", "types/alone.json"]).map(drop)
}
