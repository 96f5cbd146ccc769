//! The pictures on cards.

use maud::{Markup, html};

use crate::content::model::Icon;

/// A picture that says nothing by itself: words always stand beside it.
pub(super) fn icon(icon: Icon) -> Markup {
    html! { svg.icon aria-hidden="true" { use href={ "#icon-" (format!("{icon:?}")) } {} } }
}
