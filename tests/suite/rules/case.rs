//! Case codes.
