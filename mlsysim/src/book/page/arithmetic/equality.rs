//! An equality of a page, and what came out.

use std::ops::Range;
use std::string::String;

/// What came out when an equality was computed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The printed result is what the printed operands give.
    Right,
    /// It is what others give that round to them, or it is rounded to the zeros at its end.
    Rounded,
    /// It is cut off instead of rounded.
    Cut,
    /// It would be right in another unit.
    Unit,
    /// It is none of these.
    Wrong,
}

impl Verdict {
    /// As reports name it.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Right => "right",
            Verdict::Rounded => "rounded",
            Verdict::Cut => "cut",
            Verdict::Unit => "unit",
            Verdict::Wrong => "wrong",
        }
    }

    /// Whether it is a fault; what is rounded is a note.
    pub fn is_fault(self) -> bool {
        matches!(self, Verdict::Cut | Verdict::Unit | Verdict::Wrong)
    }
}

/// An equality of a page, with what came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Equality {
    /// The bytes that it stands on.
    pub range: Range<usize>,
    /// Counted from one.
    pub line: usize,
    /// In characters, counted from one.
    pub column: usize,
    /// What was found.
    pub verdict: Verdict,
    /// What is displayed.
    pub text: String,
    /// What it gives and what is printed, in words; nothing where it is right.
    pub message: String,
    /// What may explain the difference.
    pub hint: Option<String>,
}
