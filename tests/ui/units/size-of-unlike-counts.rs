mlsysim::units! {
    visits (visit);
    doses (dose) = 3 visits + 4 GPUs;
}

fn main() {}
