//! The real window on the built-in guide, used as a person would use it.

mod brand;
mod cards;
mod checker;
mod desk;
mod faq;
mod kept;
mod keyboard;
mod layout;
mod links;
mod mistakes;
mod pages;
mod phone;
mod search;
mod settings;
mod steps;

pub(crate) use pages::all_pages;
