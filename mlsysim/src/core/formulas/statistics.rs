//! Sample sizes and tests.
