"""What a socket asks of the database, answered in a database thread: many sockets in one go."""

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from walkalong.foundation.realtime import sessions, streams
from walkalong.foundation.realtime.streams import CatchUp, Frame, NotAllowed, Stream

log = logging.getLogger(__name__)

Topics = dict[str, str]  # topic -> the name of its stream


@dataclass(slots=True)
class Ask:
    session_key: str
    person: Any
    topics: Topics
    since: dict[str, int | None]  # what to catch up
    arriving: list[str] = field(default_factory=list)
    said: list[tuple[str, Frame]] = field(default_factory=list)  # by the client: typing and the like
    heard: list[tuple[str, Frame]] = field(default_factory=list)  # ephemeral events by others
    wholly: bool = False  # look up person and topics again, too


@dataclass(slots=True)
class Answer:
    person: Any = None
    ended: bool = False
    trouble: bool = False
    topics: Topics | None = None
    lost: set[str] = field(default_factory=set)
    frames: list[str] = field(default_factory=list)
    cursors: dict[str, int] = field(default_factory=dict)
    more: set[str] = field(default_factory=set)
    to_tell: list[tuple[str, Frame]] = field(default_factory=list)


def topics_of(person: Any) -> Topics:
    found: Topics = {}
    for stream in streams.registered.values():
        for topic in stream.topics(person):
            if not streams.TOPIC.fullmatch(topic):
                raise ValueError("A topic is name:id.")
            found[topic] = stream.name
    return found


def welcome(session_key: str | None) -> Answer:
    person = sessions.person_of(session_key)
    if person is None or not streams.admitted(person):
        return Answer(ended=True)
    return Answer(person=person, topics=topics_of(person))


def answer_all(asks: Sequence[Ask]) -> list[Answer]:
    """One answer an ask. Tabs of one person that know the same share one look."""
    shared: dict[tuple[Any, str, int | None], CatchUp] = {}
    return [_answer(ask, shared) for ask in asks]


def _answer(ask: Ask, shared: dict[tuple[Any, str, int | None], CatchUp]) -> Answer:
    answer = Answer(person=ask.person)
    try:
        if ask.wholly:
            answer.person = sessions.person_of(ask.session_key)
            answer.ended = answer.person is None or not streams.admitted(answer.person)
            if not answer.ended:
                answer.topics = topics_of(answer.person)
                answer.lost = ask.topics.keys() - answer.topics.keys()
        else:
            answer.ended = not sessions.stands(ask.session_key, ask.person)
        if answer.ended:
            return answer
    except Exception as error:  # the database is away: nothing is said, nothing is forgotten
        _note("a live session could not be checked", error)
        answer.person, answer.trouble = ask.person, True
        return answer
    person = answer.person
    topics = answer.topics or ask.topics

    def with_stream(topic: str, ask_it: Callable[[Stream], None]) -> None:
        name = topics.get(topic)
        if name is None or topic in answer.lost:
            return
        try:
            ask_it(streams.registered[name])
        except NotAllowed:
            answer.lost.add(topic)
        except Exception as error:  # one stream's trouble is not another's
            _note("a live stream failed", error, stream=name)
            answer.trouble = True

    for topic in ask.arriving:
        with_stream(topic, lambda stream, topic=topic: _tell(answer, topic, arrived(stream, person, topic)))  # type: ignore[misc]
    for topic, since in ask.since.items():
        with_stream(topic, lambda stream, t=topic, s=since: _catch_up(answer, stream, person, t, s, shared))  # type: ignore[misc]
    for topic, frame in ask.said:
        with_stream(
            topic,
            lambda stream, t=topic, f=frame: _tell(answer, t, stream.from_client(person, t, f)),  # type: ignore[misc]
        )
    for topic, event in ask.heard:
        with_stream(topic, lambda stream, t=topic, e=event: _hear(answer, stream, person, t, e))  # type: ignore[misc]
    return answer


def _catch_up(
    answer: Answer,
    stream: Stream,
    person: Any,
    topic: str,
    since: int | None,
    shared: dict[tuple[Any, str, int | None], CatchUp],
) -> None:
    key = (person.pk, topic, since)
    news = shared.get(key)
    if news is None:
        news = shared[key] = stream.catch_up(person, topic, since)
    answer.frames += [_as_text(topic, frame) for frame in news.frames]
    answer.cursors[topic] = news.cursor
    if news.more and news.cursor != since:
        answer.more.add(topic)


def _hear(answer: Answer, stream: Stream, person: Any, topic: str, event: Frame) -> None:
    may_receive = getattr(stream, "may_receive", None)
    if may_receive is None or may_receive(person, topic, event):
        answer.frames.append(_as_text(topic, event))


def _tell(answer: Answer, topic: str, event: Frame | None) -> None:
    if event is not None:
        answer.to_tell.append((topic, event))


def arrived(stream: Stream, person: Any, topic: str) -> Frame | None:
    joined = getattr(stream, "joined", None)
    return joined(person, topic) if joined else None


def leave_all(person: Any, topics: Topics) -> list[tuple[str, Frame]]:
    """Say on each topic that the person's last socket there is gone."""
    events: list[tuple[str, Frame]] = []
    for topic, name in topics.items():
        left = getattr(streams.registered[name], "left", None)
        try:
            event = left(person, topic) if left else None
        except NotAllowed:
            continue
        except Exception as error:
            _note("a live stream failed", error, stream=name)
            continue
        if event is not None:
            events.append((topic, event))
    return events


def _as_text(topic: str, frame: Frame) -> str:
    return json.dumps({"topic": topic, **frame}, ensure_ascii=False, separators=(",", ":"), default=str)


def _note(event: str, error: Exception, **about: str) -> None:
    log.warning(event, extra={"error": type(error).__name__, **about})
