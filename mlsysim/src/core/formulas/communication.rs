//! Collective operations and transfers between devices.
