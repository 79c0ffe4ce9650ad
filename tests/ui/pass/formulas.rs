use mlsysim::{check, formula, q, units::*};

pub const OVERHEAD: Time = q!(2 s);

/// Waiting time. Source: Little (1961).
#[formula(symbol = "W")]
pub const fn wait(
    #[symbol = "L"] items: Count,
    #[symbol = r"\lambda"]
    #[domain(> 0)]
    rate: Frequency,
) -> Time {
    let work = items / rate;
    if work < q!(1 s) { OVERHEAD } else { work + OVERHEAD }
}

check! {
    /// Ten at five a second wait {}.
    delay: wait(10, 5 Hz) == 4 s;
    /// A single one waits {}.
    alone: wait(1, 5 Hz) == 2 s;
}

fn main() {
    assert_eq!(wait(q!(10), q!(5 Hz)), q!(4 s));
}
