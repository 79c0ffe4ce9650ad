//! Rounding with integers of any length that an `f64` needs.

/// mantissa · 2^two · 5^five rounded to an integer of at most 128 bits, ties to even.
pub(super) const fn rounded(mantissa: u64, two: i32, five: i32) -> u128 {
    let mut big = Big::new(mantissa);
    // One bit more than asked for tells the halves apart; floors compose, so dividing in steps
    // loses nothing but what `lost` remembers.
    if five > 0 {
        big.scale(5, five);
    }
    let mut lost = big.scale(2, two + 1);
    if five < 0 {
        lost |= big.scale(5, five);
    }
    let half = big.divide(2) == 1;
    if half && (lost || big.limbs[0] % 2 == 1) {
        big.multiply_add(1, 1);
    }
    (big.limbs[1] as u128) << 64 | big.limbs[0] as u128
}

/// 2^53 · 5^341, met at the smallest subnormal with 17 digits, has 845 bits: 14 limbs.
const LIMBS: usize = 14;

/// An integer, lowest limb first; limbs from `used` on are zero.
struct Big {
    limbs: [u64; LIMBS],
    used: usize,
}

impl Big {
    const fn new(value: u64) -> Big {
        let mut limbs = [0; LIMBS];
        limbs[0] = value;
        Big { limbs, used: 1 }
    }

    const fn multiply_add(&mut self, factor: u64, addend: u64) {
        let mut carry = addend as u128;
        let mut index = 0;
        while index < self.used {
            carry += self.limbs[index] as u128 * factor as u128;
            self.limbs[index] = carry as u64;
            carry >>= 64;
            index += 1;
        }
        if carry > 0 {
            self.limbs[self.used] = carry as u64;
            self.used += 1;
        }
    }

    const fn divide(&mut self, divisor: u64) -> u64 {
        let mut remainder = 0;
        let mut index = self.used;
        while index > 0 {
            index -= 1;
            let part = (remainder << 64) | self.limbs[index] as u128;
            self.limbs[index] = (part / divisor as u128) as u64;
            remainder = part % divisor as u128;
        }
        while self.used > 0 && self.limbs[self.used - 1] == 0 {
            self.used -= 1;
        }
        remainder as u64
    }

    /// Times base^power for base 2 or 5, rounded down; true when that lost something.
    const fn scale(&mut self, base: u64, power: i32) -> bool {
        // The most that keeps base^step in a limb.
        let most = if base == 2 { 63 } else { 27 };
        let (mut left, mut lost) = (power.unsigned_abs(), false);
        while left > 0 {
            let step = if left < most { left } else { most };
            let factor = base.pow(step);
            if power > 0 {
                self.multiply_add(factor, 0);
            } else {
                lost |= self.divide(factor) != 0;
            }
            left -= step;
        }
        lost
    }
}
