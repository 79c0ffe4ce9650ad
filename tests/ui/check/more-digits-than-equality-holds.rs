use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: 2^50 * 1 B == 1_125_899_906_843_500 B;
}

fn main() {}
