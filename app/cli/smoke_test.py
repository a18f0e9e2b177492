"""`hearth --smoke-test`: whether this installation works, tried on a profile that is thrown away. Says nothing if so.

Command process, main thread. The supervisor has the window tried afterwards (`app.supervision`), which locks itself
as soon as it is open.
"""

from collections.abc import Callable

from app.cli.library import ask_for, wait_for
from app.cli.terminal import CommandContext, OpenProfile, open_profile
from app.domain.document import PageImage, ReadOptions
from app.domain.errors import WorkerError
from app.domain.generation import Sampling
from app.domain.passage import Found, SearchMode
from app.domain.typesetting import Outline
from app.ipc.channel import Channel
from app.ipc.frames import Hello, Leave
from app.ipc.gateway_frames import FromGateway
from app.ipc.reading import DocumentReader
from app.services.asking import OneQuestion, Question
from app.services.demo import DEMO_FILES, DEMO_LIBRARY, DEMO_QUESTIONS

PAGE = DEMO_FILES / "lighthouse-survey.pdf"  # its first page is drawn
PAGE_WIDTH_PX = 1200
PAGE_WORD = "lighthouse"
QUESTION = DEMO_QUESTIONS[0]  # answered by a later page
ANSWER_WORD = "lantern"
FORMULA = r"\frac{a}{b}"

Fail = Callable[[Exception], None]


def run(context: CommandContext) -> int:
    """Have every kind of process but the window do its work once. Exit 0; HearthError says what failed."""
    _greet_gateway(context)
    with open_profile(context) as profile:  # made anew; its sample files have been read by now
        _search(profile)
        _ask(profile)
        _typeset(profile)
        _read_picture(context, _draw(profile))
    return 0


def must(fulfilled: bool, part: str) -> None:
    """Raise WorkerError smoke_test_failed, which names `part`, unless it is `fulfilled`."""
    if not fulfilled:
        raise WorkerError("smoke_test_failed", part=part)


def _greet_gateway(context: CommandContext) -> None:
    channel = Channel(context.start_gateway(), FromGateway)
    try:
        must(isinstance(channel.receive(), Hello), "gateway")
        channel.send(Leave())
    finally:
        channel.close()


def _search(profile: OpenProfile) -> None:
    library = profile.session.library
    wait_for(profile, library.load_embedder)

    def all_embedded() -> bool:
        return all(0 < one.passages == one.embedded for one in library.libraries)

    wait_for(profile, lambda then, failed: library.when_told(then, failed, all_embedded))

    def ask(then: Callable[[Found], None], failed: Fail) -> None:
        library.search(QUESTION, then, failed)

    found = ask_for(profile, ask)
    must(found.mode is SearchMode.FUSED, "search by meaning")
    must(any(ANSWER_WORD in hit.passage.text.lower() for hit in found.hits), "search")


def _ask(profile: OpenProfile) -> None:
    session = profile.session
    asked = OneQuestion(session.models, session.host, session.grounder, lambda _text, _thinking: None)
    question = Question(QUESTION, sampling=Sampling(temperature=0.0), libraries=(DEMO_LIBRARY,))
    profile.workroom.post(lambda: asked.start(question))
    answered = asked.result.result()
    must(answered.completion is not None and ANSWER_WORD in answered.text.lower(), "answer")
    must(any(source.path == str(PAGE) for source in answered.cited), "citation")


def _typeset(profile: OpenProfile) -> None:
    def draw(then: Callable[[Outline | None], None], _failed: Fail) -> None:
        profile.session.typesetting.draw(FORMULA, True, then)

    must(ask_for(profile, draw) is not None, "formula")


def _draw(profile: OpenProfile) -> PageImage:
    def draw(then: Callable[[PageImage], None], failed: Fail) -> None:
        profile.session.pages.draw(str(PAGE), 1, (), PAGE_WIDTH_PX, then, failed)

    return ask_for(profile, draw)


def _read_picture(context: CommandContext, page: PageImage) -> None:
    picture = context.profile.with_name("page.png")  # in the folder that is thrown away with the profile
    picture.write_bytes(page.png)
    with DocumentReader() as reader:
        reading = reader.read_document(picture, ReadOptions(ocr=True))
    must(any(PAGE_WORD in page.text.lower() for page in reading.pages), "words in pictures")
