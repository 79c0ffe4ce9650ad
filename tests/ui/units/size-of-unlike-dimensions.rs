mlsysim::units! {
    doses (dose) = 3 h + 4 GB;
}

fn main() {}
