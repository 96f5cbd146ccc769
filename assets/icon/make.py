"""Makes every icon file from unsent.svg: python3 assets/icon/make.py

Needs rsvg-convert (Debian: librsvg2-bin). The same drawing gives the same bytes.
"""

import struct
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
# For the icon themes of Linux desktops (hicolor), which take the drawing itself as well.
LINUX = [16, 22, 24, 32, 48, 64, 128, 256, 512]
WINDOWS = [16, 24, 32, 48, 64, 256]
# Apple's names for the sizes; those behind 512 are for screens with two pixels to the point.
MACOS = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic11": 32, "ic12": 64, "ic13": 256,
         "ic14": 512, "ic10": 1024}


def png(size: int) -> bytes:
    command = ["rsvg-convert", "-w", str(size), "-h", str(size), str(HERE / "unsent.svg")]
    return subprocess.run(command, check=True, capture_output=True).stdout


def ico(pictures: dict[int, bytes]) -> bytes:
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        # In one byte 256 is 0; then palette, planes and bits, the length and the place.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + entries + b"".join(pictures.values())


def icns(pictures: dict[str, bytes]) -> bytes:
    body = b"".join(name.encode() + struct.pack(">I", len(data) + 8) + data for name, data in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    pictures = {size: png(size) for size in {*LINUX, *WINDOWS, *MACOS.values()}}
    for size in LINUX:
        (HERE / f"unsent-{size}.png").write_bytes(pictures[size])
    (HERE / "unsent.ico").write_bytes(ico({size: pictures[size] for size in WINDOWS}))
    (HERE / "unsent.icns").write_bytes(icns({name: pictures[size] for name, size in MACOS.items()}))


if __name__ == "__main__":
    main()
