"""What can go wrong, in words that never quote what was sealed."""


class CryptoError(Exception):
    """Anything that went wrong while sealing or opening."""


class MasterKeyError(CryptoError):
    """The master keys are missing, unreadable or malformed. The message says how to mend it."""


class Erased(CryptoError):
    """The key of these words was destroyed on purpose: nobody can read them again."""

    # Django's templates then show nothing instead of an error page.
    silent_variable_failure = True


class Unreadable(CryptoError):
    """The stored bytes were altered, moved to another row or column, or cut."""
