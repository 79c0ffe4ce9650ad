use mlsysim::check;

check! {
    /// A sentence with {} in it.
    delay: 5. h * 2 ~= 10 h;
}

fn main() {}
