"""`walkalong companion read`: the companion from the command line, for people and for programs."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO, TextIO

from walkalong.companion.reader import read
from walkalong.companion.reading import Reading, Sentence
from walkalong.companion.whys import why_text

LONGEST_LINE = 1_000_000  # bytes; a longer line is no draft


def main(argv: list[str]) -> int:
    """Run the command. Returns 0, or 1 when at least one line could not be read."""
    parser = argparse.ArgumentParser(prog="walkalong companion", description="Reads a draft; keeps nothing.")
    commands = parser.add_subparsers(dest="command", required=True)
    reading = commands.add_parser("read", help="which sentences walk with, which talk over, and why")
    reading.add_argument("text", nargs="?", help="the draft")
    reading.add_argument("--before", help="the mentee's last message, if any")
    reading.add_argument(
        "--jsonl", action="store_true", help='read {"text":…, "before":…} lines, answer in order'
    )
    given = parser.parse_args(argv)
    try:
        return _run(parser, given)
    except BrokenPipeError:  # the reader of our answers went away, as in `... | head`
        sys.stdout = None  # or Python complains once more on leaving
        return 1


def _run(parser: argparse.ArgumentParser, given: argparse.Namespace) -> int:
    if given.jsonl:
        if given.text is not None or given.before is not None:
            parser.error("--jsonl reads its drafts from the standard input; leave out the text and --before")
        return _answer_lines(sys.stdin.buffer, sys.stdout)
    if given.text is None:
        parser.error('give the draft in quotes, as in: read "How was your day?", or use --jsonl')
    sys.stdout.write(_account(read(_clean(given.text), given.before and _clean(given.before))))
    return 0


def _clean(text: str) -> str:
    """Arguments may hold bytes that are no UTF-8; they become question marks so that they can be printed."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _answer_lines(source: BinaryIO, out: TextIO) -> int:
    failed = False
    for number, line in enumerate(_lines(source), start=1):
        answer: dict[str, Any]
        try:
            text, before = _request(line)
            answer = as_json(read(text, before))
        except ValueError as problem:
            failed = True
            answer = {"error": f"Line {number} could not be read: {problem}"}
        # ASCII: a lone surrogate in a draft can still be written, and every reader can read it.
        out.write(json.dumps(answer) + "\n")
        out.flush()
    return 1 if failed else 0


def _lines(source: BinaryIO) -> Iterator[bytes | None]:
    """Lines as they come; None stands for one too long to hold, which is skipped to its end."""
    while line := source.readline(LONGEST_LINE):
        if line.endswith(b"\n") or len(line) < LONGEST_LINE:
            yield line
            continue
        while (rest := source.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield None


def _request(line: bytes | None) -> tuple[str, str | None]:
    if line is None:
        raise ValueError("it is longer than a million bytes.")
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError(
            'please write one JSON object on a line, such as {"text": "How are you?"}.'
        ) from None
    if not isinstance(request, dict):
        raise ValueError('please write a JSON object, such as {"text": "How are you?"}.')
    text, before = request.get("text"), request.get("before")
    if not isinstance(text, str):
        raise ValueError('"text" must be there and be a string.')
    if not (before is None or isinstance(before, str)):
        raise ValueError('"before" must be a string, null or left out.')
    return text, before


def as_json(reading: Reading) -> dict[str, Any]:
    return {"over": round(reading.over, 6), "sentences": [_sentence_json(each) for each in reading.sentences]}


def _sentence_json(sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "label": sentence.label.value,
        "group": sentence.group.value,
        "p": round(sentence.p, 6),
        "flag": sentence.flag,
        "why": sentence.why,
    }


def _account(reading: Reading) -> str:
    lines: list[str] = []
    if reading.praise:
        lines += ["What already walks with them:", f"  {reading.praise.text}", f"  {reading.praise.why}", ""]
    if reading.shown:
        lines += ["One thing to look at:", f"  {reading.shown.text}", f"  {reading.shown.why}", ""]
    lines += [why_text(key) for key in (reading.quiet, reading.note) if key]
    lines += [f"The draft talks over the mentee with probability {reading.over:.2f}.", ""]
    lines += [
        f"  {each.label.value:<16} {each.p:.2f}  {'could be shown  ' if each.flag else ''}{each.text}"
        for each in reading.sentences
    ]
    return "\n".join(lines).rstrip() + "\n"
