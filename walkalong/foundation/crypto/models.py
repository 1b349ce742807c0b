from django.db import models
from django.db.models import Q
from django.utils import timezone

from walkalong.foundation.crypto.fields import EncryptedTextField
from walkalong.foundation.ids import uuid7


class DataKey(models.Model):
    """A key that seals the words of one scope, wrapped by a master key. Deleting it erases the words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    scope = models.CharField(max_length=200)
    wrapped = models.TextField()
    created_at = models.DateTimeField(default=timezone.now)
    # Set by a rotation: still opens what it sealed, seals nothing new, and is dropped once nothing needs it.
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scope"], condition=Q(retired_at__isnull=True), name="crypto_one_key_per_scope"
            )
        ]
        indexes = [models.Index(fields=["scope"], name="crypto_datakey_scope")]

    def __str__(self) -> str:
        return f"data key {self.id}"


class StoredMedia(models.Model):
    """A sealed file. Its own key is sealed with the data key of its scope."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    scope = models.CharField(max_length=200, db_index=True)
    content_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    # A random name: the folder tells nothing, and a file written anew stands beside the old one until then.
    file = models.CharField(max_length=40, unique=True)
    file_key = EncryptedTextField(scope="scope")
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"media {self.id}"
