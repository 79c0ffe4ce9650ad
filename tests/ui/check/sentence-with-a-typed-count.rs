use mlsysim::check;

check! {
    /// One of 1,024 fails every {}.
    delay: 50 h / 10 ~= 5 h;
}

fn main() {}
