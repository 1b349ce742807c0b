"""Which static files the service worker keeps on the device, so that the help card looks right offline."""

_paths: list[str] = [
    "web/tokens.css",
    "web/base.css",
    "web/layout.css",
    "web/controls.css",
    "web/surfaces.css",
    "web/people.css",
    "web/navigation.css",
    "web/theme.js",
    "web/left.js",
    "web/quick_exit.js",
    "web/forms.js",
    "web/sign_out.js",
    "web/dialog.js",
    "web/register_worker.js",
    "web/icons/walkalong.svg",
    "web/icons/notes.svg",
]


def register(*paths: str) -> None:
    """Add static files, by the names `{% static %}` takes, that a page must have offline."""
    _paths.extend(path for path in paths if path not in _paths)


def paths() -> list[str]:
    return list(_paths)
