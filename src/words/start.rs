//! Said in the terminal where no window opens.
#![expect(missing_docs, reason = "the words say it themselves")]

pub const LIBRARY_MISSING: &str = "A library that windows need is missing or broken (see the lines above).";
pub const NO_SCREEN: &str = "There is no screen to draw on: neither DISPLAY nor WAYLAND_DISPLAY leads to one.";
pub const NO_OPENGL: &str = "This computer offers no way to draw with OpenGL 2.0 or later.";
pub const GUIDE_UNREAD: &str = "The guide could not be read.";
/// Said where the program itself has a fault. What the person did is kept.
pub const STOPPED: &str =
    "Unsent stopped because of a fault in the program (see the lines above). Start it again: what you did is kept.";

#[cfg(target_os = "linux")]
const TO_TRY: &str = "- start it from a desktop session, not from a bare terminal or over ssh\n\
    - install libgl1 or libegl1 (Mesa) and libxkbcommon-x11-0\n\
    - start it with LIBGL_ALWAYS_SOFTWARE=1 in front";
#[cfg(not(target_os = "linux"))]
const TO_TRY: &str = "- install or update the graphics driver\n\
    - start it at the computer itself, not through remote desktop";

/// Said where no window opens.
pub fn no_window(why: &str) -> String {
    format!("Unsent could not open its window. {why}\nTry one of these:\n{TO_TRY}")
}
