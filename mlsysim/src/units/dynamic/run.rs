//! Many steps in one call: what nearly every claim consists of.

use mlsysim_language::operation::{Comparison, Order, within};

use super::{Dynamic, ONE, is_in_range};

/// Runs steps and checks, and puts each step's result into the next slot; true at the first that
/// breaks.
///
/// A step is `#`, the next number, with the place of its dimension in one byte; or `$`, `~`, `*`, `/`, `+`, `-`, a copy, a negation, a product,
/// a quotient, a sum or a difference of slots, whose indices follow it in two bytes each. A check takes no slot: `p`, a
/// value and the slot of its rule (the unit, then the ends); `<`, `{` (at most), `>`, `}` (at
/// least) or `=` with a value and its bound.
///
/// A step without a finite result, or with a power beyond 63, leaves its number in slot 0. What
/// comes after what broke is not computed; a claim about it is silent. With the feature `deferred`
/// nothing stops at a claim, and what follows from a step without a result is [`Dynamic::UNKNOWN`].
pub const fn run(
    slots: &mut [Dynamic],
    start: usize,
    program: &[u8],
    values: &[f64],
    dimensions: &[i64],
) -> bool {
    // Written without calls where it can be: the compiler interprets it for every claim.
    let (mut next, mut number, mut index) = (start, 0, 0);
    while index < program.len() {
        let operation = program[index];
        if operation == b'#' {
            slots[next].value = values[number];
            slots[next].dimension = dimensions[program[index + 1] as usize];
            number += 1;
            index += 2;
            next += 1;
            continue;
        }
        let first = slots[program[index + 1] as usize + 256 * program[index + 2] as usize];
        if operation == b'$' {
            slots[next] = first;
            index += 3;
            next += 1;
            continue;
        }
        if operation == b'~' {
            slots[next].value = -first.value;
            slots[next].dimension = first.dimension;
            index += 3;
            next += 1;
            continue;
        }
        let other = program[index + 3] as usize + 256 * program[index + 4] as usize;
        let second = slots[other];
        index += 5;
        if operation == b'*' || operation == b'/' {
            let (value, dimension) = if operation == b'*' {
                (
                    first.value * second.value,
                    first.dimension as i128 + second.dimension as i128,
                )
            } else {
                (
                    first.value / second.value,
                    first.dimension as i128 - second.dimension as i128,
                )
            };
            slots[next].value = value;
            slots[next].dimension = dimension as i64;
            let is_finite = value <= f64::MAX && value >= f64::MIN;
            if !(is_finite && is_in_range(dimension)) && breaks(slots, next, first, second) {
                return true;
            }
            next += 1;
            continue;
        }
        if operation == b'+' || operation == b'-' {
            // The macro has seen that these are alike and their result finite.
            let sign = if operation == b'+' { 1.0 } else { -1.0 };
            slots[next].value = first.value + sign * second.value;
            slots[next].dimension = first.dimension;
            next += 1;
            continue;
        }
        if cfg!(feature = "deferred") {
            continue;
        }
        let alike = first.dimension == second.dimension;
        let holds = if operation == b'p' {
            let number = first.value / second.value;
            let (low, high) = (slots[other + 1].value, slots[other + 2].value);
            alike && (number >= low && number <= high || within(number, low, high))
        } else {
            alike && comparison(operation).holds(first.value, second.value)
        };
        if !holds && !first.is_missing() && !second.is_missing() {
            return true;
        }
    }
    false
}

/// Whether nothing after the step can be computed.
#[cold]
const fn breaks(slots: &mut [Dynamic], slot: usize, first: Dynamic, second: Dynamic) -> bool {
    let is_out_of_range = {
        let (sum, difference) = (
            first.dimension as i128 + second.dimension as i128,
            first.dimension as i128 - second.dimension as i128,
        );
        // The step's own is one of the two; its low bytes tell which.
        let own = if sum as i64 == slots[slot].dimension {
            sum
        } else {
            difference
        };
        !is_in_range(own)
    };
    let missing = first.is_missing() || second.is_missing();
    let value = if first.is_missing() {
        first.value
    } else if second.is_missing() {
        second.value
    } else {
        Dynamic::UNKNOWN.value
    };
    slots[slot].value = value;
    if is_out_of_range {
        slots[slot].dimension = ONE;
    } else if missing {
        return false;
    }
    if slots[0].is_missing() {
        slots[0].value = slot as f64;
    }
    !cfg!(feature = "deferred") || is_out_of_range
}

const fn comparison(operation: u8) -> Comparison {
    match operation {
        b'<' => Comparison::Ordered(Order::Less),
        b'{' => Comparison::Ordered(Order::AtMost),
        b'>' => Comparison::Ordered(Order::More),
        b'}' => Comparison::Ordered(Order::AtLeast),
        b'=' => Comparison::Equal,
        _ => panic!("a program of `run` has an operation that it does not know"),
    }
}
