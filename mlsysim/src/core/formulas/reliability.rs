//! Failures, checkpoints and recovery.
