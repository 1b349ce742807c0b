"""The programme's own words: every version of every document that staff changed. Shipped ones are files."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from walkalong.foundation.ids import uuid7


class ContentVersion(models.Model):
    """One kept state of a document. It never changes: other words, old ones too, are a new row."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80)
    number = models.PositiveIntegerField()  # from 1; 0 is the file that was shipped
    words = models.TextField()
    in_use = models.BooleanField(default=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            # two who change at once: the second is told, and loses nothing
            models.UniqueConstraint(fields=["name", "number"], name="one_content_version_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.number}"
