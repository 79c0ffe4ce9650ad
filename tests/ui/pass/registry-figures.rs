use mlsysim::core::constants::{Precision, accelerators::edge::JETSON_AGX_ORIN};
use mlsysim::{q, units::OperationRate};

pub const RATE: OperationRate = q!(JETSON_AGX_ORIN.sparse_peak(Precision::Int8));

fn main() {}
