//! Fault tolerance: how often a fleet fails, and what surviving it costs.

use mlsysim::check;
use mlsysim::core::constants::accelerators::cloud::A100;
use mlsysim::core::constants::clusters::{TRAINING_1K, TRAINING_10K};
use mlsysim::core::constants::memory_technologies::{
    DDR4_3200_BANDWIDTH, ECC_PARITY_OVERHEAD, GDDR6X_BANDWIDTH, HBM2_BANDWIDTH, HBM3_BANDWIDTH,
};
use mlsysim::core::constants::models::language::{BERT_LARGE, GPT3, LLAMA2_70B, LLAMA3_70B};
use mlsysim::core::constants::models::vision::RESNET50;
use mlsysim::core::constants::nodes::DGX_H100;
use mlsysim::core::constants::prices::CLOUD_GPU_TRAINING_SCENARIO;
use mlsysim::core::constants::recovery::{
    CHECKPOINT_WRITE_BANDWIDTH, DETECTION_TIME, RESTART_TIME, WARMUP_TIME,
};
use mlsysim::core::constants::reliability::{
    GPU, NIC, PCIE_SWITCH, PSU, SILENT_DATA_CORRUPTION_RATE,
};
use mlsysim::core::constants::training::ADAM_STATE_PER_PARAMETER;
use mlsysim::core::formulas::kv_cache::kv_cache_size;
use mlsysim::core::formulas::reliability::{
    all_available_probability, any_failure_probability, at_least_one_probability,
    checkpoint_overhead, checkpoint_time, failure_rate, fleet_mean_time_between_failures,
    recovery_overhead, recovery_time, redundant_availability, rework_overhead,
    series_mean_time_between_failures, young_daly_interval,
};

// One GPU, and a fleet of them.
check! {
    /// A data-center GPU runs for {} on average before it fails.
    gpu_mttf: GPU.mttf == 50_000 h;

    /// In years, a GPU runs for {} on average before it fails.
    gpu_mttf_years: gpu_mttf ~= 5.71 years;

    /// The large training cluster has {}.
    fleet: TRAINING_10K.accelerators() == 10_000 GPUs;

    /// The small training cluster has {}.
    small_fleet: TRAINING_1K.accelerators() == 1_024 GPUs;

    /// A mean time to failure of {gpu_mttf} is a failure rate of {}.
    gpu_fit_rate: failure_rate(gpu_mttf) == 20_000 FIT;

    /// Each GPU of a fleet contributes {} to its failure rate.
    gpu_failure_rate_per_hour: failure_rate(gpu_mttf) == 2.0e-5 failures/h;

    /// The {fleet} of the training cluster add up to {}.
    fleet_fit_total: fleet * gpu_fit_rate == 200 million FIT;

    /// A fleet of {fleet} loses one of them every {} on average.
    fleet_hours_between_failures: fleet_mean_time_between_failures(gpu_mttf, fleet) == 5 h;

    /// The GPUs of the training cluster fail at {}, taken together.
    fleet_hours_between_failures_rate: fleet * gpu_failure_rate_per_hour == 0.2 failures/h;

    /// In a fleet of {fleet}, at least one fails within a day with a probability of {}.
    fleet_any_failure_prob_one_day:
        any_failure_probability(fleet_hours_between_failures, 1 day) ~= 99.18%;
}

// The same law from one node to a large cluster.
check! {
    let sizes = [8, 64, 512, 1_000, 4_000, 10_000, 25_000] GPUs;

    /// Clusters of {sizes} lose a GPU every {}.
    cluster_mtbf_table: fleet_mean_time_between_failures(GPU.mttf, sizes)
        ~= [6_250, 781, 97.7, 50.0, 12.5, 5.00, 2.00] h;

    /// In days, the four smallest clusters of the table lose a GPU every {}.
    #[published([260, 32, 4, 2] days, "32.55 days are cut off rather than rounded")]
    cluster_mtbf_table_days:
        [cluster_mtbf_table[0], cluster_mtbf_table[1], cluster_mtbf_table[2], cluster_mtbf_table[3]]
        ~= [260, 33, 4.07, 2.08] days;

    /// Clusters of {sizes} see {}.
    #[published(
        [0.004, 0.03, 0.24, 0.48, 1.9, 4.8, 12.0] failures/day,
        "the third is 24 over the rounded 98 h"
    )]
    cluster_failures_per_day_table: 1 / cluster_mtbf_table
        ~= [0.00384, 0.0307, 0.246, 0.480, 1.92, 4.80, 12.0] failures/day;
}

// The opening figure, whose constant is not the chapter's.
check! {
    let figure_mttf = 100_000 h;

    /// With the GPU of the rest of the chapter, the opening figure's cluster fails every {}.
    #[published(10 h, "the figure has a constant of its own, twice the chapter's 50,000 h")]
    reliability_gap_figure_mtbf:
        fleet_mean_time_between_failures(GPU.mttf, TRAINING_10K.accelerators()) == 5 h;

    /// With the {figure_mttf} for a GPU that the opening figure takes, its cluster fails every {}.
    reliability_gap_figure_mtbf_server_grade:
        fleet_mean_time_between_failures(figure_mttf, TRAINING_10K.accelerators()) == 10 h;
}

// What availability means for one machine, for all machines, and for any one of several.
check! {
    let availability = 99.99%;

    /// A machine that is available {availability} of the time is down for {}.
    four_nines_downtime: 1 - availability ~= 52.56 min/year;

    /// All GPUs of the large cluster are up at the same instant with a probability of {}.
    cluster_all_up_probability:
        all_available_probability(availability, TRAINING_10K.accelerators()) ~= 36.8%;

    /// Some GPU of the large cluster is down at {} of all instants.
    cluster_all_up_probability_down: 1 - cluster_all_up_probability ~= 63.2%;
}
check! {
    let single = 99%;

    /// One, two and three replicas that are each available {single} of the time
    /// leave a service down for {}.
    replica_downtime_ladder: 1 - redundant_availability(single, [1, 2, 3] replicas)
        ~= [3.65 days/year, 52.6 min/year, 31.5 s/year];
}

// Logic and memory of a job on A100 GPUs of 80 GB, which are 80 GiB.
check! {
    let job         = TRAINING_1K.accelerators();
    let logic       = 4_000 FIT;
    // By the mebibit, as memory chips are sized.
    let soft_errors = 250 FIT/Mibit;
    let gain        = 100;

    /// At {logic} for the logic of each, {job} GPUs make {}.
    gpu_logic_mtbf_1024_fit: job * logic == 4_096_000 FIT;

    /// The logic of a job of {job} GPUs fails every {}.
    gpu_logic_mtbf_1024: 1 / gpu_logic_mtbf_1024_fit ~= 244 h;

    /// Each GPU of an A100 job has {} of high-bandwidth memory.
    hbm_soft_error_mtbf_capacity: A100.memory.capacity == 80 GiB;

    /// A job of {job} such GPUs holds {} of high-bandwidth memory.
    hbm_soft_error_mtbf_bits: job * hbm_soft_error_mtbf_capacity ~= 671 million Mibit;

    /// Without protection, the memory of {job} GPUs has a soft-error rate of {}.
    #[published(167 billion FIT, "167.77 is cut off rather than rounded")]
    hbm_soft_error_mtbf_fit: hbm_soft_error_mtbf_bits * soft_errors ~= 168 billion FIT;

    /// Without protection, a bit in the memory of {job} GPUs flips every {}.
    hbm_soft_error_mtbf: 1 / hbm_soft_error_mtbf_fit ~= 21.5 s;

    /// Error correction that stops all but one error in {gain} leaves one every {}.
    #[published(35 min, "a hundred times the rounded 21 s")]
    hbm_mtbf_with_ecc: hbm_soft_error_mtbf * gain ~= 35.8 min;

    /// Logic and corrected memory of {job} GPUs together fail every {}.
    #[published(35 min, "35.68 is cut off rather than rounded")]
    combined_series_mtbf:
        series_mean_time_between_failures(gpu_logic_mtbf_1024, hbm_mtbf_with_ecc) ~= 35.7 min;
}

// Everything around a GPU fails too; power and network are shared by the node.
check! {
    let large = TRAINING_10K.accelerators();
    let node  = DGX_H100.accelerators;

    /// A GPU alone fails at {}.
    subsystem_rate_per_gpu_alone: failure_rate(GPU.mttf) == 2.0e-5 failures/h;

    /// The switch of a GPU adds {} to its failure rate.
    subsystem_rate_per_gpu_switch: failure_rate(PCIE_SWITCH.mttf) == 5.0e-6 failures/h;

    /// The power supply, shared by {node} GPUs, adds {} to the failure rate of each.
    subsystem_rate_per_gpu_power: failure_rate(PSU.mttf) / node == 1.25e-6 failures/h;

    /// The network card, shared by {node} GPUs, adds {} to the failure rate of each.
    subsystem_rate_per_gpu_network: failure_rate(NIC.mttf) / node ~= 8.33e-7 failures/h;

    /// A GPU with its share of the switch, the power supply and the network card fails at {}.
    subsystem_rate_per_gpu:
        subsystem_rate_per_gpu_alone
            + subsystem_rate_per_gpu_switch
            + subsystem_rate_per_gpu_power
            + subsystem_rate_per_gpu_network
        ~= 2.708e-5 failures/h;

    /// A cluster of {large} GPUs, with everything around them, fails at {}.
    system_mtbf_10k_rate: large * subsystem_rate_per_gpu ~= 0.2708 failures/h;

    /// A cluster of {large} GPUs, with everything around them, fails every {}.
    system_mtbf_10k: 1 / system_mtbf_10k_rate ~= 3.69 h;

    /// A cluster that fails every {system_mtbf_10k} sees {}.
    system_failures_per_week_per_day: system_mtbf_10k_rate == 6.5 failures/day;

    /// The cluster of {large} GPUs sees {}, exactly between two whole numbers, so that either of them is right in print.
    system_failures_per_week: system_mtbf_10k_rate == 45.5 failures/week;
}

// A published run: Dubey et al. (2024), The Llama 3 Herd of Models, section 3.3.4.
check! {
    let span          = 54 days;
    let interruptions = 419 failures;

    /// In {span}, training Llama 3 met with {interruptions}, one every {}.
    llama3_observed_mttf: span / interruptions ~= 3.09 h;
}

// A pause of every GPU is dear.
check! {
    let pause = 2 min;

    /// A GPU for training is rented at {}.
    stop_the_world_cost_price: CLOUD_GPU_TRAINING_SCENARIO == $3/GPU/h;

    /// Pausing the large cluster for {pause} idles it for {}.
    stop_the_world_cost_gpu_hours: TRAINING_10K.accelerators() * pause ~= 333 GPU_hours;

    /// Pausing the large cluster for {pause} costs {}.
    stop_the_world_cost: stop_the_world_cost_gpu_hours * stop_the_world_cost_price == $1_000;

    /// A pause of {pause} every hour costs the large cluster {}.
    stop_the_world_cost_per_day: stop_the_world_cost / 1 h == $24_000/day;
}

// What error correction takes from the bandwidth of DDR4, HBM2, HBM3 and GDDR6X.
check! {
    let bandwidth = [
        DDR4_3200_BANDWIDTH,
        HBM2_BANDWIDTH,
        HBM3_BANDWIDTH,
        GDDR6X_BANDWIDTH
    ];
    let corrected = [1, 1, 1, 0];
    let overhead  = corrected * ECC_PARITY_OVERHEAD;

    /// After error correction, DDR4-3200, HBM2, HBM3 and GDDR6X deliver {}.
    ecc_effective_bandwidth: bandwidth * (1 - overhead) ~= [44.8, 787.5, 1_400, 760] GB/s;
}

// Silent corruption: what one flipped bit does, and how often it happens.
check! {
    let gradient = 1e-5;
    let printed  = 1e20;

    /// Flipping the top exponent bit turns a gradient of {gradient} in FP32 into {}.
    #[published(1e20, "no flip of a single bit gives this")]
    exponent_bit_flip_ratio: gradient * 2^128 ~= 3.40e33;

    /// Going from {gradient} to the printed {printed} takes {} doublings.
    exponent_bit_flip_ratio_jump: log2(printed / gradient) ~= 83.05;

    /// A flipped exponent bit doubles a number as many times as a power of two says, and
    /// {exponent_bit_flip_ratio_jump} lies between two such powers.
    exponent_bit_flip_ratio_between: 64 < exponent_bit_flip_ratio_jump < 128;
}
check! {
    let larger_fleet = 100_000 GPUs;
    #[accept(name = "a step of another job than the 7B run in the chapter on training")]
    let step_time    = 2 s;

    /// A step of {step_time} on {larger_fleet} exposes {} to silent corruption.
    #[published(55 GPU_hours, "55.56 is cut off rather than rounded")]
    sdc_exposure_gpu_hours: larger_fleet * step_time ~= 55.6 GPU_hours;

    /// A GPU corrupts a result within an hour with a probability of {}.
    #[accept(source = "nobody publishes it: the argument needs an order of magnitude only")]
    sdc_step_probability_gpu_hour: SILENT_DATA_CORRUPTION_RATE * 1 GPU_hour == 1e-6;

    /// A step is silently corrupted with a probability of {}.
    sdc_step_probability:
        at_least_one_probability(
            sdc_step_probability_gpu_hour,
            sdc_exposure_gpu_hours / 1 GPU_hour
        )
        ~= 0.005_56%;

    /// A step is silently corrupted once in {}.
    sdc_mean_time_between_steps: 1 / sdc_step_probability ~= 18_000 steps to 3 digits;

    /// A silent corruption strikes every {}.
    sdc_mean_time_between: sdc_mean_time_between_steps * step_time ~= 10.0 h;
}

// Saving GPT-3 on the large cluster, and recovering it.
check! {
    let large       = TRAINING_10K.accelerators();
    let rounded     = 32 min/day;
    let storage     = CHECKPOINT_WRITE_BANDWIDTH;
    let weights     = GPT3.parameters * 4 B/param;
    let gradients   = GPT3.parameters * 4 B/param;
    // Korthikanti et al. (2022), table 2: 34 bytes a value and layer with selective
    // recomputation at two bytes each, so twice that in FP32; one sequence of 2,048 tokens.
    let activations =
        GPT3.layers * GPT3.context_length() * GPT3.hidden_dimension * 2 * 34 B;
    let buffers     = 5% * weights;
    let detection   = DETECTION_TIME;
    let restart     = RESTART_TIME;
    let warmup      = WARMUP_TIME;
    // Rounded, as the chapter prints it, so that the printed operands give the printed result.
    let system_mtbf = 3.69 h;
    let large_mtbf  = fleet_mean_time_between_failures(GPU.mttf, large);

    /// GPT-3 has {}.
    gpt3_parameters: GPT3.parameters == 175 billion parameters;

    /// Two Adam moments in FP32 take {} for GPT-3.
    #[published(2.1 TB, "holds the FP32 master copy too, which the footnote does not mention")]
    gpt3_adam_state_size: gpt3_parameters * 8 B/param ~= 1.40 TB;

    /// With the FP32 master copy of the weights, the optimizer state of GPT-3 is {}.
    gpt3_adam_state_size_with_master:
        gpt3_parameters * ADAM_STATE_PER_PARAMETER ~= 2.10 TB;

    /// FP32 weights and optimizer state, which is what a checkpoint of GPT-3 needs, take {}.
    #[published(3.7 TB, "holds gradients, activations and communication buffers too")]
    gpt3_training_state_size: weights + gpt3_adam_state_size_with_master ~= 2.80 TB;

    /// All that training GPT-3 keeps in memory, gradients, activations and buffers included, is {}.
    gpt3_training_state_size_in_memory:
        gpt3_training_state_size + gradients + activations + buffers ~= 3.699 TB;

    /// Writing all of GPT-3's state in memory to shared storage takes {}.
    gpt3_checkpoint_write_time:
        checkpoint_time(gpt3_training_state_size_in_memory, storage) ~= 36.99 s;

    /// Split over the workers of the small cluster, that state leaves {} to each.
    gpt3_shard_per_worker: gpt3_training_state_size_in_memory / TRAINING_1K.accelerators() ~= 3.61 GB;

    /// Where failures are {system_mtbf} apart, GPT-3 is best saved every {}.
    young_daly_10k_interval:
        young_daly_interval(gpt3_checkpoint_write_time, system_mtbf) ~= 991.4 s;

    /// In minutes, the best interval for GPT-3 is {}.
    young_daly_10k_interval_minutes: young_daly_10k_interval ~= 16.5 min;

    /// At the best interval, saving and rework take {} of the time.
    young_daly_10k_overhead:
        checkpoint_overhead(gpt3_checkpoint_write_time, young_daly_10k_interval, system_mtbf)
        ~= 7.46%;

    /// Saving GPT-3 every hour would cost {} of the time.
    young_daly_10k_overhead_hourly:
        checkpoint_overhead(gpt3_checkpoint_write_time, 1 h, system_mtbf) ~= 14.6%;

    /// Detecting a failure, restarting, loading the checkpoint and warming up take {}.
    recovery_time_total:
        recovery_time(detection, restart, gpt3_checkpoint_write_time, warmup) ~= 6.617 min;

    /// The small cluster loses a GPU every {}.
    recovery_daily_loss_1k_mtbf:
        fleet_mean_time_between_failures(GPU.mttf, TRAINING_1K.accelerators()) ~= 48.8 h;

    /// The small cluster has {}.
    recovery_daily_loss_1k_failures: 1 / recovery_daily_loss_1k_mtbf ~= 0.492 failures/day;

    /// Recovery costs the small cluster {}.
    recovery_daily_loss_1k:
        recovery_overhead(recovery_time_total, recovery_daily_loss_1k_mtbf) ~= 3.25 min/day;

    /// Recovery takes {} of the small cluster's time.
    recovery_daily_loss_1k_share: recovery_daily_loss_1k ~= 0.226%;

    /// The large cluster loses {}.
    recovery_daily_loss_10k_failures: 1 / large_mtbf == 4.8 GPUs/day;

    /// Recovery costs the large cluster {}.
    recovery_daily_loss_10k: recovery_overhead(recovery_time_total, large_mtbf) ~= 31.76 min/day;

    /// Recovery takes {} of the large cluster's time.
    recovery_daily_loss_10k_share: recovery_daily_loss_10k ~= 2.21%;

    /// The large cluster spends {} on recovery.
    recovery_wasted_gpu_hours: recovery_daily_loss_10k * large ~= 5_293 GPU_hours/day;

    /// The operands as printed, {rounded} on each of {large} GPUs, make {}.
    #[published(5_293 GPU_hours/day, "the unrounded result beside rounded operands")]
    recovery_wasted_gpu_hours_rounded: rounded * large ~= 5_333 GPU_hours/day;
}

// How often to save: the Young-Daly interval at work.
check! {
    let save           = 2 min;
    let failures_apart = 3 h;
    let often          = 10 min;
    let seldom         = 60 min;

    /// Saves of {save} and a failure every {failures_apart} ask for a checkpoint every {}.
    young_daly_16k_interval: young_daly_interval(save, failures_apart) ~= 26.83 min;

    /// Where failures come twice as often, checkpoints should come {} as often.
    young_daly_halved_mtbf:
        young_daly_16k_interval / young_daly_interval(save, failures_apart / 2) ~= 1.414x;

    /// A checkpoint every {often}, at the optimum and every {seldom} costs {} of the time.
    young_daly_16k_overhead_curve:
        checkpoint_overhead(save, [often, young_daly_16k_interval, seldom], failures_apart)
        ~= [22.8, 14.9, 20.0]%;

    /// Saving every {often} takes {} of the time.
    young_daly_16k_overhead_curve_save: save / often == 20%;

    /// Saving every {seldom} costs {} of the time in rework.
    young_daly_16k_overhead_curve_rework: rework_overhead(seldom, failures_apart) ~= 16.7%;
}
check! {
    let saves = [5, 15] min;
    let mtbf  = 4 h;

    /// With a failure every {mtbf}, writes of {saves} ask for checkpoints every {}.
    young_daly_pitfall_pair: young_daly_interval(saves, mtbf) ~= [49.0, 84.9] min;
}
check! {
    let midsize_fleet = 1_000 GPUs;
    let mtbf          = fleet_mean_time_between_failures(GPU.mttf, midsize_fleet);

    /// Checkpoints every one or two hours on {midsize_fleet} cost {} in rework alone.
    #[published(< 1%, "rework alone takes more, before any time to save")]
    footnote_rework_bound: rework_overhead([1, 2] h, mtbf) == [1, 2]%;
}

// Six classes of models on the large cluster: GPT-3, a dense 20B model, BERT-Large, a
// recommendation model, ResNet-50 and a vision transformer.
check! {
    let checkpoints = [
        GPT3.parameters * ADAM_STATE_PER_PARAMETER,
        240 GB,
        BERT_LARGE.parameters * 4 B/param,
        4 TB,
        RESNET50.parameters * 4 B/param,
        1.2 GB
    ];
    let fleet_mtbf = fleet_mean_time_between_failures(GPU.mttf, TRAINING_10K.accelerators());

    /// Checkpoints of GPT-3, a dense 20B model, BERT-Large, a recommendation model,
    /// ResNet-50 and a vision transformer take {} to write.
    checkpoint_table_write_times: checkpoint_time(checkpoints, CHECKPOINT_WRITE_BANDWIDTH)
        ~= [21.0 s, 2.40 s, 13.6 ms, 40.0 s, 1.022 ms, 12.0 ms];

    /// On the large cluster, checkpoints of these six are best written every {}.
    checkpoint_table_intervals: young_daly_interval(checkpoint_table_write_times, fleet_mtbf)
        ~= [14.5 min, 4.90 min, 22.1 s, 20.0 min, 6.07 s, 20.8 s];

    /// Written at these intervals, the six checkpoints take {} of the time.
    #[accept(operands = "the table keeps three digits; only the exact interval gives the last one")]
    checkpoint_table_save_overhead: checkpoint_table_write_times / checkpoint_table_intervals
        ~= [2.42, 0.816, 0.0615, 3.33, 0.0169, 0.0577]%;
}

// A slow checkpoint, taken apart.
check! {
    let hosts  = 64 nodes;
    let link   = 10 Gbps;
    let pcie   = A100.interconnect().bandwidth;

    /// A 70B model has {}.
    ckpt_debug_size_parameters: LLAMA2_70B.parameters == 70 billion parameters;

    /// The weights of a 70B model take {} in BF16.
    ckpt_debug_size_weights: ckpt_debug_size_parameters * 2 B/param == 140 GB;

    /// The two Adam moments of a 70B model take {} in FP32.
    ckpt_debug_size_adam: ckpt_debug_size_parameters * 8 B/param == 560 GB;

    /// Weights and moments of a 70B model make a checkpoint of {}.
    ckpt_debug_size: ckpt_debug_size_weights + ckpt_debug_size_adam == 700 GB;

    /// A link of {link} carries {}.
    ckpt_debug_nfs_floor_bandwidth: link == 1.25 GB/s;

    /// Over a link of {link}, no checkpoint of a 70B model takes less than {}.
    ckpt_debug_nfs_floor: checkpoint_time(ckpt_debug_size, link) == 560 s;

    /// In minutes, a checkpoint of a 70B model over that link takes at least {}.
    ckpt_debug_nfs_floor_minutes: ckpt_debug_nfs_floor ~= 9.33 min;

    /// Shared by {hosts}, the link leaves each {}.
    ckpt_debug_per_node_bw: link / hosts ~= 19.5 MB/s;

    /// Each of {hosts} holds {} of a 70B model's checkpoint.
    ckpt_debug_staging_shard: ckpt_debug_size / hosts ~= 10.9 GB;

    /// Staged in host memory by all nodes at once, the checkpoint is off the GPUs within {}.
    ckpt_debug_staging: checkpoint_time(ckpt_debug_staging_shard, pcie) ~= 0.342 s;

    /// Staging the whole checkpoint through a single node would take {}.
    ckpt_debug_staging_serial: checkpoint_time(ckpt_debug_size, pcie) ~= 21.88 s;
}

// One slow GPU slows them all.
check! {
    let small  = TRAINING_1K.accelerators();
    let speed  = 50%;
    let normal = 1 s;

    /// With one GPU at {speed} of its speed, a step of {normal} takes {}.
    straggler_waste_per_hour_step: normal / speed == 2 s;

    /// One GPU at {speed} of its speed wastes {} of a synchronous cluster.
    straggler_waste_per_hour_lost: 1 - normal / straggler_waste_per_hour_step == 50%;

    /// One GPU is {} of the small cluster's hardware.
    straggler_waste_per_hour_hardware: 1 / small ~= 0.0977%;

    /// On {small} GPUs, one straggler costs {}.
    straggler_waste_per_hour:
        small * CLOUD_GPU_TRAINING_SCENARIO * straggler_waste_per_hour_lost == $1_536/h;
}

// State that a serving replica loses with its machine: keys and values in BF16.
check! {
    let layers  = LLAMA3_70B.layers;
    let width   = LLAMA3_70B.head_dimension();
    let context = LLAMA3_70B.context_length();

    /// The cache of one conversation of {context} tokens with a 70B model takes {}.
    kv_cache_llama70b_128k:
        kv_cache_size(layers, LLAMA3_70B.kv_heads(), width, context, 1, 2 B) ~= 42.9 GB;

    /// Without grouped heads, the cache of that conversation would take {}.
    kv_cache_llama70b_128k_full_heads:
        kv_cache_size(layers, LLAMA3_70B.heads, width, context, 1, 2 B) ~= 344 GB;
}

// An incident whose numbers cannot be.
check! {
    let feature   = 12 ms;
    let inference = 40 ms;

    /// Features in {feature} and then inference in {inference} take at least {} a request.
    #[published(<= 45 ms, "the normal p99 of requests that pass through both")]
    cascade_incident_baseline: feature + inference == 52 ms;
}

// A shared cause, ten times as frequent as the independent failures of 1,000 GPUs.
check! {
    let midsize       = 1_000 GPUs;
    let hazard_factor = 10;
    let independent   = fleet_mean_time_between_failures(GPU.mttf, midsize);
    let shared        = independent / hazard_factor;

    /// A shared hazard {hazard_factor} times as frequent as the failures of {midsize} strikes every {}.
    correlated_incident_mtbf_shared: shared == 5 h;

    /// With the independent failures of {midsize} added to it, something fails every {}.
    correlated_incident_mtbf: series_mean_time_between_failures(independent, shared) ~= 4.545 h;
}

// A published run: Zhang et al. (2022), OPT: Open Pre-trained Transformer Language Models.
check! {
    let gpus   = 992 GPUs;
    let span   = 60 days;
    let before = 12%;
    let after  = 3%;

    /// Cutting checkpoint overhead from {before} to {after} on {gpus} for {span} reclaims {}.
    #[published(100..999 GPU_hours, "printed as hundreds of GPU-hours")]
    #[accept(coarse = "the shares are whole percents: the figure has more digits than they")]
    opt175b_reclaimed_gpu_hours: gpus * span * (before - after) ~= 129_000 GPU_hours to 3 digits;
}

// The smallest and the largest numbers of FP16 (subnormal) and FP32 (normal).
check! {
    /// FP16 reaches from its smallest subnormal to its largest number, and FP32 from
    /// its smallest normal to its largest: {}.
    float_ranges: [2^-24, (2 - 2^-10) * 2^15, 2^-126, (2 - 2^-23) * 2^127]
        ~= [5.96e-8, 65_504, 1.18e-38, 3.4028235e38];
}
