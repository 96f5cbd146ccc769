//! Recognising pasted messages.
