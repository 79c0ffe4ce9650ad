use mlsysim::{check, formula, q, units::*};

struct Clock;
impl Clock {
    const fn drift(time: Time) -> Time {
        time
    }
    const fn tick() -> Time {
        q!(10 ms)
    }
}

pub enum Bound {
    Memory,
}
impl Bound {
    pub const fn name(&self) -> &'static str {
        match self {
            Bound::Memory => "Memory",
        }
    }
}
const fn bound(_: Time) -> Bound {
    Bound::Memory
}
const fn usual_bound() -> Bound {
    Bound::Memory
}

/// A formula may take nothing. Source: Little (1961).
#[formula]
const fn base() -> Ratio {
    2
}

/// And another may call it. Source: Little (1961).
#[formula]
const fn cube() -> Ratio {
    base() ^ 3
}

check! {
    /// A function of a type is plain Rust: {}.
    drift: Clock::drift(3 s) * 2 ~= 6 s;
    /// With nothing to take, too: {}.
    ticks: 3 * Clock::tick() ~= 30 ms;
    /// What gives an enum is no formula.
    bound: bound(3 s) is Memory;
    /// Nor is this.
    usual: usual_bound() is Memory;
    /// A formula without arguments: {}.
    doubled: base() * 2 ~= 4;
    /// And what calls it: {}.
    cubed: cube() * 2 ~= 16;
}

mod elsewhere {
    use super::base;

    // What stands in a function is found there.
    pub fn inside() {
        use super::cube as power;
        mlsysim::check! {
            /// Imported here: {}.
            quotient: power() / base() * 2 ~= 8;
        }
    }
}

fn main() {
    elsewhere::inside();
}
