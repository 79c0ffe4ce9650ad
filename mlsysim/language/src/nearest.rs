//! The known name that an unknown one probably means.

use alloc::vec::Vec;

/// The known names that an unknown one may mean: at most three, nearest first.
///
/// ```
/// use mlsysim_language::nearest::nearest_of;
/// assert_eq!(nearest_of("houres", ["hour", "hours", "GB"].into_iter()), ["hours"]);
/// assert!(nearest_of("a", ["A", "B"].into_iter()).len() == 1);
/// assert!(nearest_of("parsecs", ["hour", "hours"].into_iter()).is_empty());
/// ```
pub fn nearest_of<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let letters: Vec<char> = unknown.chars().collect();
    let allowed = match letters.len() {
        // Any letter is one away from any other.
        0 | 1 => 0,
        count => count.div_ceil(4).min(3),
    };
    let mut near: Vec<(usize, &str)> = known
        .filter(|name| name.len().abs_diff(unknown.len()) <= 4)
        .map(|name| (distance(&letters, name), name))
        .filter(|(distance, name)| *distance <= allowed || name.eq_ignore_ascii_case(unknown))
        .collect();
    near.sort_unstable();
    near.dedup();
    let best = near.first().map_or(0, |(distance, _)| *distance);
    let is_best = |(distance, _): &(usize, &str)| *distance == best;
    near.into_iter()
        .filter(is_best)
        .map(|(_, name)| name)
        .take(3)
        .collect()
}

/// How many letters must be inserted, removed, replaced or swapped with their neighbor.
pub fn distance(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, other) in b.iter().enumerate() {
            let replaced = last[j] + usize::from(letter != other);
            let mut least = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == b[j - 1] && a[i - 1] == *other {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = core::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}
