"""What `hearth doctor` says of the devices; the whole command is tried in tests/end2end/test_command_line.py."""

from app.cli.doctor import devices_words
from app.domain.devices import DeviceList


def test_the_build_that_was_chosen_is_named_where_there_are_several() -> None:
    words = devices_words(DeviceList((), ("AVX2", "FMA"), "haswell", ("haswell", "x64", "zen4")), None)
    assert words.startswith("They run on the processor (AVX2, FMA; built for haswell, one of 3 builds)")
    assert devices_words(DeviceList((), ()), None).startswith("They run on the processor: no graphics")
