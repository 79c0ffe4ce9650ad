//! Methods of constants evaluated anew, from what `#[formula]` keeps of them.

use std::format;

use super::super::registry::{Place, Registry};
use crate::claims::inputs::name;
use crate::claims::method::{METHODS, Method};
use crate::claims::trace::{Step, apply};
use crate::claims::transparent::{call, is_transparent};
use crate::core::constants::Constant;

/// Methods that call methods that call methods: no record of the library goes deeper.
const DEEPEST: usize = 16;

/// What a method of a constant gives, such as `TRAINING_10K.accelerators()`, with the values that
/// `figure` gives; none where plain Rust takes part.
pub(in super::super) fn method_value(
    registry: &Registry,
    written: &str,
    arguments: &[f64],
    figure: &dyn Fn(Place) -> Option<f64>,
) -> Option<f64> {
    let written = written.split('(').next()?;
    let (path, method) = written.split_once('.')?;
    let (module, constant) = path.rsplit_once("::").unwrap_or(("", path));
    let mut named = registry
        .constants
        .iter()
        .filter(|it| it.name == constant && (module.is_empty() || it.module.ends_with(module)));
    let (only, other) = (named.next()?, named.next());
    if other.is_some() {
        return None;
    }
    Run { registry, figure }.method(only, method, arguments, DEEPEST)
}

struct Run<'a> {
    registry: &'a Registry,
    figure: &'a dyn Fn(Place) -> Option<f64>,
}

impl Run<'_> {
    fn method(
        &self,
        constant: &Constant,
        name: &str,
        arguments: &[f64],
        depth: usize,
    ) -> Option<f64> {
        let method = method_of(constant, name)?;
        let depth = depth.checked_sub(1)?;
        if arguments.len() != method.arguments.len() {
            return None;
        }
        // An accessor of a figure that some records lack has no body.
        if let ([read], true) = (method.reads, method.symbol.is_empty()) {
            return self.read(constant, read, depth);
        }
        let mut is_known = true;
        let value = method.body().fold(|step, stored, operands: &[f64]| {
            let value = self.step(constant, step, operands, arguments, depth);
            let value = match step {
                Step::Number { .. }
                | Step::Negate
                | Step::Binary(_)
                | Step::Builtin(..)
                | Step::If(_) => Some(apply(step, stored, operands)),
                Step::Local { .. } | Step::Outer(_) | Step::Rust(_) | Step::Call { .. } => value,
            };
            is_known &= value.is_some();
            value.unwrap_or(f64::NAN)
        })?;
        is_known.then_some(value)
    }

    fn step(
        &self,
        constant: &Constant,
        step: &Step,
        operands: &[f64],
        arguments: &[f64],
        depth: usize,
    ) -> Option<f64> {
        match step {
            Step::Local { statement, .. } => arguments.get(*statement).copied(),
            Step::Outer(path) => self.read(constant, path, depth),
            Step::Call {
                formula: Some(formula),
                ..
            } => is_transparent(formula).then(|| call(formula, operands)),
            Step::Call { .. } if operands.is_empty() => self.read(constant, &name(step), depth),
            Step::Call { .. }
            | Step::Rust(_)
            | Step::Number { .. }
            | Step::Negate
            | Step::Binary(_)
            | Step::Builtin(..)
            | Step::If(_) => None,
        }
    }

    /// `self.nodes`, `self.accelerators()`, or a constant.
    fn read(&self, constant: &Constant, path: &str, depth: usize) -> Option<f64> {
        let place = match path.strip_prefix("self.") {
            Some(own) => match own.strip_suffix("()") {
                Some(method) if method_of(constant, method).is_some() => {
                    return self.method(constant, method, &[], depth);
                }
                Some(_) | None => format!("{}::{}.{own}", constant.module, constant.name),
            },
            None => path.into(),
        };
        let meant = self.registry.meant(&place, None);
        match (&*meant.figures, meant.unknown.is_empty()) {
            ([only], true) => (self.figure)(*only),
            _ => None,
        }
    }
}

/// The method of a constant's type, if it is the only one of that name.
pub(in super::super) fn method_of(constant: &Constant, name: &str) -> Option<&'static Method> {
    let type_name = constant.type_name.rsplit("::").next()?;
    let mut methods = METHODS
        .iter()
        .filter(|it| it.name == name && it.type_name() == type_name);
    let (only, other) = (methods.next()?, methods.next());
    other.is_none().then_some(only)
}
