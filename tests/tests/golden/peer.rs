//! Each formula of the reference, and the one of ours that stands for it.

use mlsysim::core::formulas::memory::Recomputation;
use mlsysim::core::formulas::{
    adaptation, architecture, communication, economics, geography, kv_cache, memory, numerics,
    performance, queueing, reliability, roofline, scaling, serving, sparsity, speedup, statistics,
    sustainability, topology, training,
};
use mlsysim::unit::{
    B, FLOP, GB, Hz, K, MAC, USD, W, bit, byte_per_second as bandwidth, day, degree,
    dollar_per_second_squared, g, h, joule_per_kilogram_kelvin, kWh, kilogram_per_second, km, ms,
    ns, one, operation_per_byte, s, us, year,
};
use mlsysim::units::arithmetic::{div, mul, scale};
use mlsysim::units::{Count, MoneyRate, Ratio, Time, of_base};

use super::answer::{Answer, Part, part, remainder, rounded};
use super::vectors::Vector;

/// A name of the reference, and the call of ours with its arguments.
pub type Row = (&'static str, fn(&Vector) -> Answer);

const FLOPS: mlsysim::units::OperationRate = of_base(1.0);
const USD_PER_YEAR: MoneyRate = div(USD, year);

fn ratio(value: Ratio) -> Answer {
    Answer::One(part(value, one))
}

fn seconds(value: Time) -> Answer {
    Answer::One(part(value, s))
}

fn bytes(value: mlsysim::units::Information) -> Answer {
    Answer::One(part(value, B))
}

fn operations(value: mlsysim::units::Operation) -> Answer {
    Answer::One(part(value, FLOP))
}

/// The table, in the order of the file.
pub const FORMULAS: &[Row] = &[
    ("calc_training_time", |v| {
        seconds(performance::training_time(
            v.get("total_ops", FLOP),
            v.get("num_devices", one),
            v.get("peak_flops_per_device", FLOPS),
            v.get("efficiency_eta", one),
        ))
    }),
    ("calc_amdahls_speedup", |v| {
        ratio(speedup::amdahl_speedup(v.get("p", one), v.get("s", one)))
    }),
    ("calc_partial_slowdown_stretch", |v| {
        ratio(speedup::partial_slowdown_stretch(
            v.get("stall_fraction", one),
            v.get("slowdown", one),
        ))
    }),
    ("calc_strong_scaling_speedup", |v| {
        ratio(speedup::strong_scaling_speedup(
            v.get("num_devices", one),
            v.get("communication_fraction", one),
        ))
    }),
    ("calc_universal_scalability_law", |v| {
        ratio(speedup::universal_scalability_speedup(
            v.get("n", one),
            v.get("sigma", one),
            v.get("kappa", one),
        ))
    }),
    ("calc_usl_optimal_concurrency", |v| {
        ratio(speedup::optimal_concurrency(
            v.get("sigma", one),
            v.get("kappa", one),
        ))
    }),
    ("calc_bottleneck", |v| {
        let found = roofline::bottleneck(
            v.get("ops", FLOP),
            v.get("model_bytes", B),
            v.get("device_flops", FLOPS),
            v.get("device_bw", bandwidth),
        );
        Answer::Named(vec![
            ("compute_ms", part(found.compute_time, ms)),
            ("memory_ms", part(found.memory_time, ms)),
            ("bottleneck", Part::Text(found.bottleneck.name())),
            ("ratio", part(found.imbalance, one)),
            ("intensity", part(found.intensity, operation_per_byte)),
        ])
    }),
    ("calc_pipeline_bubble", |v| {
        ratio(performance::pipeline_bubble(
            v.get("n_stages", one),
            v.get("n_microbatches", one),
            v.get_or("v_stages", one, 1.0),
        ))
    }),
    ("calc_effective_flops", |v| {
        let rate = performance::effective_operation_rate(
            v.get("peak_flops", FLOPS),
            v.get("mfu", one),
            v.get("scaling_eff", one),
            v.get("goodput_ratio", one),
        );
        Answer::One(part(rate, FLOPS))
    }),
    ("calc_kv_cache_size", |v| {
        let element = if v.has("kv_precision_bytes") {
            v.get_or("bytes_per_elem", B, 2.0);
            v.get("kv_precision_bytes", B)
        } else {
            v.get_or("bytes_per_elem", B, 2.0)
        };
        bytes(kv_cache::kv_cache_size(
            v.get("n_layers", one),
            v.get("n_heads", one),
            v.get("head_dim", one),
            v.get("seq_len", one),
            v.get("batch_size", one),
            element,
        ))
    }),
    ("calc_paged_kv_cache_size", |v| {
        let (tokens, page) = (
            v.get("seq_len", one),
            v.get_or("page_size_tokens", one, 16.0),
        );
        let size = kv_cache::paged_kv_cache_size(
            v.get("n_layers", one),
            v.get("n_heads", one),
            v.get("head_dim", one),
            tokens,
            v.get("batch_size", one),
            page,
            v.get_or("bytes_per_elem", B, 2.0),
        );
        let waste = kv_cache::paged_kv_cache_waste(tokens, page);
        Answer::List(vec![part(size, B), part(waste, one)])
    }),
    ("calc_mla_cache_size", |v| {
        bytes(kv_cache::latent_kv_cache_size(
            v.get("n_layers", one),
            v.get("kv_lora_rank", one),
            v.get("qk_rope_head_dim", one),
            v.get("seq_len", one),
            v.get("batch_size", one),
            v.get_or("bytes_per_elem", B, 2.0),
        ))
    }),
    ("calc_checkpoint_size", |v| {
        bytes(memory::checkpoint_size(
            v.get("n_params", one),
            v.get_or("bytes_per_param", B, 14.0),
        ))
    }),
    ("calc_activation_memory", |v| {
        let recomputation = match v.text_or("strategy", "selective") {
            "none" => Recomputation::None,
            "selective" => Recomputation::Selective,
            "full" => Recomputation::Full,
            other => panic!("the strategy `{other}` is unknown"),
        };
        let kept = memory::kept_activation_memory(
            recomputation,
            v.get("n_layers", one),
            v.get("batch_size", one),
            v.get("seq_len", one),
            v.get("hidden_dim", one),
            v.get_or("n_heads", one, 1.0),
            v.get_or("precision_bytes", B, 2.0),
        );
        // Given bytes for its plain number, the reference multiplies bytes by bytes,
        // and reads one of the two as 8 bits: see `golden/README.md`.
        let squared = v.has_unit("precision_bytes");
        bytes(scale(kept, if squared { 8.0 } else { 1.0 }))
    }),
    ("calc_low_rank_update_params", |v| {
        ratio(adaptation::low_rank_parameters(
            v.get("in_dim", one),
            v.get("out_dim", one),
            v.get("rank", one),
        ))
    }),
    ("calc_csr_bytes", |v| {
        bytes(sparsity::sparse_row_size(
            v.get("nonzeros", one),
            v.get("rows", one),
            v.get("value_bytes", B),
            v.get("index_bytes", B),
        ))
    }),
    ("calc_sparse_breakeven_zero_share", |v| {
        let share = sparsity::sparse_breakeven_share(
            v.get("dense_bytes_per_value", B),
            v.get("bytes_per_nonzero", B),
        );
        Answer::One(remainder(share, one))
    }),
    ("calc_ring_allreduce_time", |v| {
        seconds(communication::ring_allreduce_time(
            v.get("message_bytes", B),
            v.get("n_gpus", one),
            v.get("bandwidth_bytes_s", bandwidth),
            v.get("latency_s", s),
        ))
    }),
    ("calc_tree_allreduce_time", |v| {
        seconds(communication::tree_allreduce_time(
            v.get("message_bytes", B),
            v.get("n_gpus", one),
            v.get("bandwidth_bytes_s", bandwidth),
            v.get("latency_s", s),
        ))
    }),
    ("calc_double_binary_tree_allreduce_time", |v| {
        seconds(communication::double_binary_tree_allreduce_time(
            v.get("message_bytes", B),
            v.get("n_gpus", one),
            v.get("bandwidth_bytes_s", bandwidth),
            v.get("latency_s", s),
            v.get_or("latency_factor", one, 1.2),
            v.get_or("bandwidth_factor", one, 1.05),
        ))
    }),
    ("calc_all_to_all_time", |v| {
        seconds(communication::all_to_all_time(
            v.get("message_bytes", B),
            v.get("n_gpus", one),
            v.get("bandwidth_bytes_s", bandwidth),
            v.get("latency_s", s),
        ))
    }),
    ("calc_hierarchical_allreduce_time", |v| {
        seconds(communication::hierarchical_allreduce_time(
            v.get("message_bytes", B),
            v.get("n_nodes", one),
            v.get("gpus_per_node", one),
            v.get("intra_node_bw", bandwidth),
            v.get("inter_node_bw", bandwidth),
            // The reference's defaults, with a unit of their own.
            scaled(v, "intra_node_lat", scale(ns, 500.0)),
            scaled(v, "inter_node_lat", scale(us, 5.0)),
        ))
    }),
    ("calc_point_to_point_time", |v| {
        seconds(communication::point_to_point_time(
            v.get("message_bytes", B),
            v.get("alpha_s", s),
            v.get("bandwidth_bytes_s", bandwidth),
        ))
    }),
    ("calc_alpha_beta_crossover", |v| {
        bytes(communication::crossover_message_size(
            v.get("alpha_s", s),
            v.get("bandwidth_bytes_s", bandwidth),
        ))
    }),
    ("calc_ring_tree_crossover_size", |v| {
        bytes(communication::ring_tree_crossover_size(
            v.get("n_gpus", one),
            v.get("alpha_s", s),
            v.get("bandwidth_bytes_s", bandwidth),
        ))
    }),
    ("calc_bisection_bandwidth", |v| {
        let bisection = topology::bisection_bandwidth(
            v.get("num_ports", one),
            v.get("link_bandwidth", bandwidth),
            v.get_or("oversubscription_ratio", one, 1.0),
        );
        Answer::One(part(bisection, bandwidth))
    }),
    ("calc_fat_tree_hosts", |v| {
        ratio(topology::fat_tree_hosts(
            v.get("radix", one),
            v.get("tiers", one),
        ))
    }),
    ("calc_fat_tree_switches", |v| {
        ratio(topology::fat_tree_switches(
            v.get("radix", one),
            v.get("tiers", one),
        ))
    }),
    ("calc_torus_diameter", |v| {
        ratio(topology::torus_diameter(
            v.get("side", one),
            v.get_or("dims", one, 3.0),
        ))
    }),
    ("calc_torus_bisection_links", |v| {
        ratio(topology::torus_bisection_links(
            v.get("side", one),
            v.get_or("dims", one, 3.0),
        ))
    }),
    ("calc_oversubscription_effect", |v| {
        let share = v.get("comm_fraction", one);
        let factor = v.get("oversubscription_ratio", one);
        Answer::List(vec![
            part(topology::oversubscribed_throughput(share, factor), one),
            remainder(topology::oversubscription_loss(share, factor), one),
        ])
    }),
    ("calc_network_latency_ms", |v| {
        let time = geography::fiber_round_trip_time(v.get("distance_km", km));
        Answer::One(part(time, ms))
    }),
    ("calc_great_circle_distance", |v| {
        let place = |latitude, longitude| geography::Place {
            latitude: v.get(latitude, degree),
            longitude: v.get(longitude, degree),
        };
        let (from, to) = (place("lat1_deg", "lon1_deg"), place("lat2_deg", "lon2_deg"));
        let distance = geography::great_circle_distance(&from, &to);
        Answer::One(part(distance, km))
    }),
    ("calc_young_daly_interval", |v| {
        seconds(reliability::young_daly_interval(
            v.get("checkpoint_cost_s", s),
            v.get("mtbf_s", s),
        ))
    }),
    ("calc_mtbf_cluster", |v| {
        let component = v.get("component_mtbf_hours", h);
        let correlation: Ratio = v.get_or("correlation_factor", one, 1.0);
        let fleet =
            reliability::fleet_mean_time_between_failures(component, v.get("n_components", one));
        Answer::One(part(scale(fleet, correlation.value), h))
    }),
    ("calc_mtbf_node", |v| {
        let parts = [
            ("gpu_mtbf_h", "n_gpus"),
            ("nic_mtbf_h", "n_nics"),
            ("psu_mtbf_h", "n_psus"),
            ("other_mtbf_h", "n_other"),
        ];
        let mut node: Option<Time> = None;
        for (life, count) in parts {
            let count: Count = v.get_or(count, one, 0.0);
            if !v.has(life) || count.value == 0.0 {
                continue;
            }
            let part = reliability::fleet_mean_time_between_failures(v.get(life, h), count);
            node = Some(match node {
                None => part,
                Some(other) => reliability::series_mean_time_between_failures(other, part),
            });
        }
        Answer::One(part(node.expect("a node has parts"), h))
    }),
    ("calc_availability_stacked", |v| {
        let availability = reliability::redundant_availability(
            v.get("single_availability", one),
            v.get("n_replicas", one),
        );
        Answer::One(remainder(availability, one))
    }),
    ("calc_all_up_availability", |v| {
        ratio(reliability::all_available_probability(
            v.get("availability", one),
            v.get("n_components", one),
        ))
    }),
    ("calc_failure_probability", |v| {
        let probability =
            reliability::any_failure_probability(v.get("mtbf", s), v.get("job_duration", s));
        Answer::One(remainder(probability, one))
    }),
    ("calc_checkpoint_waste", |v| {
        ratio(reliability::checkpoint_overhead(
            v.get("write_time", s),
            v.get("interval", s),
            v.get("mtbf", s),
        ))
    }),
    ("calc_downtime", |v| {
        let interval = v.get("interval", h);
        let downtime = reliability::downtime(v.get("availability", one), interval);
        Answer::One(remainder(downtime, interval))
    }),
    ("calc_step_event_probability", |v| {
        let rate = v.get("rate_per_device_hour", one);
        let exposure = mul(v.get("n_devices", one), v.get("step_time", s));
        let probability = reliability::at_least_one_probability(rate, div(exposure, h));
        Answer::One(remainder(probability, one))
    }),
    ("calc_queue_latency_mmc", |v| {
        let arrivals = v.get("arrival_rate_hz", Hz);
        let services = v.get("service_rate_hz", Hz);
        // The reference drops the fraction of a server, and has at least one.
        let servers: Count = v.get("num_servers", one);
        let servers: Count = of_base(servers.value.trunc().max(1.0));
        let queue = queueing::multi_server_queue(arrivals, services, servers);
        // The chance of waiting is good to some 1e-12 in the reference, and its logarithm
        // is in units of this time.
        let spare = servers.value * services.value - arrivals.value;
        let rounding = of_base(if spare > 0.0 { 1e-11 / spare } else { 0.0 });
        Answer::List(vec![
            part(queue.utilization, one),
            rounded(queue.median_wait, s, rounding),
            rounded(queue.p99_wait, s, rounding),
        ])
    }),
    ("calc_mg1_wait_ratio", |v| {
        ratio(queueing::mg1_wait_ratio(
            v.get("utilization", one),
            v.get("service_cv", one),
        ))
    }),
    ("calc_littles_law_occupancy", |v| {
        ratio(queueing::occupancy(
            v.get("arrival_rate", Hz),
            v.get("time_in_system", s),
        ))
    }),
    ("calc_mm1_time_in_system", |v| {
        seconds(queueing::mm1_time_in_system(
            v.get("service_time", s),
            v.get("utilization", one),
        ))
    }),
    ("calc_mm1_max_utilization", |v| {
        let utilization = queueing::mm1_highest_utilization(
            v.get("service_time", s),
            v.get("tail_budget", s),
            v.get("tail_factor", one),
        );
        Answer::One(remainder(utilization, one))
    }),
    ("calc_exponential_quantile_factor", |v| {
        ratio(queueing::exponential_quantile_factor(
            v.get("quantile", one),
        ))
    }),
    ("calc_kingman_wait_ratio", |v| {
        ratio(queueing::kingman_wait_ratio(
            v.get("utilization", one),
            v.get("arrival_scv", one),
            v.get("service_scv", one),
        ))
    }),
    ("calc_batch_knee", |v| {
        ratio(serving::batch_knee(
            v.get("fixed_time", s),
            v.get("per_request_time", s),
        ))
    }),
    ("calc_batch_throughput_share", |v| {
        ratio(serving::batch_throughput_share(
            v.get("batch_size", one),
            v.get("fixed_time", s),
            v.get("per_request_time", s),
        ))
    }),
    ("calc_speculative_expected_tokens", |v| {
        ratio(serving::speculative_tokens(
            v.get("acceptance", one),
            v.get("draft_length", one),
        ))
    }),
    ("calc_speculative_round_speedup", |v| {
        ratio(serving::speculative_speedup(
            v.get("accepted_per_round", one),
            v.get("draft_length", one),
            v.get("draft_cost_ratio", one),
        ))
    }),
    ("calc_monthly_egress_cost", |v| {
        let cost = economics::monthly_egress_cost(
            v.get("bytes_per_sec", bandwidth),
            v.get("cost_per_gb", div(USD, GB)),
        );
        Answer::One(part(cost, USD))
    }),
    ("calc_fleet_tco", |v| {
        let cost = economics::fleet_cost(
            v.get("unit_cost", USD),
            v.get("power_w", W),
            v.get("quantity", one),
            v.get("years", year),
            v.get("kwh_price", div(USD, kWh)),
        );
        Answer::One(part(cost, USD))
    }),
    ("calc_ownership_breakeven_utilization", |v| {
        ratio(economics::ownership_breakeven_utilization(
            v.get("upfront_cost", USD),
            v.get("fixed_cost_per_year", USD_PER_YEAR),
            v.get("rent_per_year_full", USD_PER_YEAR),
            v.get("years", year),
            v.get_or("use_cost_per_year_full", USD_PER_YEAR, 0.0),
        ))
    }),
    ("calc_staleness_slope", |v| {
        let growth = economics::staleness_cost_growth(
            v.get("query_rate", div(one, day)),
            v.get("value_per_query", USD),
            v.get("initial_accuracy", one),
            v.get("decay_rate", div(one, day)),
        );
        Answer::One(part(growth, dollar_per_second_squared))
    }),
    ("calc_compute_optimal_allocation", |v| {
        let budget = v.get("budget_flops", FLOP);
        let tokens = v.get("tokens_per_param", one);
        let cost = v.get("flops_per_param_token", FLOP);
        Answer::List(vec![
            part(
                scaling::compute_optimal_parameters(budget, tokens, cost),
                one,
            ),
            part(scaling::compute_optimal_tokens(budget, tokens, cost), one),
        ])
    }),
    ("calc_power_law_factor", |v| {
        ratio(scaling::power_law_factor(
            v.get("multiple", one),
            v.get("exponent", one),
        ))
    }),
    ("calc_halving_multiple", |v| {
        ratio(scaling::halving_multiple(v.get("exponent", one)))
    }),
    ("calc_transformer_training_flops", |v| {
        let (parameters, tokens) = (v.get("n_params", one), v.get("n_tokens", one));
        let training = training::training_operations(parameters, tokens);
        if v.flag_or("activation_checkpointing", false) {
            let again = training::forward_operations(parameters, tokens);
            return operations(mlsysim::units::arithmetic::add(training, again));
        }
        operations(training)
    }),
    ("calc_transformer_decode_flops", |v| {
        operations(training::forward_operations(
            v.get("n_params", one),
            v.get_or("n_tokens", one, 1.0),
        ))
    }),
    ("calc_transformer_prefill_flops", |v| {
        let (parameters, tokens) = (v.get("n_params", one), v.get("seq_len", one));
        let is_causal = v.flag_or("causal", true);
        let (has_layers, has_width) = (v.has("n_layers"), v.has("hidden_dim"));
        if !has_layers || !has_width {
            return operations(training::forward_operations(parameters, tokens));
        }
        let (layers, width) = (v.get("n_layers", one), v.get("hidden_dim", one));
        operations(if is_causal {
            architecture::prefill_operations(parameters, tokens, layers, width)
        } else {
            architecture::encoding_operations(parameters, tokens, layers, width)
        })
    }),
    ("calc_transformer_block_weights", |v| {
        let width = v.get("width", one);
        let multiple = v.get_or("ffn_multiple", one, 4.0);
        let projections = v.get_or("attention_projections", one, 4.0);
        Answer::List(vec![
            part(architecture::attention_weights(width, projections), one),
            part(architecture::feed_forward_weights(width, multiple), one),
            part(
                architecture::transformer_layer_weights(width, projections, multiple),
                one,
            ),
        ])
    }),
    ("calc_attention_score_macs", |v| {
        let attention =
            training::attention_operations(one, v.get("seq_len", one), one, v.get("width", one));
        Answer::One(part(attention, MAC))
    }),
    ("calc_separable_cost_fraction", |v| {
        ratio(architecture::separable_cost_share(
            v.get("kernel", one),
            v.get("out_channels", one),
        ))
    }),
    ("calc_receptive_field", |v| {
        ratio(architecture::receptive_field(
            v.get("layers", one),
            v.get("kernel", one),
        ))
    }),
    ("calc_affine_scale", |v| {
        ratio(numerics::affine_scale(
            v.get("alpha", one),
            v.get("beta", one),
            v.get("bits", bit),
        ))
    }),
    ("calc_symmetric_scale", |v| {
        ratio(numerics::symmetric_scale(
            v.get("max_abs", one),
            v.get("bits", bit),
        ))
    }),
    ("calc_float_spacing", |v| {
        ratio(numerics::float_spacing(
            v.get("value", one),
            v.get("exponent_bits", one),
            v.get("fraction_bits", one),
        ))
    }),
    ("calc_block_bits_per_weight", |v| {
        let size = numerics::block_weight_size(
            v.get("block_weights", one),
            v.get("code_bits", bit),
            v.get("scale_bits", bit),
        );
        Answer::One(part(size, bit))
    }),
    ("calc_standard_error", |v| {
        ratio(statistics::standard_error(
            v.get("sd", one),
            v.get("n_samples", one),
        ))
    }),
    ("calc_two_proportion_sample_size", |v| {
        let baseline = v.get("baseline_rate", one);
        let lift = v.get("detectable_lift", one);
        let significance = v.get_or("z_alpha", one, 1.96);
        let power = v.get_or("z_beta", one, 0.84);
        let size = if v.flag_or("pooled", false) {
            statistics::pooled_two_proportion_sample_size
        } else {
            statistics::two_proportion_sample_size
        };
        ratio(size(baseline, lift, significance, power))
    }),
    ("calc_ks_critical_value", |v| {
        ratio(statistics::ks_critical_value(
            v.get("coefficient", one),
            v.get("n_reference", one),
            v.get("n_current", one),
        ))
    }),
    ("calc_effective_sample_size", |v| {
        ratio(statistics::effective_sample_size(
            v.get("n_records", one),
            v.get("lag1_correlation", one),
        ))
    }),
    ("calc_coolant_mass_flow", |v| {
        let flow = sustainability::coolant_mass_flow(
            v.get("heat_load", W),
            v.get("specific_heat", joule_per_kilogram_kelvin),
            v.get("temperature_rise", K),
        );
        Answer::One(part(flow, kilogram_per_second))
    }),
    ("calc_dynamic_power_ratio", |v| {
        let frequency = v.get("frequency_ratio", one);
        let voltage = if v.flag_or("voltage_tracks_frequency", true) {
            frequency
        } else {
            one
        };
        ratio(sustainability::dynamic_power_ratio(frequency, voltage))
    }),
    ("carbon_from_energy", |v| {
        let carbon = sustainability::operational_carbon(
            v.get("energy", kWh),
            v.get("carbon_intensity", div(g, kWh)),
        );
        Answer::One(part(carbon, mlsysim::unit::kg))
    }),
];

fn scaled(vector: &Vector, argument: &str, default: Time) -> Time {
    vector.get_or(argument, s, default.value)
}
