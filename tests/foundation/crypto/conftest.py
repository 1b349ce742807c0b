from pathlib import Path

import pytest
from django.conf import settings as django_settings


@pytest.fixture(autouse=True)
def media_folder(settings: pytest.FixtureRequest, tmp_path: Path) -> Path:
    settings.MEDIA_DIR = tmp_path / "media"
    return settings.MEDIA_DIR


@pytest.fixture
def key_file(settings: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Master keys from a file of this test alone."""
    settings.MASTER_KEYS = []
    settings.MASTER_KEY_FILE = tmp_path / "keys" / "master.key"
    return Path(django_settings.MASTER_KEY_FILE)
