"""The guards of the sheet that shows every byte before it leaves."""

from tests.mutation.guard import Guard

SHEET = "tests/ui/cloud/test_servers.py"

SHEET_GUARDS: tuple[Guard, ...] = (
    Guard(
        "nothing is sent in the sheet's first half second",
        "app/ui/cloud/consent_sheet.py",
        "        if self.listens and self.send.isEnabled():\n",
        "        if self.send.isEnabled():\n",
        SHEET,
        "test_what_was_meant_for_something_else_is_not_heard",
    ),
    Guard(
        "a key or click for what stood there before is not heard",
        "app/ui/cloud/consent_sheet.py",
        "        return watched is self or self.isAncestorOf(watched)\n",
        "        return False\n",
        SHEET,
        "test_what_was_meant_for_something_else_is_not_heard",
    ),
    Guard(
        "nothing is decided in the sheet's first half second",
        "app/ui/cloud/consent_sheet.py",
        "        if self.listens:\n            self.accept()\n",
        "        if True:\n            self.accept()\n",
        SHEET,
        "test_what_was_meant_for_something_else_is_not_heard",
    ),
    Guard(
        "Escape waits like the other keys",
        "app/ui/cloud/consent_sheet.py",
        "        if self.listens:\n            super().reject()\n",
        "        if True:\n            super().reject()\n",
        SHEET,
        "test_what_was_meant_for_something_else_is_not_heard",
    ),
    Guard(
        "Enter sends nothing",
        "app/ui/cloud/consent_sheet.py",
        "        self.keep.setDefault(True)\n",
        "        self.keep.setDefault(False)\n",
        SHEET,
        "test_enter_keeps_it_here_wherever_the_keyboard_is",
    ),
    Guard(
        "bytes under another grant are shown before they can be sent",
        "app/ui/cloud/consent_sheet.py",
        "        self.send.setEnabled(False)\n"
        "        self.wished_again.emit(replace(self._preview.choice, grant=grant))\n",
        "        self.wished_again.emit(replace(self._preview.choice, grant=grant))\n",
        SHEET,
        "test_other_bytes_are_shown_before_they_can_be_sent",
    ),
    Guard(
        "bytes under another limit are shown before they can be sent",
        "app/ui/cloud/consent_sheet.py",
        "        self.send.setEnabled(False)\n"
        "        self.wished_again.emit(replace(self._preview.choice, limit_micro=micro))\n",
        "        self.wished_again.emit(replace(self._preview.choice, limit_micro=micro))\n",
        SHEET,
        "test_other_bytes_are_shown_before_they_can_be_sent",
    ),
    Guard(
        "what can't be sent has no button to send it",
        "app/ui/cloud/consent_sheet.py",
        "        self.why.say(words)\n        self.send.setEnabled(False)\n",
        "        self.why.say(words)\n",
        SHEET,
        "test_other_bytes_are_shown_before_they_can_be_sent",
    ),
)
