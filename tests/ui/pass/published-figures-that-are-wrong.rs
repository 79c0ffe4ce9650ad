use mlsysim::check;

check! {
    /// Now {}.
    #[published(45 h)]
    failure_interval: 50_000 h / 10_000 ~= 5 h;
    /// Now {}.
    #[published(< 4 h, "the chapter's summary says otherwise")]
    shorter: 50_000 h / 10_000 == 5 h;
    /// Now {}.
    #[published(10..100 h)]
    longer: 50_000 h / 10_000 == 5 h;
}

fn main() {}
