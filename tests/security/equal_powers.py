"""Every way in which the two may differ in what they can do, each with its reason: any other fails a test.

In the space of the two both have the same powers; the mentor can see, assign, grade or lock nothing that
the mentee cannot. An entry names an address and what the mentee and the mentor get there.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    address: str  # the name of the URL
    method: str
    mentee: str
    mentor: str
    reason: str


ALLOWED = (
    Difference(
        "conversation:companion", "POST", "404", "200",
        "The companion reads a mentor's own draft and nobody else's: a help with the mentor's own words, and "
        "no power over the mentee.",
    ),
    Difference(
        "conversation:mirror", "GET", "404", "200",
        "A mentor looks at their own sent words through the companion, for themselves alone; nothing of the "
        "mentee's is read out, judged or kept.",
    ),
    Difference(
        "conversation:choose_companion", "POST", "403", "302",
        "Switching the companion on or off concerns the mentor's own drafts alone.",
    ),
)  # fmt: skip
