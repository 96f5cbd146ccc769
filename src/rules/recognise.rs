//! Finds TikTok's own texts in what somebody pasted.

use crate::content::model::{Message, MessageId};

/// Knows the texts that TikTok shows.
#[derive(Clone, Debug)]
pub struct Recogniser {
    known: Vec<(MessageId, String)>,
}

impl Recogniser {
    /// Makes the messages ready.
    pub fn new(messages: &[Message]) -> Self {
        Self { known: messages.iter().map(|message| (message.id.clone(), message.text.to_lowercase())).collect() }
    }

    /// The message that the text holds, or `None` where it holds none of them.
    pub fn recognise(&self, text: &str) -> Option<MessageId> {
        let text = text.to_lowercase();
        self.known.iter().find(|(_, known)| text.contains(known)).map(|(id, _)| id.clone())
    }
}
