//! Training: what a step costs in operations, memory, time, money and energy.

use mlsysim::core::formulas::communication::ring_allreduce_time;
use mlsysim::core::formulas::performance::{mfu, training_time};
use mlsysim::core::formulas::roofline::ridge_point;
use mlsysim::core::formulas::speedup::strong_scaling_speedup;
use mlsysim::core::formulas::{memory::*, training::*};
use mlsysim::units::{
    Bandwidth, CarbonIntensity, Count, EnergyPrice, Information, OperationRate, Power, Ratio,
};
use mlsysim::{check, q};

pub const GPT2_PARAMETERS: Count = q!(1.5 billion params);
pub const GPT2_LAYERS: Count = q!(48 layers);
pub const GPT2_WIDTH: Count = q!(1_600);
pub const GPT2_HEADS: Count = q!(25 heads);
pub const GPT2_SMALL_WIDTH: Count = q!(768);
pub const GPT2_SMALL_HEADS: Count = q!(12 heads);
pub const LLAMA2_7B_PARAMETERS: Count = q!(7 billion params);
pub const LLAMA2_70B_PARAMETERS: Count = q!(70 billion params);
pub const LLAMA2_70B_TOKENS: Count = q!(2 trillion tokens);
pub const RESNET50_PARAMETERS: Count = q!(25_557_032 params);
pub const V100_PEAK: OperationRate = q!(125 TFLOP/s);
pub const V100_CAPACITY: Information = q!(32 GiB);
pub const V100_PCIE: Bandwidth = q!(15.75 GB/s);
pub const V100_TDP: Power = q!(300 W);
pub const A100_PEAK: OperationRate = q!(312 TFLOP/s);
pub const A100_PEAK_TF32: OperationRate = q!(156 TFLOP/s);
pub const A100_CAPACITY: Information = q!(80 GiB);
pub const A100_TDP: Power = q!(400 W);
pub const H100_PEAK: OperationRate = q!(989 TFLOP/s);
pub const CLUSTER: Count = q!(1_024 GPUs);
pub const PER_HOST: Count = q!(8 GPUs);
pub const NVME_GEN3: Bandwidth = q!(3.5 GB/s);
pub const NVME_GEN4: Bandwidth = q!(7 GB/s);
pub const ETHERNET: Bandwidth = q!(100 Gbps);
pub const MFU_LOW: Ratio = q!(30%);
pub const MFU_HIGH: Ratio = q!(50%);
pub const GRID: CarbonIntensity = q!(0.429 kg/kWh);
pub const PUE: Ratio = q!(1.12);
pub const GPT2_CORPUS: Information = q!(40 GB);
pub const H100_PRICE: mlsysim::units::Money = q!(30_000 USD);

/// Sequences in a batch of the GPT-2 examples; the chapter's scenario.
pub const BATCH: Count = q!(32 sequences);

/// Tokens in a sequence of the GPT-2 examples; the chapter's scenario.
pub const LENGTH: Count = q!(1_024 tokens);

/// Values that the chapter keeps for each token and unit of width in every layer.
///
/// Korthikanti et al. (2022) count 34 *bytes*, and attention's scores on top; the
/// chapter counts 34 values of two bytes and no scores.
pub const VALUES_KEPT: Count = q!(34 values);

/// A number in FP16, BF16 or another format of 16 bits.
pub const HALF: Information = q!(2 B);

/// A number in FP32.
pub const SINGLE: Information = q!(4 B);

/// By how much the chapter's checkpoints shrink the activations; a scenario, which
/// the square-root rule exceeds.
pub const CHECKPOINT_FACTOR: Ratio = q!(4x);

/// Draw of a host beside its accelerators; the chapter's assumption.
pub const HOST_POWER: Power = q!(200 W);

/// Price of electricity; the chapter's assumption.
pub const ELECTRICITY: EnergyPrice = q!($0.10/kWh);

// What a token costs, and how many of them a budget buys.
check! {
    let budget = 1e19 FLOP;

    /// One token's way forward through GPT-2 takes {}.
    gpt2_forward_flops_per_token: forward_operations(GPT2_PARAMETERS, 1 token) ~= 3.00 GFLOP/token;

    /// At three times that for forward and backward together, a budget of {budget} pays for {} of training.
    #[published(10..100 billion tokens, "the prose says tens of billions of token passes")]
    gpt2_token_passes_in_budget:
        budget / forward_backward_operations(gpt2_forward_flops_per_token, 2x) ~= 1.11 billion tokens;
}

// The state of Adam.
check! {
    let weights = weight_memory(LLAMA2_7B_PARAMETERS, HALF);

    /// Weights, gradients and both of Adam's moments of a model of {LLAMA2_7B_PARAMETERS} parameters fill {}.
    adam_state_7b: adam_state(LLAMA2_7B_PARAMETERS, HALF, HALF, 0 B, SINGLE) == 84 GB;

    /// Training holds {} the {weights} that inference needs for the same weights.
    adam_training_multiplier: adam_state_7b / weights == 6x;
}

// Fewer activations for more operations.
check! {
    /// GPT-2's {GPT2_LAYERS} layers want {}.
    checkpoint_count_sqrt: optimal_checkpoints(GPT2_LAYERS) == 7 checkpoints;

    /// With these checkpoints, the activations of {} are held at once.
    checkpoint_memory_units: checkpointed_layers(GPT2_LAYERS, checkpoint_count_sqrt) ~= 13.9 layers;

    /// That saves {} of the activation memory.
    checkpoint_savings: 1 - checkpoint_memory_units / GPT2_LAYERS ~= 71.1%;
}

// One layer, one step, one run of GPT-2.
check! {
    let batch_tokens = BATCH * LENGTH;
    let head_width = GPT2_WIDTH / GPT2_HEADS;
    let feed_forward_width = 4 * GPT2_WIDTH;

    /// Queries, keys and values of one layer take {} for a batch of {batch_tokens} tokens.
    gpt2_qkv_flops: projection_operations(batch_tokens, GPT2_WIDTH, 3 * GPT2_WIDTH) ~= 503 GFLOP;

    /// The scores and the weighted values of its {GPT2_HEADS} heads take {} together.
    gpt2_attention_pair_flops: attention_operations(BATCH, LENGTH, GPT2_HEADS, head_width) ~= 215 GFLOP;

    /// Each of these two products takes {}.
    gpt2_attention_pair_flops_each: gpt2_attention_pair_flops / 2 ~= 107 GFLOP;

    /// With the output projection and the feed-forward block, a layer's forward pass takes {}.
    gpt2_layer_forward_flops:
        gpt2_qkv_flops
            + gpt2_attention_pair_flops
            + projection_operations(batch_tokens, GPT2_WIDTH, GPT2_WIDTH)
            + projection_operations(batch_tokens, GPT2_WIDTH, feed_forward_width)
            + projection_operations(batch_tokens, feed_forward_width, GPT2_WIDTH)
        ~= 2_228 GFLOP;

    /// The closed form for a layer counts the same {gpt2_layer_forward_flops}.
    gpt2_layer_forward_flops_closed_form:
        transformer_layer_operations(BATCH, LENGTH, GPT2_WIDTH) == gpt2_layer_forward_flops;

    /// Forward and backward through all {GPT2_LAYERS} layers make {} a step.
    gpt2_step_flops: forward_backward_operations(gpt2_layer_forward_flops * GPT2_LAYERS, 2x) ~= 320.8 TFLOP;

    /// A run of 50,000 steps comes to {}.
    gpt2_training_flops_50k: gpt2_step_flops * 50_000 steps ~= 16.04 EFLOP;

    /// A V100 that reached its peak would need {} for a step.
    gpt2_v100_step_time: training_time(gpt2_step_flops, 1 GPU, V100_PEAK, 100%) ~= 2.57 s;
}

// A faster matrix product.
check! {
    /// With 7 products where the textbook method takes 8, the work grows as the size to the power {}.
    strassen_exponent: log2(7 multiplications) ~= 2.807;
}

// GPT-2 on one V100, batch 8.
check! {
    let small_batch = 8 sequences;
    let state = adam_state(GPT2_PARAMETERS, HALF, HALF, 0 B, SINGLE);

    /// In FP32 throughout, GPT-2's weights, gradients and moments take {}.
    gpt2_static_fp32_state: adam_state(GPT2_PARAMETERS, SINGLE, SINGLE, 0 B, SINGLE) == 24 GB;

    /// A batch of {small_batch} leaves {} of activations behind.
    gpt2_activations_b8:
        activation_memory(GPT2_LAYERS, small_batch * LENGTH, GPT2_WIDTH, VALUES_KEPT, HALF) ~= 42.8 GB;

    /// Counted tensor by tensor, with attention's scores, the same batch leaves {}.
    gpt2_activations_b8_with_scores:
        transformer_activation_memory(GPT2_LAYERS, small_batch, LENGTH, GPT2_WIDTH, GPT2_HEADS) ~= 71.7 GB;

    /// With {state} of FP16 weights and gradients and FP32 moments, the peak is {}.
    gpt2_peak_memory_b8: gpt2_activations_b8 + state ~= 60.8 GB;

    /// That peak is above the {V100_CAPACITY} of a V100.
    gpt2_peak_memory_b8_overflow: gpt2_peak_memory_b8 > V100_CAPACITY;
}

// ResNet-50 on one A100.
check! {
    let activations = 8 GB;
    let backward_buffers = 4 GB;

    /// ResNet-50's weights take {} in FP32.
    resnet50_fp32_params: weight_memory(RESNET50_PARAMETERS, SINGLE) ~= 102.2 MB;

    /// With {activations} of activations and {backward_buffers} for the backward pass, a batch of 32 needs {}.
    resnet50_total_b32: activations + backward_buffers + resnet50_fp32_params ~= 11.27 GiB;

    /// That is {} of an A100's memory.
    resnet50_share_of_a100: resnet50_total_b32 / A100_CAPACITY ~= 14.1%;
}

// Attention on the roofline.
check! {
    let bandwidth = 2.0 TB/s;

    /// GPT-2 Small's score matrix, written once and read once in FP16, allows {}.
    attention_score_intensity:
        (2 FLOP * GPT2_SMALL_WIDTH / GPT2_SMALL_HEADS) / (2 * HALF) == 32 FLOP/B;

    /// At {bandwidth}, the A100's ridge lies at {} in TF32 and FP16.
    a100_ridge_by_precision: ridge_point([A100_PEAK_TF32, A100_PEAK], bandwidth) ~= [78.0, 156.0] FLOP/B;
}

// Attention without its matrix.
check! {
    let context = 4_096 tokens;
    let head_width = 64;
    let tile = 128 tokens;

    /// One head's scores over {context} take {} in FP32.
    #[published(64 MB, "the tiling paragraph; 64 is the number of MiB")]
    attention_matrix_memory: attention_score_memory(context, SINGLE) ~= 67.1 MB;

    /// A tile of {tile} by {tile} of them takes {}.
    #[published(64 KB, "the tiling paragraph; 64 is the number of KiB")]
    attention_matrix_memory_tile: attention_score_memory(tile, SINGLE) ~= 65.5 KB;

    /// Queries, keys and values of that head, which is all that tiling keeps, take {}.
    flash_attention_reduction_kept: 3 tensors * context * head_width * SINGLE ~= 3.15 MB;

    /// Tiling stores {} less for each head.
    flash_attention_reduction: attention_matrix_memory / flash_attention_reduction_kept ~= 21.3x;

    /// FlashAttention-3's 740 TFLOP/s are {} of the H100's peak.
    flashattention3_share_of_peak: 740 TFLOP/s / H100_PEAK ~= 74.8%;
}

// Feeding the accelerator.
check! {
    let core_rate = 500_000 tokens/s;
    let token_size = 8 B;
    let random_access = 10%;
    let apart = 105 s;
    let overlapped = 55 s;

    /// One core tokenizes a batch of 32 sequences in {}.
    tokenize_batch_time: BATCH * LENGTH / core_rate ~= 65.5 ms;

    /// The batch then crosses a V100's PCIe link in {}.
    pcie_batch_transfer: BATCH * LENGTH * token_size / V100_PCIE ~= 16.6 us;

    /// Random reads at {random_access} of the sequential rate leave {} of a Gen3 drive.
    nvme_random_bandwidth: NVME_GEN3 * random_access ~= 350 MB/s;

    /// The same share of the Gen4 drive that the sentence names is {}.
    #[published(0.35 GB/s, "beside a drive of 7 GB/s; the figure is the Gen3 drive's")]
    nvme_random_bandwidth_gen4: NVME_GEN4 * random_access ~= 700 MB/s;

    /// Overlap brings {apart} of loading and computing down to {overlapped}, which is {} less.
    #[published(47%, "the pitfalls section; truncated, where 47.6% stands elsewhere")]
    prefetch_time_reduction: 1 - overlapped / apart ~= 47.6%;
}

// The window that prefetching keeps in the host's memory.
check! {
    let side = 1_024 pixels;
    let in_flight = 4 workers * 2 batches;

    /// A batch of 256 color images of {side} on each side takes {} in FP32.
    prefetch_buffer_memory_batch: 256 images * side^2 * 3 channels * SINGLE ~= 3.22 GB;

    /// Four workers with two batches each hold {in_flight} of them, {} in all.
    prefetch_buffer_memory: prefetch_buffer_memory_batch * in_flight ~= 25.8 GB;
}

// Gradients on the wire.
check! {
    let gradients = weight_memory(LLAMA2_7B_PARAMETERS, HALF);

    /// A ring of {PER_HOST} GPUs sums {gradients} of gradients in {} at {ETHERNET}.
    allreduce_time_100g: ring_allreduce_time(gradients, PER_HOST, ETHERNET, 0 s) ~= 1.96 s;

    /// Each GPU sends {} the gradients' size for it.
    ring_allreduce_factor: allreduce_time_100g / (gradients / ETHERNET) == 1.75x;
}

// What synchronization leaves of 256 GPUs.
check! {
    let fleet = 256 GPUs;
    let shares = [5, 15, 40]%;

    /// When {shares} of the work is synchronization, {fleet} GPUs are worth {} of one.
    communication_tax_256: strong_scaling_speedup(fleet, shares) ~= [18.6, 6.52, 2.49]x;
}

// One sample too many.
check! {
    let warp = 32 threads;

    /// A batch of 33 starts {}.
    warps_for_batch_33: waves(33 samples, warp) == 2 warps;

    /// A batch of 65 starts {}.
    warps_for_batch_65: waves(65 samples, warp) == 3 warps;

    /// At 33 samples {} of the lanes have work.
    wave_utilization_33: lane_utilization(33 samples, warp) ~= 51.6%;

    /// At 64 and 65 samples it is {}.
    wave_utilization_64_65: lane_utilization([64, 65] samples, warp) ~= [100.0, 67.7]%;

    /// The 65th sample makes the batch take {} the time of 64.
    wave_time_65: warps_for_batch_65 / waves(64 samples, warp) == 1.5x;
}

// Llama-2 70B: a career on one GPU, three weeks on a cluster.
check! {
    let rate = $3.00/GPU/h;

    /// Llama-2 70B took {} to train.
    llama70b_training_flops: training_operations(LLAMA2_70B_PARAMETERS, LLAMA2_70B_TOKENS) ~= 8.40e23 FLOP;

    /// One H100 at {MFU_HIGH} of its peak would work on it for {}.
    llama70b_single_gpu_years:
        training_time(llama70b_training_flops, 1 GPU, H100_PEAK, MFU_HIGH) ~= 53.8 Julian_years;

    /// A cluster of {CLUSTER} does it in {}.
    llama70b_cluster_days:
        training_time(llama70b_training_flops, CLUSTER, H100_PEAK, MFU_HIGH) ~= 19.2 days;

    /// Rented at {rate}, the run costs {}.
    llama70b_rental_cost: CLUSTER * llama70b_cluster_days * rate ~= $1.42 million;

    /// The same GPUs cost {} to buy.
    h100_cluster_purchase: CLUSTER * H100_PRICE ~= $30.7 million;

    /// Buying wins after {}.
    buy_vs_rent_breakeven: h100_cluster_purchase / llama70b_rental_cost ~= 21.7 runs;
}

// A round number of operations and a round accelerator.
check! {
    let work = 1e24 FLOP;
    let rate = 1 PFLOP/s;

    /// At a sustained {rate}, {work} keep one accelerator busy for {}.
    single_h100_1e24: training_time(work, 1 GPU, rate, 100%) ~= 31.7 Julian_years;
}

// What an A100 delivers.
check! {
    let step_time = 1.2 s;
    let useful = training_operations(LLAMA2_7B_PARAMETERS, 1_024 tokens);

    /// A step with {useful} of useful work in {step_time} reaches a utilization of {}.
    mfu_7b_a100: mfu(useful, step_time, 1 GPU, A100_PEAK) ~= 11.5%;

    /// Large runs sustain {} on an A100.
    a100_real_throughput_range: A100_PEAK * MFU_LOW..MFU_HIGH ~= 93.6..156.0 TFLOP/s;
}

// What FP16 can hold.
check! {
    let exponent_bits = 5;
    let fraction_bits = 10;
    let largest_exponent = 2^(exponent_bits - 1) - 1;
    let smallest_exponent = 1 - largest_exponent;

    /// FP16's smallest normal number, its smallest subnormal one and its largest are {}.
    fp16_format_limits:
        [
            2^smallest_exponent,
            2^(smallest_exponent - fraction_bits),
            (2 - 2^(-fraction_bits)) * 2^largest_exponent
        ]
        ~= [6.10e-5, 5.96e-8, 65_504];
}

// GPT-2, batch 32: three ways to hold it.
check! {
    let activations =
        activation_memory(GPT2_LAYERS, BATCH * LENGTH, GPT2_WIDTH, VALUES_KEPT, HALF);
    let state = adam_state(GPT2_PARAMETERS, SINGLE, SINGLE, 0 B, SINGLE);
    let mixed_state = adam_state(GPT2_PARAMETERS, HALF, HALF, SINGLE, SINGLE);

    /// In FP32, activations and state of a batch of 32 need {}.
    gpt2_fp32_total_b32: 2 * activations + state ~= 366.3 GB;

    /// Mixed precision halves the activations, and the need falls to {}.
    gpt2_amp_total_b32: activations + mixed_state ~= 195.1 GB;

    /// With a quarter of the activations kept, {} remain.
    #[published(<= 32 GiB, "the text says that it fits in 32 GiB; at batch 4 it would")]
    gpt2_ckpt_total_b32: activations / CHECKPOINT_FACTOR + mixed_state ~= 66.8 GB;

    /// From the first to the last, memory shrinks {}.
    summary_memory_reduction: gpt2_fp32_total_b32 / gpt2_ckpt_total_b32 ~= 5.48x;
}

// What mixed precision saves in time and money.
check! {
    let full_run = 2 weeks;
    let mixed_run = 1.2 weeks;
    let full_cost = $50_000;

    /// A run of {mixed_run} instead of {full_run} saves {}; to print 6 days is to round them.
    gpt2_amp_days_saved: full_run - mixed_run ~= 5.6 days;

    /// On the same cluster at the same rate, it costs {} instead of {full_cost}.
    #[published($28_000, "typed by hand; the run times give the other figure")]
    gpt2_amp_implied_cost: full_cost * mixed_run / full_run == $30_000;
}

// Accumulating gradients instead of renting GPUs.
check! {
    let rate = $16/GPU/h;

    /// Two weeks on 8 and on 32 GPUs at {rate} cost {}.
    accumulation_two_week_cost: [8, 32] GPUs * rate * 2 weeks ~= [$43_000, $172_000] to 3 digits;
}

// GPT-2, batch 4: how it comes to fit.
check! {
    let activations = activation_memory(GPT2_LAYERS, 4 * LENGTH, GPT2_WIDTH, VALUES_KEPT, HALF);
    let state = adam_state(GPT2_PARAMETERS, SINGLE, SINGLE, 0 B, SINGLE);
    let mixed_state = adam_state(GPT2_PARAMETERS, HALF, HALF, SINGLE, SINGLE);

    /// A batch of 4 in FP32 needs {}.
    walkthrough_fp32_total_b4: 2 * activations + state ~= 66.8 GB;

    /// That is above the {V100_CAPACITY} of a V100.
    walkthrough_fp32_total_b4_overflow: walkthrough_fp32_total_b4 > V100_CAPACITY;

    /// Mixed precision and checkpoints bring it down to {}.
    walkthrough_ckpt_total_b4: activations / CHECKPOINT_FACTOR + mixed_state ~= 29.3 GB;

    /// That is below the {V100_CAPACITY} of a V100.
    walkthrough_ckpt_total_b4_fit: walkthrough_ckpt_total_b4 < V100_CAPACITY;

    /// Together they shrink the need {}.
    walkthrough_total_reduction: walkthrough_fp32_total_b4 / walkthrough_ckpt_total_b4 ~= 2.28x;
}

// An epoch that is too short.
check! {
    let rate = 1_200 tokens/s;
    let quoted_epoch = 8.3 h;
    let token_size = 4 B;

    /// In {quoted_epoch} at {rate}, GPT-2 sees {}.
    walkthrough_epoch_tokens: rate * quoted_epoch ~= 35.9 million tokens;

    /// The corpus of {GPT2_CORPUS} at {token_size} a token holds {}.
    walkthrough_epoch_tokens_corpus: GPT2_CORPUS / token_size ~= 10.0 billion tokens;

    /// At that rate one pass over it takes {}.
    #[published(8.3 h, "the profile table; the corpus is 40 GB")]
    walkthrough_epoch_tokens_time: walkthrough_epoch_tokens_corpus / rate ~= 96.5 days;
}

// The electricity of two weeks on 32 V100s.
check! {
    let facility = cluster_power(32 GPUs, V100_TDP, PER_HOST, HOST_POWER) * PUE;

    /// The GPUs and their hosts draw {}.
    summary_cluster_power: cluster_power(32 GPUs, V100_TDP, PER_HOST, HOST_POWER) == 10.4 kW;

    /// Over 14 days, cooling included, that is {}.
    summary_energy_baseline: facility * 14 days ~= 3_914 kWh;

    /// At {ELECTRICITY}, the bill is {}.
    summary_cost_baseline: summary_energy_baseline * ELECTRICITY ~= $391.37;

    /// The grid emits {} of carbon dioxide for it.
    summary_carbon_baseline: summary_energy_baseline * GRID ~= 1.68 t;

    /// Mixed precision ends the run after 8.4 days and {}.
    summary_energy_optimized: facility * 8.4 days ~= 2_348 kWh;
}

// The carbon of a run.
check! {
    let household = 900 kWh/household_month;
    let power = cluster_power(CLUSTER, A100_TDP, PER_HOST, HOST_POWER);

    /// A model of 7 billion parameters and a trillion tokens take {}.
    carbon7b_training_flops: training_operations(LLAMA2_7B_PARAMETERS, 1 trillion tokens) ~= 4.20e22 FLOP;

    /// On {CLUSTER} A100s at {MFU_HIGH} of their peak, that is a run of {}.
    carbon7b_hours: training_time(carbon7b_training_flops, CLUSTER, A100_PEAK, MFU_HIGH) ~= 73.0 h;

    /// At {power}, the run takes {}.
    carbon7b_energy: power * carbon7b_hours ~= 31_784 kWh;

    /// A household that uses {household} could live on it for {}.
    carbon7b_household_months: carbon7b_energy / household ~= 35.3 household_months;

    /// To halve the run time would save {} of carbon dioxide.
    carbon7b_co2_saved: carbon7b_energy / 2 * GRID ~= 6.82 t;

    /// To go from 30% of the peak to 60% would save {}.
    #[published(6.8 t, "told as 30% to 60%, but the energy is that of a run at 50%")]
    carbon7b_co2_saved_by_utilization:
        carbon7b_energy * (MFU_HIGH / 30% - MFU_HIGH / 60%) * GRID ~= 11.4 t;
}
