use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[published(6 h, "page 7", "page 8")]
    delay: 50 h / 10 ~= 5 h;
}

fn main() {}
