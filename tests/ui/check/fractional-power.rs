use mlsysim::check;

check! {
    /// A sentence with {} in it.
    side: (9 m^2) ^ 0.5 ~= 3 m;
}

fn main() {}
