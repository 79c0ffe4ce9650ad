//! One device, one pass.

use super::laws::{experts_in_use, pass_energy, pass_time, training_traffic};
use super::{Bottleneck, Options, PerformanceProfile, Recomputation, Sequence, Work, Workload};
use crate::core::constants::Precision;
use crate::core::constants::accelerators::Accelerator;
use crate::core::formulas::memory::{
    activation_memory, sharded_state, transformer_activation_memory, weight_memory,
};
use crate::core::formulas::performance::mfu;
use crate::core::formulas::roofline::{bottleneck, ridge_point};
use crate::core::formulas::serving::decode_throughput;
use crate::core::formulas::training::{attention_operations, forward_backward_operations};
use crate::units::arithmetic::{add, div, max, mul, scale};
use crate::units::{
    ArithmeticIntensity, Bandwidth, Count, Information, Operation, OperationRate, Ratio, Time,
    of_base,
};

const ONE: Ratio = of_base(1.0);
const NOTHING: Information = of_base(0.0);

/// How a device does one pass of a workload.
///
/// An impossible option, such as an efficiency above 1, is a compile error; a pass that cannot
/// run is an answer: its bottleneck [is infeasible](Bottleneck::Infeasible), and
/// [`reasons`](PerformanceProfile::reasons) says why. The [module](super) has the equations,
/// [`Options`] the assumptions.
///
/// Source: Williams, Waterman and Patterson (2009), "Roofline: An Insightful Visual Performance
/// Model for Multicore Architectures", Communications of the ACM 52(4).
///
/// ```
/// use mlsysim::core::constants::{accelerators::cloud::H100, models::language::LLAMA3_8B};
/// use mlsysim::core::engine::{Options, Workload, solve};
/// use mlsysim::check;
///
/// const LLAMA: Workload = Workload::transformer(&LLAMA3_8B);
///
/// check! {
///     /// A token of Llama 3 8B takes {}.
///     token: solve(&LLAMA, &H100, Options::DEFAULT).latency ~= 4.88 ms;
///     /// Generating one at a time is bound by memory.
///     bound: solve(&LLAMA, &H100, Options::DEFAULT).bottleneck is Memory;
/// }
/// # fn main() {}
/// ```
#[track_caller]
// Options are mostly constants: inlined, all that they decide is decided when the program is
// compiled, and a solve costs what its arithmetic costs (`cargo bench --bench engine`).
#[inline(always)]
pub const fn solve(
    workload: &Workload,
    device: &Accelerator,
    options: Options,
) -> PerformanceProfile {
    options.validate();
    let training = matches!(options.work, Work::Training);
    let recomputed = training && matches!(options.recomputation, Recomputation::Full);

    let forward = forward_operations(workload, &options);
    let operations = if training {
        forward_backward_operations(forward, options.backward_multiple)
    } else {
        forward
    };
    let executed_operations = if recomputed {
        add(operations, forward)
    } else {
        operations
    };

    let Memories {
        weights,
        training_state,
        activations,
        kv_cache,
    } = memories(workload, &options);
    let memory_footprint = add(add(weights, training_state), add(activations, kv_cache));
    let memory = match options.memory {
        Some(memory) => memory,
        None => device.memory,
    };
    let memory_capacity = mul(memory.capacity, options.usable_memory);
    let fits = memory_footprint.value <= memory_capacity.value;

    let read = weights_read(workload, &options);
    let passes = of_base(if recomputed { 3.0 } else { 2.0 });
    let traffic = if training {
        training_traffic(read, passes, training_state, activations)
    } else {
        let inputs = mul(options.batch, options.activation_traffic);
        add(add(read, kv_cache), mul(read, inputs))
    };

    let arithmetic = options.arithmetic_precision();
    let peak = peak_rate(device, &options, arithmetic);
    let has_peak = !peak.value.is_nan();
    let (rate, bandwidth) = (
        mul(peak, options.efficiency),
        mul(memory.bandwidth, options.bandwidth_efficiency),
    );
    let roofline = bottleneck(executed_operations, traffic, rate, bandwidth);
    let (compute_time, memory_time) = (roofline.compute_time, roofline.memory_time);
    let overhead = overhead(workload, device, &options, passes);
    // The larger of a number and NaN is the number, but what is unknown may be larger.
    let latency = if has_peak {
        pass_time(compute_time, memory_time, options.overlap, overhead)
    } else {
        of_base(f64::NAN)
    };
    let hfu = utilization(has_peak, executed_operations, latency, peak);

    PerformanceProfile {
        workload: workload.name,
        device: device.name,
        arithmetic,
        peak,
        operations,
        executed_operations,
        traffic,
        compute_time,
        memory_time,
        overhead,
        latency,
        throughput: match has_peak {
            true => decode_throughput(options.batch, latency),
            false => of_base(f64::NAN),
        },
        bottleneck: if !fits || !has_peak {
            Bottleneck::Infeasible
        } else if overhead.value > max(compute_time, memory_time).value {
            Bottleneck::Overhead
        } else if memory_time.value > compute_time.value {
            Bottleneck::Memory
        } else {
            Bottleneck::Compute
        },
        arithmetic_intensity: roofline.intensity,
        ridge_point: ridge(has_peak, peak, memory.bandwidth),
        effective_ridge_point: ridge(has_peak, rate, bandwidth),
        mfu: utilization(has_peak, operations, latency, peak),
        hfu,
        compute_busy_share: div(compute_time, latency),
        energy: match (options.power, device.thermal_design_power) {
            (Some(power), _) | (None, Some(power)) => Some(match has_peak {
                true => pass_energy(power, options.idle_power, hfu, latency),
                false => of_base(f64::NAN),
            }),
            (None, None) => None,
        },
        weights,
        training_state,
        activations,
        kv_cache,
        memory_footprint,
        memory_capacity,
        fits,
    }
}

/// Tokens, or inputs, of one pass.
#[inline(always)]
const fn units_of_work(workload: &Workload, options: &Options) -> Count {
    match (workload.sequence, options.work) {
        (Some(_), Work::Prefill | Work::Training) => mul(options.batch, options.sequence_length),
        _ => options.batch,
    }
}

#[inline(always)]
const fn forward_operations(workload: &Workload, options: &Options) -> Operation {
    let forward = mul(workload.operations, units_of_work(workload, options));
    match workload.sequence {
        Some(sequence) if options.counts_attention && sequence.heads.value > 0.0 => {
            let whole = attention_operations(
                options.batch,
                options.sequence_length,
                sequence.heads,
                sequence.head_dimension,
            );
            let layer = match options.work {
                Work::Inference => div(whole, options.sequence_length),
                Work::Prefill | Work::Training => whole,
            };
            add(forward, mul(layer, workload.layers))
        }
        _ => forward,
    }
}

struct Memories {
    weights: Information,
    training_state: Information,
    activations: Information,
    kv_cache: Information,
}

#[inline(always)]
const fn memories(workload: &Workload, options: &Options) -> Memories {
    let parameters = workload.parameters;
    let weight = options.precision.size();
    match options.work {
        Work::Inference | Work::Prefill => Memories {
            weights: weight_memory(parameters, weight),
            training_state: NOTHING,
            activations: NOTHING,
            kv_cache: match &workload.sequence {
                Some(sequence) => kv_cache(sequence, options),
                None => NOTHING,
            },
        },
        Work::Training => {
            let (stage, replicas) = (options.sharding, options.replicas);
            let state = options.optimizer_state;
            Memories {
                weights: sharded_state(stage, parameters, weight, NOTHING, NOTHING, replicas),
                training_state: sharded_state(stage, parameters, NOTHING, weight, state, replicas),
                activations: activations(workload, options),
                kv_cache: NOTHING,
            }
        }
    }
}

#[inline(always)]
const fn kv_cache(sequence: &Sequence, options: &Options) -> Information {
    let precision: Precision = match options.cache_precision {
        Some(precision) => precision,
        None => options.precision,
    };
    let values = add(
        mul(sequence.cached_values, options.sequence_length),
        sequence.state_values,
    );
    mul(mul(values, options.batch), precision.size())
}

#[inline(always)]
const fn activations(workload: &Workload, options: &Options) -> Information {
    let Some(sequence) = &workload.sequence else {
        return mul(workload.activations, options.batch);
    };
    match options.recomputation {
        Recomputation::None => transformer_activation_memory(
            workload.layers,
            options.batch,
            options.sequence_length,
            sequence.hidden_dimension,
            sequence.heads,
        ),
        Recomputation::Full => activation_memory(
            workload.layers,
            mul(options.batch, options.sequence_length),
            sequence.hidden_dimension,
            ONE,
            options.precision.size(),
        ),
    }
}

/// The weights that one pass reads: all, but of a mixture only the experts in use.
#[inline(always)]
const fn weights_read(workload: &Workload, options: &Options) -> Information {
    let all = weight_memory(workload.parameters, options.precision.size());
    let Some(mixture) = &workload.experts else {
        return all;
    };
    let idle = mixture.experts.value - mixture.active_experts.value;
    if idle <= 0.0 {
        return all;
    }
    let expert = (workload.parameters.value - mixture.active_parameters.value) / idle;
    let tokens = units_of_work(workload, options);
    let used = experts_in_use(mixture.experts, mixture.active_experts, tokens);
    let unused = (1.0 - used.value) * mixture.experts.value * expert;
    scale(options.precision.size(), workload.parameters.value - unused)
}

/// The share of the peak that the operations come to; NaN where the device states no peak.
const fn utilization(
    has_peak: bool,
    operations: Operation,
    latency: Time,
    peak: OperationRate,
) -> Ratio {
    match has_peak {
        true => mfu(operations, latency, ONE, peak),
        false => of_base(f64::NAN),
    }
}

/// The intensity at which a rate and a bandwidth are in balance; NaN where there is no rate.
const fn ridge(has_peak: bool, rate: OperationRate, bandwidth: Bandwidth) -> ArithmeticIntensity {
    match has_peak {
        true => ridge_point(rate, bandwidth),
        false => of_base(f64::NAN),
    }
}

/// The peak rate; NaN where the device states none.
#[inline(always)]
const fn peak_rate(
    device: &Accelerator,
    options: &Options,
    arithmetic: Precision,
) -> OperationRate {
    match options.peak {
        Some(peak) => peak,
        None => match device.find_peak(arithmetic, options.basis) {
            Some(peak) => peak,
            None => of_base(f64::NAN),
        },
    }
}

#[inline(always)]
const fn overhead(
    workload: &Workload,
    device: &Accelerator,
    options: &Options,
    training_passes: Count,
) -> Time {
    let launch = match options.launch_overhead {
        Some(launch) => launch,
        None => device.launch_overhead,
    };
    let passes = match options.work {
        Work::Training => training_passes,
        Work::Inference | Work::Prefill => ONE,
    };
    let layers = mul(workload.layers, passes);
    add(launch, mul(options.layer_overhead, layers))
}
