//! `claims.csv`: a row for each number, for spreadsheets and data frames.

use std::format;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::chapter::{Chapter, Claim};
use super::super::edition::shown;
use super::super::error::Error;
use super::super::plain::plain;
use super::super::text::sentence;
use super::quantity::base_unit;
use super::uses::{Figures, Names};
use super::values::{Value, values};

/// The first line.
pub(super) const HEAD: &str =
    "id,relation,text,value,unit,base_value,base_unit,low,high,computed,sentence,source,file,line";

/// The whole file, with the quotes and line ends of RFC 4180.
pub(super) fn text(chapters: &[Chapter], figures: &Figures) -> Result<String, Error> {
    let mut text = format!("{HEAD}\r\n");
    for value in values(chapters) {
        let fields = row(&value, figures)?;
        let fields: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
        text.push_str(&format!("{}\r\n", fields.join(",")));
    }
    Ok(text)
}

fn row(value: &Value, figures: &Figures) -> Result<[String; 14], Error> {
    let statement = value.statement;
    let sentence = match &statement.claim {
        None => String::new(),
        Some(record) => plain(&sentence(&Claim {
            working: value.working,
            index: 0,
            statement,
            record,
        })?),
    };
    let mut sources: Vec<&str> = Vec::new();
    for name in Names::of(statement).constants {
        for place in figures.of_name(&name) {
            let reference = place.constant.source.map(|source| source.reference);
            sources.extend(reference.filter(|it| !sources.contains(it)));
        }
    }
    let stated = &value.stated;
    let end = |end: Option<f64>| end.map_or(String::new(), number);
    let (low, high) = value.interval.unzip();
    let file = shown(Path::new(value.working.napkin.file));
    Ok([
        value.id.clone(),
        value.relation.to_string(),
        stated.text(),
        stated.plain_number(),
        stated.unit.clone(),
        number(stated.value.value),
        base_unit(stated.value.dimension),
        end(low),
        end(high),
        number(value.computed),
        sentence,
        sources.join("; "),
        file.display().to_string(),
        statement.line.to_string(),
    ])
}

/// As few digits as give the same number again; nothing for what is none.
fn number(value: f64) -> String {
    match value.is_finite() {
        true => format!("{value:?}"),
        false => String::new(),
    }
}

fn quoted(field: &str) -> String {
    match field.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_where_it_must_be() {
        assert_eq!(quoted("5 h"), "5 h");
        assert_eq!(quoted("5,000 h"), "\"5,000 h\"");
        assert_eq!(quoted("a \"b\"\nc"), "\"a \"\"b\"\"\nc\"");
    }

    #[test]
    fn a_number_gives_itself_again() {
        for value in [0.1 + 0.2, 1e300, -5e-324, 18_000.0] {
            assert_eq!(number(value).parse(), Ok(value));
        }
        assert_eq!(number(f64::NAN), "");
    }
}
