//! Constants as JSON.

use std::format;
use std::path::Path;
use std::string::{String, ToString};

use serde_json::Value as Json;

use super::edition::shown;
use super::object::{array, object};
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
    let words = words.map(|word| object([("name", word.path.into()), ("text", word.text.into())]));
    object([
        ("name", constant.name.into()),
        ("page", constant.page().into()),
        ("title", constant.title.into()),
        ("documentation", constant.documentation.into()),
        ("source", constant.source.as_ref().map(source_json).into()),
        ("file", file.into()),
        ("line", line.into()),
        ("figures", array(constant.figures.iter().map(figure_json))),
        ("words", array(words)),
    ])
}

fn figure_json(figure: &Figure) -> Json {
    object([
        ("constant", figure.path.into()),
        ("text", figure.expression.into()),
        ("unit", figure.unit.into()),
        ("base", figure.value.map(|value| value.value).into()),
    ])
}

fn source_json(source: &Source) -> Json {
    let checked = source.checked.map(|day| {
        let (year, month, day) = (day.year, day.month, day.day);
        format!("{year}-{month:02}-{day:02}")
    });
    object([
        ("kind", source_kind(source.kind).into()),
        ("reference", source.reference.into()),
        ("url", source.url.into()),
        ("checked", checked.into()),
    ])
}

fn position(constant: &Constant) -> (String, u32) {
    let file = shown(Path::new(constant.file));
    (file.display().to_string(), constant.line)
}
