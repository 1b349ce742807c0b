"""Backup and restore.

A backup is a dated folder (database and sealed media) and, beside it, one file of wrapped data keys
that each backup replaces. The dated folders hold no keys: once somebody's words are erased and the next
backup has run, no old folder can be read for them either. The master key is never in a backup.
"""

from walkalong.config.backup.made import KEYS, make_backup
from walkalong.config.backup.problem import BackupProblem
from walkalong.config.backup.restored import restore_backup

__all__ = ["KEYS", "BackupProblem", "make_backup", "restore_backup"]
