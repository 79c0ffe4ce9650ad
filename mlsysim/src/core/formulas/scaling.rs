//! Scaling laws and compute-optimal allocation.
