//! adaptation
