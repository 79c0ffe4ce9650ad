use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[published(< 7 h, > 8 h)]
    delay: 50 h / 10 ~= 5 h;
}

fn main() {}
