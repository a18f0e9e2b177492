# ruff: noqa: E501 - texts and templates stand as they go into the files
"""Writes the sample library into `resources/sample`: a dozen files of an invented harbour, one of each kind.

    python -m tests.sample_library.make [FOLDER]

Some sentences have the form that the demo's model was trained on: "The <attribute> of <entity> is <value>."
"""

import json
import sys
from pathlib import Path

from tests.sample_library import packages

FOLDER = Path(__file__).parents[2] / "resources" / "sample"

SURVEY = (
    (
        "Survey of the lighthouse, 2026",
        (
            "Ordered by the Saltholm Harbour Trust and carried out by Brandt & Keller, engineers, from 4 to 8 May 2026.",
            "This report describes the state of the lighthouse and what should be repaired before the winter. "
            "Measurements stand on page 2, the recommended work on page 3.",
        ),
    ),
    (
        "Measurements",
        (
            "The tower was measured with a laser from the quay, twice on each side.",
            "The height of the lantern tower is 41 metres.",
            "The diameter of the lantern tower is 7 metres.",
            "The gallery was closed to visitors while the railing was examined.",
        ),
    ),
    (
        "Recommended work",
        (
            "The mortar on the weather side has opened along eleven courses and should be pointed again.",
            "The budget of the tower repair is 84000 euros. Scaffolding makes up a third of it.",
        ),
    ),
)
HANDBOOK = (
    ("Title", "Handbook for wardens"),
    ("Heading1", "Opening and closing"),
    ("Normal", "The gates are opened by the warden on duty, who signs the book in the office."),
    ("Normal", "The opening hour of the north quay is 6:30."),
    ("Heading1", "Storms"),
    ("Normal", "When the wind rises above eight, boats in the outer basin are moved behind the breakwater."),
    ("Normal", "The storm signal of the harbour is two red lamps."),
    ("Heading1", "Who to call"),
)
CALLS = (
    ("Whom", "For what", "Telephone"),
    ("Harbour office", "berths, gates", "555 0140"),
    ("Pilot", "ships over 30 metres", "555 0177"),
)
BERTHS = {
    "Berths": (
        ("Berth", "Length in metres", "Fee a month in euros", "Boat"),
        ("N1", 8, 62, "Skylark"),
        ("N2", 8, 62, "Petrel"),
        ("N3", 12, 95, "Old Harriet"),
        ("S1", 18, 160, "Saltholm Ferry"),
        ("S2", 18, 160, "free"),
    ),
    "Income": (
        ("Year", "Berth fees", "Slipway", "Total"),
        (2024, 7810, 2300, 10110),
        (2025, 8146, 2455, 10601),
    ),
}
MEETING = (
    ("Annual meeting 2026", ("Saltholm Harbour Trust", "Assembly hall, 21 February")),
    (
        "The year in figures",
        ("Visitors to the lighthouse: 12,480", "Boats in winter storage: 37", "New members: 19"),
    ),
    (
        "Plans for 2027",
        (
            "The deadline of the slipway project is 30 June 2027.",
            "New benches along the south quay",
            "A second charging post",
        ),
    ),
)
VISIT = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Visit the lighthouse</title></head>
<body>
<nav><a href="index.html">Home</a> <a href="berths.html">Berths</a></nav>
<main>
<h1>Visit the lighthouse</h1>
<p>From April to October the tower can be climbed every day but Monday. There are 197 steps and no lift.</p>
<h2>Tickets</h2>
<p>The ticket price of the lighthouse is 6 euros. Children under seven come in free.</p>
<h2>Getting here</h2>
<p>The bus stops at the chapel; from there it is ten minutes on foot along the dyke.</p>
</main>
<footer>Saltholm Harbour Trust</footer>
</body>
</html>
"""
GARDEN = """# The keeper's garden

Notes for whoever looks after it next.

## Beds

The long bed lies behind the wall and is dry by June. Thyme, sea kale and thrift come back by themselves.

## Well

The depth of the garden well is 9 metres. In a dry summer it gives two cans a day, no more.

## Bees

Two hives stand at the east end, owned by *Jonas Falk*. Leave the path before them free.
"""
LETTER = """Date: Tue, 13 Jan 2026 09:12:00 +0000
From: Ruth Ekdahl <ruth.ekdahl@northsea-mutual.example>
To: Saltholm Harbour Trust <office@saltholm.example>
Subject: Your policy for the slipway
Message-ID: <20260113-0912@northsea-mutual.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Dear members of the trust,

thank you for the photographs. The crack beside the winch is older than the policy, so it is not covered.

The annual premium of the slipway policy is 1310 euros. It is due on the first of March.

With kind regards
Ruth Ekdahl
"""
MEMBERS = """number,name,since,berth,duty
1,Jonas Falk,1998,N1,bees and garden
2,Ingrid Solvang,2004,N3,keeper of the lighthouse
3,Peter Aalto,2011,,treasurer
4,Clara Wenn,2019,S2,young sailors
5,Oscar Lind,2022,N2,slipway
"""
HISTORY = (
    (
        "Before the harbour",
        ("For three hundred years the fishermen of Saltholm drew their boats up on the open beach.",),
    ),
    (
        "The lighthouse",
        (
            "In 1871 two ships were lost on the bar within a month, and the county voted the money for a light.",
            "The designer of the lighthouse is Hedda Brandt. She had drawn bridges before, and never built another tower.",
        ),
    ),
    (
        "The storm of 1926",
        ("On the night of 9 October the sea took the old jetty and left the lighthouse standing.",),
    ),
)
LEASE = (
    (1, "Lease of the boathouse"),
    (0, "Between the Saltholm Harbour Trust and the sailing club Westwind, signed on 2 March 2025."),
    (2, "Rent"),
    (
        0,
        "The annual rent of the boathouse is 2400 euros. It is paid in two halves, in March and in September.",
    ),
    (2, "Ending the lease"),
    (0, "The notice period of the boathouse lease is 3 months. Notice is given in writing."),
    (2, "Upkeep"),
    (0, "The club keeps roof and doors in order; the trust looks after the foundations."),
)
MINUTES = """MINUTES OF THE BOARD, 3 SEPTEMBER 2026

Present: J. Falk, I. Solvang, P. Aalto (minutes), C. Wenn. Apologies: O. Lind.

1. Winter storage. Thirty-seven boats are expected, two fewer than last year. Oscar Lind draws up the plan.

2. Ferry. The capacity of the ferry is 48 people. The company asks for a second ladder at S1; agreed.

3. Lighthouse. The survey was read. Mr Aalto asks three firms for offers for the pointing.

4. Next meeting on 5 November at seven in the office.
"""
TIDES = (
    (
        "markdown",
        "# Tide readings\nHeights above chart datum at the harbour gate, read every morning in July.",
    ),
    (
        "code",
        "readings = [1.82, 1.94, 2.07, 2.11, 2.02, 1.87]\nmean = sum(readings) / len(readings)\nround(mean, 2)",
    ),
    ("markdown", "The highest tide of July is 2.11 metres. It came with the new moon and no wind."),
)


def sample_files() -> dict[str, bytes]:
    """All files by name."""
    texts = {
        "visit-the-lighthouse.html": VISIT,
        "garden-notes.md": GARDEN,
        "insurance-letter.eml": LETTER,
        "members.csv": MEMBERS,
        "board-minutes.txt": MINUTES,
        "tide-readings.ipynb": _notebook(),
    }
    return {
        "lighthouse-survey.pdf": packages.pdf(SURVEY),
        "wardens-handbook.docx": packages.docx(HANDBOOK, CALLS),
        "berths.xlsx": packages.xlsx(dict(BERTHS)),
        "annual-meeting.pptx": packages.pptx(MEETING),
        "saltholm-history.epub": packages.epub("A short history of Saltholm", "Ingrid Solvang", HISTORY),
        "boathouse-lease.odt": packages.odt(LEASE),
        **{name: text.encode("utf-8") for name, text in texts.items()},
    }


def _notebook() -> str:
    cells: list[dict[str, object]] = []
    for kind, text in TIDES:
        cell: dict[str, object] = {"cell_type": kind, "metadata": {}, "source": text}
        if kind == "code":
            cell |= {"execution_count": 1, "outputs": []}
        cells.append(cell)
    about = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return (
        json.dumps({"cells": cells, "metadata": about, "nbformat": 4, "nbformat_minor": 4}, indent=1) + "\n"
    )


def main(folder: Path = FOLDER) -> None:
    """Write them all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in sample_files().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
