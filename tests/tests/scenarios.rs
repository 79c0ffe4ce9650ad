//! Scenarios held to their own targets, in claims and in the reports that an author reads.
//!
//! The report of the doorbell is a golden file; `cargo run -p mlsysim-tests --bin renew`
//! writes it anew.

use std::path::Path;

use mlsysim::check;
use mlsysim::core::constants::clusters::{MEGA_100K, PRODUCTION_2K};
use mlsysim::core::engine::{Bottleneck, Options};
use mlsysim::core::scenarios::{
    APPLICATIONS, AUTONOMOUS_VEHICLE, DISTRIBUTED_INFERENCE, Evaluation, FLEETS,
    FRONTIER_FLEET_TRAINING, FRONTIER_TRAINING, Fleet, KEYWORD_SPOTTING, LARGE_SCALE_TRAINING,
    ON_DEVICE_ASSISTANT, RESEARCH_TRAINING, SMART_DOORBELL, Scenario, System, Target, Verdict,
};
use mlsysim::q;

pub const DOORBELL: Evaluation = SMART_DOORBELL.evaluate();
pub const VEHICLE: Evaluation = AUTONOMOUS_VEHICLE.evaluate();
pub const ASSISTANT: Evaluation = ON_DEVICE_ASSISTANT.evaluate();
pub const KEYWORD: Evaluation = KEYWORD_SPOTTING.evaluate();
pub const ONE_DEVICE: Evaluation = FRONTIER_TRAINING.evaluate();
pub const RESEARCH: Evaluation = RESEARCH_TRAINING.evaluate();
pub const LARGE: Evaluation = LARGE_SCALE_TRAINING.evaluate();
pub const FRONTIER: Evaluation = FRONTIER_FLEET_TRAINING.evaluate();
pub const SERVING: Evaluation = DISTRIBUTED_INFERENCE.evaluate();

check! {
    /// The arithmetic of a look takes {}.
    doorbell_compute_time: DOORBELL.profile.compute_time ~= 250 ms;
    /// Reading the weights takes {}.
    doorbell_memory_time: DOORBELL.profile.memory_time ~= 5 ms;
    /// Together with {} of overhead
    doorbell_overhead: DOORBELL.profile.overhead == 5 ms;
    /// the doorbell answers after {},
    doorbell_latency: DOORBELL.profile.latency ~= 255 ms;
    /// limited by its arithmetic.
    doorbell_bottleneck: DOORBELL.profile.bottleneck is Compute;
    /// A look takes {}.
    doorbell_energy: DOORBELL.profile.energy() ~= 0.306 J;
    /// Its weights take {}.
    doorbell_weights: DOORBELL.profile.memory_footprint == 0.5 MB;
    /// It does {} of what it could,
    doorbell_mfu: DOORBELL.profile.mfu ~= 0.490;
    /// {doorbell_mfu} of it useful: {},
    doorbell_hfu: DOORBELL.profile.hfu == DOORBELL.profile.mfu;
    /// and computes for {} of the time.
    doorbell_busy: DOORBELL.profile.compute_busy_share ~= 0.980;
    /// It misses its own 200 ms.
    doorbell_verdict: DOORBELL.verdict() is Missed;
}

check! {
    /// The car sees a frame in {}.
    vehicle_latency: VEHICLE.profile.latency ~= 0.90 ms;
    /// That is in time.
    vehicle_verdict: VEHICLE.verdict() is Met;
    /// A keyword is heard after {}.
    keyword_latency: KEYWORD.profile.latency ~= 20.9 ms;
    /// That is in time.
    keyword_verdict: KEYWORD.verdict() is Met;
    /// 70 billion parameters do not fit into a phone.
    assistant_bottleneck: ASSISTANT.profile.bottleneck is Infeasible;
    /// So the assistant has no answer.
    assistant_verdict: ASSISTANT.verdict() is Missed;
    /// GPT-4 does not fit into a GPU.
    one_device_bottleneck: ONE_DEVICE.profile.bottleneck is Infeasible;
}

check! {
    /// The university's fleet delivers {}.
    research_rate: RESEARCH.operation_rate ~= 114 PFLOP/s;
    /// It misses its month.
    research_verdict: RESEARCH.verdict() is Missed;
    /// The larger fleet delivers {}.
    large_rate: LARGE.operation_rate ~= 3.65 EFLOP/s;
    /// It trains in time.
    large_verdict: LARGE.verdict() is Met;
    /// So does the largest.
    frontier_verdict: FRONTIER.verdict() is Met;
    /// The first word comes after {}.
    first_token: SERVING.time_to_first_token ~= 72.5 ms;
    /// That is soon enough.
    serving_verdict: SERVING.verdict() is Met;
    /// Decoding is limited by memory.
    serving_bottleneck: SERVING.profile.bottleneck is Memory;
}

#[test]
fn training_time_is_operations_over_the_delivered_rate() {
    for (evaluation, parameters, tokens) in [
        (RESEARCH, 175e9, 300e9),
        (LARGE, 70e9, 2e12),
        (FRONTIER, 280e9, 13e12),
    ] {
        let expected = 6.0 * parameters * tokens / evaluation.operation_rate.value;
        let computed = evaluation.training_time.unwrap().value;
        assert!((computed / expected - 1.0).abs() < 1e-12);
        let hourly = evaluation.devices.value * 2.0;
        let cost = evaluation.cost.unwrap().value;
        assert!((cost / (computed / 3600.0 * hourly) - 1.0).abs() < 1e-12);
    }
}

#[test]
fn the_doorbell_reports_that_it_misses_its_target() {
    let report = SMART_DOORBELL.evaluate().to_string();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/doorbell.txt");
    if mlsysim_tests::renews() {
        std::fs::write(&path, &report).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap();
    assert_eq!(report, golden);
}

#[test]
fn every_scenario_gives_its_verdict_on_every_target() {
    for scenario in APPLICATIONS.iter().chain(FLEETS) {
        let evaluation = scenario.evaluate();
        let report = evaluation.to_string();
        for target in scenario.targets {
            let line = report
                .lines()
                .find(|line| line.starts_with(&format!("{}:", target.name())))
                .unwrap_or_else(|| panic!("{}: no line for {}", scenario.name, target.name()));
            let is_met = evaluation.of(target) == Verdict::Met;
            assert_eq!(line.ends_with(": met"), is_met, "{line}");
        }
    }
}

#[test]
fn every_kind_of_target_is_held_to_its_figure() {
    let tight = Scenario {
        targets: &[
            Target::Latency(q!(255 ms)),
            Target::Throughput(q!(3 Hz)),
            Target::Power(q!(1 W)),
            Target::Energy(q!(0.3 J)),
            Target::Memory(q!(0.5 MB)),
            Target::TrainingTime(q!(1 day)),
            Target::Cost(q!(1 USD)),
        ],
        ..SMART_DOORBELL
    };
    let evaluation = tight.evaluate();
    let verdicts: Vec<_> = tight
        .targets
        .iter()
        .map(|target| evaluation.of(target) == Verdict::Met)
        .collect();
    assert_eq!(verdicts, [true, true, false, false, true, false, false]);
    assert_eq!(evaluation.missed(), 4);
    let report = evaluation.to_string();
    assert!(report.contains("power: at most 1 W, computed 1.2 W: missed by 200 mW"));
    assert!(report.contains("cost: at most 1 USD, computed nothing: missed"));
}

#[test]
fn what_cannot_run_meets_nothing() {
    let generous = Scenario {
        targets: &[Target::Latency(q!(1 h))],
        ..ON_DEVICE_ASSISTANT
    };
    let evaluation = generous.evaluate();
    assert!(evaluation.profile.latency.value < 3600.0);
    assert_eq!(evaluation.profile.bottleneck, Bottleneck::Infeasible);
    assert_eq!(evaluation.missed(), 1);
}

#[test]
fn devices_that_make_no_whole_copy_idle() {
    let uneven = Scenario {
        system: System::Fleet(Fleet {
            devices_per_copy: q!(128 GPUs),
            ..Fleet::of(&MEGA_100K)
        }),
        ..FRONTIER_FLEET_TRAINING
    };
    let evaluation = uneven.evaluate();
    assert_eq!(evaluation.copies, q!(781));
    let profile = evaluation.profile;
    let rate = 781.0 * 128.0 * profile.peak.value * profile.mfu.value * 0.9;
    assert!((evaluation.operation_rate.value / rate - 1.0).abs() < 1e-12);
}

#[test]
fn a_fleet_is_its_copies_less_what_scaling_takes() {
    let perfect = Scenario {
        system: System::Fleet(Fleet {
            devices_per_copy: q!(8 GPUs),
            scaling_efficiency: q!(100%),
            ..Fleet::of(&PRODUCTION_2K)
        }),
        options: Options::DEFAULT,
        ..DISTRIBUTED_INFERENCE
    };
    let evaluation = perfect.evaluate();
    let ratio = evaluation.throughput.value / evaluation.profile.throughput.value;
    assert_eq!(ratio, 256.0);
    assert!((SERVING.throughput.value / evaluation.throughput.value - 0.9).abs() < 1e-12);
}
