//! The figures that a place of a constant depends on, through methods and links.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Constant, Figure, WordKind};
use crate::claims::method::{METHODS, Method};

/// What a place depends on.
#[derive(Clone, Debug, Default)]
pub struct Dependencies<'a> {
    /// Figures, each with its constant, in the order in which the method names them. A method that
    /// chooses between figures depends on all of them.
    pub figures: Vec<(&'a Constant, &'a Figure)>,
    /// Fields and methods that lead to no figure here: plain functions, whole records.
    pub unknown: Vec<String>,
}

/// The figures that a field or a method of a constant depends on: `TRAINING_10K.accelerators`, as
/// a napkin records the call; none where no constant, or more than one, has the name.
///
/// Figures that are expressions over other constants are not followed further: see
/// [`Figure::constants`].
///
/// ```
/// use mlsysim::core::constants::{all, dependencies};
///
/// let constants = all()?;
/// let found = dependencies(&constants, "TRAINING_10K.accelerators").expect("it is a constant");
/// let paths: Vec<&str> = found.figures.iter().map(|(_, figure)| figure.path).collect();
/// assert_eq!(paths, ["TRAINING_10K.nodes", "DGX_H100.accelerators"]);
/// assert!(found.unknown.is_empty());
/// # Ok::<(), mlsysim::core::constants::Malformed>(())
/// ```
pub fn dependencies<'a>(constants: &'a [Constant], place: &str) -> Option<Dependencies<'a>> {
    let (name, path) = place.split_once('.').unwrap_or((place, ""));
    let mut search = Search {
        constants,
        found: Dependencies::default(),
        called: Vec::new(),
    };
    let constant = search.find(name, None)?;
    search.place(constant, path, true);
    Some(search.found)
}

struct Search<'a> {
    constants: &'a [Constant],
    found: Dependencies<'a>,
    /// Methods that are followed already.
    called: Vec<(&'a Constant, &'static str)>,
}

impl<'a> Search<'a> {
    /// The constant that a path names: on the same page, else the only one of that name.
    fn find(&self, path: &str, from: Option<&Constant>) -> Option<&'a Constant> {
        let path = path.trim_start_matches(['&', ' ']);
        let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
        let is_meant = |constant: &&Constant| {
            let rest = constant.module.strip_suffix(module);
            constant.name == name
                && (module.is_empty() || rest.is_some_and(|it| it.is_empty() || it.ends_with("::")))
        };
        let meant: Vec<&Constant> = self.constants.iter().filter(is_meant).collect();
        let is_near = |constant: &&&Constant| from.is_some_and(|it| it.module == constant.module);
        match (&*meant, meant.iter().find(is_near)) {
            ([only], _) => Some(only),
            (_, near) => near.filter(|_| module.is_empty()).copied(),
        }
    }

    fn place(&mut self, constant: &'a Constant, path: &str, may_call: bool) {
        if let Some(figure) = constant.figure(path) {
            return self.add(constant, figure);
        }
        if may_call && let Some(method) = method(constant, path) {
            return self.method(constant, method);
        }
        match constant.word(path).map(|word| word.kind) {
            Some(WordKind::Plain | WordKind::Missing) => return,
            Some(WordKind::Link) | None => {}
        }
        for (end, _) in path.rmatch_indices('.') {
            let link = constant.word(&path[..end]);
            let link = link.filter(|word| word.kind == WordKind::Link);
            if let Some(linked) = link.and_then(|it| self.find(it.text, Some(constant))) {
                return self.place(linked, &path[end + 1..], may_call);
            }
        }
        let mut is_part = false;
        for figure in &constant.figures {
            let below = figure.path.strip_prefix(constant.name);
            let below = below.and_then(|it| it.strip_prefix('.')?.strip_prefix(path));
            if below.is_some_and(|it| it.starts_with(['.', '['])) {
                is_part = true;
                self.add(constant, figure);
            }
        }
        if !is_part {
            self.unknown(constant, path);
        }
    }

    fn method(&mut self, constant: &'a Constant, method: &'static Method) {
        let is_followed =
            |(on, name): &(&Constant, &str)| core::ptr::eq(*on, constant) && *name == method.name;
        if self.called.iter().any(is_followed) {
            return;
        }
        self.called.push((constant, method.name));
        for read in method.reads {
            match read.strip_prefix("self.") {
                Some(path) => {
                    let name = path.strip_suffix("()").unwrap_or(path);
                    self.place(constant, name, name != path);
                }
                None => self.unknown(constant, method.name),
            }
        }
    }

    fn add(&mut self, constant: &'a Constant, figure: &'a Figure) {
        let is_known = |(_, known): &(&Constant, &Figure)| core::ptr::eq(*known, figure);
        if !self.found.figures.iter().any(is_known) {
            self.found.figures.push((constant, figure));
        }
    }

    fn unknown(&mut self, constant: &Constant, path: &str) {
        let place = [constant.name, ".", path].concat();
        if !self.found.unknown.contains(&place) {
            self.found.unknown.push(place.to_string());
        }
    }
}

/// The method of a constant's type, if it is the only one of that name.
fn method(constant: &Constant, name: &str) -> Option<&'static Method> {
    let type_name = constant.type_name;
    let type_name = type_name.rsplit("::").next().unwrap_or(type_name);
    let mut methods = METHODS
        .iter()
        .filter(|it| it.name == name && it.type_name() == type_name);
    match (methods.next(), methods.next()) {
        (Some(method), None) => Some(method),
        _ => None,
    }
}
