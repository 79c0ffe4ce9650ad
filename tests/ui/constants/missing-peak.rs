use mlsysim::core::constants::{Precision, accelerators::cloud::V100};
use mlsysim::{q, units::OperationRate};

pub const RATE: OperationRate = q!(V100.peak(Precision::Fp8));

fn main() {}
