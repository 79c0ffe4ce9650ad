//! The record that `#[formula]` keeps beside each formula.

use alloc::format;
use alloc::string::String;

use linkme::distributed_slice;
pub use mlsysim_language::operation::Order;

use crate::units::dynamic::{fail, is_missing};
use crate::units::text::{Text, round_significant};

/// Every formula of the program, in link order.
#[distributed_slice]
pub static FORMULAS: [&'static Formula];

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
    /// The body as the record of a program; empty for plain Rust. See [`body`](Formula::body).
    pub program: &'static str,
    /// The values of the numbers in the body, in base units, in their order.
    pub numbers: &'static [f64],
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

    /// What it gives for its arguments, in base units.
    pub(crate) fn value_for(&self, arguments: &[f64]) -> f64 {
        let mut values = [0.0; MAXIMUM_ARGUMENTS];
        values[..arguments.len()].copy_from_slice(arguments);
        (self.evaluate)(&values)
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

/// Where a body is called with more or fewer numbers than it takes: whoever calls it has been told
/// in words, by the check of its dimensions.
#[cold]
pub const fn other_count() -> ! {
    panic!("the formula takes another number of arguments")
}

/// Holds an argument to its domain; what is no number is outside of every one.
#[track_caller]
#[inline(always)]
pub const fn domain(value: f64, order: Order, bound: f64, argument: &str, function: &str) {
    // Inlined, the order is a constant and little more than one comparison remains.
    if !order.holds(value, bound) && !is_missing(value) {
        outside(value, order, bound, argument, function)
    }
}

#[track_caller]
#[cold]
const fn outside(value: f64, order: Order, bound: f64, argument: &str, function: &str) -> ! {
    let mut text = Text::new();
    text.push("`");
    text.push(argument);
    text.push("` is outside of the domain of `");
    text.push(function);
    text.push("`\n    allowed: ");
    text.push(order.sign());
    text.push(" ");
    text.push_number(bound, 6);
    text.push("\n    given:   ");
    // As many digits as it takes to see that it is outside.
    let mut digits = 6;
    while digits < 17 && order.holds(round_significant(value, digits), bound) {
        digits += 1;
    }
    text.push_number(value, digits);
    fail(&text)
}
