mod laws {
    use mlsysim::formula;
    use mlsysim::units::Ratio;

    /// An attribute has this name. Source: Little (1961).
    #[formula]
    pub const fn link(share: Ratio) -> Ratio {
        2 * share
    }

    /// A macro has this name. Source: Little (1961).
    #[formula]
    pub const fn line(share: Ratio) -> Ratio {
        3 * share
    }
}

mod claims {
    use super::laws::{line, link};

    mlsysim::check! {
        /// A sentence with {} in it.
        product: link(3) * line(3) ~= 54;
    }
}

fn main() {}
