//! The file of vectors, and typed access to the arguments of one.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use mlsysim::units::dynamic::Typed;
use mlsysim::units::{Dimension, Qty, of_base};
use serde_json::Value;

use super::unit_text;

/// One call of the reference: its arguments by name, and its result.
pub struct Vector {
    name: String,
    arguments: BTreeMap<String, Value>,
    result: Value,
    read: RefCell<BTreeSet<String>>,
}

/// The formulas of the file with their vectors.
pub fn read() -> Vec<(String, Vec<Vector>)> {
    let path = std::env::var_os("MLSYSIM_GOLDEN").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/golden/formulas.json")),
        PathBuf::from,
    );
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    // Python writes these without quotes, which is no JSON.
    let text = text
        .replace(": Infinity", ": \"Infinity\"")
        .replace(": -Infinity", ": \"-Infinity\"")
        .replace(": NaN", ": \"NaN\"");
    let file: Value = serde_json::from_str(&text)
        .unwrap_or_else(|error| panic!("{} is no JSON: {error}", path.display()));
    let formulas = file["formulas"].as_object().expect("`formulas` is a map");
    formulas
        .iter()
        .map(|(name, vectors)| {
            let vectors = vectors.as_array().expect("a formula has a list of vectors");
            let vectors = vectors.iter().map(|vector| Vector::new(name, vector));
            (name.clone(), vectors.collect())
        })
        .collect()
}

/// A number, which Python may have written as a word.
pub fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(word) => match word.as_str() {
            "Infinity" | "inf" => Some(f64::INFINITY),
            "-Infinity" | "-inf" => Some(f64::NEG_INFINITY),
            "NaN" | "nan" => Some(f64::NAN),
            _ => None,
        },
        _ => None,
    }
}

impl Vector {
    fn new(name: &str, vector: &Value) -> Self {
        let arguments = vector["args"].as_array().expect("a vector has `args`");
        let arguments = arguments.iter().filter(|given| !given["value"].is_null());
        Vector {
            name: name.to_owned(),
            arguments: arguments
                .map(|given| {
                    let argument = given["name"].as_str().expect("an argument has a name");
                    (argument.to_owned(), given.clone())
                })
                .collect(),
            result: vector["result"].clone(),
            read: RefCell::default(),
        }
    }

    /// What the reference computed.
    pub fn result(&self) -> &Value {
        &self.result
    }

    /// Arguments that nothing has asked for.
    pub fn unread(&self) -> Vec<&str> {
        let read = self.read.borrow();
        let names = self.arguments.keys().filter(|name| !read.contains(*name));
        names.map(String::as_str).collect()
    }

    fn find(&self, argument: &str) -> Option<&Value> {
        self.read.borrow_mut().insert(argument.to_owned());
        self.arguments.get(argument)
    }

    /// Whether an argument is given.
    pub fn has(&self, argument: &str) -> bool {
        self.find(argument).is_some()
    }

    /// Whether an argument is given with a unit.
    pub fn has_unit(&self, argument: &str) -> bool {
        self.find(argument)
            .is_some_and(|given| given.get("unit").is_some_and(Value::is_string))
    }

    /// An argument; a bare number counts `implied` units.
    pub fn get<D: Dimension + ?Sized>(&self, argument: &str, implied: Qty<D>) -> Qty<D> {
        let given = self
            .find(argument)
            .unwrap_or_else(|| panic!("`{}` is called without `{argument}`", self.name));
        let value = number(&given["value"])
            .unwrap_or_else(|| panic!("`{argument}` of `{}` is no number", self.name));
        let Some(text) = given.get("unit").and_then(Value::as_str) else {
            return of_base(value * implied.value);
        };
        let unit = unit_text::parse(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(
            unit.dimension,
            <Qty<D> as Typed>::DIMENSION,
            "`{argument}` of `{}` is in `{text}`",
            self.name
        );
        of_base(value * unit.value)
    }

    /// An argument, or what the reference takes when it is not given.
    pub fn get_or<D: Dimension + ?Sized>(
        &self,
        argument: &str,
        implied: Qty<D>,
        default: f64,
    ) -> Qty<D> {
        if self.has(argument) {
            self.get(argument, implied)
        } else {
            of_base(default * implied.value)
        }
    }

    /// A text, or what the reference takes when it is not given.
    pub fn text_or<'a>(&'a self, argument: &str, default: &'a str) -> &'a str {
        match self.find(argument) {
            Some(given) => given["value"].as_str().expect("the argument is a text"),
            None => default,
        }
    }

    /// A switch, or what the reference takes when it is not given.
    pub fn flag_or(&self, argument: &str, default: bool) -> bool {
        match self.find(argument) {
            Some(given) => given["value"].as_bool().expect("the argument is a switch"),
            None => default,
        }
    }
}
