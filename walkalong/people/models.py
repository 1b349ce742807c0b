"""Who is here, what each may do, and what they agreed to."""

from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.crypto.fields import EncryptedTextField
from walkalong.foundation.ids import uuid7


class Role(models.TextChoices):
    MENTEE = "mentee", _("Mentee")
    MENTOR = "mentor", _("Mentor")
    AMBASSADOR = "ambassador", _("Match ambassador")
    STAFF = "staff", _("Staff")


class Programme(models.Model):
    """The one programme this installation runs."""

    name = models.CharField(_("name"), max_length=80)
    country = models.CharField(_("country"), max_length=2)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    contact = models.CharField(_("how to reach the programme"), max_length=200, blank=True)
    opening_hours = models.CharField(_("when somebody is there"), max_length=200, blank=True)
    exit_url = models.URLField(_("where the quick exit leads"), default="https://www.wikipedia.org/")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="only_one_programme")]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, email: str | None) -> "Person":
        return self.get(email__iexact=email)


class Person(AbstractBaseUser):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(_("e-mail address"))
    display_name = models.CharField(_("name others see"), max_length=60)
    country = models.CharField(_("country you are in now"), max_length=2)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    language = models.CharField(_("language"), max_length=16, default="en")
    discreet = models.BooleanField(_("plain app name and icon"), default=False)
    is_active = models.BooleanField(default=True)
    pseudonym = models.UUIDField(default=uuid4, unique=True, editable=False)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)
    deactivated_at = models.DateTimeField(null=True, editable=False)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["display_name"]

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(Lower("email"), name="one_person_per_email")]

    def __str__(self) -> str:
        return self.display_name


class RoleGrant(models.Model):
    """A role somebody holds, from when to when, and who gave it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="role_grants")
    role = models.CharField(max_length=12, choices=Role.choices)
    granted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    granted_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "role"], condition=models.Q(ended_at=None), name="role_held_once"
            )
        ]

    def __str__(self) -> str:
        return self.role


class Invitation(models.Model):
    """A single-use way in. Only the token's hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(_("e-mail address"))
    display_name = models.CharField(_("name"), max_length=60)
    roles = models.JSONField(default=list)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    @property
    def role_labels(self) -> list[str]:
        return [str(Role(role).label) for role in self.roles]

    def __str__(self) -> str:
        return str(self.id)


class SetupLink(models.Model):
    """The one-time link, printed at the first start, that sets up the programme."""

    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.created_at)


class Agreement(models.Model):
    """That a person agreed to one version of one document, and whether they took it back."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="agreements")
    document = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    agreed_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "document", "version"],
                condition=models.Q(withdrawn_at=None),
                name="agreed_once_per_version",
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.version}"


class SealedFacts(models.Model):
    """Where somebody is now and whom to call for them: opened only with an urgent concern in hand."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.OneToOneField(Person, models.CASCADE, related_name="sealed_facts")
    where_now = EncryptedTextField(scope="sealed_scope", blank=True)
    contact_name = EncryptedTextField(scope="sealed_scope", blank=True)
    contact_phone = EncryptedTextField(scope="sealed_scope", blank=True)
    contact_relation = EncryptedTextField(scope="sealed_scope", blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    @property
    def sealed_scope(self) -> str:
        return f"person:{self.person_id}:sealed"

    def __str__(self) -> str:
        return str(self.id)


class MadeSure(models.TextChoices):
    """How staff made sure that it is really them. Chosen, not written: the audit is not sealed."""

    MET = "met", _("I met them in person")
    SPOKE = "spoke", _("We spoke, and I know their voice or their face")
    CALLED = "called", _("I called them on a number we already had")
    VOUCHED = "vouched", _("Somebody else on staff knows that it is them")


class ShownTo(models.TextChoices):
    """How far somebody lets what is theirs be seen while they walk with somebody. Never by staff."""

    NOBODY = "nobody", _("Nobody but me")
    OTHER = "other", _("Whoever I walk with")
    AMBASSADOR = "ambassador", _("Whoever I walk with, and the ambassador who looks after us")


class AboutMe(models.Model):
    """What somebody says about themselves beyond their name, and who may see it: nobody until they say so."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.OneToOneField(Person, models.CASCADE, related_name="about_me")
    pronouns = EncryptedTextField(blank=True)
    languages = EncryptedTextField(blank=True)
    interests = EncryptedTextField(blank=True)
    shown_to = models.CharField(max_length=10, choices=ShownTo.choices, default=ShownTo.NOBODY)
    in_introduction = models.BooleanField(default=False)
    picture_id = models.UUIDField(null=True, unique=True)  # its bytes lie sealed in crypto's media
    picture_shown_to = models.CharField(max_length=10, choices=ShownTo.choices, default=ShownTo.NOBODY)
    picture_in_introduction = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)

    @property
    def words_scope(self) -> str:
        return f"person:{self.person_id}:about"

    def __str__(self) -> str:
        return str(self.id)
