//! Keys and values that generation keeps of the tokens so far.

use crate::formula;

use crate::units::{Count, Information, Ratio};

/// Memory of the keys and values of every token, layer and request.
///
/// Heads are those of keys and values: all of them in multi-head attention, the
/// groups in grouped-query attention, one in multi-query attention. An element
/// is 2 B in 16 bits, 1 B in 8 bits.
///
/// Source: Pope et al. (2023), "Efficiently Scaling Transformer Inference", MLSys, section 3.3;
/// Ainslie et al. (2023), "GQA", for the heads.
///
/// ```
/// use mlsysim::{check, core::formulas::kv_cache::kv_cache_size};
/// check! {
///     /// A request of 8,192 tokens to Llama 3 70B holds {}.
///     llama: kv_cache_size(80 layers, 8 heads, 128, 8_192 tokens, 1, 2 B) ~= 2.68 GB;
/// }
/// ```
#[formula(symbol = r"M_{\text{KV}}")]
pub const fn kv_cache_size(
    #[symbol = "L"]
    #[domain(>= 1)]
    layers: Count,
    #[symbol = r"H_{\text{KV}}"]
    #[domain(>= 1)]
    kv_heads: Count,
    #[symbol = "d"]
    #[domain(>= 1)]
    head_dimension: Count,
    #[symbol = "S"]
    #[domain(>= 0)]
    tokens: Count,
    #[symbol = "B"]
    #[domain(>= 1)]
    batch: Count,
    #[symbol = "b"]
    #[domain(> 0)]
    element: Information,
) -> Information {
    2 * layers * kv_heads * head_dimension * tokens * batch * element
}

/// Memory of keys and values that is allocated in pages of whole tokens.
///
/// Each request's last page is filled in part only; [`paged_kv_cache_waste`] is
/// the unused share.
///
/// Source: Kwon et al. (2023), "Efficient Memory Management for Large Language Model Serving with
/// PagedAttention", SOSP, section 4.
///
/// ```
/// use mlsysim::{check, core::formulas::kv_cache::paged_kv_cache_size};
/// check! {
///     /// 1,000 tokens fill their last page only in part, and take {}.
///     paged: paged_kv_cache_size(80 layers, 8 heads, 128, 1_000 tokens, 1, 16 tokens, 2 B)
///         ~= 330 MB;
/// }
/// ```
#[formula(symbol = r"M_{\text{paged}}")]
pub const fn paged_kv_cache_size(
    #[symbol = "L"]
    #[domain(>= 1)]
    layers: Count,
    #[symbol = r"H_{\text{KV}}"]
    #[domain(>= 1)]
    kv_heads: Count,
    #[symbol = "d"]
    #[domain(>= 1)]
    head_dimension: Count,
    #[symbol = "S"]
    #[domain(>= 0)]
    tokens: Count,
    #[symbol = "B"]
    #[domain(>= 1)]
    batch: Count,
    #[symbol = "p"]
    #[domain(>= 1)]
    page: Count,
    #[symbol = "b"]
    #[domain(> 0)]
    element: Information,
) -> Information {
    2 * layers * kv_heads * head_dimension * (ceil(tokens / page) * page) * batch * element
}

/// The share of paged memory that no token fills, from 0 for full pages to below 1.
///
/// Source: Kwon et al. (2023), "Efficient Memory Management for Large Language Model Serving with
/// PagedAttention", SOSP, section 4.
///
/// ```
/// use mlsysim::{check, core::formulas::kv_cache::paged_kv_cache_waste};
/// check! {
///     /// Pages of 16 waste {} on 1,000 tokens.
///     waste: paged_kv_cache_waste(1_000 tokens, 16 tokens) ~= 0.79%;
/// }
/// ```
#[formula(symbol = "w")]
pub const fn paged_kv_cache_waste(
    #[symbol = "S"]
    #[domain(>= 0)]
    tokens: Count,
    #[symbol = "p"]
    #[domain(>= 1)]
    page: Count,
) -> Ratio {
    if tokens > 0 {
        (ceil(tokens / page) * page - tokens) / (ceil(tokens / page) * page)
    } else {
        0
    }
}

/// Memory of the compressed keys and values of multi-head latent attention.
///
/// One latent vector and one rotary key per token and layer stand for all heads'
/// keys and values, so nothing is counted twice.
///
/// Source: DeepSeek-AI (2024), "DeepSeek-V2: A Strong, Economical, and Efficient Mixture-of-Experts
/// Language Model", section 2.1.
///
/// ```
/// use mlsysim::{check, core::formulas::kv_cache::latent_kv_cache_size};
/// check! {
///     /// DeepSeek-V3 keeps {} per token.
///     deepseek: latent_kv_cache_size(61 layers, 512, 64, 1 token, 1, 2 B) ~= 70.3 KB;
/// }
/// ```
#[formula(symbol = r"M_{\text{MLA}}")]
pub const fn latent_kv_cache_size(
    #[symbol = "L"]
    #[domain(>= 1)]
    layers: Count,
    #[symbol = "d_c"]
    #[domain(>= 1)]
    latent_dimension: Count,
    #[symbol = "d_R"]
    #[domain(>= 1)]
    rotary_dimension: Count,
    #[symbol = "S"]
    #[domain(>= 0)]
    tokens: Count,
    #[symbol = "B"]
    #[domain(>= 1)]
    batch: Count,
    #[symbol = "b"]
    #[domain(> 0)]
    element: Information,
) -> Information {
    layers * (latent_dimension + rotary_dimension) * tokens * batch * element
}
