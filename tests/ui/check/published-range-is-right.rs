use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[published(4..6 h)]
    delay: 50 h / 10 ~= 5 h;
}

fn main() {}
