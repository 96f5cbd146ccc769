//! Opening the window: on which display, with which options, and what to say where it can't be opened.

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui::{IconData, ViewportBuilder, vec2};

use crate::app::Library;
use crate::app::store::Store;
use crate::clock;
use crate::content::{load, signature};
use crate::shell::{Opener, Shell};

/// The id that desktops know the window by.
const APP_ID: &str = "unsent";

/// Opens the window and returns when it is closed. With a case code it opens on the checker with that case, with a
/// folder to write in also the author's desk on it.
///
/// # Errors
///
/// A text for the person: what went wrong, and what to try.
pub fn open_window(
    content: Option<PathBuf>,
    author: Option<PathBuf>,
    case: Option<String>,
    opener: Opener,
) -> Result<(), String> {
    // The guide is read while the system makes the window.
    let reading =
        std::thread::spawn(move || Library::from(load::open_signed(content.as_deref(), named_key().as_deref())));
    let is_open = Arc::new(AtomicBool::new(false));
    let opened = Arc::clone(&is_open);
    let create = move |context: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        let library = reading.join().map_err(|_panic| "the guide could not be read")?;
        let mut shell = Shell::new(&context.egui_ctx, library, Store::usual(), clock::today(), opener);
        if let Some(folder) = author {
            shell.open_desk(&context.egui_ctx, &folder);
        }
        if let Some(code) = case {
            shell.open_case(&code);
        }
        opened.store(true, Ordering::Relaxed);
        Ok(Box::new(shell))
    };
    // Missing system libraries make winit and glutin panic instead of returning an error.
    std::panic::set_hook(Box::new(|panic| {
        drop(writeln!(std::io::stderr(), "{}", panic.payload_as_str().unwrap_or_default()));
    }));
    match catch_unwind(AssertUnwindSafe(|| eframe::run_native(APP_ID, options(), Box::new(create)))) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(explain(&error)),
        Err(_panic) if is_open.load(Ordering::Relaxed) => Err(STOPPED.to_owned()),
        Err(_panic) => Err(advise("A library that windows need is missing or broken (see the lines above).")),
    }
}

/// The key that the kit names beside the program: what comes from outside has to be signed with it.
fn named_key() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    signature::key_in(program.parent()?)
}

fn options() -> eframe::NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_title("Unsent")
        .with_app_id(APP_ID)
        .with_inner_size(vec2(1200.0, 800.0))
        .with_min_inner_size(vec2(360.0, 320.0))
        .with_icon(icon());
    eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        event_loop_builder: event_loop_hook(),
        ..eframe::NativeOptions::default()
    }
}

fn icon() -> Arc<IconData> {
    let png = include_bytes!("../assets/icon/unsent-256.png");
    Arc::new(eframe::icon_data::from_png_bytes(png).unwrap_or_default())
}

/// winit takes Wayland wherever `WAYLAND_DISPLAY` is set, even where nothing listens there any more, and never goes
/// back to X11 by itself; and the event loop can be made only once. So it is decided here, before.
#[cfg(target_os = "linux")]
fn event_loop_hook() -> Option<eframe::EventLoopBuilderHook> {
    use winit::platform::x11::EventLoopBuilderExtX11 as _;

    let has_x11 = std::env::var_os("DISPLAY").is_some_and(|display| !display.is_empty());
    (has_x11 && !wayland_listens()).then(|| -> eframe::EventLoopBuilderHook {
        Box::new(|builder| {
            builder.with_x11();
        })
    })
}

#[cfg(not(target_os = "linux"))]
fn event_loop_hook() -> Option<eframe::EventLoopBuilderHook> {
    None
}

/// Does a compositor answer at `WAYLAND_DISPLAY`?
#[cfg(target_os = "linux")]
fn wayland_listens() -> bool {
    let name = std::env::var_os("WAYLAND_DISPLAY").filter(|name| !name.is_empty());
    let folder = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).unwrap_or_default();
    // An absolute name replaces the folder.
    name.is_some_and(|name| std::os::unix::net::UnixStream::connect(folder.join(name)).is_ok())
}

fn explain(error: &eframe::Error) -> String {
    match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
            advise("There is no screen to draw on: neither DISPLAY nor WAYLAND_DISPLAY leads to one.")
        }
        eframe::Error::NoGlutinConfigs(..) | eframe::Error::Glutin(_) | eframe::Error::OpenGL(_) => {
            advise("This computer offers no way to draw with OpenGL 2.0 or later.")
        }
        eframe::Error::AppCreation(error) => advise(&error.to_string()),
    }
}

/// Said where the program itself has a fault. What the person did is kept.
const STOPPED: &str =
    "Unsent stopped because of a fault in the program (see the lines above). Start it again: what you did is kept.";

#[cfg(target_os = "linux")]
const TO_TRY: &str = "- start it from a desktop session, not from a bare terminal or over ssh\n\
    - install libgl1 or libegl1 (Mesa) and libxkbcommon-x11-0\n\
    - start it with LIBGL_ALWAYS_SOFTWARE=1 in front";
#[cfg(not(target_os = "linux"))]
const TO_TRY: &str = "- install or update the graphics driver\n\
    - start it at the computer itself, not through remote desktop";

fn advise(what: &str) -> String {
    format!(
        "Unsent could not open its window. {what}\n\
         Try one of these:\n{TO_TRY}"
    )
}
