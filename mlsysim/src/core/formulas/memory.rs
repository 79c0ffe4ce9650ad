//! Footprints of weights, activations, caches and optimizer state.
