"""Colours, sizes and radii of the window, for light and dark. Pure values; every widget takes them from here.

Sizes are logical pixels. Green (`local`) only ever means "stays here", amber (`cloud`) only ever "leaves this
computer", red (`danger`) only destroys or blocks; `accent` is the thing to do next and citations.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. Every value is a `#rrggbb` colour."""

    bg: str
    panel: str
    card: str
    line: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    accent_soft: str
    accent_text: str
    local: str
    local_soft: str
    cloud: str
    cloud_soft: str
    danger: str
    code: str
    sel: str
    mark: str
    mark_text: str
    code_keyword: str  # no green and no amber in code: those have their meaning
    code_string: str
    code_number: str
    code_comment: str
    code_name: str
    code_type: str


LIGHT = Colours(
    bg="#faf8f5",
    panel="#f3efe9",
    card="#ffffff",
    line="#e4ddd3",
    text="#26221d",
    muted="#6d6458",  # darker than the picture's #7a7064: 4.5:1 on the panel and selection too
    faint="#746a5e",  # darker than the picture's #a79c8e, which is 2.6:1: small text must reach 4.5:1
    accent="#bd4d24",  # a shade under the picture's #c8552b: white on it must reach 4.5:1
    on_accent="#ffffff",
    accent_soft="#fbeae2",
    accent_text="#a8431f",  # small text of the accent's kind, on the tint and the panel
    local="#2a7350",
    local_soft="#e3f1e9",
    cloud="#8a5a12",
    cloud_soft="#fbf0da",
    danger="#b3372f",
    code="#f6f2ec",
    sel="#ece5db",
    mark="#ffe39a",
    mark_text="#26221d",
    code_keyword="#a03f1a",
    code_string="#275d8c",
    code_number="#8c3d5a",
    code_comment="#6d6458",
    code_name="#7a3d8c",
    code_type="#0e6672",
)

DARK = Colours(
    bg="#1b1917",
    panel="#151311",
    card="#23201d",
    line="#34302b",
    text="#ece6de",
    muted="#a89d90",
    faint="#978c80",
    accent="#ec7a4c",
    on_accent="#1b120d",
    accent_soft="#3b261c",
    accent_text="#f08a62",
    local="#5fbf8f",
    local_soft="#1c3027",
    cloud="#e0a84a",
    cloud_soft="#362a14",
    danger="#ea7168",
    code="#1a1816",
    sel="#2b2723",
    mark="#5f4a14",
    mark_text="#ffeec2",
    code_keyword="#f08a62",
    code_string="#8ab8e6",
    code_number="#e69ab4",
    code_comment="#a89d90",
    code_name="#cfa3e6",
    code_type="#7cc4cf",
)

RADIUS_CONTROL = 9
RADIUS_CARD = 13
RADIUS_SHEET = 16
SIDEBAR_WIDTH = 264
FOLD_BELOW_PX = 1000  # a narrower window hides the list
HEADER_HEIGHT = 56
READING_WIDTH = 720
SIDE_PX = 24  # left free on both sides of what is read
TEXT_PX = 14
LINE_HEIGHT = 1.55
