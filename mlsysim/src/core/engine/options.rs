//! What the engine assumes.

use crate::claims::formula::{Order, domain};
use crate::core::constants::Precision;
use crate::core::constants::accelerators::{Basis, Memory};
use crate::core::constants::training::ADAM_STATE_PER_PARAMETER;
use crate::core::formulas::memory::ZeroStage;
use crate::q;
use crate::units::{Count, Information, OperationRate, Power, Ratio, Time};

/// What one pass does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// A forward pass over each input of the batch. Of a model that works token by token, the
    /// next token of each sequence, after [`Options::sequence_length`] tokens (decoding).
    Inference,
    /// A forward pass over each input of the batch. Of a model that works token by token, all
    /// tokens of each sequence at once (reading the prompt), which ends with its first token.
    Prefill,
    /// A forward pass, a backward pass and the optimizer's step over the batch. Of a model that
    /// works token by token, over all tokens of each sequence.
    Training,
}

impl Work {
    /// Its name in text.
    pub const fn name(self) -> &'static str {
        match self {
            Work::Inference => "Inference",
            Work::Prefill => "Prefill",
            Work::Training => "Training",
        }
    }
}

/// What becomes of the activations that the backward pass needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recomputation {
    /// They are kept.
    None,
    /// Only the input of each layer is kept; a second forward pass computes the rest again.
    Full,
}

impl Recomputation {
    /// Its name in text.
    pub const fn name(self) -> &'static str {
        match self {
            Recomputation::None => "None",
            Recomputation::Full => "Full",
        }
    }
}

/// Every assumption of [`solve`](super::solve), with [`Options::DEFAULT`] for those that are not
/// stated.
///
/// | option | default | what it decides |
/// |---|---|---|
/// | [`work`](Self::work) | inference | what one pass does |
/// | [`batch`](Self::batch) | 1 | inputs, or sequences, of one pass |
/// | [`sequence_length`](Self::sequence_length) | 2,048 tokens | tokens of a sequence |
/// | [`precision`](Self::precision) | fp16 | size of weights, gradients and activations |
/// | [`arithmetic`](Self::arithmetic) | as `precision` | whose peak rate applies |
/// | [`cache_precision`](Self::cache_precision) | as `precision` | size of keys and values |
/// | [`basis`](Self::basis) | dense | whether 2:4 sparse rates apply |
/// | [`peak`](Self::peak) | the device's | the peak rate |
/// | [`efficiency`](Self::efficiency) | 50% | share of the peak rate that kernels reach |
/// | [`memory`](Self::memory) | the device's main memory | where the model lives |
/// | [`bandwidth_efficiency`](Self::bandwidth_efficiency) | 100% | share of the bandwidth that kernels reach |
/// | [`usable_memory`](Self::usable_memory) | 100% | share of the capacity that the model may fill |
/// | [`overlap`](Self::overlap) | 100% | share of the shorter time that hides behind the longer |
/// | [`launch_overhead`](Self::launch_overhead) | the device's | software time of a pass |
/// | [`layer_overhead`](Self::layer_overhead) | 0 s | software time of a layer in a pass |
/// | [`activation_traffic`](Self::activation_traffic) | 0% | traffic of activations in inference |
/// | [`counts_attention`](Self::counts_attention) | no | whether operations of attention count |
/// | [`backward_multiple`](Self::backward_multiple) | 2× | operations of the backward pass |
/// | [`recomputation`](Self::recomputation) | none | what becomes of activations |
/// | [`optimizer_state`](Self::optimizer_state) | 12 B | state of a parameter in training |
/// | [`sharding`](Self::sharding), [`replicas`](Self::replicas) | replicated, 1 | who keeps that state |
/// | [`power`](Self::power) | thermal design power | what the device draws at work |
/// | [`idle_power`](Self::idle_power) | 100% | share of it that is drawn without work |
///
/// ```
/// use mlsysim::core::engine::{Options, Work};
/// use mlsysim::q;
/// const TRAINING: Options = Options {
///     work: Work::Training,
///     batch: q!(32),
///     ..Options::DEFAULT
/// };
/// assert_eq!(TRAINING.efficiency, q!(50%));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// What one pass does.
    pub work: Work,
    /// Inputs of one pass, or sequences; at least 1.
    pub batch: Count,
    /// Tokens of a sequence: of the prompt, of the training text, or so far when the next one is
    /// generated; at least 1. Ignored unless the model works token by token.
    pub sequence_length: Count,
    /// The number format of weights, gradients and kept layer inputs.
    pub precision: Precision,
    /// The number format of the arithmetic, whose peak rate applies; that of the weights unless
    /// given. Weights of 4 bits are often computed with in 16.
    pub arithmetic: Option<Precision>,
    /// The number format of keys, values and state; that of the weights unless given.
    pub cache_precision: Option<Precision>,
    /// Whether the peak rate is of dense weights or of weights pruned two in four.
    pub basis: Basis,
    /// The peak rate; the device's own in the format of the arithmetic unless given.
    pub peak: Option<OperationRate>,
    /// The share of the peak rate that kernels reach while they compute, in (0, 1].
    pub efficiency: Ratio,
    /// The memory that holds the model; the device's main memory unless given.
    pub memory: Option<Memory>,
    /// The share of the memory bandwidth that kernels reach, in (0, 1].
    pub bandwidth_efficiency: Ratio,
    /// The share of the memory that the model may fill, in (0, 1].
    pub usable_memory: Ratio,
    /// The share of the shorter of computing and moving data that hides behind the longer, in
    /// [0, 1]. 1 is the roofline, 0 the iron law.
    pub overlap: Ratio,
    /// Software time of a pass; the device's launch overhead unless given.
    pub launch_overhead: Option<Time>,
    /// Software time of each layer in each forward, backward and repeated forward pass.
    pub layer_overhead: Time,
    /// Traffic of activations of one input in inference, as a share of the weights' memory.
    pub activation_traffic: Ratio,
    /// Whether the operations of attention over the sequence count, as in PaLM's MFU, or only
    /// those of the parameters, as in the rule of two (six in training) for each.
    pub counts_attention: bool,
    /// Operations of the backward pass for each of the forward pass.
    pub backward_multiple: Ratio,
    /// What becomes of the activations that the backward pass needs.
    pub recomputation: Recomputation,
    /// What the optimizer keeps of each parameter; Adam's master weight and moments by default.
    pub optimizer_state: Information,
    /// Which parts of the training state are divided among the replicas.
    pub sharding: ZeroStage,
    /// Data-parallel replicas among which that state is divided; at least 1.
    pub replicas: Count,
    /// What the device draws at work; its thermal design power unless given.
    pub power: Option<Power>,
    /// The share of that power that it draws without work, in [0, 1]; the rest grows with
    /// utilization. 1 charges the full power all the time.
    pub idle_power: Ratio,
}

impl Options {
    /// The table above.
    pub const DEFAULT: Options = Options {
        work: Work::Inference,
        batch: q!(1),
        sequence_length: q!(2_048 tokens),
        precision: Precision::Fp16,
        arithmetic: None,
        cache_precision: None,
        basis: Basis::Dense,
        peak: None,
        efficiency: q!(50%),
        memory: None,
        bandwidth_efficiency: q!(100%),
        usable_memory: q!(100%),
        overlap: q!(100%),
        launch_overhead: None,
        layer_overhead: q!(0 s),
        activation_traffic: q!(0%),
        counts_attention: false,
        backward_multiple: q!(2x),
        recomputation: Recomputation::None,
        optimizer_state: ADAM_STATE_PER_PARAMETER,
        sharding: ZeroStage::Replicated,
        replicas: q!(1),
        power: None,
        idle_power: q!(100%),
    };

    /// The number format whose peak rate applies.
    #[inline(always)]
    pub(super) const fn arithmetic_precision(&self) -> Precision {
        match self.arithmetic {
            Some(precision) => precision,
            None => self.precision,
        }
    }

    /// Stops the build with the option that is impossible.
    #[track_caller]
    #[inline(always)]
    pub(super) const fn validate(&self) {
        at_least_one(self.batch, "batch");
        at_least_one(self.sequence_length, "sequence_length");
        at_least_one(self.replicas, "replicas");
        share(self.efficiency, Order::More, "efficiency");
        share(
            self.bandwidth_efficiency,
            Order::More,
            "bandwidth_efficiency",
        );
        share(self.usable_memory, Order::More, "usable_memory");
        share(self.overlap, Order::AtLeast, "overlap");
        share(self.idle_power, Order::AtLeast, "idle_power");
        not_negative(self.layer_overhead.value, "layer_overhead");
        not_negative(self.activation_traffic.value, "activation_traffic");
        not_negative(self.optimizer_state.value, "optimizer_state");
    }
}

impl Default for Options {
    fn default() -> Options {
        Options::DEFAULT
    }
}

#[track_caller]
#[inline(always)]
const fn at_least_one(value: Count, name: &str) {
    domain(value.value, Order::AtLeast, 1.0, name, "solve");
}

#[track_caller]
#[inline(always)]
const fn share(value: Ratio, above: Order, name: &str) {
    domain(value.value, above, 0.0, name, "solve");
    domain(value.value, Order::AtMost, 1.0, name, "solve");
}

#[track_caller]
#[inline(always)]
const fn not_negative(value: f64, name: &str) {
    domain(value, Order::AtLeast, 0.0, name, "solve");
}
