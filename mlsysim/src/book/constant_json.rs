//! Constants as JSON.

use std::format;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Value as Json, json};

use super::edition::shown;
use super::registry::{Place, source_kind};
use crate::core::constants::{Constant, Figure, Source, WordKind};

/// A figure with its value in base units, and where its constant stands and is published.
pub(super) fn place_json(place: &Place) -> Json {
    let mut json = figure_json(place.figure);
    let (file, line) = position(place.constant);
    json["page"] = place.constant.page().into();
    json["source"] = place.constant.source.as_ref().map(source_json).into();
    json["file"] = file.into();
    json["line"] = line.into();
    json
}

/// A constant with all of its figures.
pub(super) fn constant_json(constant: &Constant) -> Json {
    let (file, line) = position(constant);
    let words = constant
        .words
        .iter()
        .filter(|word| word.kind != WordKind::Missing);
    let words = words.map(|word| json!({ "name": word.path, "text": word.text }));
    json!({
        "name": constant.name,
        "page": constant.page(),
        "title": constant.title,
        "documentation": constant.documentation,
        "source": constant.source.as_ref().map(source_json),
        "file": file,
        "line": line,
        "figures": constant.figures.iter().map(figure_json).collect::<Vec<_>>(),
        "words": words.collect::<Vec<_>>(),
    })
}

fn figure_json(figure: &Figure) -> Json {
    json!({
        "constant": figure.path,
        "text": figure.expression,
        "unit": figure.unit,
        "base": figure.value.map(|value| value.value),
    })
}

fn source_json(source: &Source) -> Json {
    let checked = source.checked.map(|day| {
        let (year, month, day) = (day.year, day.month, day.day);
        format!("{year}-{month:02}-{day:02}")
    });
    json!({
        "kind": source_kind(source.kind),
        "reference": source.reference,
        "url": source.url,
        "checked": checked,
    })
}

fn position(constant: &Constant) -> (String, u32) {
    let file = shown(Path::new(constant.file));
    (file.display().to_string(), constant.line)
}
