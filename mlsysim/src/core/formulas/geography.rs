//! Distances on the globe and how long light takes over them.

use crate::claims::formula::{Order, domain};
use crate::units::{Length, Ratio, Speed, Time, math, of_base};
use crate::{formula, q};

/// The speed of light in an optical fiber of refractive index 1.5, rounded.
///
/// Source: Agrawal (2010), "Fiber-Optic Communication Systems", chapter 2.
pub const SPEED_OF_LIGHT_IN_FIBER: Speed = q!(200_000 km/s);

/// The mean radius of the Earth, rounded to kilometers.
///
/// Source: Moritz (2000), "Geodetic Reference System 1980", Journal of Geodesy 74: 6,371.0088 km.
pub const EARTH_RADIUS: Length = q!(6_371 km);

/// There and back through a fiber at the speed of light: the least that a round trip takes.
///
/// The distance is that of the fiber, one way. Switches, queues and the
/// message's own length come on top.
///
/// Source: Agrawal (2010), "Fiber-Optic Communication Systems", chapter 2, for the speed.
///
/// ```
/// use mlsysim::{check, core::formulas::geography::fiber_round_trip_time};
/// check! {
///     /// No answer from 5,600 km away comes before {}.
///     across_the_atlantic: fiber_round_trip_time(5_600 km) ~= 56 ms;
/// }
/// ```
#[formula(symbol = r"T_{\text{RTT}}")]
pub const fn fiber_round_trip_time(
    #[symbol = "d"]
    #[domain(>= 0)]
    distance: Length,
) -> Time {
    2 * distance / self::SPEED_OF_LIGHT_IN_FIBER
}

/// A place on the globe. North and east are positive; both angles are in `degrees`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// From -90 to 90 degrees.
    pub latitude: Ratio,
    /// From -180 to 180 degrees.
    pub longitude: Ratio,
}

/// The largest latitude in radians, with room for the rounding of 90 degrees.
const POLE: f64 = ::core::f64::consts::FRAC_PI_2 + 1e-9;

/// The shortest way over the ground between two places, by the haversine formula.
///
/// The Earth is a sphere of its mean radius, which is good to 0.6%; cables take
/// longer ways.
///
/// Source: Sinnott (1984), "Virtues of the Haversine", Sky and Telescope 68(2).
///
/// ```
/// use mlsysim::core::formulas::geography::{Place, great_circle_distance};
/// use mlsysim::{check, q};
/// const NEW_YORK: Place = Place {
///     latitude: q!(40.71 degrees),
///     longitude: q!(-74.01 degrees),
/// };
/// const LONDON: Place = Place {
///     latitude: q!(51.51 degrees),
///     longitude: q!(-0.13 degrees),
/// };
/// check! {
///     /// New York and London are {} apart.
///     atlantic: great_circle_distance(&NEW_YORK, &LONDON) ~= 5_570 km;
/// }
/// ```
///
/// # Equation
/// ```text
/// d = 2 R asin √(sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2))
/// ```
#[track_caller]
pub const fn great_circle_distance(from: &Place, to: &Place) -> Length {
    let (here, there) = (from.latitude.value, to.latitude.value);
    domain(
        here.abs(),
        Order::AtMost,
        POLE,
        "from.latitude",
        "great_circle_distance",
    );
    domain(
        there.abs(),
        Order::AtMost,
        POLE,
        "to.latitude",
        "great_circle_distance",
    );
    let north = math::sin((there - here) / 2.0);
    let east = math::sin((to.longitude.value - from.longitude.value) / 2.0);
    let haversine = north * north + math::cos(here) * math::cos(there) * east * east;
    // Rounding can lift opposite points above 1.
    of_base(2.0 * math::asin(math::sqrt(haversine.min(1.0))) * EARTH_RADIUS.value)
}
