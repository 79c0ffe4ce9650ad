use mlsysim::units::Time;
mlsysim::units! { shifts (shift) = 8 h; }

/// Waiting time. Source: Little (1961).
#[formula]
const fn wait(time: Time) -> Time {
    time + q!(5 shifs)
}

fn main() {}
