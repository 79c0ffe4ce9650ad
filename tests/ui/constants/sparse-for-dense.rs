use mlsysim::core::constants::{Precision, accelerators::edge::JETSON_AGX_ORIN};
use mlsysim::{q, units::OperationRate};

pub const RATE: OperationRate = q!(JETSON_AGX_ORIN.peak(Precision::Int8));

fn main() {}
