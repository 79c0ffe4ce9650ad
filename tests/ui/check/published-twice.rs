use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[published(8 h)]
    #[published(8 h, "in the summary")]
    shift: 2.5 h * 4 ~= 10 h;
}

fn main() {}
