"""Assistants: chosen from the header, made, changed and given away in their sheet."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.domain.adapter import ADAPTERS_LIMIT, Adapter
from app.domain.conversation import Role
from app.domain.preset import Preset
from app.domain.sampling import Sampling
from app.ui.presets.sheet import PresetsSheet
from tests.ui.window_at_work import WindowAtWork


@pytest.fixture
def with_presets(work: WindowAtWork) -> WindowAtWork:
    service = work.session.presets
    service.save(Preset("Teacher", "Explain.", "", Sampling(temperature=0.5)))
    service.save(Preset("<b>& other", "Other.", "Nowhere 70B"))
    work.space.chat.presets._fetch()
    work.settle()
    return work


def pick(work: WindowAtWork, text: str) -> None:
    """Choose a line of the button's menu."""
    choice = work.space.chat.presets
    choice.button.click()
    assert isinstance(choice.menu, QMenu)
    line = next(action for action in choice.menu.actions() if action.text() == text)
    line.trigger()
    choice.menu.close()
    work.settle()


def sheet_of(work: WindowAtWork) -> PresetsSheet:
    work.space.chat.presets.open_sheet()
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, PresetsSheet)
    return sheet


def test_one_is_chosen_for_a_conversation_that_begins_and_for_one_that_is_there(
    with_presets: WindowAtWork,
) -> None:
    work, choice = with_presets, with_presets.space.chat.presets
    assert choice.button.text() == "Assistant ▾"
    pick(work, "Teacher")
    assert choice.button.accessibleName() == "Assistant: Teacher. Choose another."
    field = work.space.chat.composer.field
    QTest.keyClicks(field, "Why?")
    QTest.keyClick(field, Qt.Key.Key_Return)
    work.settle()
    (begun,) = work.session.chat.begun
    assert begun is not None
    assert (begun.preset, begun.system_prompt, begun.sampling) == (
        "p0",
        "Explain.",
        Sampling(temperature=0.5),
    )
    work.work(work.session.chat.end)
    other = work.session.chat.add("Other", [(Role.USER, "q"), (Role.ASSISTANT, "a")])
    work.work(lambda: work.session.chat.rename(other.id, "Other"))
    work.space.open(other.id)
    work.settle()
    assert choice.button.text() == "Assistant ▾"
    pick(work, "<b>&& other")
    assert work.session.chat.kept[other.id].system_prompt == "Other."
    assert choice.button.text() == "<b>&& other ▾"
    pick(work, "As usual")
    assert work.session.chat.kept[other.id].preset == ""


def test_they_are_made_copied_and_deleted_with_undo(with_presets: WindowAtWork) -> None:
    work, kept = with_presets, with_presets.session.presets.presets
    sheet = sheet_of(work)
    assert sheet.name.text() == "Teacher"
    sheet.new.click()
    assert not sheet.save.isEnabled()
    sheet.name.setText("Mine")
    sheet.prompt.setPlainText("Do it.")
    sheet.save.click()
    work.settle()
    assert [(one.name, one.system_prompt, one.sampling) for one in kept.values()][-1] == (
        "Mine",
        "Do it.",
        None,
    )
    sheet.copy.click()
    work.settle()
    assert sheet.name.text() == "Mine 2"
    sheet.delete.click()
    work.settle()
    assert "Mine 2" not in [one.name for one in kept.values()]
    assert sheet.gone.text() == "“Mine 2” is deleted."
    sheet.undo.click()
    work.settle()
    assert "Mine 2" in [one.name for one in kept.values()]
    assert not sheet.undo.isVisible()
    assert [one.name for one in work.space.chat.presets.presets] == [one.name for one in kept.values()]


@pytest.mark.parametrize(
    ("name", "bad", "good"),
    [
        ("temperature", "5.1", "4.5"),
        ("temperature", "hot", "0"),
        ("top_k", "1.5", "40"),
        ("seed", "-2", "-1"),
    ],
)
def test_sampling_is_checked_while_it_is_typed(
    with_presets: WindowAtWork, name: str, bad: str, good: str
) -> None:
    sheet = sheet_of(with_presets)
    form = sheet.sampling
    assert form.fields["temperature"].text() == "0.5"
    form.fields[name].setText(bad)
    assert not sheet.save.isEnabled()
    assert "please" in form.problem.text()
    assert form.fields[name].property("look") == "wrong"
    form.fields[name].setText(good)
    assert sheet.save.isEnabled()
    assert not form.problem.isVisible()
    sheet.save.click()
    with_presets.settle()
    saved = with_presets.session.presets.presets["p0"].sampling
    assert saved is not None
    assert getattr(saved, name) == float(good)
    form.usual.setChecked(True)
    sheet.save.click()
    with_presets.settle()
    assert with_presets.session.presets.presets["p0"].sampling is None


def test_files_go_out_and_come_in_and_a_hostile_one_is_refused_with_a_sentence(
    with_presets: WindowAtWork, tmp_path: Path
) -> None:
    sheet = sheet_of(with_presets)
    file = tmp_path / "teacher.json"
    sheet.export(file)
    with_presets.settle()
    sheet.take_in(file)
    with_presets.settle()
    assert sheet.list.count() == 3
    file.write_text(file.read_text(encoding="utf-8").replace("0.5", "1e99"), encoding="utf-8")
    sheet.take_in(file)
    with_presets.settle()
    assert sheet.problem.text() == "The preset's “temperature” has to be between 0 and 5."
    assert sheet.list.count() == 3


def test_a_model_that_is_not_here_is_named_so(with_presets: WindowAtWork) -> None:
    sheet = sheet_of(with_presets)
    sheet.list.setCurrentRow(1)
    assert sheet.model.currentText() == "Nowhere 70B (not here)"
    assert sheet.model.currentData() == "Nowhere 70B"


def test_adapters_are_named_with_their_strength_and_an_export_leaves_them_out(
    with_presets: WindowAtWork, tmp_path: Path
) -> None:
    work, kept = with_presets, with_presets.session.presets.presets
    sheet = sheet_of(work)
    form = sheet.adapters
    form.add_file(tmp_path / "<b>style.gguf")
    form.add_file(tmp_path / "other.gguf")
    form.add_file(tmp_path / "other.gguf")
    assert [row.label.text() for row in form.rows] == ["<b>style.gguf", "other.gguf"]
    form.rows[0].strength.setValue(0.5)
    QTest.mouseClick(form.rows[1].remove, Qt.MouseButton.LeftButton)
    sheet.save.click()
    work.settle()
    chosen = (Adapter(str(tmp_path / "<b>style.gguf"), 0.5),)
    assert kept["p0"].adapters == chosen == sheet.adapters.adapters()
    file = tmp_path / "out.json"
    sheet.export(file)
    work.settle()
    assert "without its adapters" in sheet.problem.text()
    assert "style" not in file.read_text(encoding="utf-8")
    sheet.list.setCurrentRow(1)
    assert sheet.adapters.rows == []
    for number in range(ADAPTERS_LIMIT):
        form.add_file(tmp_path / f"{number}.gguf")
    assert not form.add.isEnabled()
