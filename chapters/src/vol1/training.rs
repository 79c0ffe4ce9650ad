//! Training: what a step costs in operations, memory, time, money and energy.

use mlsysim::core::constants::accelerators::cloud::{A100, H100, V100};
use mlsysim::core::constants::clusters::{TRAINING_1K, TRAINING_1K_A100};
use mlsysim::core::constants::fabrics::ETHERNET_100G;
use mlsysim::core::constants::grids::US_AVERAGE;
use mlsysim::core::constants::models::language::{GPT2, GPT2_SMALL, LLAMA2_7B, LLAMA2_70B};
use mlsysim::core::constants::models::vision::RESNET50;
use mlsysim::core::constants::nodes::{DGX_A100, DGX_H100};
use mlsysim::core::constants::prices::{CLOUD_GPU_TRAINING_SCENARIO, H100_PURCHASE};
use mlsysim::core::constants::storage::{NVME_GEN3, NVME_GEN4};
use mlsysim::core::constants::training::{MFU_HIGH, MFU_LOW};
use mlsysim::core::constants::{Precision, Source};
use mlsysim::core::formulas::communication::ring_allreduce_time;
use mlsysim::core::formulas::memory::{
    activation_memory, adam_state, attention_score_memory, checkpointed_layers,
    optimal_checkpoints, transformer_activation_memory, weight_memory,
};
use mlsysim::core::formulas::performance::{mfu, training_time};
use mlsysim::core::formulas::roofline::{arithmetic_intensity, ridge_point};
use mlsysim::core::formulas::speedup::strong_scaling_speedup;
use mlsysim::core::formulas::sustainability::{facility_energy, operational_carbon};
use mlsysim::core::formulas::training::{
    attention_operations, cluster_power, forward_backward_operations, forward_operations,
    lane_utilization, projection_operations, training_operations, transformer_layer_operations,
    waves,
};
use mlsysim::units::{Count, Information, Power, Ratio};
use mlsysim::{check, constants, q};

constants! {
    /// Sequences in a batch of the GPT-2 examples.
    #[source(Source::illustrative("The chapter's GPT-2 scenario"))]
    pub const BATCH: Count = q!(32 sequences);

    /// Tokens in a sequence of the GPT-2 examples.
    #[source(Source::illustrative("The chapter's GPT-2 scenario"))]
    pub const LENGTH: Count = q!(1_024 tokens);

    /// Values that the chapter keeps for each token and unit of width in every layer.
    ///
    /// Korthikanti et al. (2022) count 34 *bytes*, and attention's scores on top; the
    /// chapter counts 34 values of two bytes and no scores.
    #[source(Source::convention(
        "The chapter's count, after the 34 bytes of Korthikanti et al. (2022), table 2"
    ))]
    pub const VALUES_KEPT: Count = q!(34 values);

    /// A number in FP16, BF16 or another format of 16 bits.
    #[source(Source::convention("IEEE 754-2019, binary16"))]
    pub const HALF: Information = q!(2 B);

    /// A number in FP32.
    #[source(Source::convention("IEEE 754-2019, binary32"))]
    pub const SINGLE: Information = q!(4 B);

    /// By how much the chapter's checkpoints shrink the activations; a scenario, which
    /// the square-root rule exceeds.
    #[source(Source::illustrative("The chapter's GPT-2 scenario"))]
    pub const CHECKPOINT_FACTOR: Ratio = q!(4x);

    /// Draw of a host beside its accelerators.
    #[source(Source::illustrative("The chapter's assumption"))]
    pub const HOST_POWER: Power = q!(200 W);
}

// What a token costs, and how many of them a budget buys.
check! {
    let budget = 1e19 FLOP;

    /// One token's way forward through GPT-2 takes {}.
    gpt2_forward_flops_per_token:
        forward_operations(GPT2.parameters, LENGTH) / LENGTH ~= 3.00 GFLOP/token;

    /// With a backward pass at twice the price of the forward pass, {budget} pay for {}.
    #[published(10..100 billion tokens, "in words: tens of billions of token passes")]
    gpt2_token_passes_in_budget:
        budget / forward_backward_operations(gpt2_forward_flops_per_token, 2x)
        ~= 1.11 billion tokens;
}

// The state of Adam.
check! {
    let llama_weights = weight_memory(LLAMA2_7B.parameters, HALF);

    /// Weights and gradients of Llama-2 7B in FP16 and Adam's two moments in FP32 fill {}.
    adam_state_7b: adam_state(LLAMA2_7B.parameters, HALF, HALF, 0 B, SINGLE) == 84 GB;

    /// That is {} the {llama_weights} of weights that inference loads.
    adam_training_multiplier: adam_state_7b / llama_weights == 6x;
}

// Fewer activations for more operations.
check! {
    let depth = GPT2.layers;

    /// For the {depth} layers of GPT-2, the best number is {}.
    checkpoint_count_sqrt: optimal_checkpoints(depth) == 7 checkpoints;

    /// With that many, the activations of {} are held at once.
    checkpoint_memory_units: checkpointed_layers(depth, checkpoint_count_sqrt) ~= 13.86 layers;

    /// Checkpoints thereby save {} of the activation memory.
    checkpoint_savings: 1 - checkpoint_memory_units / depth ~= 71.1%;
}

// One layer, one step, one run of GPT-2.
check! {
    let batch_tokens = BATCH * LENGTH;
    let width = GPT2.hidden_dimension;
    let feed_forward_width = 4 * width;
    let run_length = 50_000 steps;

    /// Queries, keys and values of one layer take {} for a batch of {batch_tokens} tokens.
    gpt2_qkv_flops: projection_operations(batch_tokens, width, 3 * width) ~= 503 GFLOP;

    /// Scores and weighted values of all {GPT2.heads} heads take {}.
    gpt2_attention_pair_flops:
        attention_operations(BATCH, LENGTH, GPT2.heads, GPT2.head_dimension()) ~= 215 GFLOP;

    /// Each of these two products takes {}.
    gpt2_attention_pair_flops_each: gpt2_attention_pair_flops / 2 ~= 107 GFLOP;

    /// With the output projection and the feed-forward block, a layer takes {} forward.
    gpt2_layer_forward_flops:
        gpt2_qkv_flops
            + gpt2_attention_pair_flops
            + projection_operations(batch_tokens, width, width)
            + projection_operations(batch_tokens, width, feed_forward_width)
            + projection_operations(batch_tokens, feed_forward_width, width)
        ~= 2_228 GFLOP;

    /// The closed form for a layer gives the same {gpt2_layer_forward_flops}.
    gpt2_layer_forward_flops_closed_form:
        transformer_layer_operations(BATCH, LENGTH, width) == gpt2_layer_forward_flops;

    /// Forward and backward through all {GPT2.layers} layers make {} a step.
    gpt2_step_flops:
        forward_backward_operations(GPT2.layers * gpt2_layer_forward_flops, 2x) ~= 320.8 TFLOP;

    /// A run of {run_length} comes to {}.
    gpt2_training_flops_50k: run_length * gpt2_step_flops ~= 16.04 EFLOP;

    /// A V100 at its peak would be busy with one step for {}.
    gpt2_v100_step_time: gpt2_step_flops / V100.peak(Precision::Fp16) ~= 2.57 s;
}

// A faster matrix product.
check! {
    let products = 7 multiplications;

    /// With {products} where the textbook has 8, the work grows as the size to the power of {}.
    strassen_exponent: log2(products) ~= 2.807;
}

// GPT-2 on one V100, batch 8.
check! {
    let small_batch = 8 sequences;
    let half_state = adam_state(GPT2.parameters, HALF, HALF, 0 B, SINGLE);

    /// In FP32 throughout, GPT-2's weights, gradients and moments take {}.
    gpt2_static_fp32_state: adam_state(GPT2.parameters, SINGLE, SINGLE, 0 B, SINGLE) == 24 GB;

    /// A batch of {small_batch} leaves {} of activations behind.
    gpt2_activations_b8:
        activation_memory(
            GPT2.layers, small_batch * LENGTH, GPT2.hidden_dimension, VALUES_KEPT, HALF
        )
        ~= 42.8 GB;

    /// Counted byte by byte and with attention's scores, the same batch leaves {}.
    gpt2_activations_b8_with_scores:
        transformer_activation_memory(
            GPT2.layers, small_batch, LENGTH, GPT2.hidden_dimension, GPT2.heads
        )
        ~= 71.7 GB;

    /// With {half_state} of FP16 weights and gradients and FP32 moments, the peak is {}.
    gpt2_peak_memory_b8: gpt2_activations_b8 + half_state ~= 60.8 GB;

    /// That is more than the {V100.memory.capacity} of a V100.
    gpt2_peak_memory_b8_overflow: gpt2_peak_memory_b8 > V100.memory.capacity;
}

// ResNet-50 on one A100.
check! {
    let forward_activations = 8 GB;
    let backward_buffers = 4 GB;

    /// ResNet-50's weights take {} in FP32.
    resnet50_fp32_params: weight_memory(RESNET50.parameters, SINGLE) ~= 102.2 MB;

    /// With {forward_activations} of activations and {backward_buffers} for the way back, it is {}.
    resnet50_total_b32: forward_activations + backward_buffers + resnet50_fp32_params ~= 11.27 GiB;

    /// That is {} of an A100's memory.
    resnet50_share_of_a100: resnet50_total_b32 / A100.memory.capacity ~= 14.1%;
}

// Attention on the roofline.
check! {
    let rounded_bandwidth = 2.0 TB/s;
    let operations_per_score = 2 FLOP * GPT2_SMALL.head_dimension();

    /// GPT-2 Small's scores, each written and then read in FP16, have an intensity of {}.
    attention_score_intensity: arithmetic_intensity(operations_per_score, 2 * HALF) == 32 FLOP/B;

    /// At {rounded_bandwidth}, the A100's ridge points for TF32 and FP16 are {}.
    a100_ridge_by_precision:
        ridge_point([A100.peak(Precision::Tf32), A100.peak(Precision::Fp16)], rounded_bandwidth)
        ~= [78, 156] FLOP/B;
}

// Attention without its matrix.
check! {
    let context = 4_096 tokens;
    let narrow_head = 64;
    let tile_side = 128 tokens;
    let fast_attention = 740 TFLOP/s;

    /// One head's scores over {context} take {} in FP32.
    #[published(64 MB, "in the tiling paragraph; 64 is the number of MiB")]
    attention_matrix_memory: attention_score_memory(context, SINGLE) ~= 67.1 MB;

    /// A tile of them, {tile_side} on each side, takes {}.
    #[published(64 KB, "in the tiling paragraph; 64 is the number of KiB")]
    attention_matrix_memory_tile: attention_score_memory(tile_side, SINGLE) ~= 65.5 KB;

    /// The head's queries, keys and values, which are all that tiling stores, take {}.
    flash_attention_reduction_stored: 3 tensors * context * narrow_head * SINGLE ~= 3.15 MB;

    /// The full matrix is {} as large.
    flash_attention_reduction: attention_matrix_memory / flash_attention_reduction_stored ~= 21.3x;

    /// FlashAttention-3's {fast_attention} are {} of the H100's peak in FP16.
    flashattention3_share_of_peak: fast_attention / H100.peak(Precision::Fp16) ~= 74.8%;
}

// Feeding the accelerator.
check! {
    let core_rate = 500_000 tokens/s;
    let identifier = 8 B;
    let random_share = 10%;
    let sequential = 105 s;
    let overlapped = 55 s;

    /// One core that tokenizes {core_rate} prepares a batch in {}.
    tokenize_batch_time: BATCH * LENGTH / core_rate ~= 65.5 ms;

    /// At {identifier} a token, the batch crosses a V100's PCIe link in {}.
    pcie_batch_transfer: BATCH * LENGTH * identifier / V100.interconnect().bandwidth ~= 16.6 us;

    /// Random reads at {random_share} of the sequential rate get {} from a Gen3 drive.
    nvme_random_bandwidth: random_share * NVME_GEN3.bandwidth ~= 350 MB/s;

    /// From a Gen4 drive they get {}.
    #[published(0.35 GB/s, "printed beside the 7 GB/s of a Gen4 drive; it is the Gen3 drive's")]
    nvme_random_bandwidth_gen4: random_share * NVME_GEN4.bandwidth ~= 700 MB/s;

    /// Loading while computing brings {sequential} down to {overlapped}, which is {} less.
    #[published(47%, "in the pitfalls section, cut off; 47.6% elsewhere in the chapter")]
    prefetch_time_reduction: 1 - overlapped / sequential ~= 47.6%;
}

// The window that prefetching keeps in the host's memory.
check! {
    let image_side = 1_024 pixels;
    let in_flight = 4 workers * 2 batches;

    /// A batch of 256 color images, {image_side} on each side, takes {} in FP32.
    prefetch_buffer_memory_batch: 256 images * image_side^2 * 3 channels * SINGLE ~= 3.22 GB;

    /// Four workers, two batches ahead each, hold {in_flight} of them: {}.
    prefetch_buffer_memory: in_flight * prefetch_buffer_memory_batch ~= 25.8 GB;
}

// Gradients on the wire.
check! {
    let ring = DGX_H100.accelerators;
    let gradients = weight_memory(LLAMA2_7B.parameters, HALF);
    let link = ETHERNET_100G.bandwidth;

    /// A ring of {ring} GPUs with {link} each sums {gradients} of gradients in {}.
    allreduce_time_100g: ring_allreduce_time(gradients, ring, link, 0 s) ~= 1.96 s;

    /// Each GPU thereby sends {} the size of the gradients.
    ring_allreduce_factor: allreduce_time_100g / (gradients / link) == 1.75x;
}

// What synchronization leaves of 256 GPUs.
check! {
    let fleet = 256 GPUs;
    let synchronizing = [5, 15, 40]%;

    /// When {synchronizing} of the time goes to synchronization, {fleet} are worth {} one.
    communication_tax_256: strong_scaling_speedup(fleet, synchronizing) ~= [18.62, 6.52, 2.49]x;
}

// One sample too many.
check! {
    let warp = 32 threads;
    let one_over_one = 33 samples;
    let exactly_two = 64 samples;
    let one_over_two = 65 samples;

    /// A batch of {one_over_one} starts {}.
    warps_for_batch_33: waves(one_over_one, warp) == 2 warps;

    /// A batch of {one_over_two} starts {}.
    warps_for_batch_65: waves(one_over_two, warp) == 3 warps;

    /// Of the lanes that {one_over_one} start, {} have work.
    wave_utilization_33: lane_utilization(one_over_one, warp) ~= 51.6%;

    /// For {exactly_two} it is {}.
    wave_utilization_64: lane_utilization(exactly_two, warp) == 100%;

    /// For {one_over_two} it is {}.
    wave_utilization_65: lane_utilization(one_over_two, warp) ~= 67.7%;

    /// A batch of {one_over_two} takes {} as long as one of {exactly_two}.
    wave_time_65: warps_for_batch_65 / waves(exactly_two, warp) == 1.5x;
}

// Llama-2 70B: a lifetime on one GPU, three weeks on a cluster.
check! {
    let cluster = TRAINING_1K.accelerators();
    let peak = H100.peak(Precision::Fp16);
    #[accept(source = "the rent of the chapter's example: a round list price of the time")]
    let rent = CLOUD_GPU_TRAINING_SCENARIO;

    /// Llama-2 70B took {} to train.
    llama70b_training_flops:
        training_operations(LLAMA2_70B.parameters, LLAMA2_70B.training_tokens()) ~= 8.40e23 FLOP;

    /// One H100 at a good utilization would work on it for {}.
    llama70b_single_gpu_years:
        training_time(llama70b_training_flops, 1 GPU, peak, MFU_HIGH) ~= 53.8 Julian_years;

    /// A cluster of {cluster} of them does it in {}.
    llama70b_cluster_days:
        training_time(llama70b_training_flops, cluster, peak, MFU_HIGH) ~= 19.2 days;

    /// To rent that cluster for the run costs {}.
    llama70b_rental_cost: cluster * llama70b_cluster_days * rent ~= $1.416 million;

    /// To buy its GPUs costs {}.
    #[accept(source = "the price of the chapter's example, which compares buying with renting")]
    h100_cluster_purchase: cluster * H100_PURCHASE ~= $30.72 million;

    /// Buying wins after {}.
    buy_vs_rent_breakeven: h100_cluster_purchase / llama70b_rental_cost ~= 21.7 runs;
}

// A round number of operations and a round accelerator.
check! {
    let frontier_run = 1e24 FLOP;
    let round_rate = 1 PFLOP/s;

    /// {frontier_run} keep one accelerator busy for {} at {round_rate}.
    single_h100_1e24: frontier_run / round_rate ~= 31.7 Julian_years;
}

// What an A100 delivers.
check! {
    let step_time = 1.2 s;
    let useful = training_operations(LLAMA2_7B.parameters, 1_024 tokens);

    /// A step with {useful} of useful work in {step_time} reaches {} of an A100's peak.
    mfu_7b_a100: mfu(useful, step_time, 1 GPU, A100.peak(Precision::Fp16)) ~= 11.5%;

    /// Between a poor and a good utilization, an A100 delivers {}.
    a100_real_throughput_range:
        A100.peak(Precision::Fp16) * MFU_LOW..MFU_HIGH ~= 93.6..156.0 TFLOP/s;
}

// What FP16 can hold.
check! {
    let exponent_bits = 5;
    let fraction_bits = 10;
    let largest_exponent = 2^(exponent_bits - 1) - 1;
    let smallest_exponent = 1 - largest_exponent;

    /// The smallest normal, the smallest subnormal and the largest number of FP16 are {}.
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
        activation_memory(GPT2.layers, BATCH * LENGTH, GPT2.hidden_dimension, VALUES_KEPT, HALF);
    let state = adam_state(GPT2.parameters, SINGLE, SINGLE, 0 B, SINGLE);
    let mixed_state = adam_state(GPT2.parameters, HALF, HALF, SINGLE, SINGLE);

    /// In FP32, a batch of {BATCH} sequences needs {}.
    gpt2_fp32_total_b32: 2 * activations + state ~= 366.3 GB;

    /// Mixed precision halves the activations and leaves {}.
    gpt2_amp_total_b32: activations + mixed_state ~= 195 GB;

    /// With checkpoints as well, {} remain.
    #[published(<= 32 GiB, "said to fit a V100; at batch 4 it does")]
    gpt2_ckpt_total_b32: activations / CHECKPOINT_FACTOR + mixed_state ~= 66.8 GB;

    /// That is {} what a V100 holds.
    gpt2_ckpt_total_b32_overflow: gpt2_ckpt_total_b32 / V100.memory.capacity ~= 1.94x;

    /// From the first of the three to the last, the need shrinks {}.
    summary_memory_reduction: gpt2_fp32_total_b32 / gpt2_ckpt_total_b32 ~= 5.48x;
}

// What mixed precision saves in time and money.
check! {
    let full_run = 2 weeks;
    let mixed_run = 1.2 weeks;
    let full_cost = $50_000;

    /// A run of {mixed_run} instead of {full_run} saves {}, which the edition rounds to whole days.
    gpt2_amp_days_saved: full_run - mixed_run ~= 5.6 days;

    /// On the same cluster at the same rate, it costs {} instead of {full_cost}.
    #[published($28_000, "typed by hand; the run times give the other figure")]
    gpt2_amp_implied_cost: full_cost * mixed_run / full_run == $30_000;
}

// Accumulating gradients instead of renting GPUs.
check! {
    let hourly = $16/GPU/h;
    let rental = 2 weeks;

    /// For {rental} at {hourly}, 8 and 32 GPUs cost {}.
    accumulation_two_week_cost: [8, 32] GPUs * hourly * rental ~= [$43_000, $172_000] to 3 digits;
}

// GPT-2, batch 4: how it comes to fit.
check! {
    let few = 4 sequences;
    let activations =
        activation_memory(GPT2.layers, few * LENGTH, GPT2.hidden_dimension, VALUES_KEPT, HALF);
    let state = adam_state(GPT2.parameters, SINGLE, SINGLE, 0 B, SINGLE);
    let mixed_state = adam_state(GPT2.parameters, HALF, HALF, SINGLE, SINGLE);

    /// A batch of {few} needs {} in FP32.
    walkthrough_fp32_total_b4: 2 * activations + state ~= 66.8 GB;

    /// That is more than the {V100.memory.capacity} of a V100.
    walkthrough_fp32_total_b4_overflow: walkthrough_fp32_total_b4 > V100.memory.capacity;

    /// Mixed precision and checkpoints bring it down to {}.
    walkthrough_ckpt_total_b4: activations / CHECKPOINT_FACTOR + mixed_state ~= 29.3 GB;

    /// That is less than the {V100.memory.capacity} of a V100.
    walkthrough_ckpt_total_b4_fit: walkthrough_ckpt_total_b4 < V100.memory.capacity;

    /// Together they shrink the need {}.
    walkthrough_total_reduction: walkthrough_fp32_total_b4 / walkthrough_ckpt_total_b4 ~= 2.28x;
}

// An epoch that is too short.
check! {
    let token_rate = 1_200 tokens/s;
    let quoted_epoch = 8.3 h;
    let token_size = 4 B;
    let corpus = GPT2.training_dataset();

    /// At {token_rate}, the quoted {quoted_epoch} cover {}.
    walkthrough_epoch_tokens: token_rate * quoted_epoch ~= 35.9 million tokens;

    /// A corpus of {corpus} holds {} at {token_size} each.
    walkthrough_epoch_tokens_corpus: corpus / token_size ~= 10.0 billion tokens;

    /// One pass over it takes {} at that rate.
    #[published(8.3 h, "in the profile table, as the epoch of a 40 GB corpus")]
    walkthrough_epoch_tokens_time: walkthrough_epoch_tokens_corpus / token_rate ~= 96.5 days;
}

// The electricity of two weeks on 32 V100s.
check! {
    let gpus = 32 GPUs;
    let per_host = 8 GPUs;
    let baseline_run = 14 days;
    let optimized_run = 8.4 days;
    let tariff = $0.10/kWh;

    /// At {per_host} to a host, {gpus} stand in {}.
    summary_cluster_power_hosts: gpus / per_host == 4 hosts;

    /// With V100s at full power, GPUs and hosts draw {}.
    summary_cluster_power:
        cluster_power(gpus, V100.thermal_design_power(), per_host, HOST_POWER) == 10.4 kW;

    /// Over {baseline_run}, with the building's share, that is {}.
    summary_energy_baseline:
        facility_energy(gpus, summary_cluster_power / gpus, baseline_run, US_AVERAGE.pue)
        ~= 3_914 kWh;

    /// At {tariff}, the bill is {}.
    summary_cost_baseline: summary_energy_baseline * tariff ~= $391;

    /// On the average US grid, it emits {} of carbon dioxide.
    summary_carbon_baseline:
        operational_carbon(summary_energy_baseline, US_AVERAGE.carbon_intensity) ~= 1.68 t;

    /// Mixed precision ends the run after {optimized_run} and {}.
    summary_energy_optimized:
        facility_energy(gpus, summary_cluster_power / gpus, optimized_run, US_AVERAGE.pue)
        ~= 2_350 kWh to 3 digits;
}

// The carbon of a run.
check! {
    let a100_cluster = TRAINING_1K_A100.accelerators();
    let cluster_draw =
        cluster_power(
            a100_cluster, A100.thermal_design_power(), DGX_A100.accelerators, HOST_POWER
        );
    let household_use = 900 kWh/household_month;
    let corpus_7b = 1 trillion tokens;
    let poor_utilization = 30%;
    let better_utilization = 60%;

    /// Llama-2 7B and {corpus_7b} make {}.
    carbon7b_training_flops:
        training_operations(LLAMA2_7B.parameters, corpus_7b) ~= 4.20e22 FLOP;

    /// On {a100_cluster} A100s at a good utilization, that is a run of {}.
    carbon7b_hours:
        training_time(
            carbon7b_training_flops, a100_cluster, A100.peak(Precision::Fp16), MFU_HIGH
        )
        ~= 73.0 h;

    /// With {cluster_draw} for GPUs and hosts, it takes {}.
    carbon7b_energy: cluster_draw * carbon7b_hours ~= 31_800 kWh to 3 digits;

    /// At {household_use}, that is {}.
    carbon7b_household_months: carbon7b_energy / household_use ~= 35.3 household_months;

    /// Half the run time would spare the average US grid {} of carbon dioxide.
    carbon7b_co2_saved:
        operational_carbon(carbon7b_energy / 2, US_AVERAGE.carbon_intensity) ~= 6.82 t;

    let energy_at_poor = carbon7b_energy * MFU_HIGH / poor_utilization;
    let energy_at_better = carbon7b_energy * MFU_HIGH / better_utilization;

    /// From {poor_utilization} to {better_utilization} of the peak, it spares {}.
    #[published(6.8 t, "told as 30% to 60%, but half the energy of a run at 50%")]
    carbon7b_co2_saved_by_utilization:
        operational_carbon(energy_at_poor - energy_at_better, US_AVERAGE.carbon_intensity)
        ~= 11.4 t;
}
