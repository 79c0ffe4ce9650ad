//! Ways to cool a data center.
#![doc = include_str!("tables/cooling.md")]

use super::Source;
use crate::units::{Ratio, WaterIntensity};
use crate::{constants, q};

/// A way to cool a data center.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cooling {
    /// Its name in prose.
    pub name: &'static str,
    /// Power usage effectiveness: facility power over machine power, at least 1.
    pub pue: Ratio,
    /// Water usage effectiveness: water evaporated for the energy of the machines.
    pub water_usage: WaterIntensity,
    /// Where the figures are published.
    pub source: Source,
}

constants! {
    /// Best Air-Cooled. Source: Microsoft Azure Blog, "How Microsoft measures datacenter water and energy use to improve Azure Cloud sustainability" (22 April 2022).
    pub const BEST_AIR: Cooling = Cooling {
        name: "Best Air-Cooled",
        pue: q!(1.12),
        water_usage: q!(1.8 L/kWh),
        source: Source::industry_report(
            "Microsoft Azure Blog, \"How Microsoft measures datacenter water and energy use to improve Azure Cloud sustainability\" (22 April 2022)",
            "https://azure.microsoft.com/en-us/blog/how-microsoft-measures-datacenter-water-and-energy-use-to-improve-azure-cloud-sustainability/",
        )
        .checked(2026, 10, 21),
    };

    /// Industry Average (2023). Source: Uptime Institute, "Large data centers are mostly more efficient, analysis confirms" (7 February 2024).
    pub const INDUSTRY_AVERAGE_2023: Cooling = Cooling {
        name: "Industry Average (2023)",
        pue: q!(1.58),
        water_usage: q!(1.8 L/kWh),
        source: Source::industry_report(
            "Uptime Institute, \"Large data centers are mostly more efficient, analysis confirms\" (7 February 2024)",
            "https://journal.uptimeinstitute.com/large-data-centers-are-mostly-more-efficient-analysis-confirms/",
        )
        .checked(2026, 10, 21),
    };

    /// Liquid-Cooled. Source: NREL, Energy Systems Integration Facility 2015 Mid-Year Report (warm-water liquid-cooled HPC data center).
    pub const LIQUID: Cooling = Cooling {
        name: "Liquid-Cooled",
        pue: q!(1.06),
        water_usage: q!(0 L/kWh),
        source: Source::industry_report(
            "NREL, Energy Systems Integration Facility 2015 Mid-Year Report (warm-water liquid-cooled HPC data center)",
            "https://docs.nlr.gov/docs/fy15osti/64703.pdf",
        )
        .checked(2026, 10, 21),
    };

    /// Simple Air-Cooled. Source: Cheung, Greenberg, Mahdavi et al., Energy Efficiency in Small Server Rooms, LBNL final project report for the California Energy Commission (PIER), April 2013, Table 4.
    pub const SIMPLE_AIR: Cooling = Cooling {
        name: "Simple Air-Cooled",
        pue: q!(1.5),
        water_usage: q!(1.8 L/kWh),
        source: Source::literature(
            "Cheung, Greenberg, Mahdavi et al., Energy Efficiency in Small Server Rooms, LBNL final project report for the California Energy Commission (PIER), April 2013, Table 4",
            "https://datacenters.lbl.gov/sites/default/files/SmallServerRooms_Final%20Report_0.pdf",
        )
        .checked(2026, 10, 21),
    };

    /// State of Art. Source: Google Data Centers, Efficiency: fleet-wide trailing twelve-month (TTM) PUE.
    pub const STATE_OF_THE_ART: Cooling = Cooling {
        name: "State of Art",
        pue: q!(1.1),
        water_usage: q!(1.8 L/kWh),
        source: Source::industry_report(
            "Google Data Centers, Efficiency: fleet-wide trailing twelve-month (TTM) PUE",
            "https://datacenters.google/efficiency/",
        )
        .checked(2026, 10, 21),
    };

    /// Industry Average (2022). Source: Uptime Institute Global Data Center Survey 2022 (press release, 20 September 2022).
    pub const INDUSTRY_AVERAGE_2022: Cooling = Cooling {
        name: "Industry Average (2022)",
        pue: q!(1.55),
        water_usage: q!(1.8 L/kWh),
        source: Source::industry_report(
            "Uptime Institute Global Data Center Survey 2022 (press release, 20 September 2022)",
            "https://uptimeinstitute.com/about-ui/press-releases/2022-global-data-center-survey-reveals-strong-industry-growth",
        )
        .checked(2026, 10, 21),
    };

    /// Every way of this page.
    pub const ALL: &[&Cooling] = all!();
}
