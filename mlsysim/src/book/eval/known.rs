//! What the names of an expression mean: constants, the book's own values, formulas and methods.

use std::collections::BTreeMap;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::expression::Place;
use mlsysim_language::parse::suggestion;
use mlsysim_language::steps::{Argument, Called};
use mlsysim_language::units::own::OwnUnits;
use mlsysim_language::units::{self, QUANTITIES};

use super::super::caught::caught;
use super::super::change::{Target, Targets, method_of, method_value};
use super::super::chapter::Chapter;
use super::super::error::Error;
use super::super::evaluate::{Names, Wrong};
use super::super::find::{NotOne, listed, one_of};
use super::super::registry::{Place as FigurePlace, Registry, last};
use crate::claims::formula::{Argument as FormulaArgument, FORMULAS, Formula};
use crate::claims::transparent::domain_holds;
use crate::core::constants::{Constant, Figure, WordKind};
use crate::units::dynamic::Dynamic;
use crate::units::dynamic::typed::{check_arguments, result};

/// Everything that has a name.
pub(in super::super) struct Known<'a> {
    registry: &'a Registry,
    targets: Targets<'a>,
    /// Formulas by their paths.
    formulas: Vec<(String, &'static Formula)>,
    /// Short forms of figures that are chosen by an enum: `H100.peak.fp16`.
    short: Vec<(String, FigurePlace<'a>)>,
    pub(super) own: OwnUnits,
    /// What lines before named.
    lets: BTreeMap<String, Dynamic>,
    has_claims: bool,
}

impl<'a> Known<'a> {
    pub(in super::super) fn of(
        chapters: &[Chapter],
        registry: &'a Registry,
        own: OwnUnits,
    ) -> Known<'a> {
        let mut formulas: Vec<(String, &'static Formula)> =
            FORMULAS.iter().map(|it| (it.path(), *it)).collect();
        formulas.sort_by(|a, b| a.0.cmp(&b.0));
        Known {
            registry,
            targets: Targets::of(chapters, registry),
            formulas,
            short: registry.figures().filter_map(short_form).collect(),
            own,
            lets: BTreeMap::new(),
            has_claims: !chapters.is_empty(),
        }
    }

    /// Names a value for what comes later.
    pub(super) fn bind(&mut self, name: &str, value: Dynamic) {
        self.lets.insert(name.to_string(), value);
    }

    /// The figures that a name rests on, as sources are listed.
    pub(in super::super) fn figures(&self, written: &str) -> Vec<FigurePlace<'a>> {
        let written = self.in_full(written);
        match self.targets.find(&written) {
            Ok(Target::Figure(place)) => [place].into(),
            Ok(Target::Written(..) | Target::Rows(_)) => Vec::new(),
            Err(_) => self.registry.meant(&written, None).figures,
        }
    }

    /// `H100.peak(Precision::Fp16)` for `H100.peak.fp16`.
    fn in_full(&self, written: &str) -> String {
        let tail = format!("::{written}");
        let is_it = |name: &str| name == written || name.ends_with(&tail);
        let mut found = self.short.iter().filter(|(name, _)| is_it(name));
        match (found.next(), found.next()) {
            (Some((_, place)), None) => format!("{}::{}", place.constant.page(), place.figure.path),
            _ => written.to_string(),
        }
    }

    /// What has a value under this name.
    fn find(&self, written: &str) -> Result<Dynamic, String> {
        if let Some(value) = self.lets.get(written) {
            return Ok(*value);
        }
        let full = self.in_full(written);
        let value = match self.targets.find(&full) {
            Ok(Target::Figure(place)) => place.figure.value,
            Ok(Target::Written(_, value)) => Some(value),
            Ok(Target::Rows(rows)) => match &*rows {
                [(_, value)] => Some(*value),
                rows => {
                    let count = rows.len();
                    return Err(format!(
                        "`{written}` has {count} rows: name one, `{written}[0]`"
                    ));
                }
            },
            Err(ambiguous @ Error::Ambiguous { .. }) => return Err(ambiguous.to_string()),
            Err(_) => return Err(self.unknown(written)),
        };
        let value = value.filter(|value| value.value.is_finite());
        value.ok_or_else(|| format!("`{written}` has no value: nobody has published one"))
    }

    /// What a name that has no value may be.
    fn unknown(&self, written: &str) -> String {
        let (name, field) = written.split_once('.').unwrap_or((written, ""));
        let is_record = |it: &&Constant| it.name == last(name);
        let mut records = self.registry.constants.iter().filter(is_record);
        if let Some(record) = records.next() {
            if method_of(record, field.trim_end_matches("()")).is_some() {
                return format!("`{written}` is computed: write `{written}()`");
            }
            if let Some(word) = record.word(field) {
                return match word.kind {
                    WordKind::Plain => format!("`{written}` is no quantity: it is {}", word.text),
                    WordKind::Missing => {
                        format!("`{written}` has no value: nobody has published one")
                    }
                    WordKind::Link => format!(
                        "`{written}` is another record, `{}`: name a figure of it",
                        word.text.trim_start_matches('&')
                    ),
                };
            }
            if field.is_empty() {
                let is_plain = |it: &&Figure| it.path != record.name && !it.path.ends_with(')');
                let figure = record.figures.iter().find(is_plain);
                let figure = figure.map_or(String::new(), |it| format!(", such as `{}`", it.path));
                return format!("`{written}` is a record: name a figure of it{figure}");
            }
        }
        if let Ok(formula) = self.formula_of(written) {
            return format!("`{written}` is a formula: write `{}`", signature(formula));
        }
        if units::find(written).is_some() || self.own.find(written).is_some() {
            return format!("`{written}` is a unit, and stands after a number: `1 {written}`");
        }
        let what = match self.has_claims {
            true => "constant, `let` or claim",
            false => "constant",
        };
        let names = self.targets.names().iter();
        let short = self.short.iter().map(|(name, _)| name);
        let mut known: Vec<&str> = names
            .chain(short)
            .chain(self.lets.keys())
            .map(String::as_str)
            .collect();
        if !written.contains("::") {
            known.iter_mut().for_each(|name| *name = last(name));
        }
        let near = suggestion(written, known.into_iter());
        format!("there is no {what} `{written}`{near}")
    }

    /// The formula of a name, or of the only path that ends so.
    fn formula_of(&self, name: &str) -> Result<&'static Formula, String> {
        let paths: Vec<String> = self.formulas.iter().map(|(path, _)| path.clone()).collect();
        match one_of(&paths, name) {
            Ok(index) => Ok(self.formulas[index].1),
            Err(NotOne::Several(candidates)) => {
                let error = Error::Ambiguous {
                    name: name.to_string(),
                    candidates: listed(candidates),
                };
                Err(error.to_string())
            }
            Err(NotOne::None(_)) => {
                let known = self.formulas.iter().map(|(_, formula)| formula.name);
                Err(format!(
                    "there is no formula `{name}`{}",
                    suggestion(name, known)
                ))
            }
        }
    }

    /// The formula that a step calls, if it is one.
    pub(super) fn formula(&self, call: &Called) -> Option<&'static Formula> {
        let is_formula = call.is_formula();
        is_formula.then(|| self.formula_of(&call.callee.text).ok())?
    }

    /// A method of a constant, which computes from its figures.
    fn method(&self, written: &str, operands: &[Dynamic]) -> Result<Dynamic, String> {
        let (path, name) = written.rsplit_once('.').unwrap_or((written, ""));
        let mut records = self.registry.constants.iter();
        let record = records.find(|it| it.name == last(path));
        let Some(method) = record.and_then(|record| method_of(record, name)) else {
            return Err(match record {
                Some(_) => format!("`{path}` computes no `{name}()` from numbers alone"),
                None => self.unknown(path),
            });
        };
        let Some((dimension, declared)) = dimensions(method.result, method.arguments) else {
            return Err(format!("`{written}()` cannot be called here"));
        };
        let values: Vec<f64> = operands.iter().map(|it| it.value).collect();
        let was = |place: FigurePlace| place.figure.value.map(|it| it.value);
        caught(|| {
            check_arguments(operands, &declared, name);
            let value = method_value(self.registry, &format!("{written}()"), &values, &was);
            value.map(|value| result(value, dimension, name))
        })?
        .ok_or_else(|| format!("`{written}()` needs a figure that nobody has published"))
    }
}

impl Names for Known<'_> {
    fn value(&self, place: &Place) -> Result<Dynamic, String> {
        self.find(&place.indexed())
    }

    fn call(&self, call: &Called, operands: &[Dynamic]) -> Result<Dynamic, Wrong> {
        let name = &call.callee.text;
        if call.fields.is_some() {
            let fields = &call.fields_text;
            let words = format!("`{fields}` of what `{name}()` gives cannot be read here");
            return Err(words.into());
        }
        if call.is_formula() {
            return called(self.formula_of(name)?, operands);
        }
        // The accessor of a figure that some records lack.
        if call.arguments.is_empty() && matches!(self.targets.find(name), Ok(Target::Figure(_))) {
            return Ok(self.find(name)?);
        }
        Ok(match operands.is_empty() && !call.arguments.is_empty() {
            true => self.find(&written(call))?,
            false => self.method(name, operands)?,
        })
    }
}

/// A call of no formula as it names a figure: `H100.peak(Precision::Fp16)`.
pub(super) fn written(call: &Called) -> String {
    let texts = call.arguments.iter().filter_map(|argument| match argument {
        Argument::Rust(_, text) => Some(text.as_str()),
        Argument::Value(_) => None,
    });
    let texts: Vec<&str> = texts.collect();
    match texts.is_empty() {
        true => call.callee.text.clone(),
        false => format!("{}({})", call.callee.text, texts.join(", ")),
    }
}

fn called(formula: &Formula, operands: &[Dynamic]) -> Result<Dynamic, Wrong> {
    let Some((dimension, declared)) = dimensions(formula.result, formula.arguments) else {
        return Err(format!("`{}()` cannot be called here", formula.name).into());
    };
    let values: Vec<f64> = operands.iter().map(|it| it.value).collect();
    // In the compiler's words, also where a domain of a formula further inside is left.
    caught(|| {
        check_arguments(operands, &declared, formula.name);
        result(formula.value_for(&values), dimension, formula.name)
    })
    .map_err(|words| Wrong {
        words,
        operand: wrong_operand(formula, &declared, operands),
    })
}

/// The first argument of another dimension, or outside of its domain.
fn wrong_operand(
    formula: &Formula,
    declared: &[(&str, i64)],
    operands: &[Dynamic],
) -> Option<usize> {
    if declared.len() != operands.len() {
        return None;
    }
    let mut dimensions = declared.iter().zip(operands);
    let unlike = dimensions.position(|((_, declared), given)| given.dimension != *declared);
    let mut domains = formula.arguments.iter().zip(operands);
    unlike.or_else(|| domains.position(|(it, given)| !domain_holds(it.domain, given.value)))
}

/// The dimensions of a result and of each argument under its name.
fn dimensions<'f>(
    result: &str,
    arguments: &'f [FormulaArgument],
) -> Option<(i64, Vec<(&'f str, i64)>)> {
    let dimension = |name: &str| {
        let mut quantities = QUANTITIES.iter();
        let quantity = quantities.find(|quantity| quantity.name == name)?;
        Some(units::pack(&quantity.exponents))
    };
    let declared = arguments.iter();
    let declared = declared.map(|it| Some((it.name, dimension(it.quantity)?)));
    Some((dimension(result)?, declared.collect::<Option<_>>()?))
}

/// `training_time(operations, devices, peak, mfu)`
fn signature(formula: &Formula) -> String {
    let arguments: Vec<&str> = formula.arguments.iter().map(|it| it.name).collect();
    format!("{}({})", formula.name, arguments.join(", "))
}

/// `accelerators::cloud::H100.peak.fp16` for `H100.peak(Precision::Fp16)`.
fn short_form(place: FigurePlace) -> Option<(String, FigurePlace)> {
    let (path, chosen) = place.figure.path.strip_suffix(')')?.split_once('(')?;
    let variant = chosen.rsplit("::").next()?.to_lowercase();
    let name = format!("{}::{path}.{variant}", place.constant.page());
    Some((name, place))
}
