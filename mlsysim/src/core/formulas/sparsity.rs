//! Storage of matrices that are mostly zeros.

use crate::formula;

use crate::units::{Count, Information, Ratio};

/// Memory of a matrix in compressed sparse row format.
///
/// Each nonzero has its value and its column; each row has a pointer to its
/// first nonzero, and one more pointer marks the end.
///
/// Source: Saad (2003), "Iterative Methods for Sparse Linear Systems", second edition, section 3.4.
///
/// ```
/// use mlsysim::{check, core::formulas::sparsity::sparse_row_size};
/// check! {
///     /// A tenth of 1,000 × 1,000 half-precision weights takes {}.
///     tenth: sparse_row_size(100_000, 1_000, 2 B, 4 B) ~= 604 KB;
/// }
/// ```
#[formula(symbol = r"M_{\text{CSR}}")]
pub const fn sparse_row_size(
    #[symbol = "z"]
    #[domain(>= 0)]
    nonzeros: Count,
    #[symbol = "m"]
    #[domain(>= 0)]
    rows: Count,
    #[symbol = "b_v"]
    #[domain(>= 0)]
    value: Information,
    #[symbol = "b_i"]
    #[domain(>= 0)]
    index: Information,
) -> Information {
    nonzeros * (value + index) + (rows + 1) * index
}

/// The share of zeros above which a sparse format is smaller than a dense one.
///
/// A nonzero costs its value and its indices; row pointers are left out. Below
/// zero where a sparse format always wins.
///
/// Source: Saad (2003), "Iterative Methods for Sparse Linear Systems", second edition, section 3.4,
/// for the sizes.
///
/// ```
/// use mlsysim::{check, core::formulas::sparsity::sparse_breakeven_share};
/// check! {
///     /// In 16 bits with 32-bit indices, sparsity pays off above {} zeros.
///     breakeven: sparse_breakeven_share(16 bits, 16 bits + 32 bits) ~= 67%;
/// }
/// ```
#[formula(symbol = "z^*")]
pub const fn sparse_breakeven_share(
    #[symbol = r"b_{\text{dense}}"]
    #[domain(>= 0)]
    dense_value: Information,
    #[symbol = r"b_{\text{nz}}"]
    #[domain(> 0)]
    nonzero: Information,
) -> Ratio {
    1 - dense_value / nonzero
}
