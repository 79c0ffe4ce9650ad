//! Models: sizes, shapes and what their training took.
//!
//! ```
//! use mlsysim::core::constants::Precision;
//! use mlsysim::core::constants::models::language::LLAMA2_70B;
//! use mlsysim::{q, units::Information};
//!
//! const WEIGHTS: Information = q!(LLAMA2_70B.parameters * Precision::size(Precision::Fp16));
//! const CACHE_PER_TOKEN: Information = q!(
//!     2 * LLAMA2_70B.layers * LLAMA2_70B.kv_heads() * LLAMA2_70B.head_dimension() * 2 B
//! );
//! assert_eq!(WEIGHTS, q!(140 GB));
//! assert_eq!(CACHE_PER_TOKEN, q!(320 KiB));
//! ```

pub mod embodied;
pub mod generative_vision;
pub mod language;
pub mod recommendation;
pub mod state_space;
pub mod tiny;
pub mod vision;

mod language_model;
mod model;

pub use language_model::{LanguageModel, LatentAttention, MixtureOfExperts, Training};
pub use model::Model;
