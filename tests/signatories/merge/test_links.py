"""Which addresses can be followed from a file."""

import pytest

from signatories.merge.links import is_safe


@pytest.mark.parametrize("address", ["HTTPS://example.org", "ftp://example.org/x", "tel:+41"])
def test_what_leads_to_others_can_be(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "file:///etc/x", "example.org"])
def test_what_runs_or_stays_here_cannot(address: str) -> None:
    assert not is_safe(address)
