//! The parts of the comparison: what the file says, what we say, and how they meet.

pub mod answer;
pub mod peer;
pub mod unit_text;
pub mod vectors;
