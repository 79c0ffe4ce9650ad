//! What other programs get of the chapters: JSON by its schema, CSV, LaTeX; and that every number
//! in them says its value.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use boon::{Compiler, Schemas};
use serde_json::Value;
use tempfile::TempDir;

/// The three files, written once.
fn exported() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = TempDir::with_prefix("export-").expect("a temporary folder");
        let output = Command::new(env!("CARGO"))
            .args(["run", "--offline", "--quiet", "-p", "chapters", "--"])
            .args(["export", "--output"])
            .arg(folder.path())
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}");
        folder
    });
    folder.path()
}

fn read(file: &str) -> String {
    fs::read_to_string(exported().join(file)).expect("an exported file")
}

fn claims() -> Value {
    serde_json::from_str(&read("claims.json")).expect("JSON")
}

fn statements(claims: &Value) -> impl Iterator<Item = &Value> {
    let chapters = claims["chapters"].as_array().expect("chapters");
    let napkins = chapters
        .iter()
        .flat_map(|it| it["napkins"].as_array().expect("napkins"));
    napkins.flat_map(|it| it["statements"].as_array().expect("statements"))
}

/// The schema as it is published.
fn schema() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mlsysim/docs/claims.schema.json");
    serde_json::from_str(&fs::read_to_string(file).expect("the schema")).expect("JSON")
}

/// The same without room for fields that it does not list.
fn closed(schema: Value) -> Value {
    match schema {
        Value::Object(mut fields) => {
            for value in fields.values_mut() {
                *value = closed(value.take());
            }
            let is_object = fields.get("type").is_some_and(|it| it == "object");
            if is_object {
                fields.insert("additionalProperties".into(), false.into());
            }
            Value::Object(fields)
        }
        Value::Array(items) => items.into_iter().map(closed).collect(),
        other => other,
    }
}

fn validate(schema: Value, json: &Value) -> Result<(), String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let place = "https://example.org/claims.schema.json";
    compiler
        .add_resource(place, schema)
        .map_err(|it| it.to_string())?;
    let index = compiler
        .compile(place, &mut schemas)
        .map_err(|it| it.to_string())?;
    schemas
        .validate(json, index)
        .map_err(|it| format!("{it:#}"))
}

#[test]
fn the_export_of_the_chapters_keeps_to_the_published_schema() {
    let json = claims();
    assert_eq!(validate(schema(), &json), Ok(()));
    // Nothing is exported that the schema does not describe.
    assert_eq!(validate(closed(schema()), &json), Ok(()));
    let all = statements(&json).filter(|it| it["kind"] == "claim").count();
    assert!(all > 150, "{all} claims");
}

#[test]
fn the_schema_refuses_what_is_missing_or_other() {
    let change = |pointer: &str, value: Option<Value>| {
        let mut json = claims();
        let (parent, field) = pointer.rsplit_once('/').expect("a field");
        let parent = json.pointer_mut(parent).expect("a parent");
        match value {
            Some(value) => parent[field] = value,
            None => {
                parent.as_object_mut().expect("an object").remove(field);
            }
        }
        validate(schema(), &json)
    };
    let statement = "/chapters/0/napkins/0/statements/1";
    for (pointer, value) in [
        ("/version", Some(2.into())),
        ("/generator", Some("somebody".into())),
        ("/formulas", None),
        (&*format!("{statement}/sentence"), None),
        (&*format!("{statement}/kind"), Some("claims".into())),
        (
            &*format!("{statement}/rows/0/computed/number"),
            Some("1,000".into()),
        ),
        (
            &*format!("{statement}/rows/0/rules/0/relation"),
            Some("=".into()),
        ),
        ("/constants/0/line", Some("3".into())),
    ] {
        assert!(change(pointer, value).is_err(), "{pointer}");
    }
}

/// The number that a text says, and half a unit of its last digit.
fn said(number: &str) -> (f64, f64) {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let decimals = mantissa.split_once('.').map_or(0, |(_, after)| after.len());
    let last = exponent.parse::<i32>().expect("an exponent") - decimals as i32;
    (number.parse().expect("a number"), 10_f64.powi(last) / 2.0)
}

/// Whether a quantity says its value.
fn says(quantity: &Value) -> bool {
    let number = quantity["number"].as_str().expect("a number");
    let base = quantity["base"].as_f64().expect("a value");
    let (said, half) = said(number);
    match quantity["size"].as_f64() {
        Some(size) => (said * size - base).abs() <= half * size.abs() + 1e-12 * base.abs(),
        None => said == 0.0 && base == 0.0,
    }
}

#[test]
fn every_number_says_its_value_to_half_a_unit_of_its_last_digit() {
    let json = claims();
    let mut count = 0;
    for statement in statements(&json) {
        for row in statement["rows"].as_array().expect("rows") {
            let rules = row["rules"].as_array().expect("rules");
            let stated = rules.iter().map(|rule| &rule["stated"]);
            for quantity in stated.chain([&row["computed"]]).filter(|it| !it.is_null()) {
                assert!(says(quantity), "{}: {quantity}", statement["id"]);
                count += 1;
            }
            // What is computed prints as stated.
            for rule in rules.iter().filter(|rule| rule["relation"] == "~=") {
                let value = row["computed"]["base"].as_f64().expect("a value");
                let end = |end: &str| rule[end].as_f64().expect("an end");
                let noise = 1e-12 * value.abs();
                let is_inside = value >= end("low") - noise && value <= end("high") + noise;
                assert!(is_inside, "{}: {rule}", statement["id"]);
            }
        }
    }
    assert!(count > 500, "{count} numbers");
}

/// The reader of JSON may be a bit off.
fn is_near(one: Option<f64>, other: Option<f64>) -> bool {
    one.zip(other)
        .is_some_and(|(one, other)| (one - other).abs() <= 1e-15 * other.abs())
}

/// RFC 4180: the fields of each line.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut rest = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = rest.next() {
        match (c, is_quoted) {
            ('"', true) if rest.peek() == Some(&'"') => field.extend(rest.next()),
            ('"', _) => is_quoted = !is_quoted,
            (',', false) => record.push(std::mem::take(&mut field)),
            ('\r', false) => assert_eq!(rest.peek(), Some(&'\n')),
            ('\n', false) => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            (c, _) => field.push(c),
        }
    }
    assert!(record.is_empty() && field.is_empty(), "the last line ends");
    records
}

#[test]
fn a_table_has_each_number_under_its_name() {
    let records = records(&read("claims.csv"));
    let (head, rows) = records.split_first().expect("a head");
    let column = |name: &str| head.iter().position(|it| it == name).expect("a column");
    let (id, value, base) = (column("id"), column("value"), column("base_value"));
    let json = claims();
    let mut found = 0;
    for statement in statements(&json) {
        let is_one = statement["shape"] == "one";
        for (index, row) in statement["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .enumerate()
        {
            let own = statement["id"].as_str().expect("an id");
            let name = if is_one {
                own.to_owned()
            } else {
                format!("{own}_{}", index + 1)
            };
            let rules = row["rules"].as_array().expect("rules");
            let stated: Vec<&Value> = match rules.is_empty() {
                true => vec![&row["computed"]],
                false => rules.iter().map(|rule| &rule["stated"]).collect(),
            };
            for quantity in stated.into_iter().filter(|it| !it.is_null()) {
                let is_it = |record: &&Vec<String>| {
                    record[id] == name
                        && record[value] == quantity["number"].as_str().expect("a number")
                        && is_near(record[base].parse().ok(), quantity["base"].as_f64())
                };
                assert!(
                    rows.iter().any(|record| is_it(&record)),
                    "{name}: {quantity}"
                );
                found += 1;
            }
        }
    }
    assert_eq!(found, rows.len());
    assert!(rows.iter().all(|record| record.len() == head.len()));
}

/// The names that the macros know, with their texts.
fn macros() -> Vec<(String, String)> {
    let text = read("claims.tex");
    let lines = text
        .lines()
        .filter_map(|line| line.strip_prefix(r"\mlsysim@define{"));
    let parts = lines.filter(|line| !line.starts_with('#')).map(|line| {
        let (name, value) = line.split_once("}{").expect("a name and a value");
        let value = value.strip_suffix("}%").expect("its end");
        (name.to_owned(), value.to_owned())
    });
    parts.collect()
}

#[test]
fn every_variable_of_the_pages_is_a_macro() {
    let macros = macros();
    let yaml = Path::new(env!("CARGO_MANIFEST_DIR")).join("../chapters/book/_variables.yml");
    let yaml = fs::read_to_string(yaml).expect("the variables");
    let variables: Value = serde_yaml_ng::from_str(&yaml).expect("YAML");
    let mut count = 0;
    for (volume, chapters) in variables.as_object().expect("volumes") {
        for (chapter, names) in chapters.as_object().expect("chapters") {
            for name in names.as_object().expect("names").keys() {
                let name = format!("{volume}.{chapter}.{name}");
                assert!(macros.iter().any(|(known, _)| *known == name), "{name}");
                count += 1;
            }
        }
    }
    assert_eq!(macros.len(), count);
    let is_plain = |text: &str| text.is_ascii() && !text.contains("NaN");
    for (name, value) in &macros {
        assert!(is_plain(value), "{name}: {value}");
        assert_eq!(
            value.matches('$').count() % 2,
            value.matches(r"\$").count() % 2
        );
    }
}

/// Runs `pdflatex` on a document; none where it is not installed.
fn latex(body: &str) -> Option<(bool, String)> {
    let folder = TempDir::with_prefix("latex-").expect("a temporary folder");
    let file: PathBuf = folder.path().join("book.tex");
    let claims = exported().join("claims.tex");
    let text = format!(
        "\\documentclass{{article}}\n\\input{{{}}}\n\\begin{{document}}\n{body}\n\\end{{document}}\n",
        claims.display()
    );
    fs::write(&file, text).expect("the document is written");
    let output = Command::new("pdflatex")
        .args(["-interaction=nonstopmode", "-halt-on-error", "book.tex"])
        .current_dir(folder.path())
        .output()
        .ok()?;
    let log = String::from_utf8_lossy(&output.stdout).into_owned();
    Some((output.status.success(), log))
}

#[test]
fn a_document_prints_every_value_and_stops_at_an_unknown_name() {
    let names = macros().into_iter().map(|(name, _)| name);
    let lines = names.map(|name| match name.ends_with("_math") {
        true => format!("\\mlsysim{{{name}}} and $x = \\mlsysim{{{name}}}$.\n"),
        false => format!("\\mlsysim{{{name}}}.\n"),
    });
    let all = format!("\\section{{\\mlsysim{{{}}}}}\n", macros()[0].0) + &lines.collect::<String>();
    let Some((succeeded, log)) = latex(&all) else {
        // Without TeX, the two tests above say what can be said of the text.
        return;
    };
    assert!(succeeded, "{log}");
    let (succeeded, log) = latex("\\mlsysim{vol2.nothing.of_the_kind}").expect("it ran before");
    assert!(!succeeded);
    let words = "There is no value `vol2.nothing.of_the_kind'";
    assert!(log.replace('\n', "").contains(words), "{log}");
}
