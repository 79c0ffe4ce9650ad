//! The tables in the documentation of each page say what the constants say.
//!
//! `cargo run -p mlsysim-tests --bin renew` writes them anew.

use std::fmt::Write;
use std::path::PathBuf;

use mlsysim::core::constants::accelerators::{self, Accelerator, Basis};
use mlsysim::core::constants::datasets::Format;
use mlsysim::core::constants::models::{self, Model};
use mlsysim::core::constants::{
    Figure, Source, all, clusters, cooling, datacenters, datasets, fabrics, grids, nodes, pods,
    racks, reliability, storage,
};
use mlsysim::unit;
use mlsysim::units::text::Text;
use mlsysim::units::{Dimension, Qty};
use mlsysim::viz::number::automatic;

fn number(value: f64) -> String {
    let mut text = Text::new();
    text.push_number(value, 6);
    text.as_str().to_owned()
}

fn shown<D: Dimension + ?Sized>(value: Qty<D>, unit: Qty<D>, symbol: &str) -> String {
    format!("{} {symbol}", number(value.value / unit.value))
        .trim_end()
        .to_owned()
}

fn maybe<D: Dimension + ?Sized>(value: Option<Qty<D>>, unit: Qty<D>, symbol: &str) -> String {
    value.map_or("–".to_owned(), |value| shown(value, unit, symbol))
}

/// Any quantity in a unit that suits it.
fn any<D: Dimension + ?Sized>(value: Qty<D>) -> String {
    let (number, unit) = automatic(mlsysim::units::dynamic::of(value));
    mlsysim::viz::number::with_unit(&number, &unit)
}

fn any_of<D: Dimension + ?Sized>(value: Option<Qty<D>>) -> String {
    value.map_or("–".to_owned(), any)
}

fn count<D: Dimension + ?Sized>(value: Qty<D>) -> String {
    number(value.value)
}

fn count_of<D: Dimension + ?Sized>(value: Option<Qty<D>>) -> String {
    value.map_or("–".to_owned(), count)
}

/// A figure as it is written, and its value where something is left to compute.
fn stated(figure: &Figure) -> String {
    let written = figure.expression;
    if written.contains('*') || !figure.constants.is_empty() {
        let (number, unit) = automatic(figure.value.expect("a constant has a value"));
        let value = mlsysim::viz::number::with_unit(&number, &unit);
        return format!("`{written}` = {value}");
    }
    written.replace('_', ",").replace(" / 1 ", "/")
}

fn source(source: &Source) -> String {
    let text = source.reference.replace('|', r"\|");
    let text = match source.url {
        Some(url) => format!("[{text}]({url})"),
        None => text,
    };
    format!("{:?}: {text}", source.kind)
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn table<T>(
        &mut self,
        heads: &[&str],
        records: impl IntoIterator<Item = T>,
        row: impl Fn(T) -> Vec<String>,
    ) {
        let _ = writeln!(self.text, "\n| {} |", heads.join(" | "));
        let _ = writeln!(self.text, "|{}", "---|".repeat(heads.len()));
        for record in records {
            let cells = row(record);
            assert_eq!(cells.len(), heads.len());
            let _ = writeln!(self.text, "| {} |", cells.join(" | "));
        }
    }

    /// The constants of one figure of a page, if it has some.
    fn figures(&mut self, page: &str) {
        let constants = all().expect("the registry can be read");
        let single: Vec<_> = constants
            .iter()
            .filter(|constant| constant.page() == page && constant.is_public)
            .filter_map(|constant| Some((constant.name, constant.figure("")?, constant.source?)))
            .collect();
        if !single.is_empty() {
            let heads = ["constant", "value", "source"];
            self.table(&heads, single, |(name, figure, origin)| {
                vec![format!("[`{name}`]"), stated(figure), source(&origin)]
            });
        }
    }

    fn check(self, name: &str, wrong: &mut Vec<String>) {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../mlsysim/src/core/constants/tables")
            .join(format!("{name}.md"));
        if mlsysim_tests::renews() {
            std::fs::create_dir_all(path.parent().expect("a folder of tables"))
                .and_then(|()| std::fs::write(&path, &self.text))
                .expect("the table can be written");
        }
        if std::fs::read_to_string(&path).ok().as_deref() != Some(&self.text) {
            wrong.push(format!("{name}.md is stale"));
        }
    }
}

fn accelerators(page: &mut Page, records: &[&Accelerator]) {
    let heads = [
        "device",
        "year",
        "peak",
        "memory",
        "bandwidth",
        "power",
        "price",
        "launch",
        "source",
    ];
    page.table(&heads, records, |record| {
        let peaks: Vec<String> = record
            .peaks
            .iter()
            .map(|peak| {
                let basis = match peak.basis {
                    Basis::Dense => "",
                    Basis::StructuredSparse => " 2:4",
                };
                let mut rate = any(peak.rate);
                if peak.precision.name().contains("int") {
                    rate = rate.replace("FLOP/s", "OPS");
                }
                format!("{}{basis} {rate}", peak.precision.name())
            })
            .collect();
        let (memory, symbol) = [(unit::GiB, "GiB"), (unit::MiB, "MiB"), (unit::KiB, "KiB")]
            .into_iter()
            .find(|(unit, _)| record.memory.capacity >= *unit)
            .expect("no device has less than a kibibyte");
        vec![
            record.name.to_owned(),
            record.release_year.to_string(),
            peaks.join("<br>"),
            shown(record.memory.capacity, memory, symbol),
            any(record.memory.bandwidth),
            any_of(record.thermal_design_power),
            maybe(record.price, unit::USD, "USD"),
            any(record.launch_overhead),
            source(&record.source),
        ]
    });
}

fn models(page: &mut Page, records: &[&Model]) {
    let heads = ["model", "parameters", "operations", "layers", "source"];
    page.table(&heads, records, |record| {
        vec![
            record.name.to_owned(),
            count(record.parameters),
            any_of(record.inference_operations),
            count_of(record.layers),
            source(&record.source),
        ]
    });
}

fn language_models(page: &mut Page) {
    let heads = [
        "model",
        "parameters",
        "active",
        "layers",
        "hidden dimension",
        "heads",
        "kv heads",
        "context",
        "training tokens",
        "source",
    ];
    page.table(&heads, models::language::ALL, |record| {
        vec![
            record.name.to_owned(),
            shown(record.parameters, unit::billion, "billion"),
            shown(record.active_parameters(), unit::billion, "billion"),
            count(record.layers),
            count(record.hidden_dimension),
            count(record.heads),
            match record.latent_attention {
                Some(_) => "latent".to_owned(),
                None => count(record.kv_heads()),
            },
            count_of(record.context_length),
            maybe(record.training.tokens, unit::billion, "billion"),
            source(&record.source),
        ]
    });
}

fn other_models(wrong: &mut Vec<String>) {
    let mut page = Page::default();
    let heads = [
        "policy",
        "parameters",
        "action horizon",
        "action dimension",
        "source",
    ];
    page.table(&heads, models::embodied::ALL, |record| {
        vec![
            record.name.to_owned(),
            shown(record.parameters, unit::million, "million"),
            count(record.action_horizon),
            count(record.action_dimension),
            source(&record.source),
        ]
    });
    page.check("embodied", wrong);

    let mut page = Page::default();
    let heads = [
        "model",
        "parameters",
        "layers",
        "hidden dimension",
        "state",
        "source",
    ];
    page.table(&heads, models::state_space::ALL, |record| {
        vec![
            record.name.to_owned(),
            shown(record.parameters, unit::million, "million"),
            count(record.layers),
            count(record.hidden_dimension),
            count(record.state_size),
            source(&record.source),
        ]
    });
    page.check("state_space", wrong);

    let mut page = Page::default();
    let heads = ["model", "parameters", "operations", "steps", "source"];
    page.table(&heads, models::generative_vision::ALL, |record| {
        vec![
            record.name.to_owned(),
            shown(record.parameters, unit::million, "million"),
            any(record.inference_operations),
            count(record.denoising_steps),
            source(&record.source),
        ]
    });
    page.check("generative_vision", wrong);

    let mut page = Page::default();
    let heads = ["model", "tables", "entries", "source"];
    page.table(&heads, models::recommendation::ALL, |record| {
        vec![
            record.name.to_owned(),
            any(record.size),
            shown(record.embedding_entries, unit::billion, "billion"),
            source(&record.source),
        ]
    });
    page.check("recommendation", wrong);
}

fn systems(wrong: &mut Vec<String>) {
    let mut page = Page::default();
    let heads = [
        "node",
        "accelerators",
        "between them",
        "network ports",
        "power",
        "source",
    ];
    page.table(&heads, nodes::ALL, |record| {
        vec![
            record.name.to_owned(),
            format!("{} {}", count(record.accelerators), record.accelerator.name),
            any(record.accelerator_bandwidth),
            count(record.network_interfaces),
            any_of(record.maximum_power),
            source(&record.source),
        ]
    });
    page.check("nodes", wrong);

    let mut page = Page::default();
    let heads = ["cluster", "nodes", "accelerators", "fabric", "source"];
    page.table(&heads, clusters::ALL, |record| {
        vec![
            record.name.to_owned(),
            format!("{} {}", count(record.nodes), record.node.name),
            count(record.accelerators()),
            record.fabric.name.to_owned(),
            source(&record.source),
        ]
    });
    page.check("clusters", wrong);

    let mut page = Page::default();
    let heads = [
        "fabric",
        "port",
        "in bytes",
        "latency",
        "oversubscription",
        "source",
    ];
    page.table(&heads, fabrics::ALL, |record| {
        vec![
            record.name.to_owned(),
            shown(record.bandwidth, unit::Gbps, "Gbps"),
            any(record.bandwidth),
            any_of(record.latency),
            count(record.oversubscription),
            source(&record.source),
        ]
    });
    page.check("fabrics", wrong);

    let mut page = Page::default();
    page.table(
        &["pod", "chips", "memory", "power", "source"],
        pods::ALL,
        |record| {
            vec![
                record.name.to_owned(),
                count(record.chips),
                shown(record.memory, unit::TiB, "TiB"),
                any(record.power),
                source(&record.source),
            ]
        },
    );
    page.check("pods", wrong);

    let mut page = Page::default();
    let heads = [
        "rack",
        "nodes",
        "accelerators",
        "power beside them",
        "source",
    ];
    page.table(&heads, racks::ALL, |record| {
        vec![
            record.name.to_owned(),
            count(record.nodes),
            count(record.accelerators()),
            any(record.overhead_power()),
            source(&record.source),
        ]
    });
    page.check("racks", wrong);

    let mut page = Page::default();
    let heads = ["device", "capacity", "bandwidth", "latency", "accesses"];
    page.table(&heads, storage::DEVICES, |record| {
        vec![
            record.name.to_owned(),
            any_of(record.capacity),
            any(record.bandwidth),
            any_of(record.latency),
            maybe(record.access_rate, unit::Hz, "/s"),
        ]
    });
    page.table(
        &["array", "drives", "bandwidth"],
        storage::ARRAYS,
        |record| {
            vec![
                record.name.to_owned(),
                count(record.devices),
                any(record.bandwidth()),
            ]
        },
    );
    page.figures("storage");
    page.check("storage", wrong);

    let mut page = Page::default();
    let heads = ["component", "mean time to failure", "source"];
    page.table(&heads, reliability::COMPONENTS, |record| {
        vec![
            record.name.to_owned(),
            shown(record.mttf, unit::h, "h"),
            source(&record.source),
        ]
    });
    page.figures("reliability");
    page.check("reliability", wrong);
}

fn sites(wrong: &mut Vec<String>) {
    let liters = unit::L / unit::kWh;
    let mut page = Page::default();
    let heads = [
        "grid",
        "carbon intensity",
        "pue",
        "water",
        "renewable",
        "source",
    ];
    page.table(&heads, grids::ALL, |record| {
        vec![
            record.name.to_owned(),
            shown(record.carbon_intensity, unit::g / unit::kWh, "g/kWh"),
            count(record.pue),
            shown(record.water_usage, liters, "L/kWh"),
            maybe(record.renewable_share, unit::percent, "%"),
            source(&record.source),
        ]
    });
    page.check("grids", wrong);

    let mut page = Page::default();
    page.table(
        &["cooling", "pue", "water", "source"],
        cooling::ALL,
        |record| {
            vec![
                record.name.to_owned(),
                count(record.pue),
                shown(record.water_usage, liters, "L/kWh"),
                source(&record.source),
            ]
        },
    );
    page.check("cooling", wrong);

    let mut page = Page::default();
    page.table(
        &["data center", "grid", "source"],
        datacenters::SITES,
        |record| {
            vec![
                record.name.to_owned(),
                record.grid.name.to_owned(),
                source(&record.source),
            ]
        },
    );
    page.table(
        &["rack", "power", "coolant", "source"],
        datacenters::RACKS,
        |record| {
            vec![
                record.name.to_owned(),
                any(record.power),
                format!("{:?}", record.coolant).to_lowercase(),
                source(&record.source),
            ]
        },
    );
    page.figures("datacenters");
    page.check("datacenters", wrong);

    let mut page = Page::default();
    let heads = [
        "data set",
        "training",
        "validation",
        "test",
        "classes",
        "one example",
        "source",
    ];
    page.table(&heads, datasets::ALL, |record| {
        let example = match record.format {
            Format::Image {
                width,
                height,
                channels,
            } => format!("{} × {} × {}", count(width), count(height), count(channels)),
            Format::Audio { duration, rate, .. } => format!("{} at {}", any(duration), any(rate)),
            Format::Table { dense, categorical } => {
                format!(
                    "{} numbers, {} categories",
                    count(dense),
                    count(categorical)
                )
            }
            Format::Demonstrations { .. } => "a demonstration".to_owned(),
        };
        vec![
            record.name.to_owned(),
            count_of(record.training_examples),
            count_of(record.validation_examples),
            count_of(record.test_examples),
            count_of(record.classes),
            example,
            source(&record.source),
        ]
    });
    page.check("datasets", wrong);
}

#[test]
fn tables_of_the_documentation_are_current() {
    let mut wrong = Vec::new();
    for (name, records) in [
        ("cloud", accelerators::cloud::ALL),
        ("edge", accelerators::edge::ALL),
        ("mobile", accelerators::mobile::ALL),
        ("tiny", accelerators::tiny::ALL),
        ("workstation", accelerators::workstation::ALL),
    ] {
        let mut page = Page::default();
        accelerators(&mut page, records);
        page.check(name, &mut wrong);
    }
    let mut page = Page::default();
    language_models(&mut page);
    page.check("language", &mut wrong);
    for (name, records) in [
        ("vision", models::vision::ALL),
        ("tiny_models", models::tiny::ALL),
    ] {
        let mut page = Page::default();
        models(&mut page, records);
        page.check(name, &mut wrong);
    }
    other_models(&mut wrong);
    systems(&mut wrong);
    sites(&mut wrong);
    for family in [
        "benchmarks",
        "deployment_tiers",
        "energy",
        "everyday",
        "interconnects",
        "lithography",
        "memory_technologies",
        "prices",
        "recovery",
        "scaling_laws",
        "scheduling",
        "training",
        "training_runs",
    ] {
        let mut page = Page::default();
        page.figures(family);
        page.check(family, &mut wrong);
    }
    assert!(
        wrong.is_empty(),
        "{}\n`cargo run -p mlsysim-tests --bin renew` writes them anew",
        wrong.join("\n")
    );
}
