//! Which constant stands for which entry of the fact files: `map.txt`, read.

use mlsysim::core::constants::models::language;
use mlsysim::core::constants::{Constant, Figure, Source, WordKind, all, racks};
use mlsysim::unit;
use mlsysim::units::dynamic::{Dynamic, divide, of};

use super::facts;

/// What a constant answers to one entry of the fact files.
#[derive(Debug)]
pub enum Fact {
    Quantity(Dynamic),
    Number(f64),
    Text(String),
}

pub struct Map {
    sections: Vec<(&'static str, Vec<(&'static str, &'static str)>)>,
    constants: Vec<Constant>,
}

impl Map {
    pub fn read() -> Map {
        let mut sections = Vec::new();
        for line in include_str!("map.txt").lines() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[') {
                sections.push((name.trim_end_matches(']'), Vec::new()));
            } else {
                let row = line.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
                let (_, rows) = sections.last_mut().expect("a row stands below a section");
                rows.push(row);
            }
        }
        Map {
            sections,
            constants: all().expect("the registry can be read"),
        }
    }

    pub fn rows(&self, section: &str) -> &[(&'static str, &'static str)] {
        let found = self.sections.iter().find(|(name, _)| *name == section);
        &found.unwrap_or_else(|| panic!("no section `{section}`")).1
    }

    /// The constant of a path such as `accelerators::cloud::A100`.
    pub fn constant(&self, path: &str) -> &Constant {
        let found: Vec<&Constant> = self
            .constants
            .iter()
            .filter(|constant| [constant.page(), "::", constant.name].concat() == path)
            .collect();
        assert_eq!(found.len(), 1, "`{path}` is not one constant");
        found[0]
    }

    /// The constants of one figure that stand for entries directly below a path.
    pub fn figures_below(&self, parent: &str) -> Vec<&Constant> {
        let rows = self.rows("figures").iter();
        rows.filter(|(fact, _)| {
            fact.rsplit_once('.')
                .is_some_and(|(above, _)| above == parent)
        })
        .map(|(_, path)| self.constant(path.split(" in ").next().unwrap_or(path)))
        .collect()
    }

    /// The answer of a constant of one figure.
    pub fn figure(&self, fact: &str) -> Option<Fact> {
        let (_, path) = self
            .rows("figures")
            .iter()
            .find(|(left, _)| *left == fact)?;
        let (path, in_unit) = split_unit(path);
        self.constant(path)
            .figure("")
            .and_then(|figure| stated(figure, in_unit))
    }

    /// The record that an entry belongs to, and the rest of the entry's path.
    pub fn record<'a>(&self, fact: &'a str) -> Option<(&Constant, &'a str)> {
        self.rows("records").iter().find_map(|(prefix, path)| {
            let key = fact.strip_prefix(prefix)?.strip_prefix('.')?;
            Some((self.constant(path), key))
        })
    }

    /// The answer of a record to a key of the fact files.
    pub fn answer(&self, constant: &Constant, key: &str) -> Option<Fact> {
        if let Some((_, key)) = key.rsplit_once("source.") {
            return source(constant.source.as_ref()?, key);
        }
        if let Some(fact) = computed(constant, key) {
            return Some(fact);
        }
        self.rows(constant.type_name)
            .iter()
            .find_map(|(left, right)| {
                let captured = captured(left, key)?;
                right
                    .split(" | ")
                    .find_map(|path| self.value(constant, path, captured))
            })
    }

    /// The value of a path, which may lead through references to other constants.
    fn value(&self, constant: &Constant, path: &str, captured: &str) -> Option<Fact> {
        if let Some(text) = path.strip_prefix('"') {
            return Some(Fact::Text(text.trim_end_matches('"').to_owned()));
        }
        let (path, in_unit) = split_unit(path);
        if let Some((link, rest)) = path.split_once('.')
            && let Some(word) = constant.word(link)
            && word.kind == WordKind::Link
        {
            let target = self.linked(constant, word.text);
            return match rest {
                // What lies below is asked for under the keys of the fact files.
                "*" => self.answer(target, captured),
                rest => self.value(target, rest, captured),
            };
        }
        if path == "*peak(*)" {
            let mut peaks = constant
                .figures
                .iter()
                .filter(|it| it.path.contains("peak("));
            return stated(peaks.next()?, in_unit);
        }
        let path = path.replace('#', captured);
        if let Some(figure) = constant.figure(&path) {
            return stated(figure, in_unit);
        }
        let word = constant
            .word(&path)
            .filter(|word| word.kind == WordKind::Plain)?;
        let words = self.rows("words").iter();
        let said = words.into_iter().find(|(written, _)| *written == word.text);
        let text = said.map_or(word.text, |(_, said)| *said);
        Some(match text.replace('_', "").parse() {
            Ok(number) => Fact::Number(number),
            Err(_) => Fact::Text(text.to_owned()),
        })
    }

    fn linked(&self, constant: &Constant, text: &str) -> &Constant {
        let path = text.trim_start_matches('&');
        let found: Vec<&Constant> = self
            .constants
            .iter()
            .filter(|other| match path.rsplit_once("::") {
                Some((page, name)) => other.name == name && other.page().ends_with(page),
                None => other.name == path,
            })
            .collect();
        match found.as_slice() {
            [one] => one,
            _ => found
                .into_iter()
                .find(|other| other.module == constant.module)
                .unwrap_or_else(|| panic!("`{path}` of `{}` is not one constant", constant.name)),
        }
    }
}

fn split_unit(path: &str) -> (&str, Option<&str>) {
    match path.split_once(" in ") {
        Some((path, unit)) => (path, Some(unit)),
        None => (path, None),
    }
}

/// What `#` or `*` stands for, if the pattern matches.
fn captured<'a>(pattern: &str, key: &'a str) -> Option<&'a str> {
    match pattern.split_once(['#', '*']) {
        None => (pattern == key).then_some(""),
        Some((before, after)) => key.strip_prefix(before)?.strip_suffix(after),
    }
}

fn stated(figure: &Figure, in_unit: Option<&str>) -> Option<Fact> {
    let value = figure.value?;
    let Some(unit) = in_unit else {
        return Some(Fact::Quantity(value));
    };
    let one = facts::quantity(&format!("1 {unit}")).unwrap_or_else(|| panic!("no unit `{unit}`"));
    let ratio = divide(value, one).unwrap_or_else(|it| panic!("{}: {it}", figure.path));
    assert_eq!(ratio.dimension, 0, "{} is not in {unit}", figure.path);
    Some(Fact::Number(ratio.value))
}

/// What the fact files state and the constants compute.
fn computed(constant: &Constant, key: &str) -> Option<Fact> {
    let text = |text: &str| Some(Fact::Text(text.to_owned()));
    match (constant.type_name, key) {
        ("LanguageModel", "architecture") => match constant.figure("mixture.experts") {
            Some(_) => text("MoE Transformer"),
            None => text("Transformer"),
        },
        ("LanguageModel", "inference_flops" | "training_gpu_days") => {
            let models = language::ALL.iter();
            let model = models
                .into_iter()
                .find(|model| Some(model.name) == constant.title)?;
            Some(match key {
                "inference_flops" => Fact::Quantity(of(model.inference_operations())),
                _ => Fact::Number((model.training_device_time() / unit::day).value),
            })
        }
        ("StateSpaceModel", "inference_flops") => {
            let parameters = constant.figure("parameters")?.value?;
            Some(Fact::Quantity(Dynamic {
                value: 2.0 * parameters.value,
                dimension: of(unit::FLOP).dimension,
            }))
        }
        ("Rack", "non_accelerator_power") => {
            Some(Fact::Quantity(of(racks::DGX_H100_4_NODES.overhead_power())))
        }
        // The technology is the drive without its place.
        ("Storage", "storage_tech.name") => {
            let name = constant.title?.trim_start_matches("Local ");
            text(&name.replace(", 7.68 TB", ""))
        }
        _ => None,
    }
}

/// What a source says under the keys of the fact files.
pub fn source(source: &Source, key: &str) -> Option<Fact> {
    use mlsysim::core::constants::SourceKind::{
        Convention, Datasheet, Derived, Estimate, Illustrative, IndustryReport, Literature,
    };
    let text = match key {
        "kind" => match source.kind {
            Datasheet => "datasheet",
            Literature => "literature",
            IndustryReport => "industry_report",
            Estimate => "estimate",
            Convention => "convention",
            Illustrative => "illustrative",
            Derived => "derived",
        }
        .to_owned(),
        "url" => source.url?.to_owned(),
        "verified" => {
            let date = source.checked?;
            format!("{}-{:02}-{:02}", date.year, date.month, date.day)
        }
        "reference" => source.reference.to_owned(),
        _ => return None,
    };
    Some(Fact::Text(text))
}
