//! What is known of a model that is not a language model.

use crate::core::constants::Source;
use crate::core::constants::source::where_known;
use crate::units::{Count, Energy, Operation, Ratio};

/// A network that turns one input, such as an image, into one output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model {
    /// Its name in prose.
    pub name: &'static str,
    /// The kind of network.
    pub architecture: &'static str,
    /// The year in which it was published, where it matters to the book.
    pub release_year: Option<u16>,
    /// Parameters.
    pub parameters: Count,
    /// Operations of one forward pass; a multiply-accumulate counts as two.
    pub inference_operations: Option<Operation>,
    /// Energy of one forward pass.
    pub inference_energy: Option<Energy>,
    /// Layers.
    pub layers: Option<Count>,
    /// Channels relative to the full network.
    pub width_multiplier: Option<Ratio>,
    /// Where the figures are published.
    pub source: Source,
}

impl Model {
    where_known! {
        /// Operations of one forward pass, where they are published.
        ///
        /// ```
        /// use mlsysim::core::constants::models::vision::RESNET50;
        /// use mlsysim::{q, units::Operation};
        /// const FORWARD: Operation = q!(RESNET50.inference_operations());
        /// assert_eq!(FORWARD, q!(8.2 GFLOP));
        /// ```
        inference_operations: Operation = inference_operations, "operations of a forward pass";
        /// Energy of one forward pass, where it is published.
        inference_energy: Energy = inference_energy, "energy of a forward pass";
        /// Layers, where they are published.
        layers: Count = layers, "count of layers";
        /// Channels relative to the full network, where it is scaled.
        width_multiplier: Ratio = width_multiplier, "width multiplier";
    }
}
