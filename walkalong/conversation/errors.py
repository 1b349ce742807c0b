"""What a conversation cannot take, said kindly. A message here never quotes what was typed."""

from django.utils.functional import Promise


class Refused(Exception):
    """Not sent, and why. The words stay with whoever typed them.

    `code` is for scripts, `kind` for the reader. `try_later` says that the same words may go through soon.
    """

    def __init__(self, code: str, kind: str | Promise, *, status: int = 422, try_later: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.kind = kind
        self.status = status
        self.try_later = try_later
