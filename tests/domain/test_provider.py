"""A server is taken as it was typed, or refused with the reason."""

import pytest

from app.domain.errors import UsageError
from app.domain.provider import Place, make_provider

ADDRESS = "https://models.example.org/v1"
PEM = "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n"


def test_a_server_of_ones_own_may_bring_its_authority() -> None:
    made = make_provider("House", "openai", "https://127.0.0.1:8443/v1", "m", own=True, authority=PEM)
    assert (made.place, made.authority, made.base_path) == (Place.OWN, PEM, "/v1")


@pytest.mark.parametrize(
    ("address", "own", "authority", "proxy", "code"),
    [
        ("https://localhost:8443/v1", False, "", "", "provider_is_here"),
        (ADDRESS, False, PEM, "", "provider_authority_foreign"),
        (ADDRESS, True, "no certificate", "", "provider_authority_unclear"),
        ("http://127.0.0.1:8080", True, "", "http://127.0.0.1:3128", "proxy_for_plain"),
        ("http://models.example.org", False, "", "", "provider_address_open"),
    ],
)
def test_what_could_mislead_is_refused(
    address: str, own: bool, authority: str, proxy: str, code: str
) -> None:
    with pytest.raises(UsageError) as caught:
        make_provider("House", "openai", address, "m", own=own, authority=authority, proxy=proxy)
    assert caught.value.code == code
