//! Where the guide comes from.

use crate::content::signature::Refusal;
use crate::content::{LayerName, Origin};

/// Where the guide comes from.
pub fn used(used: &[LayerName]) -> String {
    match used {
        [] => String::new(),
        [lowest] => format!("The guide is read from {lowest}"),
        [lowest, changes @ ..] => {
            let changes: Vec<String> = changes.iter().map(LayerName::to_string).collect();
            format!("The guide is {lowest}, changed by {}", changes.join(" and "))
        }
    }
}

/// In which layer a mistake is.
pub fn in_layer(layer: &LayerName) -> String {
    format!("In {layer}")
}

/// Said where a folder is refused, or holds nothing that can be used.
pub fn not_used(origin: &Origin) -> Option<String> {
    let refused = origin.refused.first().map(|(layer, refusal)| refused(layer, refusal, origin));
    refused.or_else(|| (!origin.left_out.is_empty()).then(|| left_out(origin)))
}

/// Said where a folder is not what the kit's makers signed.
pub fn refused(layer: &LayerName, refusal: &Refusal, origin: &Origin) -> String {
    let shown = if origin.is_built_in() { "the guide that is built in" } else { "the guide without it" };
    format!("The guide in {layer} is not opened: {refusal}. What you see is {shown}.")
}

/// Said where a folder that was asked for holds nothing that can be used.
pub fn left_out(origin: &Origin) -> String {
    let folders: Vec<String> = origin.left_out.iter().map(LayerName::to_string).collect();
    let shown = if origin.is_built_in() { "so this is the built-in guide" } else { "so it is left out" };
    format!("Nothing in {} can be used, {shown}.", folders.join(" and "))
}
