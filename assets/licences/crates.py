#!/usr/bin/env python3
"""Writes crates.txt: every crate of Cargo.lock, its licence, and the texts of all licences, each once."""

import json
import re
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Files in a crate that hold a licence or a notice that has to be passed on.
TEXT = re.compile(r"(licen[cs]e|copying|notice|unlicense)", re.IGNORECASE)


def packages():
    """Every crate that any build of Unsent, its tests and tools may take in, by name and version."""
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--all-features"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=HERE).stdout)["packages"]
    return sorted((package for package in found if package["source"]), key=lambda one: (one["name"], one["version"]))


def texts(package):
    """The licence texts that a crate brings; the MIT text alone where the crate offers it as a choice."""
    root = Path(package["manifest_path"]).parent
    files = [path for path in sorted(root.iterdir()) if path.is_file() and TEXT.search(path.name) and path.suffix not in (".rs", ".toml")]
    offers_mit = "MIT" in re.split(r"[ ()/]+", package["license"] or "") and " AND " not in package["license"]
    mit = [path for path in files if "mit" in path.name.lower()]
    chosen = mit if offers_mit and mit else files
    return ["\n".join(line.rstrip() for line in path.read_text(errors="replace").strip().splitlines()) for path in chosen]


def main():
    all_packages = packages()
    lines = [
        "The crates that Unsent is built from, with their licences.",
        "Made by assets/licences/crates.py from Cargo.lock.",
        "The texts follow below. A crate that brings none is under the usual text of the licence that it names, and its authors are named.",
        "",
    ]
    users = {}
    for package in all_packages:
        name = f"{package['name']} {package['version']}"
        found = texts(package)
        authors = "" if found else f"; by {', '.join(package['authors']) or 'its contributors'}"
        lines.append(f"{name}: {package['license'] or 'see its text'}; {package['repository'] or 'no repository named'}{authors}")
        for text in found:
            users.setdefault(text, []).append(name)
    for text, names in users.items():
        lines += ["", "=" * 80, ", ".join(names), "-" * 80, text]
    (HERE / "crates.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
