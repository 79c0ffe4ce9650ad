//! The book's chapters, one module each, in the book's order.

pub mod vol1 {
    //! Volume I.
    pub mod training;
}
pub mod vol2 {
    //! Volume II.
    pub mod fault_tolerance;
}

mlsysim::book::main!();
