//! The record that `#[formula]` keeps beside each formula.

use alloc::format;
use alloc::string::String;

use crate::units::text::Text;

/// The most arguments that a formula can have.
pub const MAXIMUM_ARGUMENTS: usize = 16;

/// A law of the book: its text, its symbols and a way to evaluate it.
#[derive(Debug)]
pub struct Formula {
    /// The module that defines it.
    pub module: &'static str,
    /// The function's name.
    pub name: &'static str,
    /// Its doc comment, source included.
    pub documentation: &'static str,
    /// LaTeX for what it returns.
    pub symbol: &'static str,
    /// Its arguments, in order.
    pub arguments: &'static [Argument],
    /// The quantity it returns, such as `Time`.
    pub result: &'static str,
    /// The body in postfix notation; see [`trace`](super::trace).
    pub program: &'static str,
    /// The formulas that its body calls.
    pub formulas: &'static [&'static Formula],
    /// Evaluates it over base units; the arguments come first, the rest is ignored.
    pub evaluate: fn(&[f64; MAXIMUM_ARGUMENTS]) -> f64,
}

/// An argument of a formula.
#[derive(Debug)]
pub struct Argument {
    /// Its name in the code.
    pub name: &'static str,
    /// LaTeX for it.
    pub symbol: &'static str,
    /// The quantity it is, such as `Bandwidth`.
    pub quantity: &'static str,
    /// Its bounds, such as `> 0, <= 1`; empty where any value will do.
    pub domain: &'static str,
}

impl Formula {
    /// The full path, such as `mlsysim::core::formulas::performance::training_time`.
    pub fn path(&self) -> String {
        format!("{}::{}", self.module, self.name)
    }

    /// The first paragraph of its documentation.
    pub fn summary(&self) -> &'static str {
        self.documentation
            .split("\n\n")
            .next()
            .unwrap_or_default()
            .trim()
    }

    /// The `Source:` paragraph of its documentation.
    pub fn source(&self) -> Option<&'static str> {
        self.documentation
            .split("\n\n")
            .find_map(|paragraph| paragraph.trim().strip_prefix("Source:"))
            .map(str::trim)
    }
}

/// Holds an argument to its domain; `NaN` stands for an unknown value and passes.
#[track_caller]
#[inline(always)]
pub const fn domain(value: f64, relation: &str, bound: f64, argument: &str, function: &str) {
    // Inlined, the text is a constant and one comparison remains.
    let inside = match relation.as_bytes() {
        b"<" => value < bound,
        b"<=" => value <= bound,
        b">" => value > bound,
        _ => value >= bound,
    };
    if inside || value.is_nan() {
        return;
    }
    outside(value, relation, bound, argument, function)
}

#[track_caller]
#[cold]
const fn outside(value: f64, relation: &str, bound: f64, argument: &str, function: &str) -> ! {
    let mut text = Text::new();
    text.push("`");
    text.push(argument);
    text.push("` is outside of the domain of `");
    text.push(function);
    text.push("`\n    allowed: ");
    text.push(relation);
    text.push(" ");
    text.push_number(bound, 6);
    text.push("\n    given:   ");
    text.push_number(value, 6);
    panic!("{}", text.as_str())
}
