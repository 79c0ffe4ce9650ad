//! The record that `#[formula]` keeps of a method: a formula over the fields of a record.

use alloc::format;
use alloc::string::String;

use linkme::distributed_slice;

use super::body::program;
use super::formula::{Argument, Formula};
use super::trace::Program;

/// Every method of the program that is a formula, in link order.
#[distributed_slice]
pub static METHODS: [Method];

/// A method that computes from the fields of its record.
///
/// ```
/// use mlsysim::claims::method::METHODS;
/// use mlsysim::claims::trace::Step;
///
/// let mut methods = METHODS.iter();
/// let accelerators = methods.find(|it| (it.type_name(), it.name) == ("Cluster", "accelerators"));
/// let accelerators = accelerators.expect("a cluster counts its accelerators");
/// assert_eq!(accelerators.result, "Count");
/// assert!(matches!(accelerators.body().steps[0].0, Step::Outer("self.nodes")));
/// ```
#[derive(Debug)]
pub struct Method {
    /// The module that defines it.
    pub module: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The path of an item inside of it.
    #[doc(hidden)]
    pub place: fn() -> &'static str,
    /// Its doc comment.
    pub documentation: &'static str,
    /// LaTeX for what it returns.
    pub symbol: &'static str,
    /// Its arguments without `self`, in order.
    pub arguments: &'static [Argument],
    /// The quantity it returns, such as `Count`.
    pub result: &'static str,
    /// What its body takes from the record: `self.nodes`, `self.accelerators()`.
    pub reads: &'static [&'static str],
    /// The body as the record of a program; empty for plain Rust. See [`body`](Method::body).
    pub program: &'static str,
    /// The values of the numbers in the body, in base units, in their order.
    pub numbers: &'static [f64],
    /// The formulas that its body calls.
    pub formulas: &'static [&'static Formula],
}

impl Method {
    /// The type of the record, such as `Cluster`.
    pub fn type_name(&self) -> &'static str {
        let place = (self.place)();
        // `module::Cluster::accelerators::_::place`, or `module::<impl other::Cluster>::…`.
        let end = place.find(&format!("::{}::", self.name));
        let owner = &place[..end.unwrap_or(place.len())];
        let owner = owner.strip_suffix('>').unwrap_or(owner);
        owner.rsplit("::").next().unwrap_or(owner)
    }

    /// The body as a program: `self.field` is a [`Step::Outer`](super::trace::Step::Outer),
    /// `self.method()` a call that is no formula, and the arguments are its
    /// [`Step::Local`](super::trace::Step::Local)s. Without steps for a body in plain Rust.
    ///
    /// # Panics
    /// If the record is damaged, which no macro of this version leaves behind.
    pub fn body(&self) -> Program {
        let path = || self.path();
        program(
            path,
            self.program,
            self.numbers,
            self.formulas,
            self.arguments,
        )
    }

    /// The full path, such as `mlsysim::core::constants::clusters::Cluster::accelerators`.
    pub fn path(&self) -> String {
        format!("{}::{}::{}", self.module, self.type_name(), self.name)
    }
}
