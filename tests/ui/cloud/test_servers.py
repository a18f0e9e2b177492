"""Servers in the window: the pills, the sheet before anything leaves, and the list of servers."""

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.domain.cloud_choice import AskReason
from app.domain.cloud_reply import CloudReply
from app.domain.conversation import MessageState, Role
from app.domain.errors import CloudError, GenerationError
from app.domain.price import OfferedPrice, Price
from app.domain.source import Source
from app.services.cloud_preview import CloudPreview
from app.services.provider_service import ProviderFacts
from app.ui.cloud.consent_sheet import ConsentSheet
from app.ui.cloud.payload_view import EXACT, MASKED
from app.ui.cloud.servers_sheet import ServersSheet
from app.ui.language import day_words
from app.ui.transcript.answer import AnswerItem
from tests.ui.fake_cloud import HOUSE, a_preview
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork

LONG_MS = 600_000
TYPED = "What may anna@example.org read?"


@pytest.fixture
def on_house(work: WindowAtWork) -> WindowAtWork:
    """A new conversation that is switched to a server."""
    with_house(work)
    work.space.chat.servers.choose("House")
    work.settle()
    return work


def with_house(work: WindowAtWork, price: Price | None = None) -> None:
    work.session.providers.kept["House"] = ProviderFacts(
        HOUSE, {HOUSE.model: price} if price is not None else {}, True
    )
    work.space.chat.servers.refresh()
    work.settle()


def ask(work: WindowAtWork, text: str = TYPED) -> ConsentSheet:
    """Send from the composer; the sheet, once it listens."""
    work.space.chat.composer.set_text(text)
    work.space.chat.composer.send.click()
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, ConsentSheet)
    work.qtbot.waitUntil(lambda: sheet.listens)
    return sheet


def test_a_conversation_says_everywhere_where_its_words_go(work: WindowAtWork) -> None:
    chat = work.space.chat
    assert not chat.servers.pill.isVisible()  # nobody has named a server
    with_house(work)
    assert chat.servers.pill.accessibleName() == "Answered by this computer. Choose another."
    assert (chat.header.local.text(), work.space.frame.isVisible()) == ("Local only", False)
    chat.servers.choose("House")
    assert chat.servers.pill.accessibleName() == "Answered by House. Choose another."
    assert (chat.header.local.text(), work.space.frame.isVisible()) == ("House", True)
    assert "House (models.example.org)" in chat.composer.server_line.text()
    assert "House answers" in chat.empty.line.text()
    work.space.settings.open()
    assert not work.space.frame.isVisible()
    work.space.show_chat()
    assert work.space.frame.isVisible()
    chat.show_new()
    assert (chat.servers.on_server, work.space.frame.isVisible()) == (False, False)
    assert chat.composer.server_line.text() == ""


def test_each_model_of_a_server_can_be_chosen(work: WindowAtWork) -> None:
    work.session.providers.kept["House"] = ProviderFacts(replace(HOUSE, models=("small-2",)), {}, True)
    desk = work.space.chat.servers
    desk.refresh()
    work.settle()
    desk.open_menu()
    assert desk.menu is not None
    (other,) = [action for action in desk.menu.actions() if "small-2" in action.text()]
    other.trigger()
    desk.menu.close()
    work.settle()
    assert "small-2 · House" in desk.pill.accessibleName()
    assert b'"small-2"' in ask(work)._preview.payload.body


def test_the_sheet_shows_the_bytes_and_they_alone_are_sent(on_house: WindowAtWork) -> None:
    work = on_house
    sheet = ask(work)
    assert sheet.heading.text() == "Send this to House?"
    assert sheet.view.text.toPlainText() == "user  What may [EMAIL_1] read?"
    sheet.view.kinds.chosen.emit(EXACT)
    shown = sheet.view.text.toPlainText()
    sheet.view.kinds.chosen.emit(MASKED)
    assert sheet.view.text.toPlainText() == "[EMAIL_1]  anna@example.org"
    assert (work.space.chat.composer.text, work.session.cloud.sent) == (TYPED, [])
    sheet.send.click()
    work.settle()
    ((preview, by_sheet),) = work.session.cloud.sent
    assert (preview.payload.body.decode(), by_sheet) == (shown, True)
    assert work.space.chat.composer.text == ""
    work.work(work.session.chat.end)
    work.space.chat.composer.set_text("And then?")
    work.space.chat.composer.send.click()
    work.settle()
    assert [by for _, by in work.session.cloud.sent] == [True, False]  # no sheet for what was agreed to


@pytest.mark.parametrize("focused", ["send", "view.text", "always.switch", "edit"])
def test_enter_keeps_it_here_wherever_the_keyboard_is(on_house: WindowAtWork, focused: str) -> None:
    work = on_house
    widget: QWidget = attrgetter(focused)(ask(work))
    QTest.keyClick(widget, Qt.Key.Key_Return)
    work.settle()
    assert (work.session.cloud.sent, work.space.chat.composer.text) == ([], TYPED)
    assert not work.space.chat.servers.on_server
    assert not work.space.chat.busy


def test_escape_leaves_it_as_it_was(on_house: WindowAtWork) -> None:
    work = on_house
    ask(work).edit.click()
    work.settle()
    assert (work.session.cloud.sent, work.space.chat.composer.text) == ([], TYPED)
    assert work.space.chat.servers.on_server and not work.space.chat.busy


def test_what_was_meant_for_something_else_is_not_heard(work: WindowAtWork) -> None:
    with_house(work)
    agreed: list[CloudPreview] = []
    preview = a_preview(work.session.cloud, TYPED)
    sheet = ConsentSheet(work.space.chat._theme, work.window, "Talk", preview, deaf_ms=LONG_MS)
    sheet.agreed.connect(agreed.append)
    sheet.kept_local.connect(lambda: agreed.append(preview))
    sheet.open_over(sheet.keep)
    QTest.mouseClick(sheet.send, Qt.MouseButton.LeftButton)
    QTest.keyClick(sheet.send, Qt.Key.Key_Space)
    QTest.keyClick(sheet.keep, Qt.Key.Key_Return)
    QTest.mouseClick(sheet.always.switch, Qt.MouseButton.LeftButton)
    for button in (sheet.send, sheet.keep):
        button.click()  # what a screen reader's press does
    sheet.reject()
    assert agreed == [] and sheet.isVisible()
    assert not sheet._preview.choice.ask_always
    sheet._listen()
    QTest.mouseClick(sheet.send, Qt.MouseButton.LeftButton)
    assert len(agreed) == 1


def test_other_bytes_are_shown_before_they_can_be_sent(on_house: WindowAtWork) -> None:
    work = on_house
    sheet = ask(work)
    changes: tuple[Callable[[], None], ...] = (
        lambda: sheet.limit.chosen.emit(5_000_000),
        lambda: sheet.earlier.chosen.emit(True),
    )
    for change in changes:
        change()
        assert not sheet.send.isEnabled()
        work.settle()
        assert sheet.send.isEnabled()
    sheet.refuse("It can't be sent like this.")
    sheet.send.click()
    work.settle()
    assert work.session.cloud.sent == []


def test_documents_go_only_when_each_was_allowed_with_its_words_in_sight(on_house: WindowAtWork) -> None:
    work = on_house
    tax = Source(1, "/home/anna/tax.pdf", "pdf", 1, 0, 9, "The rate is <b>19</b> per cent.")
    lease = Source(2, "/home/anna/lease.txt", "text", 1, 0, 9, "Three months.")
    work.session.cloud.found = (tax, lease)
    sheet = ask(work)
    assert (sheet.view.files.text(), sheet.files.switch.isChecked()) == ("0 files", False)
    assert "19" not in sheet.view.text.toPlainText()
    words = [label.text() for label in sheet.documents.findChildren(QLabel)]
    assert any("<b>19</b> per cent" in text for text in words)
    sheet.documents.boxes[tax.path].click()
    assert not sheet.send.isEnabled()  # until the new bytes are shown
    work.settle()
    assert sheet.send.isEnabled() and sheet.view.files.text() == "1 file"
    assert "19" in sheet.view.text.toPlainText() and "Three months" not in sheet.view.text.toPlainText()
    sheet.files.switch.click()
    work.settle()
    assert sheet.view.files.text() == "0 files"


def test_a_sheet_that_is_left_before_other_bytes_came_is_no_fault(work: WindowAtWork) -> None:
    with_house(work, Price("$", 3_000_000, 15_000_000, "2026-11-28"))
    work.space.chat.servers.choose("House")
    sheet = ask(work)
    sheet.limit.box.setValue(0.5)  # which has it composed anew
    sheet.edit.click()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    work.settle()
    assert work.session.cloud.sent == [] and work.space.chat.composer.text == TYPED


def test_a_limit_and_the_wish_to_be_asked_are_sent_along(work: WindowAtWork) -> None:
    with_house(work, Price("$", 3_000_000, 15_000_000, "2026-11-28"))
    work.space.chat.servers.choose("House")
    sheet = ask(work)
    assert sheet.limit.box.isEnabled() and day_words("2026-11-28") in sheet.limit.told.text()
    sheet.always.switch.click()
    sheet.limit.box.setValue(0.5)
    assert not sheet.send.isEnabled()  # the longest answer stands in the bytes
    work.settle()
    assert "4,096 tokens" in sheet.limit.told.text()
    sheet.send.click()
    work.settle()
    choice = work.session.cloud.sent[0][0].choice
    assert (choice.ask_always, choice.limit_micro) == (True, 500_000)
    work.work(work.session.chat.end)
    again = ask(work, "Once more")
    assert again._preview.why is AskReason.ALWAYS
    again.keep.click()
    work.settle()
    assert len(work.session.cloud.sent) == 1


def test_a_failed_answer_offers_this_computer_and_never_asks_it_by_itself(on_house: WindowAtWork) -> None:
    work = on_house
    offers: list[tuple[str, str, Callable[[], None]]] = []
    work.space.offered.connect(lambda words, button, act, _s: offers.append((words, button, act)))
    ask(work).send.click()
    work.settle()
    chat = work.session.chat
    assert chat.answer is not None
    chat.answer = replace(chat.answer, provider="House")
    work.work(lambda: chat.end(MessageState.FAILED, CloudError("server_busy", origin="House")))
    assert len(offers) == 1 and offers[0][1] == "Answer it on this computer"
    assert "House takes no more requests" in offers[0][0]
    assert not work.space.chat.busy
    shown = work.space.chat.conversation
    assert shown is not None and work.session.cloud.choice(shown.id) is not None
    offers[0][2]()
    work.settle()
    assert chat.answer is not None  # a model here is at work
    assert (work.space.chat.servers.on_server, len(work.session.cloud.sent)) == (False, 1)


def test_an_answer_that_broke_off_goes_back_only_by_the_sheet(on_house: WindowAtWork) -> None:
    work = on_house
    ask(work).send.click()
    work.settle()
    chat = work.session.chat
    assert chat.answer is not None
    chat.answer = replace(chat.answer, provider="House", text="Half of")
    broken = chat.answer.id
    work.work(lambda: chat.end(MessageState.INTERRUPTED, CloudError("reply_broken_off", origin="House")))
    item = work.space.chat.transcript.entries[-1].item
    assert isinstance(item, AnswerItem) and item._continue.isVisibleTo(item)
    item._continue.click()
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, ConsentSheet) and "broke off" in sheet.why.text()
    assert len(work.session.cloud.sent) == 1
    work.qtbot.waitUntil(lambda: sheet.listens)
    sheet.send.click()
    work.settle()
    assert work.session.cloud.sent[1][0].question.continues == broken


def test_a_failed_local_answer_offers_a_server_which_is_asked_by_its_sheet_only(work: WindowAtWork) -> None:
    with_house(work)
    offers: list[tuple[str, Callable[[], None]]] = []
    work.space.offered.connect(lambda _words, button, act, _s: offers.append((button, act)))
    made = work.session.chat.add("Talk", [(Role.USER, "Hello"), (Role.ASSISTANT, "Hi")])
    work.work(lambda: work.session.chat.rename(made.id, "Talk"))
    work.space.open(made.id)
    work.settle()
    work.work(lambda: work.session.chat.send(made.id, "And?"))
    work.work(lambda: work.session.chat.end(MessageState.FAILED, GenerationError("prompt_too_long")))
    assert [button for button, _ in offers] == ["Ask House…"]
    assert work.session.cloud.sent == []
    offers[0][1]()
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, ConsentSheet) and work.session.cloud.sent == []


def test_a_request_that_was_cut_off_is_told_of_once(open_window: "Callable[..., WindowAtWork]") -> None:
    session = FakeSession()
    session.cloud.left_open = 1
    work = open_window(session).begin()
    work.settle()
    assert "Whether it arrived is unknown" in work.window.toast.label.text()


def test_a_temporary_conversation_can_not_be_switched(work: WindowAtWork) -> None:
    with_house(work)
    told: list[str] = []
    work.space.told.connect(told.append)
    work.space.chat.show_new(True)
    work.space.chat.servers.choose("House")
    assert not work.space.chat.servers.on_server
    assert len(told) == 1 and "temporary conversation" in told[0]


def test_an_opened_conversation_is_on_its_server_again(work: WindowAtWork) -> None:
    with_house(work)
    made = work.session.chat.add("Talk", [(Role.USER, "Hello"), (Role.ASSISTANT, "Hi")])
    other = work.session.chat.add("Other", [(Role.USER, "Hello")])
    work.session.cloud.choose(made.id, "House")
    work.work(lambda: work.session.chat.rename(made.id, "Talk"))
    for conversation, on in ((made, True), (other, False), (made, True)):
        work.space.open(conversation.id)
        work.settle()
        assert work.space.chat.servers.on_server is on
    work.space.chat.servers.choose("")
    work.settle()
    assert work.session.cloud.choice(made.id) is None


def test_a_server_is_named_tried_and_removed(work: WindowAtWork) -> None:
    providers = work.session.providers
    work.space.open_servers()
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, ServersSheet)
    form = sheet.form
    assert not sheet.save.isEnabled()
    form.kind.setCurrentIndex(form.kind.findData("anthropic"))
    assert form.address.text() == "https://api.anthropic.com/v1"
    form.name.setText("Claude")
    form.key.setText("sk-made-up")
    form.ask_models.click()
    work.settle()
    assert form.model.currentText() == "big-1"
    form.price.prompt.setValue(3)
    form.price.completion.setValue(15)
    sheet.save.click()
    work.settle()
    facts = providers.kept["Claude"]
    assert (facts.provider.model, str(facts.provider.wire)) == ("big-1", "anthropic")
    assert facts.prices["big-1"].prompt_micro == 3_000_000
    assert providers.keys == {"https://api.anthropic.com:443": ("sk-made-up", True)}
    assert form.key.text() == ""  # it isn't shown again
    sheet.try_it.click()
    work.settle()
    assert "entry 7 of the ledger" in sheet.outcome.text()
    providers.refuse = CloudError("server_refused_key", origin="it", status=401)
    sheet.try_it.click()
    work.settle()
    assert "didn't accept the key" in sheet.problem.text()
    assert providers.asked == [f"{what} https://api.anthropic.com:443" for what in ("models", "test", "test")]
    form.address.setText("http://models.example.org")
    sheet.save.click()
    assert "https" in sheet.problem.text()
    sheet.remove.click()
    work.settle()
    assert providers.kept == {}


def test_each_model_has_its_own_price_and_a_listed_one_is_taken_by_its_button_alone(
    work: WindowAtWork,
) -> None:
    usual = Price("$", 3_000_000, 15_000_000, "2026-01-02")
    work.session.providers.kept["House"] = ProviderFacts(
        replace(HOUSE, models=("small-2",)), {"big-1": usual}, True
    )
    work.session.providers.offers = (
        OfferedPrice("big-1", 2_500_000, 10_000_000),
        OfferedPrice("small-2", 100_000, 400_000),
    )
    work.space.open_servers()
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, ServersSheet)
    price = sheet.form.price
    assert (price.prompt.value(), price.currency.text(), price.take.isVisible()) == (3.0, "$", False)
    price.model.setCurrentIndex(1)
    price.model.activated.emit(1)
    assert (price.model.currentText(), price.prompt.value()) == ("small-2", 0.0)
    sheet.form.ask_models.click()
    work.settle()
    assert price.take.isVisible() and "0.1000" in price.offer.text() and "0.4000" in price.offer.text()
    assert price.prices() == {"big-1": usual}  # nothing is taken by itself
    price.currency.setText("€")  # three dollars must not become three euros
    assert not price.take.isVisible() and "another currency" in price.offer.text()
    price.currency.setText("$")
    price.take.click()
    assert (price.completion.value(), price.take.isVisible()) == (0.4, False)
    sheet.form.more_models.setText("small-2, old-3")
    assert price.completion.value() == 0.4
    sheet.save.click()
    work.settle()
    kept = work.session.providers.kept["House"].prices
    assert (kept["small-2"].prompt_micro, kept["small-2"].currency) == (100_000, "$")
    assert kept["big-1"] == usual and "old-3" not in kept


def test_a_proxy_with_a_user_has_a_password_of_its_own(work: WindowAtWork) -> None:
    with_house(work)
    work.space.open_servers()
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, ServersSheet)
    form = sheet.form
    form.proxy.setText("socks5://127.0.0.1:9050")
    assert not form.proxy_password.isVisible()
    form.proxy.setText("socks5://anna@127.0.0.1:9050")
    assert form.proxy_password.isVisible()
    form.proxy_password.setText("two words")
    sheet.save.click()
    work.settle()
    assert work.session.providers.keys == {"socks5://anna@127.0.0.1:9050": ("two words", True)}
    assert work.session.providers.kept["House"].provider.proxy == "socks5://anna@127.0.0.1:9050"
    assert form.proxy_password.text() == ""  # it isn't shown again
    assert "keep it" in form.proxy_password.placeholderText()
    form.proxy.setText("socks5://anna:word@127.0.0.1:9050")
    sheet.save.click()
    work.settle()
    assert "doesn't belong into the proxy's address" in sheet.problem.text()


def test_without_a_keyring_and_where_servers_are_forbidden_the_sheet_says_so(work: WindowAtWork) -> None:
    with_house(work)
    work.session.providers.keyring = False
    work.session.providers.refusal = CloudError("cloud_forbidden", path="/etc/hearth/policy.json")
    work.space.open_servers()
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, ServersSheet)
    assert sheet.form.no_keyring.isVisible() and not sheet.form.lasting.isVisible()
    assert "/etc/hearth/policy.json" in sheet.refusal.text()
    assert not sheet.try_it.isEnabled() and not sheet.form.ask_models.isEnabled()


def test_an_answer_of_a_server_tells_the_row_the_bytes_and_the_cost(work: WindowAtWork) -> None:
    session = work.session
    made = session.chat.add("Talk", [(Role.USER, "Hello"), (Role.ASSISTANT, "Hi")])
    session.chat.texts[made.id][-1] = answer = replace(session.chat.texts[made.id][-1], provider="House")
    session.cloud.replies[answer.id] = CloudReply("House", str(HOUSE.origin), 7, 259, 66, "$")
    session.ledger.bodies[7] = b'{"model":"big-1"}'
    work.work(lambda: session.chat.rename(made.id, "Talk"))
    work.space.open(made.id)
    work.settle()
    panel = work.space.chat.panel
    panel.panel.open_at("details")
    shown = {label.accessibleName() for label in panel.details.findChildren(QLabel)}
    assert {"Where: House", "Bytes sent: 259", "Entry in the ledger: 7", "Cost: $\u00a00.0001"} <= shown
    assert panel.prompt.text.toPlainText() == '{"model":"big-1"}'
    item = work.space.chat.transcript.entries[-1].item
    assert isinstance(item, AnswerItem)
    words = item.words()
    assert "Qwen3 4B · House" in words and not any("on this computer" in word for word in words)


def test_the_sheet_can_be_wished_before_every_message_later_too(on_house: WindowAtWork) -> None:
    work = on_house
    ask(work).send.click()
    work.settle()
    work.work(work.session.chat.end)
    work.space.chat.servers.open_menu()
    menu = work.space.chat.servers.menu
    assert menu is not None
    (always,) = [one for one in menu.actions() if one.text() == "Ask me before every message"]
    always.trigger()
    menu.close()
    work.settle()
    assert ask(work, "Once more").why.text() == ""
    assert len(work.session.cloud.sent) == 1
