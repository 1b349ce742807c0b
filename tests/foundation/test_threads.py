"""A few lasting threads: the warm one first, nobody forgotten, everything finished at the end."""

import asyncio
import threading

import pytest

from walkalong.foundation.threads import LastingThreads


def run(scenario, most=2):
    async def ran():
        threads = LastingThreads(most, name="test")
        try:
            return await scenario(threads)
        finally:
            await threads.stop()

    return asyncio.run(ran())


async def until_free(threads, count):
    """An answer arrives a moment before who gave it is free."""
    while len(threads._free) < count:  # noqa: ASYNC110 - threads know no event of a loop
        await asyncio.sleep(0.001)


def test_who_was_busy_last_is_asked_first():
    async def scenario(threads):
        held, go = threading.Event(), threading.Event()

        def hold():
            held.set()
            go.wait(10)
            return threading.current_thread().name

        first = threads.call(hold)
        await asyncio.to_thread(held.wait, 10)
        second = await threads.call(lambda: threading.current_thread().name)
        await until_free(threads, 1)
        go.set()
        names = [await first]
        for _ in range(5):
            await until_free(threads, 2)
            names.append(await threads.call(lambda: threading.current_thread().name))
        return second, names

    second, names = run(scenario)
    assert set(names) == {names[0]}  # it was the last to become free, each time
    assert second != names[0]


@pytest.mark.parametrize("at_once", [1, 3])
def test_at_most_so_many_work_at_once_and_the_others_wait_in_order(at_once):
    async def scenario(threads):
        lock, busy, most, order = threading.Lock(), 0, 0, []
        together = threading.Barrier(at_once)

        def work(number):
            nonlocal busy, most
            with lock:
                busy += 1
                most = max(most, busy)
                order.append(number)
            together.wait(10)
            with lock:
                busy -= 1
            return number

        answers = await asyncio.gather(*(threads.call(lambda n=n: work(n)) for n in range(12)))
        return answers, most, order

    answers, most, order = run(scenario, most=at_once)
    assert answers == list(range(12))
    assert most == at_once
    assert at_once > 1 or order == answers


def test_what_was_raised_arrives_and_the_thread_goes_on():
    async def scenario(threads):
        with pytest.raises(ValueError, match="kind"):
            await threads.call(lambda: int("kind"))
        return await threads.call(lambda: "well")

    assert run(scenario, most=1) == "well"


def test_somebody_who_no_longer_waits_holds_nobody_up():
    async def scenario(threads):
        go = threading.Event()
        given_up = threads.call(lambda: go.wait(10))
        given_up.cancel()
        next_one = threads.call(lambda: "next")
        go.set()
        return await next_one

    assert run(scenario, most=1) == "next"


def test_the_end_waits_for_what_was_asked_before():
    done = []

    async def scenario(threads):
        for number in range(5):
            threads.call(lambda n=number: done.append(n))
        return threads

    threads = run(scenario)
    assert sorted(done) == list(range(5))
    assert not any(thread.is_alive() for thread in threads._threads)
