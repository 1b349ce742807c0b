"""What heavy days offer to the rooms around them."""


def register() -> None:
    from walkalong.foundation import realtime
    from walkalong.journey.heavy import notice_kinds
    from walkalong.journey.heavy.cards import heavy_card, heavy_line
    from walkalong.journey.heavy.live import HeavyStream
    from walkalong.journey.heavy.on_the_way import heavy_marks
    from walkalong.journey.steps.way import register_own_marks
    from walkalong.matching import pair_page

    notice_kinds.register()
    realtime.register(HeavyStream())
    pair_page.register(heavy_card, order=5)
    pair_page.register_sign(heavy_line)
    register_own_marks(heavy_marks)
