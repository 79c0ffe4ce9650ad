use mlsysim::units::{Money, Time};
mlsysim::units! { visits (GPU); shifts (shift) = STAY; }

const STAY: Time = q!(3 shifts);
/// What a visit costs.
#[formula]
const fn fee(stay: Time) -> Money { q!(2 USD/visit) * stay / q!(1 shift) }
check! { /// A sentence with {} in it.
    load: 3 visits ~= 3 visits;
}

fn main() { let _: Money = fee(STAY); }
