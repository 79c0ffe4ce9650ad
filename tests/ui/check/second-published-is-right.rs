use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[published(6 h)]
    #[published(5 h, "table 2")]
    delay: 50 h / 10 ~= 5 h;
}

fn main() {}
