mod units {
    mlsysim::units! {
        /// A visit to the clinic.
        visits (visit);
        children (child);
        beds (bed);
        /// What a bed gives in a day.
        bed_days (bed_day) = 1 bed * 24 h;
        ward_rounds (ward_round) = 12 visits;
        shifts = 8 h;
        /// A letter away from a unit of the table.
        GPX (GPX);
    }
}

mod clinic {
    use crate::units::*;
    use mlsysim::core::constants::Source;
    use mlsysim::units::{Count, Money, Ratio, Time};

    constants! {
        #[source(Source::illustrative("a clinic"))]
        pub const DAILY: Count = q!(120 visits);
    }

    /// What so many visits cost.
    ///
    /// Source: the clinic.
    #[formula(symbol = "C")]
    pub const fn cost(#[symbol = "n"] seen: Count) -> Money {
        q!(3 USD/visit) * seen
    }

    const STAY: Time = q!(2 shifts);

    check! {
        let seen = 120 visits/day * 7 days;
        let ward = 3 beds;
        let taken = ward * 7 days;

        /// A week has {seen}, and {ward}: {} for each day of a bed.
        per_bed: seen / taken ~= 40 visits/day/bed;
        /// Taken are {}.
        taken_days: taken * 2 ~= 42 bed_days;
        /// One visit is one: {}.
        one: 2 visits - 1 visit == 1 visit;
        /// Rounds are visits: {}.
        rounds_made: seen / 2 ~= 35 ward_rounds;
        /// A round is {} visits.
        #[published(13 visits)]
        round: 1 * 2 ward_rounds ~= 24 visits;
        /// Of each, {}.
        each: [10, 20] visits / 5 children ~= [2, 4] visits/child;
        /// From {}.
        span: 2 * 15..20 visits ~= 30..40 visits;
        /// It costs {}.
        weekly: cost(840 visits) ~= 2_520 USD;
        /// As many as {DAILY}: {}.
        daily: DAILY * 2 in 200 visits ..= 300 visits;
        /// It stays {}.
        stay: STAY / 2 ~= 8 h;
        /// Near to the table: {}.
        near: 2 * 3 GPX ~= 6 GPX;
        /// A share of {}.
        share: 30 visits / 120 visits ~= 25%;
        /// Of many, {}.
        many: 1.5 million visits / 3 ~= 500_000 visits to 1 digit;
    }

    #[allow(dead_code)]
    const SHARE: Ratio = q!(1 visit / 4 visits);
}

fn main() {
    let _ = clinic::DAILY;
}
