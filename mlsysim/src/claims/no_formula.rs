//! What a claim finds in the place of a formula that it does not.

use super::formula::Formula;
use crate::core::formulas::{nearest, path};
use crate::units::dynamic::{Dynamic, fail};
use crate::units::text::Text;

/// Called under a name that is no formula.
#[derive(Debug)]
pub enum NoFormula {}

impl NoFormula {
    /// Listed where the record of each formula is.
    pub const RECORD: &'static Formula = &Formula {
        module: "",
        name: "",
        documentation: "",
        symbol: "",
        arguments: &[],
        result: "",
        program: "",
        numbers: &[],
        formulas: &[],
        evaluate: |_| f64::NAN,
    };

    /// Says what is wrong.
    #[track_caller]
    pub const fn dynamic(_: &[Dynamic], called: &str) -> Dynamic {
        let mut text = Text::new();
        if is_path(called) {
            // Its import has found something, and that is no formula.
            text.push("`");
            text.push(called);
            text.push("` is no formula\n    ");
            text.push(PLAIN);
            fail(&text)
        }
        text.push("no formula `");
        text.push(called);
        text.push("` is in scope\n    ");
        if let Some(path) = path(called) {
            text.push("the library has one: `use ");
            text.push(path);
            text.push(";`");
        } else if let Some(path) = nearest(called) {
            text.push("the nearest of the library is `");
            text.push(path);
            text.push("`");
        } else {
            text.push("one of another module needs its `use`\n    ");
            text.push(PLAIN);
        }
        fail(&text)
    }

    /// Stands in a formula's body, whose dimensions are checked first and report the name.
    pub const fn bare(_: &[f64]) -> f64 {
        panic!("no formula of this name is in scope")
    }
}

const PLAIN: &str =
    "a plain function needs `#[formula]` above it, or a `&reference` among its arguments";

const fn is_path(called: &str) -> bool {
    let mut index = 0;
    while index < called.len() {
        if called.as_bytes()[index] == b':' {
            return true;
        }
        index += 1;
    }
    false
}
