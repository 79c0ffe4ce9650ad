//! Colours of what is said, on a terminal only and not where `NO_COLOR` is set.

use std::string::{String, ToString};

use console::Style;

/// What is wrong, on standard error.
pub(super) fn wrong(text: &str) -> String {
    paint(&Style::new().for_stderr().red().bold(), text)
}

/// Where something stands.
pub(super) fn place(text: &str) -> String {
    paint(&Style::new().bold(), text)
}

fn paint(style: &Style, text: &str) -> String {
    style.apply_to(text).to_string()
}
