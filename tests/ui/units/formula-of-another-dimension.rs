use mlsysim::units::Money;
mlsysim::units! { shifts (shift) = 8 h; }

/// Waiting time. Source: Little (1961).
#[formula]
const fn wait(fee: Money) -> Money {
    fee + q!(5 shifts)
}

fn main() {}
