use mlsysim::check;
use mlsysim::core::constants::{accelerators::cloud::H100, models::vision::RESNET50};
use mlsysim::core::engine::{Options, Workload, solve};

const RESNET: Workload = Workload::model(&RESNET50);
const OPTIONS: Options = Options::DEFAULT;

check! {
    /// An image takes {}.
    image: solve(&RESNET, &H100, OPTIONS).latency ~= 27 us within 10%;
}

fn main() {}
