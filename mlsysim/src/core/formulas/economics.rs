//! Costs of owning, renting and running machines.
