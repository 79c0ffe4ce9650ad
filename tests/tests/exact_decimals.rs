//! Number text against the exact decimal expansion of each value, rounded here digit by digit.

use mlsysim::units::text::{Text, round_significant};
use mlsysim_tests::Random;

/// No `f64` has more decimals.
const EVERY_DECIMAL: usize = 1_074;

/// The digits of |value| without leading zeros, all of them, and the power of ten of the first.
fn expansion(value: f64) -> (Vec<u8>, i32) {
    let text = format!("{:.EVERY_DECIMAL$}", value.abs());
    let point = text.find('.').expect("a point") as i32;
    let digits: Vec<u8> = text
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|byte| byte - b'0')
        .collect();
    let first = digits.iter().position(|digit| *digit > 0);
    let first = first.expect("a value that is not zero");
    (digits[first..].to_vec(), point - 1 - first as i32)
}

/// "8.40e23": so many of the digits, half to even.
fn rounded((digits, place): &(Vec<u8>, i32), count: usize) -> String {
    let mut kept: Vec<u8> = digits.iter().copied().chain([0; 17]).take(count).collect();
    let mut place = *place;
    let rest = digits.get(count..).unwrap_or(&[]);
    let is_odd = kept[count - 1] % 2 == 1;
    let up = match rest {
        [5, after @ ..] => is_odd || after.iter().any(|digit| *digit > 0),
        [first, ..] => *first > 5,
        [] => false,
    };
    if up {
        let nines = kept.iter().rev().take_while(|digit| **digit == 9).count();
        if nines == count {
            kept = vec![0; count];
            kept[0] = 1;
            place += 1;
        } else {
            kept[count - nines - 1] += 1;
            kept[count - nines..].fill(0);
        }
    }
    let text: String = kept.iter().map(|digit| char::from(b'0' + digit)).collect();
    format!("{}.{}e{place}", &text[..1], &text[1..])
}

/// Digits and the power of ten of the first, however the text is laid out.
fn read(text: &str) -> (String, i32) {
    let plain = text.replace(',', "");
    let (number, exponent) = plain.split_once('e').unwrap_or((&plain, "0"));
    let exponent: i32 = exponent.parse().expect("an exponent");
    let point = number.find('.').unwrap_or(number.len()) as i32;
    let digits = number.replace('.', "");
    let significant = digits.trim_start_matches('0');
    let zeros = (digits.len() - significant.len()) as i32;
    let place = exponent + point - 1 - zeros;
    (significant.trim_end_matches('0').to_string(), place)
}

/// Any bits, subnormal, huge, everyday, and ties with what lies beside them.
fn value(random: &mut Random) -> f64 {
    let bits = random.below(usize::MAX) as u64;
    let value = match random.below(6) {
        0 => f64::from_bits(bits >> 1),
        1 => f64::from_bits(bits >> (12 + random.below(52))),
        2 => f64::from_bits((1_900 + random.below(147) as u64) << 52 | bits >> 12),
        3 => (bits >> 34) as f64 * 10_f64.powi(random.below(30) as i32 - 15),
        4 => (2 * random.below(1 << 20) + 1) as f64 / 2_f64.powi(random.below(40) as i32),
        _ => (2 * random.below(1 << 16) + 1) as f64 * 5.0 * 10_f64.powi(random.below(15) as i32),
    };
    match random.below(3) {
        0 => value.next_up(),
        1 => value.next_down(),
        _ => value,
    }
}

#[test]
fn every_digit_is_that_of_the_exact_expansion() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let (mut values, mut ties) = (0, 0);
    while values < 10_000 {
        let value = value(&mut random);
        if !value.is_finite() || value <= 0.0 {
            continue;
        }
        values += 1;
        let exact = expansion(value);
        for digits in 1..=17_usize {
            let rest = exact.0.get(digits..).unwrap_or(&[]);
            let is_tie = matches!(rest, [5, after @ ..] if after.iter().all(|digit| *digit == 0));
            ties += usize::from(is_tie);
            let expected = rounded(&exact, digits);
            let mut text = Text::new();
            text.push_number(value, digits as u8);
            assert_eq!(
                read(text.as_str()),
                read(&expected),
                "{value:e} with {digits}"
            );
            let parsed: f64 = expected.parse().expect("a number");
            let nearest = round_significant(value, digits as u8);
            assert_eq!(nearest, parsed, "{value:e} with {digits}");
        }
    }
    assert!(ties > 500, "{ties}");
}
