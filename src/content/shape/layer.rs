//! The shapes of `layer.ron`.

use super::{
    Kind::{self, Colour, Contact, Id, Inner, Prose, YesNo},
    Record, Thing, any, maybe, needed,
};
use crate::content::colour::Ground;

pub(in crate::content) static LAYER: Record = Record {
    is: "LayerFile",
    called: "layer.ron",
    fields: &[
        needed("replace", YesNo),
        maybe("remove", Kind::Record(&REMOVE)),
        maybe("logo", Kind::Record(&LOGO)),
        maybe("contacts", any(&Kind::Record(&CONTACT))),
        maybe("accent_light", Colour(Ground::Light)),
        maybe("accent_dark", Colour(Ground::Dark)),
    ],
};

pub(in crate::content) static REMOVE: Record = Record {
    is: "Remove",
    called: "the list of what is taken away",
    fields: &[
        maybe("topics", any(&Inner)),
        maybe("faq", any(&Inner)),
        maybe("messages", any(&Inner)),
        maybe("questions", any(&Inner)),
        maybe("contacts", any(&Inner)),
    ],
};

pub(in crate::content) static LOGO: Record =
    Record { is: "LogoFile", called: "a logo", fields: &[needed("file", Inner), needed("alt", Prose)] };

pub(in crate::content) static CONTACT: Record = Record {
    is: "Contact",
    called: "a contact line",
    fields: &[needed("id", Id(Thing::Contact)), needed("text", Prose), maybe("link", Contact)],
};
