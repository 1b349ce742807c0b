"""What must hold before a release, beyond the tests: the helplines were read within their age."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "walkalong.config.settings")

import django

django.setup()

from django.utils import timezone  # noqa: E402

from walkalong.safety import helplines  # noqa: E402

stale = helplines.stale(timezone.now().date())
for line in stale:
    sys.stderr.write(f"{line.country}: {line.name} was last read on {line.read_on}; read its source again\n")
sys.exit(bool(stale))
