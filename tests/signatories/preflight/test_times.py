"""Nothing is made unseen before the moment that somebody set."""

import datetime as dt

from signatories.findings import Level, Spot, Tab
from signatories.letters.run_settings import RunSettings
from tests.factories import Make
from tests.found import findings, ready

HOUR = dt.timedelta(hours=1)


def test_what_is_made_too_early_is_told(make: Make) -> None:
    ready(make)
    now = dt.datetime.now(dt.UTC)
    (found,) = findings(make, run=RunSettings(not_before=now + HOUR))
    assert found.level is Level.WARNING
    assert str(found.message).startswith("This is not to be made before 20")
    assert found.place == Spot(Tab.RUN, "not_before")
    assert findings(make, run=RunSettings(not_before=now - HOUR)) == []
