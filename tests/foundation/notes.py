"""A model with sealed words of its own, so that these tests need no room above the foundation."""

import threading
from collections.abc import Callable

from django.db import connections, models

from walkalong.foundation.crypto.fields import EncryptedTextField
from walkalong.foundation.ids import uuid7


class Note(models.Model):  # noqa: DJ008
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    writer = models.CharField(max_length=40, default="maya")
    body = EncryptedTextField(null=True)
    other = EncryptedTextField(default="", scope="words_scope")

    class Meta:
        app_label = "sealed_notes"

    @property
    def words_scope(self) -> str:
        return f"note:{self.writer}"


def in_threads(count: int, act: Callable[[], object]) -> list[object]:
    """Run the same act in several threads at once; returns results and errors."""
    together = threading.Barrier(count)
    results: list[object] = []

    def run() -> None:
        together.wait()
        try:
            results.append(act())
        except Exception as error:
            results.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
