"""`walkalong serve`: bring the database up to date, then start the server."""

import argparse
import errno
import os
import socket
import sys
from pathlib import Path

from walkalong.config import cli


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: this machine only)"
    )
    parser.add_argument("--port", type=int, default=None, help="port (default: $PORT or 8000)")
    parser.add_argument(
        "--processes", type=int, default=1, help="web processes; more than one needs REDIS_URL"
    )
    parser.add_argument("--no-migrate", action="store_true", help="leave the database as it is")


def run(options: argparse.Namespace) -> int:
    port = use_port(options.port)
    require_free(options.host, port)
    prepare(migrate=not options.no_migrate)
    offer_setup()
    start(host=options.host, port=port, processes=options.processes)
    return 0


def use_port(port: int | None) -> int:
    """Settle the port before the settings are read, since the site's address may depend on it."""
    if port is None:
        try:
            port = int(os.environ.get("PORT") or 8000)
        except ValueError:
            raise cli.Sorry("PORT must be a number, for example PORT=8080.") from None
    if not 0 < port < 65536:
        raise cli.Sorry(f"{port} is not a port; choose one between 1 and 65535.")
    os.environ["PORT"] = str(port)
    return port


def require_free(host: str, port: int) -> None:
    """Said before a link is printed that would lead to whoever has the port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise cli.Sorry(
                f"something else answers on port {port} already, perhaps Walkalong itself. "
                "Stop it, or choose another, for example PORT=8001."
            ) from error
        raise cli.Sorry(f"{host}, port {port} cannot be used: {error.strerror or error}.") from error


def prepare(*, migrate: bool = True) -> None:
    """Keys, tables and static files: each step is safe to repeat."""
    cli.set_up()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import DatabaseError

    from walkalong.foundation.crypto.errors import MasterKeyError
    from walkalong.foundation.crypto.keys import ensure_master_key

    try:
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        ensure_master_key()
        if migrate:
            cli.say("Bringing the database up to date ...")
            call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
    except MasterKeyError as problem:
        raise cli.Sorry(str(problem)) from problem
    except DatabaseError as error:
        raise cli.Sorry(
            f"the database cannot be used ({type(error).__name__}). `walkalong doctor` says more."
        ) from error
    except OSError as error:
        raise cli.Sorry(
            f"{error.filename or settings.DATA_DIR} cannot be used: {error.strerror}. "
            "Give its owner the right to write, or name another folder in WALKALONG_DATA_DIR."
        ) from error


def offer_setup() -> None:
    from walkalong.people import queries, services

    if queries.programme() is None:
        cli.say("No programme is set up yet. Open this link once to name it and its first staff member:")
        cli.say(f"  {services.make_setup_link()}")


def start(*, host: str, port: int, processes: int = 1) -> None:
    import uvicorn
    from django.conf import settings

    from walkalong.foundation.realtime import single

    if settings.DEMO and host not in {"127.0.0.1", "::1", "localhost"}:
        raise cli.Sorry("the demo signs anybody in with one press, so it is served on this machine only.")
    if processes > 1 and not settings.REDIS_URL:
        raise cli.Sorry(
            "several processes need Redis so that live messages cross between them. "
            "Set REDIS_URL, or start with --processes 1."
        )
    try:
        claim = single.claim()
    except single.AlreadyServing as already:
        raise cli.Sorry(str(already)) from already
    cli.say(f"Walkalong is at {settings.SITE_URL}  (stop with Ctrl+C)")
    sys.stdout.flush()
    uvicorn.run(
        "walkalong.config.asgi:application",
        host=host,
        port=port,
        workers=processes if processes > 1 else None,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=settings.TRUSTED_PROXY_COUNT > 0,
        ws_max_size=64 * 1024,
        ws_per_message_deflate=False,  # lengths of compressed private words would tell about them
        timeout_keep_alive=75,
        timeout_graceful_shutdown=10,
        app_dir=str(Path(__file__).resolve().parents[3]),
    )
    del claim
