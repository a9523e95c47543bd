"""`python -m signatories`: the command line, on its own."""

import sys

from signatories.cli import main

sys.exit(main())
