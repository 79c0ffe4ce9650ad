//! Where each formula of the library stands, for whoever calls one without its `use`.

/// A path a line. A test holds the list to the files, and `renew` writes it.
const PATHS: &str = include_str!("paths.txt");

/// The path of a formula.
pub(crate) const fn path(name: &str) -> Option<&'static str> {
    find(name, 0)
}

/// The path of a formula whose name is a slip of the hand away: a letter more, less or another, or
/// two that changed places.
pub(crate) const fn nearest(name: &str) -> Option<&'static str> {
    find(name, 1)
}

const fn find(name: &str, slips: usize) -> Option<&'static str> {
    let mut rest = PATHS;
    while let Some(end) = position(rest.as_bytes(), b'\n') {
        let (line, after) = rest.split_at(end);
        if slips_between(name.as_bytes(), own_name(line).as_bytes()) <= slips {
            return Some(line);
        }
        rest = after.split_at(1).1;
    }
    None
}

/// What stands behind the last `::`.
const fn own_name(path: &str) -> &str {
    let mut start = path.len();
    while start > 0 && path.as_bytes()[start - 1] != b':' {
        start -= 1;
    }
    path.split_at(start).1
}

const fn position(text: &[u8], byte: u8) -> Option<usize> {
    let mut index = 0;
    while index < text.len() {
        if text[index] == byte {
            return Some(index);
        }
        index += 1;
    }
    None
}

/// None, one, or more than anyone takes for the same name.
const fn slips_between(a: &[u8], b: &[u8]) -> usize {
    let (longer, shorter) = if a.len() > b.len() { (a, b) } else { (b, a) };
    if longer.len() > shorter.len() + 1 {
        return usize::MAX;
    }
    let mut start = 0;
    while start < shorter.len() && longer[start] == shorter[start] {
        start += 1;
    }
    let mut end = 0;
    while end < shorter.len() - start
        && longer[longer.len() - 1 - end] == shorter[shorter.len() - 1 - end]
    {
        end += 1;
    }
    let is_same_length = longer.len() == shorter.len();
    match longer.len() - start - end {
        0 => 0,
        1 => 1,
        2 if is_same_length
            && longer[start] == shorter[start + 1]
            && longer[start + 1] == shorter[start] =>
        {
            1
        }
        _ => usize::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::{nearest, path};

    const OCCUPANCY: Option<&str> = Some("mlsysim::core::formulas::queueing::occupancy");

    #[test]
    fn a_formula_is_found_by_its_name_or_one_slip_away_from_it() {
        assert_eq!(path("occupancy"), OCCUPANCY);
        assert_eq!(path("occupanc"), None);
        for slip in [
            "ocupancy",
            "occupanccy",
            "occupansy",
            "occupacny",
            "occupanc",
        ] {
            assert_eq!(nearest(slip), OCCUPANCY, "{slip}");
        }
        for other in ["", "o", "ccupanc", "occ", "pancyoccu", "doubled"] {
            assert_eq!(nearest(other), None, "{other}");
        }
    }
}
