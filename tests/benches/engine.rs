//! What a solve costs: the engine over every model, every device and 64 batch sizes on one core,
//! beside the same arithmetic by hand over bare `f64`, and beside the Python original.
//!
//! `cargo bench -p mlsysim-tests --bench engine`. The interpreter of the original is
//! `MLSYSIM_PYTHON`, else `python3`; without its package that line says so. Nothing is asserted
//! about time: the fastest of several rounds is printed.

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use mlsysim::core::constants::accelerators::{self, Accelerator, Basis};
use mlsysim::core::constants::models::{generative_vision, language, state_space, tiny, vision};
use mlsysim::core::engine::{Bottleneck, Options, PerformanceProfile, Workload, solve};
use mlsysim::units::of_base;

const BATCHES: usize = 64;
const ROUNDS: usize = 15;

fn main() {
    let workloads = workloads();
    let devices = accelerators::ALL;
    let solves = workloads.len() * devices.len() * BATCHES;
    println!(
        "{} models × {} devices × {BATCHES} batch sizes = {solves} solves, fastest of {ROUNDS} rounds\n",
        workloads.len(),
        devices.len()
    );

    let by_hand_inputs = (
        workloads.iter().map(HandWorkload::new).collect::<Vec<_>>(),
        devices
            .iter()
            .map(|device| HandDevice::new(device))
            .collect::<Vec<_>>(),
    );
    agree(&workloads, &by_hand_inputs);

    // Rounds alternate, so that both see the same machine.
    let (mut engine, mut hand) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        engine = engine.min(seconds(|| sweep(&workloads)));
        hand = hand.min(seconds(|| sweep_by_hand(&by_hand_inputs)));
    }
    let each = |time: f64| time / solves as f64 * 1e9;
    let row = |label: &str, time: f64, note: String| {
        println!(
            "{label:<18}{:>12.1} ns{:>16.0} solves/s   {note}",
            each(time),
            solves as f64 / time
        );
    };
    row("engine", engine, format!("{:.2} × by hand", engine / hand));
    row("by hand, f64", hand, String::new());
    match original() {
        Ok(time) => row(
            "Python original",
            time * solves as f64,
            format!("{:.0} × the engine", time * solves as f64 / engine),
        ),
        Err(reason) => println!("{:<18}{reason}", "Python original"),
    }
}

fn seconds(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

fn workloads() -> Vec<Workload> {
    let networks = [tiny::ALL, vision::ALL].concat();
    let published = networks
        .into_iter()
        .filter(|model| model.inference_operations.is_some());
    let transformers = language::ALL.iter().copied();
    let mut workloads: Vec<Workload> = published.map(Workload::model).collect();
    workloads.extend(transformers.map(Workload::transformer));
    workloads.extend(state_space::ALL.iter().copied().map(Workload::state_space));
    let drawing = generative_vision::ALL.iter().copied();
    workloads.extend(drawing.map(Workload::denoising_step));
    workloads
}

fn sweep(workloads: &[Workload]) {
    for workload in workloads {
        for device in accelerators::ALL {
            for batch in 1..=BATCHES {
                let options = Options {
                    batch: of_base(black_box(batch as f64)),
                    ..Options::DEFAULT
                };
                black_box(&solve(black_box(workload), black_box(device), options));
            }
        }
    }
}

fn sweep_by_hand((workloads, devices): &(Vec<HandWorkload>, Vec<HandDevice>)) {
    for workload in workloads {
        for device in devices {
            for batch in 1..=BATCHES {
                let batch = black_box(batch as f64);
                black_box(&by_hand(black_box(workload), black_box(device), batch));
            }
        }
    }
}

/// What `by_hand` reads of a workload.
struct HandWorkload {
    name: &'static str,
    parameters: f64,
    operations: f64,
    layers: f64,
    cached_values: f64,
    state_values: f64,
    /// Parameters of one expert, experts, and experts of one token.
    experts: Option<(f64, f64, f64)>,
}

/// What `by_hand` reads of a device.
struct HandDevice {
    name: &'static str,
    peak: f64,
    bandwidth: f64,
    capacity: f64,
    launch_overhead: f64,
    power: Option<f64>,
}

/// What `by_hand` returns: everything that the engine does.
struct HandProfile {
    workload: &'static str,
    device: &'static str,
    peak: f64,
    operations: f64,
    executed_operations: f64,
    traffic: f64,
    compute_time: f64,
    memory_time: f64,
    overhead: f64,
    latency: f64,
    throughput: f64,
    bottleneck: Bottleneck,
    arithmetic_intensity: f64,
    ridge_point: f64,
    effective_ridge_point: f64,
    mfu: f64,
    hfu: f64,
    compute_busy_share: f64,
    energy: Option<f64>,
    weights: f64,
    kv_cache: f64,
    memory_footprint: f64,
    memory_capacity: f64,
    fits: bool,
}

impl HandWorkload {
    fn new(workload: &Workload) -> HandWorkload {
        let sequence = workload.sequence;
        HandWorkload {
            name: workload.name,
            parameters: workload.parameters.value,
            operations: workload.operations.value,
            layers: workload.layers.value,
            cached_values: sequence.map_or(0.0, |sequence| sequence.cached_values.value),
            state_values: sequence.map_or(0.0, |sequence| sequence.state_values.value),
            experts: workload.experts.map(|mixture| {
                let (all, active) = (mixture.experts.value, mixture.active_experts.value);
                let sparse = workload.parameters.value - mixture.active_parameters.value;
                (sparse / (all - active), all, active)
            }),
        }
    }
}

impl HandDevice {
    fn new(device: &Accelerator) -> HandDevice {
        let peak = device.find_peak(Options::DEFAULT.precision, Basis::Dense);
        HandDevice {
            name: device.name,
            peak: peak.map_or(f64::NAN, |peak| peak.value),
            bandwidth: device.memory.bandwidth.value,
            capacity: device.memory.capacity.value,
            launch_overhead: device.launch_overhead.value,
            power: device.thermal_design_power.map(|power| power.value),
        }
    }
}

const EFFICIENCY: f64 = 0.5;
const BANDWIDTH_EFFICIENCY: f64 = 1.0;
const OVERLAP: f64 = 1.0;
const IDLE_POWER: f64 = 1.0;
const LAYER_OVERHEAD: f64 = 0.0;
const ELEMENT: f64 = 2.0;
const SEQUENCE_LENGTH: f64 = 2_048.0;

// As the engine is, so that neither pays for a call.
#[inline(always)]
fn by_hand(workload: &HandWorkload, device: &HandDevice, batch: f64) -> HandProfile {
    let operations = workload.operations * batch;
    let weights = workload.parameters * ELEMENT;
    let cached = workload.cached_values * SEQUENCE_LENGTH + workload.state_values;
    let kv_cache = cached * batch * ELEMENT;
    let read = match workload.experts {
        None => weights,
        Some((expert, all, active)) => {
            let unused = (1.0 - active / all).powf(batch) * all * expert;
            (workload.parameters - unused) * ELEMENT
        }
    };
    let traffic = read + kv_cache;
    let (rate, bandwidth) = (
        device.peak * EFFICIENCY,
        device.bandwidth * BANDWIDTH_EFFICIENCY,
    );
    let (compute_time, memory_time) = (operations / rate, traffic / bandwidth);
    let overhead = device.launch_overhead + LAYER_OVERHEAD * workload.layers;
    let latency = if device.peak.is_nan() {
        f64::NAN
    } else {
        compute_time.max(memory_time) + (1.0 - OVERLAP) * compute_time.min(memory_time) + overhead
    };
    let hfu = operations / (latency * device.peak);
    let memory_footprint = weights + kv_cache;
    let fits = memory_footprint <= device.capacity;
    HandProfile {
        workload: workload.name,
        device: device.name,
        peak: device.peak,
        operations,
        executed_operations: operations,
        traffic,
        compute_time,
        memory_time,
        overhead,
        latency,
        throughput: batch / latency,
        bottleneck: if !fits || device.peak.is_nan() {
            Bottleneck::Infeasible
        } else if overhead > compute_time.max(memory_time) {
            Bottleneck::Overhead
        } else if memory_time > compute_time {
            Bottleneck::Memory
        } else {
            Bottleneck::Compute
        },
        arithmetic_intensity: operations / traffic,
        ridge_point: device.peak / device.bandwidth,
        effective_ridge_point: rate / bandwidth,
        mfu: operations / (latency * device.peak),
        hfu,
        compute_busy_share: compute_time / latency,
        energy: device
            .power
            .map(|power| power * (IDLE_POWER + (1.0 - IDLE_POWER) * hfu) * latency),
        weights,
        kv_cache,
        memory_footprint,
        memory_capacity: device.capacity,
        fits,
    }
}

/// Stops where the two do not compute the same: a figure of speed would mean nothing.
fn agree(workloads: &[Workload], by_hand_inputs: &(Vec<HandWorkload>, Vec<HandDevice>)) {
    for (workload, by_hand_workload) in workloads.iter().zip(&by_hand_inputs.0) {
        for (device, by_hand_device) in accelerators::ALL.iter().zip(&by_hand_inputs.1) {
            for batch in [1.0, 7.0, 64.0] {
                let options = Options {
                    batch: of_base(batch),
                    ..Options::DEFAULT
                };
                let engine = figures(&solve(workload, device, options));
                let hand = by_hand_figures(&by_hand(by_hand_workload, by_hand_device, batch));
                assert_eq!(engine.0, hand.0, "{} on {}", workload.name, device.name);
                for (engine, hand) in engine.1.iter().zip(&hand.1) {
                    let same = (engine - hand).abs() <= 1e-12 * hand.abs();
                    let (workload, device) = (workload.name, device.name);
                    assert!(
                        same || engine.is_nan() && hand.is_nan(),
                        "{workload} on {device}: {engine} and by hand {hand}"
                    );
                }
            }
        }
    }
}

type Figures = ((&'static str, &'static str, Bottleneck, bool), Vec<f64>);

fn figures(profile: &PerformanceProfile) -> Figures {
    let energy = profile.energy.map_or(f64::NAN, |energy| energy.value);
    (
        (
            profile.workload,
            profile.device,
            profile.bottleneck,
            profile.fits,
        ),
        vec![
            profile.peak.value,
            profile.operations.value,
            profile.executed_operations.value,
            profile.traffic.value,
            profile.compute_time.value,
            profile.memory_time.value,
            profile.overhead.value,
            profile.latency.value,
            profile.throughput.value,
            profile.arithmetic_intensity.value,
            profile.ridge_point.value,
            profile.effective_ridge_point.value,
            profile.mfu.value,
            profile.hfu.value,
            profile.compute_busy_share.value,
            energy,
            profile.weights.value,
            profile.kv_cache.value,
            profile.memory_footprint.value,
            profile.memory_capacity.value,
        ],
    )
}

fn by_hand_figures(profile: &HandProfile) -> Figures {
    (
        (
            profile.workload,
            profile.device,
            profile.bottleneck,
            profile.fits,
        ),
        vec![
            profile.peak,
            profile.operations,
            profile.executed_operations,
            profile.traffic,
            profile.compute_time,
            profile.memory_time,
            profile.overhead,
            profile.latency,
            profile.throughput,
            profile.arithmetic_intensity,
            profile.ridge_point,
            profile.effective_ridge_point,
            profile.mfu,
            profile.hfu,
            profile.compute_busy_share,
            profile.energy.unwrap_or(f64::NAN),
            profile.weights,
            profile.kv_cache,
            profile.memory_footprint,
            profile.memory_capacity,
        ],
    )
}

/// Times `Engine.solve` of the original, GPT-3 on an H100 over the batch sizes.
const ORIGINAL: &str = "
import time
import mlsysim
from mlsysim.engine.engine import Engine
from mlsysim.hardware.registry import Hardware
from mlsysim.models.registry import Models
model, device = Models.Language.GPT3, Hardware.Cloud.H100
Engine.solve(model, device)
rounds = []
for _ in range(3):
    start = time.perf_counter()
    for batch in range(1, 65):
        Engine.solve(model, device, batch_size=batch)
    rounds.append((time.perf_counter() - start) / 64)
print(min(rounds))
";

/// Seconds of one solve of the original.
fn original() -> Result<f64, String> {
    let python = std::env::var("MLSYSIM_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(&python)
        .args(["-c", ORIGINAL])
        .output()
        .map_err(|error| format!("`{python}` does not run: {error}"))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        let last = text.lines().last().unwrap_or("no message").to_owned();
        return Err(format!("not measured with `{python}`: {last}"));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let number = text.trim().parse();
    number.map_err(|_| format!("`{python}` printed {text:?}"))
}
