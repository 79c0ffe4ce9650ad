//! Sizes and operation counts of network architectures.
