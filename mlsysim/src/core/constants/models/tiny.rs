//! Models for microcontrollers.
#![doc = include_str!("../tables/tiny_models.md")]

use super::Model;
use crate::core::constants::Source;
use crate::{constants, q};

constants! {
    /// Anomaly Detector. Source: TinyML anomaly-detector reference MLP (~270k parameters).
    pub const ANOMALY_DETECTOR: Model = Model {
        name: "Anomaly Detector",
        architecture: "MLP",
        release_year: None,
        parameters: q!(270_000 params),
        inference_operations: Some(q!(540 KFLOP)),
        inference_energy: None,
        layers: None,
        width_multiplier: None,
        source: Source::convention(
            "TinyML anomaly-detector reference MLP (~270k parameters)",
        )
        .checked(2026, 3, 6),
    };

    /// DS-CNN (KWS). Source: MLPerf Tiny keyword spotting reference (DS-CNN profile).
    pub const DS_CNN: Model = Model {
        name: "DS-CNN (KWS)",
        architecture: "CNN",
        release_year: None,
        parameters: q!(200_000 params),
        inference_operations: Some(q!(20 MFLOP)),
        inference_energy: None,
        layers: None,
        width_multiplier: None,
        source: Source::literature(
            "MLPerf Tiny keyword spotting reference (DS-CNN profile)",
            "https://github.com/mlcommons/tiny",
        )
        .checked(2026, 3, 6),
    };

    /// Wake Vision (Doorbell). Source: Wake Vision / doorbell-classifier TinyML reference.
    pub const WAKE_VISION: Model = Model {
        name: "Wake Vision (Doorbell)",
        architecture: "CNN",
        release_year: None,
        parameters: q!(250_000 params),
        inference_operations: Some(q!(25 MFLOP)),
        inference_energy: None,
        layers: None,
        width_multiplier: None,
        source: Source::datasheet(
            "Wake Vision / doorbell-classifier TinyML reference",
            "https://github.com/TI-malaria/wake-vision",
        )
        .checked(2026, 3, 6),
    };

    /// Every model of this page.
    pub const ALL: &[&Model] = all!();
}
