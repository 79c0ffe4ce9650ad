use mlsysim::check;

check! {
    /// A sentence with {} in it.
    r#type: 50 h / 10 ~= 5 h;
}

fn main() {}
