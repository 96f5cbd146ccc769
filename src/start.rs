//! Opening the window: on which display, with which options, and what to say where it can't be opened.

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;

use eframe::egui::{IconData, ViewportBuilder, vec2};

use crate::app::store::Store;
use crate::app::{Library, Link};
use crate::clock;
use crate::content::{layer, open_layers, signature};
use crate::shell::{Opener, Shell};
use crate::ui::words::start as words;

/// The id that desktops know the window by.
const APP_ID: &str = "unsent";

/// Opens the window on this content at this place, and returns when it is closed. With a folder to write in it opens
/// the author's desk on it.
///
/// # Errors
///
/// A text for the person: what went wrong, and what to try.
pub fn open_window(
    content: Option<PathBuf>,
    author: Option<PathBuf>,
    link: Link,
    opener: Opener,
) -> Result<(), String> {
    #[cfg(unix)]
    leave_no_caches();
    let (hand_over, guide) = channel();
    let read = move || {
        let library = Library::from(open_layers(layer::signed(content.as_deref(), named_key().as_deref())));
        drop(hand_over.send(library));
    };
    let is_open = Arc::new(AtomicBool::new(false));
    let opened = Arc::clone(&is_open);
    let create = move |context: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        let library = guide.recv().map_err(|_panic| words::GUIDE_UNREAD)?;
        let mut shell = Shell::new(&context.egui_ctx, library, Store::usual(), clock::today(), opener);
        if let Some(folder) = author {
            shell.open_desk(&context.egui_ctx, &folder);
        }
        shell.open_at(link);
        opened.store(true, Ordering::Relaxed);
        Ok(Box::new(shell))
    };
    // Missing system libraries make winit and glutin panic instead of returning an error.
    std::panic::set_hook(Box::new(|panic| {
        drop(writeln!(std::io::stderr(), "{}", panic.payload_as_str().unwrap_or_default()));
    }));
    match catch_unwind(AssertUnwindSafe(|| eframe::run_native(APP_ID, options(read), Box::new(create)))) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(explain(&error)),
        Err(_panic) if is_open.load(Ordering::Relaxed) => Err(words::STOPPED.to_owned()),
        Err(_panic) => Err(words::no_window(words::LIBRARY_MISSING)),
    }
}

/// Graphics drivers keep shaders in the user's folders, unless the environment says otherwise. A portable program
/// leaves nothing there: it starts itself once more with such an environment.
#[cfg(unix)]
fn leave_no_caches() {
    use std::os::unix::process::CommandExt as _;

    const NO_CACHES: [(&str, &str); 2] = [("MESA_SHADER_CACHE_DISABLE", "true"), ("__GL_SHADER_DISK_CACHE", "0")];
    let is_set = |(name, value): &(&str, &str)| std::env::var_os(name).is_some_and(|set| set == *value);
    if !Store::is_portable() || NO_CACHES.iter().all(is_set) {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let mut again = std::process::Command::new(program);
        // It returns only where it fails. Then a cache is better than no window.
        drop(again.args(std::env::args_os().skip(1)).envs(NO_CACHES).exec());
    }
}

/// The key that the kit names beside the program: what comes from outside has to be signed with it.
fn named_key() -> Option<String> {
    signature::key_in(&layer::program_folder()?)
}

/// The guide is read while the system makes the window. Not sooner: what X11 reads before, a character at a time, takes
/// twice as long once there is a second thread to guard against.
fn options(read: impl FnOnce() + Send + 'static) -> eframe::NativeOptions {
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
        window_builder: Some(Box::new(|viewport| {
            std::thread::spawn(read);
            viewport
        })),
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
    words::no_window(&match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => words::NO_SCREEN.to_owned(),
        eframe::Error::NoGlutinConfigs(..) | eframe::Error::Glutin(_) | eframe::Error::OpenGL(_) => {
            words::NO_OPENGL.to_owned()
        }
        eframe::Error::AppCreation(error) => error.to_string(),
    })
}
