"""Why something was not done, in words that may be shown to whoever asked."""

from django.utils.functional import Promise


class Refused(Exception):
    """The request is understood and not carried out. `reason` is ours, translated, and quotes nobody."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


class InvitationClosed(Exception):
    """The link is unknown, used, revoked or too old: all the same from outside."""


class SetupClosed(Exception):
    """There is no set-up to do by this link."""


class SignInLinkClosed(Exception):
    """The operator's link was used, is too old, or was never made."""
