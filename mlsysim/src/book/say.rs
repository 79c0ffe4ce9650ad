//! What a command answers.

use std::io::{Write, stdout};

/// Prints a text; a reader who has left, as `head` does, is no mistake.
pub(super) fn say(text: &str) {
    let _ = stdout().lock().write_all(text.as_bytes());
}
