//! Applications: one workload on one device.

use super::devices::{CORTEX_M7, ESP32_CAM};
use super::{Goal, Scenario, System, Target};
use crate::core::constants::Precision;
use crate::core::constants::accelerators::{cloud::H100, edge, mobile};
use crate::core::constants::models::language::{GPT4, LLAMA2_70B};
use crate::core::constants::models::tiny::{DS_CNN, WAKE_VISION};
use crate::core::constants::models::vision::YOLO_V8_NANO;
use crate::core::engine::{Options, Work, Workload};
use crate::q;
use crate::units::Count;

/// Tokens that GPT-4 was trained on. Source: SemiAnalysis (2023), "GPT-4 Architecture,
/// Infrastructure, Training Dataset, Costs", an estimate.
pub const GPT4_TRAINING_TOKENS: Count = q!(13 trillion tokens);

/// A doorbell that sees whether somebody stands at the door: Wake Vision on an ESP32-CAM.
pub const SMART_DOORBELL: Scenario = Scenario {
    name: "Smart doorbell",
    purpose: "See whether somebody stands at the door.",
    constraint: "The model must fit into the memory of a microcontroller.",
    workload: Workload::model(&WAKE_VISION),
    system: System::Device(&ESP32_CAM),
    goal: Goal::Inference,
    options: Options::DEFAULT,
    targets: &[Target::Latency(q!(200 ms))],
};

/// A car that sees what is on the road: YOLOv8-nano on a Jetson Orin NX.
pub const AUTONOMOUS_VEHICLE: Scenario = Scenario {
    name: "Autonomous vehicle",
    purpose: "See what is on the road in every camera frame.",
    constraint: "A late answer is a wrong one: latency must be short in the worst case.",
    workload: Workload::model(&YOLO_V8_NANO),
    system: System::Device(&edge::JETSON_ORIN_NX),
    goal: Goal::Inference,
    options: Options::DEFAULT,
    targets: &[Target::Latency(q!(10 ms))],
};

/// A phone that answers without a network: Llama-2-70B in 4 bits, computed in 8.
pub const ON_DEVICE_ASSISTANT: Scenario = Scenario {
    name: "On-device assistant",
    purpose: "Answer without a network, one token after another.",
    constraint: "Memory and battery are those of a phone.",
    workload: Workload::transformer(&LLAMA2_70B),
    system: System::Device(&mobile::IPHONE_15_PRO),
    goal: Goal::Inference,
    options: Options {
        precision: Precision::Int4,
        arithmetic: Some(Precision::Int8),
        cache_precision: Some(Precision::Int8),
        ..Options::DEFAULT
    },
    targets: &[Target::Latency(q!(50 ms))],
};

/// A device that waits for its name: DS-CNN in 8 bits on a Cortex-M7.
pub const KEYWORD_SPOTTING: Scenario = Scenario {
    name: "Keyword spotting",
    purpose: "Hear a keyword in a second of sound.",
    constraint: "It listens all day on a small battery.",
    workload: Workload::model(&DS_CNN),
    system: System::Device(&CORTEX_M7),
    goal: Goal::Inference,
    options: Options {
        precision: Precision::Int8,
        ..Options::DEFAULT
    },
    targets: &[Target::Latency(q!(100 ms))],
};

/// The largest models, and why one device does not train them: GPT-4 on an H100.
///
/// The bound is the time that the real run is said to have taken.
pub const FRONTIER_TRAINING: Scenario = Scenario {
    name: "Frontier training",
    purpose: "Train a model at the frontier.",
    constraint: "Neither the memory nor the time of one device is enough.",
    workload: Workload::transformer(&GPT4),
    system: System::Device(&H100),
    goal: Goal::Training(GPT4_TRAINING_TOKENS),
    options: Options {
        work: Work::Training,
        ..Options::DEFAULT
    },
    targets: &[Target::TrainingTime(q!(GPT4.training_duration()))],
};

/// Every application of this page.
pub const ALL: &[&Scenario] = &[
    &SMART_DOORBELL,
    &AUTONOMOUS_VEHICLE,
    &ON_DEVICE_ASSISTANT,
    &KEYWORD_SPOTTING,
    &FRONTIER_TRAINING,
];
