"""The sample library of the demo, and its suggested questions, through `hearth --demo`."""

from app.services.demo import DEMO_FILES, DEMO_LIBRARY, DEMO_QUESTIONS
from tests.end2end.program import Home
from tests.sample_library.make import sample_files

ANSWERS = (
    ("The height of the lantern tower is 41 metres [1].", "lighthouse-survey.pdf"),
    ("The annual rent of the boathouse is 2400 euros [1].", "boathouse-lease.odt"),
    ("The ticket price of the lighthouse is 6 euros [1].", "visit-the-lighthouse.html"),
)


def test_the_files_are_what_the_script_makes_a_dozen_and_small() -> None:
    made = sample_files()
    assert {path.name: path.read_bytes() for path in DEMO_FILES.iterdir()} == made
    assert len(made) == 12
    assert sum(map(len, made.values())) < 100_000
    assert len({name.rpartition(".")[2] for name in made}) == 12


def test_the_suggested_questions_are_answered_with_the_right_number(home: Home) -> None:
    for question, (answer, name) in zip(DEMO_QUESTIONS, ANSWERS, strict=True):
        named = (
            ("--library", DEMO_LIBRARY) if question == DEMO_QUESTIONS[0] else ()
        )  # it is meant without a name, too
        done = home.run("--demo", "ask", *named, "--json", question, profile=False)
        assert done.code == 0, done.err
        told = done.json
        assert told["answer"] == answer
        assert [citation["path"].rpartition("/")[2] for citation in told["citations"]] == [name]
