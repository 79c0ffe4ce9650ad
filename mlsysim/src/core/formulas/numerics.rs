//! Number formats and quantization.
