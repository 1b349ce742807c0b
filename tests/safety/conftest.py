import pytest

from walkalong.people.queries import forget_programme


@pytest.fixture(autouse=True)
def _no_programme_of_another_test():
    forget_programme()
    yield
    forget_programme()
