use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[published(90 requests/s)]
    rate: 5_000 tokens / 100 s ~= 50 tokens/s;
}

fn main() {}
