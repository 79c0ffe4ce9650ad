//! What the engine answers: by hand, at the borders, and against itself.

use mlsysim::core::constants::Precision;
use mlsysim::core::constants::accelerators::cloud::{A100, H100, V100};
use mlsysim::core::constants::accelerators::{self, Basis, Memory};
use mlsysim::core::constants::models::language::{
    BERT_BASE, DEEPSEEK_V3, GPT3, LLAMA2_7B, LLAMA2_70B, MIXTRAL_8X7B,
};
use mlsysim::core::constants::models::state_space::MAMBA_2_8B;
use mlsysim::core::constants::models::vision::RESNET50;
use mlsysim::core::engine::{
    Bottleneck, Options, PerformanceProfile, Recomputation, Work, Workload, solve,
};
use mlsysim::core::formulas::memory::ZeroStage;
use mlsysim::units::of_base;
use mlsysim::{check, q};

pub const RESNET: Workload = Workload::model(&RESNET50);
pub const LLAMA: Workload = Workload::transformer(&LLAMA2_70B);
pub const SMALL_LLAMA: Workload = Workload::transformer(&LLAMA2_7B);
pub const GPT: Workload = Workload::transformer(&GPT3);
pub const MIXTRAL: Workload = Workload::transformer(&MIXTRAL_8X7B);

pub const IN_8_BITS: Options = Options {
    precision: Precision::Int8,
    ..Options::DEFAULT
};
pub const PROMPT: Options = Options {
    work: Work::Prefill,
    ..Options::DEFAULT
};
pub const TRAINING: Options = Options {
    work: Work::Training,
    ..Options::DEFAULT
};
pub const RECOMPUTED: Options = Options {
    recomputation: Recomputation::Full,
    ..TRAINING
};
pub const LARGE_BATCH: Options = Options {
    batch: q!(256),
    ..Options::DEFAULT
};

check! {
    /// Quantized, Llama 2 70B generates a token in {},
    token: solve(&LLAMA, &H100, IN_8_BITS).latency ~= 21.0 ms;
    /// limited by memory;
    token_bottleneck: solve(&LLAMA, &H100, IN_8_BITS).bottleneck is Memory;
    /// unquantized it does not fit.
    too_large: solve(&LLAMA, &H100, Options::DEFAULT).bottleneck is Infeasible;
    /// The keys and values of a sequence take {}.
    cache: solve(&LLAMA, &H100, Options::DEFAULT).kv_cache == 640 MiB;
    /// A long prompt takes the 7B model {},
    prompt: solve(&SMALL_LLAMA, &H100, PROMPT).latency ~= 58 ms;
    /// limited by computation.
    prompt_bottleneck: solve(&SMALL_LLAMA, &H100, PROMPT).bottleneck is Compute;
    /// One image keeps a V100 waiting for software for {}.
    #[loose = "the launch overhead is the point"]
    launch: solve(&RESNET, &V100, Options::DEFAULT).overhead < 1 ms;
}

check! {
    /// The ridge of an H100 is at {},
    ridge: solve(&RESNET, &H100, Options::DEFAULT).ridge_point ~= 295 FLOP/B;
    /// and at half of its peak at {}.
    effective_ridge: solve(&RESNET, &H100, Options::DEFAULT).effective_ridge_point ~= 148 FLOP/B;
    /// An image does {}.
    intensity: solve(&RESNET, &H100, Options::DEFAULT).arithmetic_intensity ~= 160 FLOP/B;
    /// Training of GPT-3 keeps {} of weights, gradients and optimizer state.
    state: solve(&GPT, &H100, TRAINING).weights + solve(&GPT, &H100, TRAINING).training_state
        ~= 2.8 TB;
    /// Recomputation multiplies the operations by {}.
    recomputation: solve(&GPT, &H100, RECOMPUTED).executed_operations
        / solve(&GPT, &H100, RECOMPUTED).operations == 4/3;
    /// Large batches of images reach {}.
    batched: solve(&RESNET, &A100, LARGE_BATCH).throughput ~= 19_000 Hz within 1%;
}

#[test]
fn every_figure_of_a_small_case_by_hand() {
    let profile = solve(&RESNET, &A100, LARGE_BATCH);
    let (operations, weights) = (256.0 * 8.2e9, 25_557_032.0 * 2.0);
    let (peak, bandwidth) = (
        A100.peak(Precision::Fp16).value,
        A100.memory.bandwidth.value,
    );
    let compute = operations / (peak * 0.5);
    let latency = compute + A100.launch_overhead.value;
    let close = |computed: f64, expected: f64| {
        assert!(
            (computed / expected - 1.0).abs() < 1e-12,
            "{computed} {expected}"
        );
    };
    close(profile.compute_time.value, compute);
    close(profile.memory_time.value, weights / bandwidth);
    close(profile.latency.value, latency);
    close(profile.throughput.value, 256.0 / latency);
    close(profile.arithmetic_intensity.value, operations / weights);
    close(profile.ridge_point.value, peak / bandwidth);
    close(profile.mfu.value, operations / latency / peak);
    close(profile.compute_busy_share.value, compute / latency);
    close(profile.energy().value, 400.0 * latency);
    close(profile.power().value, 400.0);
    assert_eq!(profile.hfu, profile.mfu);
}

/// Every combination that a sweep meets.
fn everywhere(options: Options, mut look: impl FnMut(&PerformanceProfile)) {
    for workload in [RESNET, LLAMA, SMALL_LLAMA, GPT, MIXTRAL] {
        for device in accelerators::ALL {
            for batch in [1.0, 8.0, 1_000.0] {
                let batch = of_base(batch);
                look(&solve(&workload, device, Options { batch, ..options }));
            }
        }
    }
}

#[test]
fn an_answer_is_consistent_everywhere() {
    for options in [Options::DEFAULT, PROMPT, TRAINING, RECOMPUTED] {
        everywhere(options, |profile| {
            let context = format!("{} on {}", profile.workload, profile.device);
            assert_eq!(
                profile.is_feasible(),
                profile.reasons().is_empty(),
                "{context}"
            );
            assert_eq!(
                profile.is_feasible(),
                profile.bottleneck != Bottleneck::Infeasible
            );
            assert!(!profile.to_string().contains("NaN"), "{profile}");
            if profile.peak.value.is_nan() {
                assert!(profile.latency.value.is_nan() && profile.mfu.value.is_nan());
                return;
            }
            assert!(profile.mfu.value > 0.0 && profile.mfu.value <= profile.hfu.value);
            assert!(profile.hfu.value <= options.efficiency.value * (1.0 + 1e-12));
            assert!(profile.compute_busy_share.value <= 1.0, "{context}");
            let above_ridge =
                profile.arithmetic_intensity.value >= profile.effective_ridge_point.value;
            match profile.bottleneck {
                Bottleneck::Compute => assert!(above_ridge, "{context}"),
                Bottleneck::Memory => assert!(!above_ridge, "{context}"),
                Bottleneck::Overhead | Bottleneck::Infeasible => {}
            }
        });
    }
}

#[test]
fn reasons_say_what_is_missing() {
    let no_peak = solve(
        &RESNET,
        &V100,
        Options {
            precision: Precision::Fp8,
            ..Options::DEFAULT
        },
    );
    assert!(no_peak.reasons().as_str().contains("has no fp8 peak"));
    let training = solve(&GPT, &H100, TRAINING);
    let reasons = training.reasons();
    for part in [
        "weights 350 GB",
        "gradients and optimizer state 2.45 TB",
        "activations",
    ] {
        assert!(reasons.as_str().contains(part), "{reasons}");
    }
    assert!(training.to_string().contains("does not fit"));
}

#[test]
fn the_border_of_the_memory_fits() {
    let exactly = Memory {
        capacity: solve(&RESNET, &H100, Options::DEFAULT).memory_footprint,
        ..H100.memory
    };
    let options = Options {
        memory: Some(exactly),
        ..Options::DEFAULT
    };
    assert!(solve(&RESNET, &H100, options).fits);
    let reserved = Options {
        usable_memory: q!(99%),
        ..options
    };
    assert!(!solve(&RESNET, &H100, reserved).fits);
}

#[test]
fn overlap_is_between_the_roofline_and_the_iron_law() {
    let at = |overlap| {
        let options = Options {
            overlap,
            ..Options::DEFAULT
        };
        solve(&RESNET, &H100, options)
    };
    let (roofline, half, iron_law) = (at(q!(100%)), at(q!(50%)), at(q!(0%)));
    let sum = iron_law.compute_time + iron_law.memory_time + iron_law.overhead;
    assert!((iron_law.latency.value / sum.value - 1.0).abs() < 1e-12);
    let middle = (roofline.latency + iron_law.latency) / 2.0;
    assert!((half.latency.value / middle.value - 1.0).abs() < 1e-12);
}

#[test]
fn every_option_acts() {
    let base = solve(&SMALL_LLAMA, &H100, Options::DEFAULT);
    let with = |options: Options| solve(&SMALL_LLAMA, &H100, options);
    let default = Options::DEFAULT;

    let sparse = with(Options {
        basis: Basis::StructuredSparse,
        ..default
    });
    assert!(sparse.peak > base.peak);
    let peak = Some(q!(1 PFLOP/s));
    assert_eq!(with(Options { peak, ..default }).peak.value, 1e15);
    let weight_only = with(Options {
        precision: Precision::Int4,
        arithmetic: Some(Precision::Fp16),
        cache_precision: Some(Precision::Fp8),
        ..default
    });
    assert_eq!(weight_only.peak, base.peak);
    assert_eq!(weight_only.weights, base.weights / 4.0);
    assert_eq!(weight_only.kv_cache, base.kv_cache / 2.0);
    let slow_memory = with(Options {
        bandwidth_efficiency: q!(80%),
        ..default
    });
    assert!((slow_memory.memory_time.value / base.memory_time.value - 1.25).abs() < 1e-12);
    let software = with(Options {
        launch_overhead: Some(q!(1 ms)),
        layer_overhead: q!(1 ms),
        ..default
    });
    assert!((software.overhead.value - 33e-3).abs() < 1e-12);
    assert_eq!(software.bottleneck, Bottleneck::Overhead);
    let inputs = with(Options {
        activation_traffic: q!(10%),
        batch: q!(3),
        ..default
    });
    let expected = 1.3 * base.weights.value + 3.0 * base.kv_cache.value;
    assert!((inputs.traffic.value / expected - 1.0).abs() < 1e-12);
    let idle = with(Options {
        idle_power: q!(30%),
        power: Some(q!(1 kW)),
        ..default
    });
    let expected = 1_000.0 * (0.3 + 0.7 * idle.hfu.value);
    assert!((idle.power().value / expected - 1.0).abs() < 1e-12);
    let attention = with(Options {
        counts_attention: true,
        ..default
    });
    // Two products of 2,048 positions, 32 heads of 128, 32 layers.
    let expected = 14e9 + 4.0 * 2_048.0 * 4_096.0 * 32.0;
    assert!((attention.operations.value / expected - 1.0).abs() < 1e-12);
}

#[test]
fn training_state_is_divided_among_replicas() {
    let with = |sharding| {
        let options = Options {
            sharding,
            replicas: q!(4),
            ..TRAINING
        };
        let profile = solve(&SMALL_LLAMA, &H100, options);
        (
            profile.weights.value / 7e9,
            profile.training_state.value / 7e9,
        )
    };
    assert_eq!(with(ZeroStage::Replicated), (2.0, 14.0));
    assert_eq!(with(ZeroStage::OptimizerState), (2.0, 5.0));
    assert_eq!(with(ZeroStage::Gradients), (2.0, 3.5));
    assert_eq!(with(ZeroStage::Weights), (0.5, 3.5));
}

#[test]
fn a_mixture_reads_the_experts_that_its_tokens_choose() {
    let read = |batch| {
        let options = Options {
            batch,
            ..Options::DEFAULT
        };
        let profile = solve(&MIXTRAL, &H100, options);
        (profile.traffic - profile.kv_cache).value / 2.0
    };
    assert!((read(q!(1)) / 12.9e9 - 1.0).abs() < 1e-12);
    assert!((read(q!(1_000)) / 46.7e9 - 1.0).abs() < 1e-12);
    assert!(read(q!(4)) > 2.0 * 12.9e9 && read(q!(4)) < 46.7e9);
}

#[test]
fn what_is_kept_of_a_sequence() {
    let kept = |workload: Workload, sequence_length| {
        let options = Options {
            sequence_length,
            ..Options::DEFAULT
        };
        solve(&workload, &H100, options).kv_cache.value
    };
    let latent = Workload::transformer(&DEEPSEEK_V3);
    assert_eq!(kept(latent, q!(1 token)), 61.0 * (512.0 + 64.0) * 2.0);
    let mamba = Workload::state_space(&MAMBA_2_8B);
    assert_eq!(kept(mamba, q!(1 token)), kept(mamba, q!(100_000 tokens)));
    assert!(kept(mamba, q!(1 token)) > 0.0);
    let encoder = Workload::transformer(&BERT_BASE);
    assert_eq!(kept(encoder, q!(1 token)), 0.0);
}

#[test]
fn the_parts_of_a_model_make_the_whole() {
    let part = solve(&MIXTRAL.divided_among(q!(8 GPUs)), &H100, TRAINING);
    let whole = solve(&MIXTRAL, &H100, TRAINING);
    for (part, whole) in [
        (part.operations.value, whole.operations.value),
        (part.traffic.value, whole.traffic.value),
        (part.memory_footprint.value, whole.memory_footprint.value),
        (part.compute_time.value, whole.compute_time.value),
    ] {
        assert!((8.0 * part / whole - 1.0).abs() < 1e-12);
    }
}

#[test]
fn recomputation_trades_memory_for_operations() {
    let (kept, recomputed) = (solve(&GPT, &H100, TRAINING), solve(&GPT, &H100, RECOMPUTED));
    assert!(recomputed.activations.value < kept.activations.value / 17.0);
    assert!((recomputed.hfu.value / recomputed.mfu.value - 4.0 / 3.0).abs() < 1e-12);
    assert_eq!(kept.hfu, kept.mfu);
}

#[test]
#[should_panic(expected = "`efficiency` is outside of the domain of `solve`")]
fn an_efficiency_above_one_is_refused() {
    solve(
        &RESNET,
        &H100,
        Options {
            efficiency: q!(1.5),
            ..Options::DEFAULT
        },
    );
}
