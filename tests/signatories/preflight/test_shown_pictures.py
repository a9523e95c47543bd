"""Pictures with too few pixels for their size in print are told before they are printed."""

from dataclasses import replace

import pytest

from signatories import preflight
from signatories.block.settings import BlockSettings, Layout
from signatories.findings import Spot, Tab
from signatories.merge.snapshot import Choices
from signatories.merge.taking import take
from signatories.models.block import Form
from signatories.typesetting.images import Image
from tests.factories import Make
from tests.found import ready


@pytest.mark.parametrize(
    ("layout", "pixels", "coarse"),
    [
        (Layout(logos=True), 50, True),  # 9 mm high: 141 an inch
        (Layout(logos=True), 60, False),
        (Layout(Form.LOGOS), 100, True),  # 20 mm: 127 an inch
        (Layout(Form.LOGOS), 130, False),
        (Layout(signatures=True), 80, True),  # 14 mm: 145 an inch
        (Layout(signatures=True), 90, False),
        (Layout(), 1, False),
    ],
)
def test_a_picture_that_looks_coarse_is_told(
    make: Make, layout: Layout, pixels: int, coarse: bool
) -> None:
    ready(make)
    with make.database.reading() as session:
        taken = take(session, 1, Choices(block=BlockSettings(layout=layout)))
    (line,) = (line._replace(logo="a", signature="a") for line in taken.signatories)
    lines = (line, line._replace(sign_on_id=2))
    image = Image("a", "image/png", b"", pixels, pixels)
    every = preflight.check(replace(taken, signatories=lines, images={"a": image}))
    found = [each for each in every if "pixels" in str(each.message)]
    assert len(found) == coarse
    for finding in found:
        assert str(finding.message).startswith("Less than 150 pixels an inch in print")
        assert finding.place == Spot(Tab.SIGNATORIES, "", (1, 2))
