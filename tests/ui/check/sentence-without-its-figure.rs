use mlsysim::check;

check! {
    /// It fails every few hours.
    delay: 50 h / 10 ~= 5 h;
}

fn main() {}
