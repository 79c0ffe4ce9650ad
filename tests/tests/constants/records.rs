//! What a record says under the keys of the fact files.

use mlsysim::core::constants::accelerators::{Accelerator, Basis, Direction, Link, Tier};
use mlsysim::core::constants::clusters::Cluster;
use mlsysim::core::constants::cooling::Cooling;
use mlsysim::core::constants::datacenters::{Coolant, Datacenter, RackClass};
use mlsysim::core::constants::datasets::{Dataset, Format};
use mlsysim::core::constants::fabrics::Fabric;
use mlsysim::core::constants::grids::{Grid, PrimarySource};
use mlsysim::core::constants::models::embodied::RobotPolicy;
use mlsysim::core::constants::models::generative_vision::DiffusionModel;
use mlsysim::core::constants::models::recommendation::RecommendationModel;
use mlsysim::core::constants::models::state_space::StateSpaceModel;
use mlsysim::core::constants::models::{LanguageModel, Model};
use mlsysim::core::constants::nodes::Node;
use mlsysim::core::constants::pods::Pod;
use mlsysim::core::constants::racks::Rack;
use mlsysim::core::constants::reliability::Component;
use mlsysim::core::constants::storage::{Array, CheckpointPath, Durability, Storage};
use mlsysim::core::constants::{Precision, Source};
use mlsysim::unit;
use mlsysim::units::dynamic::{Dynamic, of};
use mlsysim::units::{Dimension, Qty};

pub enum Record {
    Accelerator(&'static Accelerator),
    LanguageModel(&'static LanguageModel),
    Model(&'static Model),
    RobotPolicy(&'static RobotPolicy),
    StateSpaceModel(&'static StateSpaceModel),
    DiffusionModel(&'static DiffusionModel),
    RecommendationModel(&'static RecommendationModel),
    Fabric(&'static Fabric),
    Node(&'static Node),
    Cluster(&'static Cluster),
    Storage(&'static Storage),
    Array(&'static Array),
    CheckpointPath(&'static CheckpointPath),
    Pod(&'static Pod),
    Rack(&'static Rack),
    Component(&'static Component),
    Grid(&'static Grid),
    Datacenter(&'static Datacenter),
    Cooling(&'static Cooling),
    RackClass(&'static RackClass),
    Dataset(&'static Dataset),
}

/// A record's answer to one key.
#[derive(Debug)]
pub enum Fact {
    Quantity(Dynamic),
    Number(f64),
    Text(String),
}

fn quantity<D: Dimension + ?Sized>(value: Qty<D>) -> Option<Fact> {
    Some(Fact::Quantity(of(value)))
}

fn maybe<D: Dimension + ?Sized>(value: Option<Qty<D>>) -> Option<Fact> {
    value.and_then(quantity)
}

fn number<D: Dimension + ?Sized>(value: Qty<D>, unit: Qty<D>) -> Option<Fact> {
    Some(Fact::Number(value.value / unit.value))
}

fn maybe_number<D: Dimension + ?Sized>(value: Option<Qty<D>>, unit: Qty<D>) -> Option<Fact> {
    value.and_then(|value| number(value, unit))
}

fn text(value: &str) -> Option<Fact> {
    Some(Fact::Text(value.to_owned()))
}

fn year(value: Option<u16>) -> Option<Fact> {
    value.map(|year| Fact::Number(f64::from(year)))
}

impl Record {
    pub fn source(&self) -> &'static Source {
        match self {
            Record::Accelerator(record) => &record.source,
            Record::LanguageModel(record) => &record.source,
            Record::Model(record) => &record.source,
            Record::RobotPolicy(record) => &record.source,
            Record::StateSpaceModel(record) => &record.source,
            Record::DiffusionModel(record) => &record.source,
            Record::RecommendationModel(record) => &record.source,
            Record::Fabric(record) => &record.source,
            Record::Node(record) => &record.source,
            Record::Cluster(record) => &record.source,
            Record::Storage(record) => &record.source,
            Record::Array(record) => &record.source,
            Record::CheckpointPath(record) => &record.source,
            Record::Pod(record) => &record.source,
            Record::Rack(record) => &record.source,
            Record::Component(record) => &record.source,
            Record::Grid(record) => &record.source,
            Record::Datacenter(record) => &record.source,
            Record::Cooling(record) => &record.source,
            Record::RackClass(record) => &record.source,
            Record::Dataset(record) => &record.source,
        }
    }

    pub fn fact(&self, key: &str) -> Option<Fact> {
        if let Some((_, key)) = key.rsplit_once("source.") {
            return super::source_fact(self.source(), key);
        }
        match self {
            Record::Accelerator(record) => accelerator(record, key),
            Record::LanguageModel(record) => language_model(record, key),
            Record::Model(record) => model(record, key),
            Record::RobotPolicy(record) => robot_policy(record, key),
            Record::StateSpaceModel(record) => state_space_model(record, key),
            Record::DiffusionModel(record) => diffusion_model(record, key),
            Record::RecommendationModel(record) => recommendation_model(record, key),
            Record::Fabric(record) => fabric(record, key),
            Record::Node(record) => node(record, key),
            Record::Cluster(record) => cluster(record, key),
            Record::Storage(record) => storage(record, key),
            Record::Array(record) => array(record, key),
            Record::CheckpointPath(record) => checkpoint_path(record, key),
            Record::Pod(record) => pod(record, key),
            Record::Rack(record) => rack(record, key),
            Record::Component(record) => component(record, key),
            Record::Grid(record) => grid(record, key),
            Record::Datacenter(record) => match key.strip_prefix("grid.") {
                Some(key) => grid(record.grid, key),
                None => (key == "name").then(|| text(record.name))?,
            },
            Record::Cooling(record) => match key {
                "name" => text(record.name),
                "pue" => number(record.pue, unit::one),
                "wue" => Some(Fact::Number(
                    record.water_usage.value / (unit::L / unit::kWh).value,
                )),
                _ => None,
            },
            Record::RackClass(record) => match key {
                "name" => text(record.name),
                "power_kw" => number(record.power, unit::kW),
                "cooling_type" => text(match record.coolant {
                    Coolant::Air => "air",
                    Coolant::Liquid => "liquid",
                }),
                _ => None,
            },
            Record::Dataset(record) => dataset(record, key),
        }
    }
}

fn accelerator(record: &Accelerator, key: &str) -> Option<Fact> {
    let details = &record.details;
    if let Some(key) = key.strip_prefix("compute.precision_flops.") {
        let (name, basis) = key.split_once('_').unwrap_or((key, ""));
        let precision = precision(name)?;
        let dense = record.find_peak(precision, Basis::Dense);
        let sparse = record.find_peak(precision, Basis::StructuredSparse);
        return maybe(match basis {
            "dense" => dense,
            "sparse" => sparse,
            // Datasheets of machines with sparsity may state nothing else.
            _ => dense.or(sparse),
        });
    }
    if let Some(key) = key.strip_prefix("mig_profiles.") {
        return partition(record, key);
    }
    if let Some(key) = key.strip_prefix("interconnect.") {
        return link(record.interconnect.as_ref()?, key);
    }
    if let Some(key) = key.strip_prefix("nvlink.") {
        return link(record.peer_link.as_ref()?, key);
    }
    match key {
        "name" => text(record.name),
        "release_year" => year(Some(record.release_year)),
        "compute.peak_flops" => quantity(record.peaks[0].rate),
        "compute.sm_count" => maybe_number(details.multiprocessors, unit::one),
        "compute.fp32_cores_per_sm" => number(details.multiprocessor?.fp32_cores, unit::one),
        "compute.tensor_cores_per_sm" => number(details.multiprocessor?.tensor_cores, unit::one),
        "compute.max_threads_per_sm" => number(details.multiprocessor?.maximum_threads, unit::one),
        "compute.max_registers_per_thread" => number(
            details.multiprocessor?.maximum_registers_per_thread,
            unit::one,
        ),
        "compute.warp_size" => number(details.multiprocessor?.warp_size, unit::one),
        "compute.core_count" => maybe_number(details.cores, unit::one),
        "compute.clock_rate" => maybe(details.clock_rate),
        "compute.systolic_array_dim" => maybe_number(details.systolic_array_dimension, unit::one),
        "memory.capacity" => quantity(record.memory.capacity),
        "memory.bandwidth" => quantity(record.memory.bandwidth),
        "memory.l2_cache" => maybe(details.l2_cache),
        "memory.register_file_per_sm" => quantity(details.multiprocessor?.register_file),
        "memory.shared_memory_per_sm" => quantity(details.multiprocessor?.shared_memory),
        "memory.hbm_stacks" => maybe_number(details.memory_stacks, unit::one),
        "memory.bus_width" => maybe(details.memory_bus_width),
        "memory.pin_data_rate" => maybe(details.memory_pin_rate),
        "memory.sram_capacity" => capacity(details.on_chip_memory),
        "memory.sram_bandwidth" => maybe(details.on_chip_memory?.bandwidth),
        "memory.flash_capacity" => capacity(details.flash),
        "memory.flash_bandwidth" => maybe(details.flash?.bandwidth),
        "storage.capacity" => capacity(details.storage),
        "storage.bandwidth" => maybe(details.storage?.bandwidth),
        "tdp" => maybe(record.thermal_design_power),
        "tdp_min" => maybe(details.lowest_power),
        "tdp_max" => maybe(details.highest_power),
        "unit_cost" => maybe(record.price),
        "unit_cost_max" => maybe(details.highest_price),
        "embodied_carbon_kg" => maybe_number(record.embodied_carbon, unit::kg),
        "dispatch_tax" => quantity(record.launch_overhead),
        "die_area" => maybe(details.die_area),
        "transistor_count" => maybe_number(details.transistors, unit::one),
        "die_to_die_bandwidth" => maybe(details.die_to_die_bandwidth),
        "accelerator_count" => maybe_number(details.accelerators, unit::one),
        "battery_capacity" => maybe(details.battery),
        _ => None,
    }
}

fn precision(name: &str) -> Option<Precision> {
    use Precision::{Bf16, Fp4, Fp8, Fp16, Fp32, Int4, Int8, Mxint4, Mxint8, Tf32};
    [Fp32, Tf32, Fp16, Bf16, Fp8, Fp4, Int8, Int4, Mxint8, Mxint4]
        .into_iter()
        .find(|precision| precision.name() == name)
}

fn capacity(tier: Option<Tier>) -> Option<Fact> {
    quantity(tier?.capacity)
}

fn partition(record: &Accelerator, key: &str) -> Option<Fact> {
    let (index, key) = key.split_once('.')?;
    let partition = record
        .details
        .partitions
        .get(index.parse::<usize>().ok()?)?;
    match key {
        "name" => text(partition.name),
        "gpu_memory" => quantity(partition.memory),
        "sm_count" => number(partition.multiprocessors, unit::one),
        "typical_workload" => text(partition.workload),
        _ => None,
    }
}

fn link(record: &Link, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "bandwidth" => quantity(record.bandwidth),
        "latency" => maybe(record.latency),
        "direction" => text(match record.direction {
            Direction::PerDirection => "per_direction",
            Direction::BothDirections => "bidirectional_total",
        }),
        _ => None,
    }
}

fn language_model(record: &LanguageModel, key: &str) -> Option<Fact> {
    let training = &record.training;
    match key {
        "name" => text(record.name),
        "architecture" => text(match record.mixture {
            Some(_) => "MoE Transformer",
            None => "Transformer",
        }),
        "release_year" => year(record.release_year),
        "parameters" => quantity(record.parameters),
        "active_parameters" => quantity(record.mixture?.active_parameters),
        "experts" => number(record.mixture?.experts, unit::one),
        "active_experts_per_token" => number(record.mixture?.active_experts, unit::one),
        "inference_flops" => quantity(record.inference_operations()),
        "layers" => number(record.layers, unit::one),
        "hidden_dim" => number(record.hidden_dimension, unit::one),
        "heads" => number(record.heads, unit::one),
        "kv_heads" => maybe_number(record.kv_heads, unit::one),
        "head_dim" => maybe_number(record.head_dimension, unit::one),
        "kv_lora_rank" => number(record.latent_attention?.rank, unit::one),
        "qk_rope_head_dim" => number(record.latent_attention?.position_dimension, unit::one),
        "context_length" => maybe_number(record.context_length, unit::one),
        "vocab_size" => maybe_number(record.vocabulary, unit::one),
        "training_tokens" => maybe(training.tokens),
        "training_ops" => maybe(training.operations),
        "training_dataset_size" => maybe(training.dataset),
        "training_accelerators_ref" => maybe(training.accelerators),
        "training_hardware_label" => text(training.hardware?),
        "training_days_ref" => maybe(training.duration),
        "training_gpu_days" => number(record.training_device_time(), unit::day),
        "training_energy_mwh" => maybe(training.energy),
        "training_co2e" => maybe(training.carbon),
        _ => None,
    }
}

fn model(record: &Model, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "architecture" => text(record.architecture),
        "release_year" => year(record.release_year),
        "parameters" => quantity(record.parameters),
        "inference_flops" => maybe(record.inference_operations),
        "inference_energy" => maybe(record.inference_energy),
        "layers" => maybe_number(record.layers, unit::one),
        "width_multiplier" => maybe_number(record.width_multiplier, unit::one),
        _ => None,
    }
}

fn robot_policy(record: &RobotPolicy, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "architecture" => text(record.architecture),
        "parameters" => quantity(record.parameters),
        "layers" => maybe_number(record.layers, unit::one),
        "hidden_dim" => maybe_number(record.hidden_dimension, unit::one),
        "action_chunk_horizon" => number(record.action_horizon, unit::one),
        "action_dim" => number(record.action_dimension, unit::one),
        "observation_horizon" => number(record.observation_horizon, unit::one),
        _ => None,
    }
}

fn state_space_model(record: &StateSpaceModel, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "architecture" => text("SSM"),
        "parameters" => quantity(record.parameters),
        "inference_flops" => quantity(record.inference_operations()),
        "layers" => number(record.layers, unit::one),
        "hidden_dim" => number(record.hidden_dimension, unit::one),
        "state_size" => number(record.state_size, unit::one),
        _ => None,
    }
}

fn diffusion_model(record: &DiffusionModel, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "architecture" => text("Diffusion/U-Net"),
        "parameters" => quantity(record.parameters),
        "inference_flops" => quantity(record.inference_operations),
        "denoising_steps" => number(record.denoising_steps, unit::one),
        "resolution" => number(record.resolution, unit::one),
        _ => None,
    }
}

fn recommendation_model(record: &RecommendationModel, key: &str) -> Option<Fact> {
    match key {
        "name" | "architecture" => text(record.name),
        "model_size" => quantity(record.size),
        "embedding_entries" => quantity(record.embedding_entries),
        "parameter_range_min" => quantity(record.fewest_parameters),
        "parameter_range_max" => quantity(record.most_parameters),
        _ => None,
    }
}

fn fabric(record: &Fabric, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "topology" => text("fat-tree"),
        "bandwidth" => quantity(record.bandwidth),
        "latency" => maybe(record.latency),
        "oversubscription_ratio" => number(record.oversubscription, unit::one),
        _ => None,
    }
}

fn node(record: &Node, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "accelerator.ref" => text(record.accelerator.name),
        "accelerators_per_node" => number(record.accelerators, unit::one),
        "intra_node_bw" => quantity(record.accelerator_bandwidth),
        "nics_per_node" => number(record.network_interfaces, unit::one),
        "psus_per_node" => number(record.power_supplies, unit::one),
        "psu_redundancy" => number(record.spare_power_supplies, unit::one),
        "psu_rating" => maybe(record.power_supply_rating),
        "max_power" => maybe(record.maximum_power),
        "host_memory" => quantity(record.host?.memory),
        "host_cpu" => text(record.host?.processor?),
        "host_cpu_cores" => maybe_number(record.host?.cores, unit::one),
        "host_memory_bw" => maybe(record.host?.memory_bandwidth),
        "nvswitch_count" => maybe_number(record.switches, unit::one),
        "nvlink_links_per_accelerator" => maybe_number(record.links_per_accelerator, unit::one),
        "mass" => maybe(record.mass),
        _ => None,
    }
}

fn cluster(record: &Cluster, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "node.ref" => text(record.node.name),
        "count" => number(record.nodes, unit::one),
        "fabric.ref" => text(record.fabric.name),
        _ => None,
    }
}

fn storage(record: &Storage, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "media" => text(record.medium),
        "interface" => text(record.interface?),
        "durability" => text(match record.durability {
            Durability::Local => "local",
            Durability::Durable => "durable",
        }),
        "capacity" => maybe(record.capacity),
        "bandwidth" | "storage_tech.bandwidth" => quantity(record.bandwidth),
        "latency" | "storage_tech.latency" => maybe(record.latency),
        "iops" => maybe_number(record.access_rate, unit::Hz),
        // The technology is the drive without its place.
        "storage_tech.name" => text(
            record
                .name
                .trim_start_matches("Local ")
                .replace(", 7.68 TB", "")
                .as_str(),
        ),
        _ => None,
    }
}

fn array(record: &Array, key: &str) -> Option<Fact> {
    match (key, key.strip_prefix("device.")) {
        ("name", _) => text(record.name),
        ("devices_per_node", _) => number(record.devices, unit::one),
        (_, Some(key)) => storage(record.device, key),
        _ => None,
    }
}

fn checkpoint_path(record: &CheckpointPath, key: &str) -> Option<Fact> {
    if let Some(key) = key.strip_prefix("local_stage.") {
        return array(record.local_stage, key);
    }
    if let Some(key) = key.strip_prefix("durable_store.") {
        return storage(record.durable_store, key);
    }
    match key {
        "name" => text(record.name),
        "write_bandwidth" => quantity(record.write_bandwidth),
        _ => None,
    }
}

fn pod(record: &Pod, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "chips" => number(record.chips, unit::one),
        "memory" => quantity(record.memory),
        "power" => quantity(record.power),
        _ => None,
    }
}

fn rack(record: &Rack, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "node.ref" => text(record.node.name),
        "nodes_per_rack" => number(record.nodes, unit::one),
        "non_accelerator_power" => quantity(record.overhead_power()),
        "host_power" => quantity(record.host_power),
        "switch_power" => quantity(record.switch_power),
        "network_power" => quantity(record.network_power),
        "conversion_loss_power" => quantity(record.conversion_loss),
        "cooling_allocation_power" => quantity(record.cooling_power),
        _ => None,
    }
}

fn component(record: &Component, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "mttf_hours.value" => number(record.mttf, unit::h),
        _ => None,
    }
}

fn grid(record: &Grid, key: &str) -> Option<Fact> {
    match key {
        "name" => text(record.name),
        "carbon_intensity_g_kwh" => Some(Fact::Number(
            record.carbon_intensity.value / (unit::g / unit::kWh).value,
        )),
        "pue" => number(record.pue, unit::one),
        "wue" => Some(Fact::Number(
            record.water_usage.value / (unit::L / unit::kWh).value,
        )),
        "primary_source" => text(match record.primary_source {
            PrimarySource::Mixed => "mixed",
            PrimarySource::Nuclear => "nuclear",
            PrimarySource::CoalGas => "coal_gas",
            PrimarySource::Coal => "coal",
            PrimarySource::Hydro => "hydro",
            PrimarySource::Geothermal => "geothermal",
        }),
        "renewable_pct" => maybe_number(record.renewable_share, unit::percent),
        "lat" => record.place.map(|place| Fact::Number(place.latitude)),
        "lon" => record.place.map(|place| Fact::Number(place.longitude)),
        _ => None,
    }
}

fn dataset(record: &Dataset, key: &str) -> Option<Fact> {
    match (key, record.format) {
        ("name", _) => text(record.name),
        ("training_examples", _) => maybe(record.training_examples),
        ("validation_examples", _) => maybe(record.validation_examples),
        ("test_examples", _) => maybe(record.test_examples),
        ("full_examples", _) => maybe(record.all_examples),
        ("num_classes" | "keywords", _) => maybe_number(record.classes, unit::one),
        ("languages", _) => maybe_number(record.languages, unit::one),
        ("training_archive_size", _) => maybe(record.archive),
        ("image_width", Format::Image { width, .. }) => number(width, unit::one),
        ("image_height", Format::Image { height, .. }) => number(height, unit::one),
        ("image_channels", Format::Image { channels, .. }) => number(channels, unit::one),
        ("sample_duration", Format::Audio { duration, .. }) => quantity(duration),
        ("sample_rate", Format::Audio { rate, .. }) => quantity(rate),
        ("sample_width", Format::Audio { width, .. }) => quantity(width),
        ("dense_features", Format::Table { dense, .. }) => number(dense, unit::one),
        ("categorical_features", Format::Table { categorical, .. }) => {
            number(categorical, unit::one)
        }
        ("episodes", Format::Demonstrations { episodes, .. }) => quantity(episodes),
        ("total_duration", Format::Demonstrations { duration, .. }) => maybe(duration),
        ("embodiments", Format::Demonstrations { embodiments, .. }) => {
            maybe_number(embodiments, unit::one)
        }
        ("tasks", Format::Demonstrations { tasks, .. }) => maybe_number(tasks, unit::one),
        _ => None,
    }
}
