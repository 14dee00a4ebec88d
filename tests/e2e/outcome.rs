//! What a test gives back: nothing, or a sentence on what went wrong.

use std::fmt;

/// The result of a step of a test.
pub type Outcome<T = ()> = Result<T, Fault>;

/// Why a test could not go on, for a person to read.
pub struct Fault(String);

/// A fault in these words.
pub fn fault(words: impl Into<String>) -> Fault {
    Fault(words.into())
}

impl fmt::Debug for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Fault {
    fn from(error: E) -> Fault {
        Fault(error.to_string())
    }
}
