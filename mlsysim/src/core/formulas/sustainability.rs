//! Energy, carbon, cooling and water.
