"""Read the mentee's messages and their feelings as `corpus/README.md` explains them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from walkalong.companion.felt_words import Feeling
from walkalong.companion.training.corpus import FOLDER as CORPUS
from walkalong.companion.training.corpus import Unreadable
from walkalong.companion.training.split import Part, part_of

FOLDER = CORPUS / "feelings"
MOST = 3


@dataclass(frozen=True, slots=True)
class Message:
    id: str  # of the scenario it stands in, or its own
    feelings: tuple[Feeling, ...]  # most felt first
    text: str

    @property
    def part(self) -> Part:
        return part_of(self.id)


def read_messages(folder: Path = FOLDER) -> list[Message]:
    """Every message, in the order of the files. Raises Unreadable with file and line."""
    found: list[Message] = []
    for path in sorted(folder.glob("*.tsv")):
        for number, written in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not written.startswith("#"):
                try:
                    found.append(_message(written))
                except ValueError as problem:
                    raise Unreadable(f"{path.name}, line {number}: {problem}") from None
    return found


def data_hash(folder: Path = FOLDER) -> str:
    """Names the exact messages a head was trained on."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.tsv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _message(written: str) -> Message:
    cells = written.split("\t")
    if len(cells) != 3 or not all(cell.strip() for cell in cells):
        raise ValueError("expected id, feelings and message, a tab between them")
    names = () if cells[1] == "-" else tuple(cells[1].split(","))
    feelings = tuple(Feeling(name) for name in names)
    if len(set(feelings)) != len(feelings) or len(feelings) > MOST:
        raise ValueError("at most three feelings, each once")
    return Message(cells[0], feelings, cells[2])
