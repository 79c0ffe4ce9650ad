//! The laws of the book: dimension-checked const fns, one file a topic.

pub mod architecture;
pub mod communication;
pub mod economics;
pub mod memory;
pub mod numerics;
pub mod performance;
pub mod reliability;
pub mod scaling;
pub mod serving;
pub mod statistics;
pub mod sustainability;
pub mod training;
