//! The architecture as a test: reads `src/` and says where a file breaks the rules of the house.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use source::{Source, line, without_test_modules};

mod source;

/// What each module of the library may use. A new module gets its line here first.
const LAYERS: [(&str, &[&str]); 15] = [
    ("clock", &[]),
    ("content", &[]),
    ("rules", &["content"]),
    ("search", &["content", "rules"]),
    ("phone", &["content", "rules", "search"]),
    ("words", &["content", "rules", "phone"]),
    ("palette", &["content"]),
    ("export", &["content", "rules", "phone", "words", "palette"]),
    ("kit", &["content", "rules", "search", "phone", "export"]),
    ("app", &["content", "rules", "search", "phone"]),
    ("desk", &["content", "rules", "search", "phone", "app"]),
    ("ui", &["content", "rules", "search", "phone", "words", "palette", "app", "desk"]),
    ("shell", &["content", "rules", "search", "phone", "app", "desk", "ui"]),
    ("start", &["clock", "content", "rules", "search", "phone", "app", "desk", "ui", "shell"]),
    // The programs put it all together.
    ("main", &["clock", "content", "rules", "search", "phone", "kit", "app", "desk", "ui", "shell", "start"]),
];

/// Crates that only some places may name, each with those places: files, or folders with a slash.
const FENCED_CRATES: [(&str, &[&str]); 9] = [
    ("notify", &["desk/watch.rs"]),
    ("ron", &["content/", "app/store.rs"]),
    ("open", &["main.rs"]),
    ("qrcodegen", &["phone/send.rs"]),
    ("eframe", &["ui/", "shell.rs", "shell/", "start.rs"]),
    ("egui", &["ui/", "shell.rs", "shell/", "start.rs"]),
    ("epaint", &["ui/"]),
    ("emath", &["ui/"]),
    ("winit", &["start.rs"]),
];

/// The only file that gives colours their values, and the one that hands them to egui.
const COLOURS: &str = "palette.rs";
const THEME: &str = "ui/theme.rs";

/// The only file that reads the clock: to everything else, what day it is is an input.
const CLOCK: &str = "clock.rs";
const CLOCKS: [&str; 4] = ["SystemTime::now", "Timestamp::now", "Zoned::now", "Zoned::default"];

/// Files that may be longer than `LINES`, each with the reason.
const LONG_FILES: [(&str, &str); 1] = [("content/model.rs", "the writer's manual is read in one piece")];
const LINES: usize = 500;

#[test]
fn every_file_keeps_to_the_rules_of_the_house() {
    let broken: Vec<String> =
        sources().iter().flat_map(|(path, text)| breaches(path, text)).map(|breach| format!("\n  {breach}")).collect();
    assert!(broken.is_empty(), "src/ breaks the rules of the house:{}", broken.concat());
}

#[test]
fn every_module_of_the_library_has_a_layer() {
    let known: BTreeSet<&str> = LAYERS.iter().map(|(name, _)| *name).collect();
    for path in sources().keys() {
        let layer = layer(path);
        assert!(layer == "lib" || known.contains(layer), "src/{path}: say in LAYERS what `{layer}` may use");
    }
}

#[test]
fn no_module_is_used_by_one_that_it_uses() {
    for (place, (name, uses)) in LAYERS.iter().enumerate() {
        let below: Vec<&str> = LAYERS[..place].iter().map(|(lower, _)| *lower).collect();
        for used in *uses {
            assert!(below.contains(used), "`{name}` uses `{used}`, which does not stand before it in LAYERS");
        }
    }
}

#[test]
fn every_long_file_on_the_list_is_still_long() {
    let sources = sources();
    for (path, _) in LONG_FILES {
        let lines = sources.get(path).map_or(0, |text| text.lines().count());
        assert!(lines > LINES, "src/{path} has {lines} lines: take it off LONG_FILES");
    }
}

#[test]
fn each_breach_is_found_and_placed() {
    let long = format!("//! A.\n{}", "\n".repeat(LINES));
    let cases = [
        ("content/load.rs", "//! A.\nuse crate::app::State;\n", "content/load.rs:2: `content` uses `app`"),
        ("content/load.rs", "//! A.\nuse super::super::ui;\n", "content/load.rs:2: `content` uses `ui`"),
        (
            "rules/weigh.rs",
            "//! A.\nuse crate::{\n    content::model,\n    search::{Index},\n};\n",
            "rules/weigh.rs:2: `rules` uses `search`",
        ),
        ("kit/check.rs", "//! A.\nfn f() { crate::app::run() }\n", "kit/check.rs:2: `kit` uses `app`"),
        ("app/state.rs", "//! A.\nuse crate::kit::check;\n", "app/state.rs:2: `app` uses `kit`"),
        ("app/state.rs", "//! A.\n\nuse egui::Ui;\n", "app/state.rs:3: names the crate `egui`"),
        ("kit/check.rs", "//! A.\nuse eframe::egui;\n", "kit/check.rs:2: names the crate `eframe`"),
        ("ui/views/faq.rs", "//! A.\nfn f() { ::ron::from_str(\"\") }\n", "ui/views/faq.rs:2: names the crate `ron`"),
        ("shell.rs", "//! A.\nfn f() { open::that(\"\") }\n", "shell.rs:2: names the crate `open`"),
        (
            "ui/widgets/card.rs",
            "//! A.\nconst C: Color32 = Color32::from_rgb(1, 2, 3);\n",
            "ui/widgets/card.rs:2: gives a colour",
        ),
        ("ui/widgets/card.rs", "//! A.\nconst C: Color32 = Color32::RED;\n", "ui/widgets/card.rs:2: gives a colour"),
        ("shell.rs", "//! A.\nconst C: &str = \"#1F5FBF\";\n", "shell.rs:2: gives a colour"),
        ("shell.rs", "//! A.\nfn f() { jiff::Timestamp::now() }\n", "shell.rs:2: reads the clock"),
        ("rules/ask.rs", "use std::fmt;\n", "rules/ask.rs:1: does not start with a `//!` line"),
        ("rules/ask.rs", "//! A.\nfn f() { g().unwrap(); }\n", "rules/ask.rs:2: may panic with `.unwrap()`"),
        ("rules/ask.rs", "//! A.\nfn f() { g()\n    .expect(\"g\"); }\n", "rules/ask.rs:3: may panic with `.expect(`"),
        (
            "rules/ask.rs",
            "//! A.\n#[cfg(test)]\nmod tests { fn f() {} }\nfn g() { h().unwrap() }\n",
            "rules/ask.rs:4: may panic with `.unwrap()`",
        ),
        ("rules/ask.rs", &long, "rules/ask.rs:501: is longer than 500 lines"),
    ];
    for (path, text, expected) in cases {
        let found = breaches(path, text);
        assert!(
            matches!(found.as_slice(), [only] if only.starts_with(expected)),
            "{text}\nexpected: {expected}\nfound: {found:?}"
        );
    }
}

#[test]
fn what_only_looks_like_a_breach_is_none() {
    let cases = [
        (
            "content/load.rs",
            "//! A.\n// crate::app is above us.\n/* egui::Ui /* nested */ open::that */\nuse ron::Options;\n",
        ),
        ("content/mod.rs", "//! A.\nmod open;\npub use open::open;\nuse super::content::model;\n"),
        (
            "rules/ask.rs",
            "//! A.\nconst T: &str = \"crate::ui, \\\" egui::Ui\";\nconst R: &str = r#\"crate::app \" .unwrap()\"#;\n",
        ),
        (
            "rules/ask.rs",
            "//! A.\nfn f<'a>(c: &'a str) -> bool { c.starts_with('\"') || c.contains('\\'') }\nuse crate::content::model;\n",
        ),
        (
            "rules/ask.rs",
            "//! A.\nfn f() { g().unwrap_or_default(); h.expect_err(1) }\n#[expect(dead_code, reason = \"\")]\nfn g() {}\n",
        ),
        ("rules/ask.rs", "//! A.\n#[cfg(test)]\nmod tests {\n    fn f() { if true { g().unwrap() } }\n}\n"),
        ("rules/tests.rs", "//! A.\nfn f() { g().unwrap() }\n"),
        ("kit/check.rs", "//! A.\nuse crate::content::{self, open};\nfn f() { crate::content::open::folder() }\n"),
        ("ui/theme.rs", "//! A.\nconst C: Color32 = Color32::from_rgb(1, 2, 3);\n"),
        ("ui/widgets/card.rs", "//! A.\nfn f() { g(Color32::TRANSPARENT, \"#hash\", \"Question #123456789\") }\n"),
        ("bin/unsent-kit.rs", "//! A.\nuse unsent::kit;\n"),
        ("lib.rs", "//! A.\npub mod content;\npub mod ui;\n"),
    ];
    for (path, text) in cases {
        assert_eq!(breaches(path, text), Vec::<String>::new(), "{path}:\n{text}");
    }
}

/// Every Rust file under `src/`, by its path from there with forward slashes.
fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                let name = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.insert(name, text);
            }
        }
    }
    found
}

/// The module of the library that a file belongs to: its folder or its own stem; the programs are `main`.
fn layer(path: &str) -> &str {
    match path.split_once('/') {
        Some(("bin", _)) => "main",
        Some((folder, _)) => folder,
        None => path.trim_end_matches(".rs"),
    }
}

/// Everything in one file that breaks a rule, each as `path:line: what`.
fn breaches(path: &str, text: &str) -> Vec<String> {
    let source = Source::read(text);
    let shipped = if is_test_file(path) { String::new() } else { without_test_modules(&source.code) };
    let mut found = Vec::new();
    if !text.starts_with("//! ") {
        found.push((1, "does not start with a `//!` line that says what it is for".into()));
    }
    let lines = text.lines().count();
    if lines > LINES && !LONG_FILES.iter().any(|(long, _)| *long == path) {
        found.push((lines, format!("is longer than {LINES} lines: split it, or list it with the reason")));
    }
    found.extend(wrong_directions(path, &source.code));
    found.extend(fenced_crates(path, &source.code));
    found.extend(colours(path, &source));
    for clock in CLOCKS.iter().filter(|_| path != CLOCK) {
        let places = shipped.match_indices(clock);
        found.extend(places.map(|(at, _)| (line(&shipped, at), format!("reads the clock: only {CLOCK} may"))));
    }
    for call in [".unwrap()", ".expect("] {
        let places = shipped.match_indices(call);
        found.extend(places.map(|(at, _)| (line(&shipped, at), format!("may panic with `{call}`: hand the error on"))));
    }
    found.into_iter().map(|(line, what)| format!("{path}:{line}: {what}")).collect()
}

/// Uses of a module that does not stand to the left of this file's own.
fn wrong_directions(path: &str, code: &str) -> Vec<(usize, String)> {
    let layer = layer(path);
    let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        return Vec::new();
    };
    let forbidden =
        |name: &str| name != layer && !allowed.contains(&name) && LAYERS.iter().any(|(known, _)| *known == name);
    let depth = path.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count();
    let from_the_root = ["crate::".to_owned(), "unsent::".to_owned(), "super::".repeat(depth)];
    from_the_root
        .iter()
        .flat_map(|prefix| code.match_indices(prefix.as_str()).map(move |(at, _)| (at, at + prefix.len())))
        .filter(|(at, _)| !continues_a_path(&code[..*at]))
        .flat_map(|(at, end)| first_names(&code[end..]).into_iter().map(move |name| (at, name)))
        .filter(|(_, name)| forbidden(name))
        .map(|(at, name)| (line(code, at), format!("`{layer}` uses `{name}`, which it must not know")))
        .collect()
}

/// The names that follow a path's beginning: one, or those in braces.
fn first_names(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else {
        return vec![identifier(rest)];
    };
    let mut names = vec![identifier(group.trim_start())];
    let mut depth = 0_usize;
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(identifier(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    names
}

/// Crates named outside the places that may name them.
fn fenced_crates(path: &str, code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (name, places) in FENCED_CRATES {
        let may = places.iter().any(|place| path == *place || (place.ends_with('/') && path.starts_with(place)));
        // A module of the same name hides the crate.
        if may || code.contains(&format!("mod {name};")) {
            continue;
        }
        let uses = [format!("{name}::"), format!("use {name};"), format!("use {name} as ")];
        let named = uses.iter().flat_map(|used| code.match_indices(used.as_str()));
        let what = format!("names the crate `{name}`: only {} may", places.join(", "));
        found.extend(
            named.filter(|(at, _)| !continues_a_path(&code[..*at])).map(|(at, _)| (line(code, at), what.clone())),
        );
    }
    found
}

/// Values of colours outside the theme.
fn colours(path: &str, source: &Source) -> Vec<(usize, String)> {
    if path == THEME || !["export", "ui", "shell", "main"].contains(&layer(path)) {
        return Vec::new();
    }
    let named = ["Color32::", "Rgba::"].iter().flat_map(|of| source.code.match_indices(of)).filter(|(at, of)| {
        let name = identifier(&source.code[at + of.len()..]);
        name.starts_with("from_") || (name == name.to_uppercase() && !["TRANSPARENT", "PLACEHOLDER"].contains(&name))
    });
    let in_texts = source.texts.iter().filter(|(_, text)| is_hex_colour(text));
    let lines = named.map(|(at, _)| line(&source.code, at)).chain(in_texts.map(|(line, _)| *line));
    lines.map(|line| (line, format!("gives a colour its value: name it in {COLOURS}"))).collect()
}

/// Is the whole text a colour, such as `#1F5FBF`?
fn is_hex_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| {
        [3, 6, 8].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit())
    })
}

/// Files that hold nothing but tests.
fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// The name at the start of the text, empty where there is none.
fn identifier(text: &str) -> &str {
    let end = text.find(|character: char| !character.is_alphanumeric() && character != '_').unwrap_or(text.len());
    &text[..end]
}

/// Does what stands before a name make it part of a longer name or path? A leading `::` names a crate.
fn continues_a_path(before: &str) -> bool {
    let is_name = |character: char| character.is_alphanumeric() || character == '_';
    before.ends_with(is_name)
        || before
            .strip_suffix("::")
            .is_some_and(|start| start.ends_with(|character| is_name(character) || character == '>'))
}
