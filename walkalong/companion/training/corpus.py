"""Read the authored sentences as `corpus/README.md` explains them. A line that breaks the format is named."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from walkalong.companion.labels import Label

FOLDER = Path(__file__).resolve().parent.parent / "corpus"
HEAD = re.compile(r"\[(?P<id>[a-z]+-\d{3,4})\] (?P<person>[^|]+?) \| (?P<moment>.+)")
MENTEE = re.compile(r"mentee(?: \((?P<kind>asks|risk)\))?: (?P<text>.+)")
LINE = re.compile(r"(?P<contrast>~ )?(?P<first>[A-Z_]+)(?:\+(?P<second>[A-Z_]+))? \| (?P<text>.+)")
NOTE = re.compile(r"\s{2,}# (?P<note>.+)$")


class Unreadable(ValueError):
    """A line of the corpus does not follow its format."""


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled sentence a mentor might write, and what it answers."""

    scenario: str
    label: Label
    second: Label | None
    text: str
    before: str = ""
    asks: bool = False
    risk: bool = False
    contrast: int = 0  # lines of one contrast group share a number; 0 stands in no group
    draft: int = 0  # lines of one message share a number; 0 stands alone
    note: str = ""

    @property
    def counts_as(self) -> Label:
        """Naming help and sending them there at once is advice where the rule of silence is asked."""
        if (self.label, self.second) == (Label.SAFETY_CARE, Label.ADVISE):
            return Label.ADVISE
        return self.label


@dataclass(slots=True)
class Scenario:
    id: str
    person: str
    moment: str
    lines: list[Line] = field(default_factory=list)


def read_corpus(folder: Path = FOLDER) -> list[Scenario]:
    """Every scenario, in the order of the files. Raises Unreadable with file and line."""
    return [scenario for path in sorted(folder.glob("*.txt")) for scenario in read_file(path)]


def data_hash(folder: Path = FOLDER) -> str:
    """Names the exact text a model was trained on."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.txt")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def read_file(path: Path) -> list[Scenario]:
    reader = _Reader()
    for number, written in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            reader.take(written)
        except ValueError as problem:
            raise Unreadable(f"{path.name}, line {number}: {problem}") from None
    return reader.scenarios


class _Reader:
    def __init__(self) -> None:
        self.scenarios: list[Scenario] = []
        self._open: Scenario | None = None
        self._before, self._kind = "", ""
        self._drafts = self._contrasts = 0
        self._in_draft = False

    def take(self, written: str) -> None:
        if not written.strip() or written.startswith("#"):
            return
        if written.startswith("["):
            self._begin(written)
        elif self._open is None:
            raise ValueError("a scenario begins with [id] person | moment")
        elif written.startswith("mentee"):
            self._hear(written)
        elif written.rstrip() == "draft:":
            self._drafts += 1
            self._in_draft = True
        else:
            self._label(written, self._open)

    def _begin(self, written: str) -> None:
        found = HEAD.fullmatch(written.strip())
        if not found:
            raise ValueError("a scenario begins with [id] person | moment")
        self._open = Scenario(found["id"], found["person"], found["moment"])
        self.scenarios.append(self._open)
        self._before, self._kind, self._in_draft = "", "", False
        self._drafts = self._contrasts = 0

    def _hear(self, written: str) -> None:
        found = MENTEE.fullmatch(written.strip())
        if not found:
            raise ValueError("expected mentee: what they wrote")
        self._before, self._kind, self._in_draft = found["text"], found["kind"] or "", False

    def _label(self, written: str, scenario: Scenario) -> None:
        indented = written.startswith((" ", "\t"))
        if indented != self._in_draft:
            if indented:
                raise ValueError("an indented line stands under draft:")
            self._in_draft = False
        body, note = _without_note(written.strip())
        found = LINE.fullmatch(body)
        if not found:
            raise ValueError("expected LABEL | sentence")
        scenario.lines.append(
            Line(
                scenario=scenario.id,
                label=_label_named(found["first"]),
                second=_label_named(found["second"]) if found["second"] else None,
                text=found["text"].strip(),
                before=self._before,
                asks=self._kind == "asks",
                risk=self._kind == "risk",
                contrast=self._contrast(bool(found["contrast"]), scenario),
                draft=self._drafts if self._in_draft else 0,
                note=note,
            )
        )

    def _contrast(self, differs: bool, scenario: Scenario) -> int:
        if not differs:
            self._contrasts += 1
        elif not scenario.lines:
            raise ValueError("~ needs a line above it to differ from")
        return self._contrasts


def _without_note(body: str) -> tuple[str, str]:
    found = NOTE.search(body)
    return (body[: found.start()].rstrip(), found["note"].strip()) if found else (body, "")


def _label_named(name: str) -> Label:
    if name not in Label.__members__:
        raise ValueError(f"there is no label {name}")
    return Label(name)


def lines_of(scenarios: list[Scenario]) -> Iterator[Line]:
    for scenario in scenarios:
        yield from scenario.lines


def contrast_groups(scenarios: list[Scenario]) -> list[list[Line]]:
    """Lines that differ in little and have another label, the group's first line included."""
    groups: dict[tuple[str, int], list[Line]] = {}
    for line in lines_of(scenarios):
        groups.setdefault((line.scenario, line.contrast), []).append(line)
    return [group for group in groups.values() if len(group) > 1]
