"""The channel layer within one process."""

import asyncio
import threading
from typing import Any

import pytest
from channels.exceptions import ChannelFull

from walkalong.foundation.realtime.local_layer import LocalLayer
from walkalong.foundation.realtime.wire import Wire


def test_a_group_hears_in_order_and_others_do_not() -> None:
    async def story() -> None:
        layer = LocalLayer()
        one, two, other = [await layer.new_channel() for _ in range(3)]
        for channel in (one, two):
            await layer.group_add("g", channel)
        await layer.group_add("h", other)
        for number in range(3):
            await layer.group_send("g", {"n": number})
        for channel in (one, two):
            assert [(await layer.receive(channel))["n"] for _ in range(3)] == [0, 1, 2]
        assert layer.channels[other].empty()

    asyncio.run(story())


def test_who_left_hears_nothing_and_empty_groups_are_forgotten() -> None:
    async def story() -> None:
        layer = LocalLayer()
        channel = await layer.new_channel()
        await layer.group_add("g", channel)
        await layer.group_discard("g", channel)
        await layer.group_discard("g", channel)
        await layer.group_send("g", {})
        assert layer.channels[channel].empty()
        assert layer.groups == {}

    asyncio.run(story())


def test_a_full_queue_loses_group_messages_and_refuses_direct_ones() -> None:
    async def story() -> None:
        layer = LocalLayer(capacity=2)
        channel = await layer.new_channel()
        await layer.group_add("g", channel)
        for number in range(5):
            await layer.group_send("g", {"n": number})
        assert layer.channels[channel].qsize() == 2
        with pytest.raises(ChannelFull):
            await layer.send(channel, {})

    asyncio.run(story())


def test_receivers_do_not_share_one_object() -> None:
    async def story() -> None:
        layer = LocalLayer()
        one, two = await layer.new_channel(), await layer.new_channel()
        for channel in (one, two):
            await layer.group_add("g", channel)
        await layer.group_send("g", {"n": 1})
        (await layer.receive(one))["n"] = 2
        assert (await layer.receive(two))["n"] == 1

    asyncio.run(story())


def test_many_threads_send_and_nothing_is_lost() -> None:
    async def story() -> list[Any]:
        layer = LocalLayer()
        channel = await layer.new_channel()
        await layer.group_add("g", channel)
        wire = Wire(layer, asyncio.get_running_loop())

        def send(by: int) -> None:
            for number in range(200):
                wire.send("g", {"n": number, "by": by})

        threads = [threading.Thread(target=send, args=(by,)) for by in range(4)]
        for thread in threads:
            thread.start()
        return [await asyncio.wait_for(layer.receive(channel), 5) for _ in range(800)]

    heard = asyncio.run(story())
    for by in range(4):
        assert [message["n"] for message in heard if message["by"] == by] == list(range(200))


def test_sending_after_the_end_is_harmless() -> None:
    loop = asyncio.new_event_loop()
    wire = Wire(LocalLayer(), loop)
    loop.close()
    wire.send("g", {})
