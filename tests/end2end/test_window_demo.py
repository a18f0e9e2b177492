"""`hearth --demo` in the real window: a suggested question, its answer, and the page its number leads to."""

from app.services.demo import DEMO_FILES
from tests.end2end.portal import Portal
from tests.end2end.program import ASKED, TOWER_ANSWER, Home
from tests.end2end.screen import Screen
from tests.end2end.window import SEND, Window

PAGE = "page 2 of lighthouse-survey.pdf as it looks, with the passage marked"


def test_m6_checkable_a_suggested_question_leads_to_the_marked_page_by_two_clicks(
    home: Home, screen: Screen
) -> None:
    with Window(home, screen, "--demo") as window:
        window.click(ASKED)
        window.wait_words(TOWER_ANSWER)
        window.wait(lambda: window.find(SEND), "the end of the answer, which makes its numbers links")
        window.click_words("[1]", "Answer")
        window.wait(
            lambda: (page := window.find(PAGE)) and 0 < page.centre[1] < 860, "the drawn page, in sight"
        )
        with Portal(screen.bus) as portal:
            window.click("Open lighthouse-survey.pdf in its own program")
            assert portal.next_call() == ("OpenFile", str(DEMO_FILES / "lighthouse-survey.pdf"))
        # The pill's menu turns the library off for the question that follows, and on again.
        pill = "Answer from files: {}. Change it."
        window.click(pill.format("Sample"))
        window.click_menu(0.25)  # of two entries the first
        window.wait(lambda: window.find(pill.format("none")), "the library turned off")
        window.quit()
    left = {path.name for path in (home.folder / "tmp").iterdir()}
    assert not [name for name in left if name.startswith("hearth-demo-")]
