//! The iron law, the roofline and speedups.
