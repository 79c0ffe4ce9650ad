//! Operations, time and state of training runs.
