"""Ways to begin, for whoever looks at an empty page. None is asked of anybody."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BEGINNINGS: dict[str, str | Promise] = {
    "a-good-day": _("A good day"),
    "music": _("Music that has carried me"),
    "heavy": _("What helps when it is heavy"),
    "not-asked": _("What I would rather not be asked"),
    "glad": _("Something I am glad of"),
    "how-i-came-here": _("How I came here"),
}
