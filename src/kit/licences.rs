//! The licences of everything that a kit hands out.

/// Each licence by the name of its file.
pub const FILES: [(&str, &str); 5] = [
    ("LICENSE-APACHE.txt", include_str!("../../LICENSE-APACHE")),
    ("LICENSE-MIT.txt", include_str!("../../LICENSE-MIT")),
    ("font-Inter.txt", include_str!("../../assets/fonts/Inter-LICENSE.txt")),
    ("icons-Phosphor.txt", include_str!("../../assets/fonts/Phosphor-LICENSE.txt")),
    ("crates.txt", include_str!("../../assets/licences/crates.txt")),
];
