use mlsysim::check;

check! {
    /// A sentence with {} in it.
    delays: [2, 3] h * 5 ~= 10-15 h;
}

fn main() {}
