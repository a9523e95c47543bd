"""Where the planners find who a row means."""

from signatories.matching.directory import Directory as Directory
from signatories.matching.records import KnownOrganisation as KnownOrganisation
from signatories.matching.records import KnownPerson as KnownPerson
from signatories.matching.spelling import equal as equal
