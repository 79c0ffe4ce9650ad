use mlsysim::{check, q, units::Count};
const GPU: Count = q!(8);

check! {
    /// A sentence with {} in it.
    power: 2.5 kW * GPU ~= 2.5 kW;
}

fn main() {}
