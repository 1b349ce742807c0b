"""Writes every_url.tsv as the product answers now. The difference is then read by a person, line by line.

Run: python -m tests.security.every_url_table
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.security.world import World

HEADER = "address\tmethod"


def write(world: World) -> None:
    from tests.security.test_every_url import METHODS, TABLE, answer
    from tests.security.world import ROLES, addresses

    lines = ["\t".join([HEADER, *ROLES])]
    for address in addresses():
        for method in METHODS:
            got = [answer(world, address, method, role) for role in ROLES]
            lines.append("\t".join([address.pattern or "/", method, *got]))
    TABLE.write_text("\n".join(lines) + "\n")


class Writer:
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = items[:1]

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool:
        write(pyfuncitem.funcargs["world"])
        return True


if __name__ == "__main__":
    sys.exit(pytest.main(["-n0", "-q", "tests/security/test_every_url.py"], plugins=[Writer()]))
