//! The physics and the definitions: constants with their sources, the laws over them, the solver
//! of one device, and scenarios.

pub mod constants;
pub mod engine;
pub mod formulas;
pub mod scenarios;
