"""Cuts Inter and Phosphor down to what Unsent shows. README.md beside this file says how to run it."""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent

# What people write in: Latin with its combining marks, Greek, Cyrillic, Vietnamese; and the signs that the guide uses.
INTER_RANGES = [
    (0x0020, 0x007E),
    (0x00A0, 0x024F),
    (0x0259, 0x0259),
    (0x02B9, 0x02DD),
    (0x0300, 0x0338),
    (0x0370, 0x03FF),
    (0x0400, 0x04FF),
    (0x1E00, 0x1EFF),
    (0x2002, 0x2044),
    (0x20A0, 0x20BF),
    (0x2113, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2248, 0x2265),
    (0x2713, 0x2713),
]
# No `calt`: it draws an arrow where somebody typed "->".
INTER_FEATURES = ["kern", "ccmp", "locl", "mark", "mkmk"]

# Phosphor's own code points; src/ui/icons.rs names them.
ICONS = {
    "arrow-bend-up-left": 0xE024,
    "arrow-counter-clockwise": 0xE038,
    "arrow-left": 0xE058,
    "arrow-right": 0xE06C,
    "arrow-square-out": 0xE5DE,
    "arrows-clockwise": 0xE094,
    "bell": 0xE0CE,
    "bug": 0xE5F4,
    "cake": 0xE780,
    "cards": 0xE0F8,
    "caret-down": 0xE136,
    "caret-left": 0xE138,
    "caret-right": 0xE13A,
    "caret-up": 0xE13C,
    "chat-circle": 0xE168,
    "check": 0xE182,
    "check-circle": 0xE184,
    "circle": 0xE18A,
    "clock": 0xE19A,
    "cloud-slash": 0xE1B6,
    "copy": 0xE1CA,
    "desktop": 0xE560,
    "device-mobile": 0xE1E0,
    "door": 0xE61C,
    "download-simple": 0xE20C,
    "envelope-simple": 0xE218,
    "eye": 0xE220,
    "file-text": 0xE23A,
    "first-aid-kit": 0xE570,
    "gear": 0xE270,
    "globe": 0xE288,
    "hand-palm": 0xE57E,
    "handshake": 0xE582,
    "headset": 0xE584,
    "house": 0xE2C2,
    "image": 0xE2CA,
    "info": 0xE2CE,
    "lifebuoy": 0xE63A,
    "lightbulb": 0xE2DC,
    "link": 0xE2E2,
    "list": 0xE2F0,
    "list-checks": 0xEADC,
    "lock-key": 0xE2FE,
    "magnifying-glass": 0xE30C,
    "minus": 0xE32A,
    "monitor": 0xE32E,
    "moon": 0xE330,
    "phone": 0xE3B8,
    "plus": 0xE3D4,
    "printer": 0xE3DC,
    "prohibit": 0xE3DE,
    "qr-code": 0xE3E6,
    "question": 0xE3E8,
    "seal-check": 0xE606,
    "shield": 0xE40A,
    "shield-warning": 0xE412,
    "sun": 0xE472,
    "text-aa": 0xE6EE,
    "trash": 0xE4A6,
    "user": 0xE4C2,
    "user-circle-dashed": 0xEC36,
    "user-minus": 0xE4CE,
    "users": 0xE4D6,
    "users-three": 0xE68E,
    "warning": 0xE4E0,
    "wifi-high": 0xE4EA,
    "x": 0xE4F6,
}
# A tick at 12 px needs the stronger line.
BOLD_ICONS = ["check"]
# The sign for "menu", which Inter lacks and the guide writes as a character.
MENU_SIGN = 0x2630


def cut(font, codepoints, features, target):
    """Keeps only these characters and features, without hinting, and writes the result."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = features
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables += ["STAT", "DSIG"] if features else ["GSUB"]
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    subset.save_font(font, target, options)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters")


def inter(package):
    """Two weights of the text font."""
    codepoints = [point for first, last in INTER_RANGES for point in range(first, last + 1)]
    for folder, name in [("400Regular", "Inter-Regular"), ("600SemiBold", "Inter-SemiBold")]:
        font = TTFont(package / folder / f"Inter_{folder}.ttf", recalcTimestamp=False)
        cut(font, codepoints, INTER_FEATURES, HERE / f"{name}.ttf")


def phosphor(package):
    """The icons, and the menu sign as a character of its own."""
    font = TTFont(package / "src/regular/Phosphor.ttf", recalcTimestamp=False)
    bold = TTFont(package / "src/bold/Phosphor-Bold.ttf", recalcTimestamp=False)
    names, bold_names = font.getBestCmap(), bold.getBestCmap()
    for icon in BOLD_ICONS:
        glyph, source = names[ICONS[icon]], bold_names[ICONS[icon]]
        font["glyf"][glyph] = bold["glyf"][source]
        font["hmtx"][glyph] = bold["hmtx"][source]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[MENU_SIGN] = names[ICONS["list"]]
    cut(font, [*ICONS.values(), MENU_SIGN], [], HERE / "Phosphor-Unsent.ttf")


if __name__ == "__main__":
    inter(Path(sys.argv[1]))
    phosphor(Path(sys.argv[2]))
