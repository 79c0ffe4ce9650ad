//! Fleets: one workload on all accelerators of a cluster.
//!
//! Copies of the model are as small as they fit: 16 GPUs hold GPT-3, 8 hold Llama-2-70B and 160
//! GPT-4. The optimizer's state is divided among the copies (ZeRO stage 1). Times to train are
//! bounds for the sake of an example.

use super::applications::GPT4_TRAINING_TOKENS;
use super::{Fleet, Goal, Scenario, System, Target};
use crate::core::constants::clusters::{FRONTIER_8K, MEGA_100K, PRODUCTION_2K, RESEARCH_256};
use crate::core::constants::models::language::{GPT3, GPT4, LLAMA2_70B};
use crate::core::engine::{Options, Work, Workload};
use crate::core::formulas::memory::ZeroStage;
use crate::q;

const SHARDED_TRAINING: Options = Options {
    work: Work::Training,
    sharding: ZeroStage::OptimizerState,
    ..Options::DEFAULT
};

/// A university trains GPT-3 on 256 H100.
pub const RESEARCH_TRAINING: Scenario = Scenario {
    name: "Research training",
    purpose: "Repeat the training of GPT-3.",
    constraint: "A cluster of a university, on Ethernet.",
    workload: Workload::transformer(&GPT3),
    system: System::Fleet(Fleet {
        devices_per_copy: q!(16 GPUs),
        ..Fleet::of(&RESEARCH_256)
    }),
    goal: Goal::Training(q!(GPT3.training_tokens())),
    options: SHARDED_TRAINING,
    targets: &[Target::TrainingTime(q!(30 days))],
};

/// A company trains Llama-2-70B on 8,192 H100.
pub const LARGE_SCALE_TRAINING: Scenario = Scenario {
    name: "Large-scale training",
    purpose: "Train a model for products.",
    constraint: "Communication between thousands of GPUs.",
    workload: Workload::transformer(&LLAMA2_70B),
    system: System::Fleet(Fleet {
        devices_per_copy: q!(8 GPUs),
        ..Fleet::of(&FRONTIER_8K)
    }),
    goal: Goal::Training(q!(LLAMA2_70B.training_tokens())),
    options: SHARDED_TRAINING,
    targets: &[Target::TrainingTime(q!(7 days))],
};

/// A laboratory trains a model like GPT-4 on 100,000 H100.
pub const FRONTIER_FLEET_TRAINING: Scenario = Scenario {
    name: "Frontier training on a fleet",
    purpose: "Train a model at the frontier.",
    constraint: "Power, and failures every hour.",
    workload: Workload::transformer(&GPT4),
    system: System::Fleet(Fleet {
        devices_per_copy: q!(160 GPUs),
        ..Fleet::of(&MEGA_100K)
    }),
    goal: Goal::Training(GPT4_TRAINING_TOKENS),
    options: SHARDED_TRAINING,
    targets: &[Target::TrainingTime(q!(GPT4.training_duration()))],
};

/// A service answers with Llama-2-70B on 2,048 H100.
pub const DISTRIBUTED_INFERENCE: Scenario = Scenario {
    name: "Distributed inference",
    purpose: "Answer the requests of a service; each has a prompt of 2,048 tokens.",
    constraint: "The first word must come before the user notices the wait.",
    workload: Workload::transformer(&LLAMA2_70B),
    system: System::Fleet(Fleet {
        devices_per_copy: q!(8 GPUs),
        ..Fleet::of(&PRODUCTION_2K)
    }),
    goal: Goal::Inference,
    options: Options::DEFAULT,
    targets: &[Target::TimeToFirstToken(q!(200 ms))],
};

/// Every fleet of this page.
pub const ALL: &[&Scenario] = &[
    &RESEARCH_TRAINING,
    &LARGE_SCALE_TRAINING,
    &FRONTIER_FLEET_TRAINING,
    &DISTRIBUTED_INFERENCE,
];
