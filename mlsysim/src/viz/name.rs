//! How a name of the code reads in a sentence or an equation.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Initials that a name in lower case may hold.
const INITIALS: [&str; 40] = [
    "A100", "AI", "API", "B200", "BF16", "CO2", "CPU", "DRAM", "ECC", "FIT", "FP16", "FP32", "FP8",
    "GPT", "GPT2", "GPT3", "GPT4", "GPU", "H100", "HBM", "HBM3", "INT4", "INT8", "IO", "KV", "LLM",
    "MFU", "ML", "MTBF", "MTTF", "MTTR", "NFS", "NIC", "PUE", "SLO", "SRAM", "SSD", "TDP", "TPU",
    "V100",
];

/// A path of the code in words: `reliability::GPU.mean_life` reads "GPU mean life".
///
/// Modules before the last name are dropped, words in capitals are lowered
/// unless they are initials or carry a digit.
///
/// ```
/// use mlsysim::viz::name::readable;
/// assert_eq!(readable("H100.memory.bandwidth"), "H100 memory bandwidth");
/// assert_eq!(readable("reliability::GPU_MTTF"), "GPU MTTF");
/// assert_eq!(readable("KV_BYTES_PER_TOKEN"), "KV bytes per token");
/// assert_eq!(readable("fleet_of_gpu"), "fleet of GPU");
/// ```
pub fn readable(path: &str) -> String {
    let last = path.rsplit("::").next().unwrap_or(path);
    let words: Vec<String> = last
        .split(['.', '_', ' '])
        .filter(|word| !word.is_empty())
        .map(word)
        .collect();
    words.join(" ")
}

fn word(word: &str) -> String {
    let upper = word.to_ascii_uppercase();
    if INITIALS.contains(&upper.as_str()) {
        return upper;
    }
    let shouted = !word.contains(|c: char| c.is_ascii_lowercase());
    let has_digit = word.contains(|c: char| c.is_ascii_digit());
    let has_vowel = word.contains(['A', 'E', 'I', 'O', 'U', 'Y']);
    if shouted && has_vowel && !has_digit && word.len() > 1 {
        word.to_ascii_lowercase()
    } else {
        word.to_string()
    }
}
