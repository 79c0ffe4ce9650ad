#![allow(uncommon_codepoints)]
use mlsysim::core::constants::{accelerators::cloud::H100, prices::ON_PREMISES_ELECTRICITY};
use mlsysim::core::formulas::performance;
use mlsysim::{check, formula, q, units::*};

const GPU: Count = q!(8);

/// A law with a condition. Source: Little (1961).
#[formula]
pub const fn wait(#[domain(> 0)] rate: Frequency, bound: Time) -> Time {
    let one = 1 / rate;
    if one < bound { one } else { bound }
}

check! {
    /// A constant apart from its number is no unit: {}.
    power: 2.5 kW * GPU ~= 20 kW;
    /// A figure with its source: {}.
    price: ON_PREMISES_ELECTRICITY * 2 kWh ~= $0.14;
    /// A field of a record: {}.
    memory: H100.memory.capacity * 2 ~= 172 GB;
    /// A formula of a module: {}.
    training: performance::training_time(8 FLOP, 2, 4 FLOP/s, 50%) ~= 2 s;
    /// A formula with a condition: {}.
    delay: wait(2 Hz, 3 s) * 3 ~= 1.5 s;
    /// Both letters are read: {}.
    micro: 3 µs * 2 ~= 6 us;
    /// And {}.
    shunt: 3 mΩ * 2 ~= 6 mohm;
    /// Small k and large: {}.
    page: 4 kB * 2 ~= 8 KB;
    /// Bits by name: {}.
    link: 2 * 50 Gbit/s ~= 100 Gbps;
}

fn main() {}
