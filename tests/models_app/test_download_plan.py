"""Which files of a repository are one model's, above all which projector goes with it."""

import pytest

from app.domain.model_source import HubFile
from app.models.download_plan import projector_near


def listed(*paths: str) -> tuple[HubFile, ...]:
    return tuple(HubFile(path, 1, "", "") for path in paths)


@pytest.mark.parametrize(
    ("model", "others", "found"),
    [
        ("seer-Q4_K_M.gguf", ("mmproj-F32.gguf", "mmproj-F16.gguf", "mmproj-BF16.gguf"), "mmproj-F16.gguf"),
        ("Seer-3B-Q4_K_M.gguf", ("Seer-3B-BF16-mmproj.gguf",), "Seer-3B-BF16-mmproj.gguf"),
        # The kept type of the model says nothing of the projector's.
        ("seer-BF16.gguf", ("mmproj-BF16.gguf", "mmproj-Q8_0.gguf"), "mmproj-Q8_0.gguf"),
        # Several models in one repository: the name says whose it is.
        (
            "seer-12b-Q4_K_M.gguf",
            ("seer-4b-Q4_K_M.gguf", "mmproj-seer-4b-f16.gguf", "mmproj-seer-12b-bf16.gguf"),
            "mmproj-seer-12b-bf16.gguf",
        ),
        # Folders: beside the model, then at the top, then where no model lies; never another model's.
        (
            "Q8_0/seer-00001-of-00002.gguf",
            ("Q8_0/mmproj-F32.gguf", "mmproj-F16.gguf"),
            "Q8_0/mmproj-F32.gguf",
        ),
        ("Q8_0/seer.gguf", ("mmproj-F32.gguf", "eyes/mmproj-F16.gguf"), "mmproj-F32.gguf"),
        ("Q8_0/seer.gguf", ("eyes/mmproj-F16.gguf",), "eyes/mmproj-F16.gguf"),
        ("one/seer.gguf", ("two/other.gguf", "two/mmproj-F16.gguf"), None),
        ("seer.gguf", ("mmproj.json", "readme-mmproj.md", "imatrix.gguf"), None),
        ("seer.gguf", ("mmproj-odd-name.gguf",), "mmproj-odd-name.gguf"),
    ],
)
def test_the_projector_of_a_model_is_told_from_names(
    model: str, others: tuple[str, ...], found: str | None
) -> None:
    for order in (others, others[::-1]):
        there = projector_near(model, listed(model, *order))
        assert (there.path if there is not None else None) == found
