"""`walkalong demo`: a programme to try, in a database of its own, on this machine only."""

import argparse
import os

from walkalong.config import cli
from walkalong.config.cli import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=None, help="port (default: $PORT or 8000)")
    parser.add_argument("--fresh", action="store_true", help="forget the last demo and begin again")
    parser.add_argument("--load-only", action="store_true", help="load the demo programme and stop")


def run(options: argparse.Namespace) -> int:
    if os.environ.get("DATABASE_URL") or os.environ.get("DATABASE_URL_FILE"):
        raise cli.Sorry(
            "the demo has a database file of its own and never touches another. "
            "Unset DATABASE_URL to see the demo, or use `walkalong serve` for the real programme."
        )
    os.environ["WALKALONG_DEMO"] = "1"
    port = serve.use_port(options.port)
    if not options.load_only:
        serve.require_free("127.0.0.1", port)
    if options.fresh:
        forget()
    serve.prepare()
    load()
    if options.load_only:
        return 0
    introduce()
    serve.start(host="127.0.0.1", port=port)
    return 0


def forget() -> None:
    import shutil

    from django.conf import settings

    for suffix in ("", "-wal", "-shm"):
        settings.DATA_DIR.joinpath(f"demo.sqlite3{suffix}").unlink(missing_ok=True)
    shutil.rmtree(settings.MEDIA_DIR, ignore_errors=True)


def load() -> None:
    """Load the demo programme once; loading again changes nothing."""
    from walkalong.config.demo import load_demo_programme

    if load_demo_programme():
        cli.say("The demo programme is loaded.")


def introduce() -> None:
    from django.conf import settings

    from walkalong.people.queries import people_with_roles, roles_of

    cli.say(f"Sign in as any of these with one press at {settings.SITE_URL}/demo/ :")
    for person in people_with_roles():
        roles = ", ".join(sorted(role.label.lower() for role in roles_of(person)))
        cli.say(f"  {person.display_name:<12} {roles}")
