//! Signs that a font may lack, and what says the same in math.

use alloc::format;
use alloc::string::{String, ToString};

/// `⁷` as `7`.
pub(super) fn raised(c: char) -> Option<char> {
    match c {
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '⁻' => Some('-'),
        '⁺' => Some('+'),
        '⁰' | '⁴'..='⁹' => char::from_digit(u32::from(c) - u32::from('⁰'), 10),
        _ => None,
    }
}

/// What stands for a sign in math mode, for the signs that a font may lack.
pub(super) fn command(c: char) -> Option<String> {
    let command = match c {
        '≤' => r"\le{}",
        '≥' => r"\ge{}",
        '≈' => r"\approx{}",
        '≠' => r"\ne{}",
        '−' => "-",
        '∞' => r"\infty{}",
        '→' => r"\to{}",
        '√' => r"\surd{}",
        '⋅' => r"\cdot{}",
        'Ω' | '\u{2126}' => r"\Omega{}",
        'Δ' => r"\Delta{}",
        'α' => r"\alpha{}",
        'β' => r"\beta{}",
        'λ' => r"\lambda{}",
        'μ' => r"\mu{}",
        'π' => r"\pi{}",
        'σ' => r"\sigma{}",
        'τ' => r"\tau{}",
        c => {
            return match (raised(c), lowered(c)) {
                (Some(digit), _) => Some(format!("^{{{digit}}}")),
                (_, Some(digit)) => Some(format!("_{{{digit}}}")),
                _ => None,
            };
        }
    };
    Some(command.to_string())
}

/// `₂` as `2`.
fn lowered(c: char) -> Option<char> {
    match c {
        '₀'..='₉' => char::from_digit(u32::from(c) - u32::from('₀'), 10),
        _ => None,
    }
}
