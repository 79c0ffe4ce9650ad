use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: "ten" * 1 h ~= 10 h;
}

fn main() {}
