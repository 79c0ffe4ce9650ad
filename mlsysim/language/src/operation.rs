//! Operators, functions and relations: what each is called, takes and decides.

/// An operator between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `^`
    Power,
}

impl Operator {
    /// All of them.
    pub const ALL: [Operator; 5] = [
        Operator::Add,
        Operator::Subtract,
        Operator::Multiply,
        Operator::Divide,
        Operator::Power,
    ];

    /// As it is written.
    pub const fn sign(self) -> &'static str {
        match self {
            Operator::Add => "+",
            Operator::Subtract => "-",
            Operator::Multiply => "*",
            Operator::Divide => "/",
            Operator::Power => "^",
        }
    }

    /// The operator that is written so.
    pub fn from_sign(sign: &str) -> Option<Operator> {
        Operator::ALL.into_iter().find(|it| it.sign() == sign)
    }
}

macro_rules! builtins {
    ($($name:ident $text:literal $arity:ident;)*) => {
        /// A function that the language knows without a definition.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Builtin {
            $(
                #[doc = concat!("`", $text, "`")]
                $name,
            )*
        }

        impl Builtin {
            /// All of them.
            pub const ALL: &'static [Builtin] = &[$(Builtin::$name),*];

            /// As it is written.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Builtin::$name => $text,)*
                }
            }

            /// What it takes.
            pub const fn takes(self) -> Takes {
                match self {
                    $(Builtin::$name => Takes::$arity,)*
                }
            }
        }
    };
}

/// What a builtin takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// One value.
    One,
    /// Two values, or all values of a list.
    TwoOrList,
    /// All values of a list.
    List,
}

builtins! {
    SquareRoot "sqrt" One;
    Exponential "exp" One;
    NaturalLogarithm "ln" One;
    BinaryLogarithm "log2" One;
    DecimalLogarithm "log10" One;
    Absolute "abs" One;
    Round "round" One;
    Floor "floor" One;
    Ceiling "ceil" One;
    Minimum "min" TwoOrList;
    Maximum "max" TwoOrList;
    Sum "sum" List;
    Mean "mean" List;
    Count "count" List;
}

impl Builtin {
    /// The builtin of that name.
    pub fn from_name(name: &str) -> Option<Builtin> {
        Builtin::ALL.iter().copied().find(|it| it.name() == name)
    }
}

/// Floating-point noise: a few units in the last place of an `f64`.
///
/// It may decide a tie, and nothing else: a value this close to a bound is on it.
pub const NOISE: f64 = 8.0 * f64::EPSILON;

/// Equality, as `==` means it: to one part in 10¹².
pub const EQUALITY: f64 = 1e-12;

/// Whether two values are the same but for noise.
#[inline]
pub const fn same_but_for_noise(a: f64, b: f64) -> bool {
    let larger = if a.abs() > b.abs() { a.abs() } else { b.abs() };
    // An infinite value would be no further from any other than an infinite noise.
    a == b || (a - b).abs() <= NOISE * larger && larger < f64::INFINITY
}

/// Whether two values are equal to one part in 10¹².
#[inline]
pub const fn nearly_equal(value: f64, stated: f64) -> bool {
    (value - stated).abs() <= EQUALITY * stated.abs() && value.is_finite()
}

/// The rounding rule: whether the value lies within the ends, ends included.
///
/// ```
/// use mlsysim_language::operation::within;
/// assert!(within(21.45, 21.45, 21.55));
/// assert!(!within(21.449999, 21.45, 21.55));
/// assert!(!within(f64::NAN, 0.0, 1.0));
/// ```
#[inline]
pub const fn within(value: f64, low: f64, high: f64) -> bool {
    value >= low - NOISE * low.abs() && value <= high + NOISE * high.abs()
}

/// How one value stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Order {
    /// All of them.
    pub const ALL: [Order; 4] = [Order::Less, Order::AtMost, Order::More, Order::AtLeast];

    /// As it is written.
    pub const fn sign(self) -> &'static str {
        match self {
            Order::Less => "<",
            Order::AtMost => "<=",
            Order::More => ">",
            Order::AtLeast => ">=",
        }
    }

    /// The order that is written so.
    pub fn from_sign(sign: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|it| it.sign() == sign)
    }

    /// `a < b` read from the side of `b`.
    pub const fn mirrored(self) -> Order {
        match self {
            Order::Less => Order::More,
            Order::AtMost => Order::AtLeast,
            Order::More => Order::Less,
            Order::AtLeast => Order::AtMost,
        }
    }

    /// Whether it holds. A value that differs from the bound by noise alone is the bound itself,
    /// so exactly one of `<` and `>=` holds, and one of `<=` and `>`; no `NaN` is in any order.
    ///
    /// ```
    /// use mlsysim_language::operation::Order;
    /// assert!(!Order::More.holds(0.1 + 0.2, 0.3));
    /// assert!(Order::AtMost.holds(0.1 + 0.2, 0.3));
    /// ```
    #[inline]
    pub const fn holds(self, value: f64, bound: f64) -> bool {
        let same = same_but_for_noise(value, bound);
        match self {
            Order::Less => value < bound && !same,
            Order::AtMost => value < bound || same,
            Order::More => value > bound && !same,
            Order::AtLeast => value > bound || same,
        }
    }
}

/// What a claim says of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `<`, `<=`, `>`, `>=`
    Ordered(Order),
}

impl Comparison {
    /// As it is written.
    pub const fn sign(self) -> &'static str {
        match self {
            Comparison::Equal => "==",
            Comparison::Ordered(order) => order.sign(),
        }
    }

    /// Whether a value lies above it: `>` and `>=`.
    pub const fn is_lower_bound(self) -> bool {
        matches!(self, Comparison::Ordered(Order::More | Order::AtLeast))
    }

    /// Whether a value lies below it: `<` and `<=`.
    pub const fn is_upper_bound(self) -> bool {
        matches!(self, Comparison::Ordered(Order::Less | Order::AtMost))
    }

    /// The comparison that is written so.
    pub fn from_sign(sign: &str) -> Option<Comparison> {
        match sign {
            "==" => Some(Comparison::Equal),
            sign => Order::from_sign(sign).map(Comparison::Ordered),
        }
    }

    /// Whether it holds.
    #[inline]
    pub const fn holds(self, value: f64, bound: f64) -> bool {
        match self {
            Comparison::Equal => nearly_equal(value, bound),
            Comparison::Ordered(order) => order.holds(value, bound),
        }
    }
}
