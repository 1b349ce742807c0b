class BackupProblem(Exception):
    """A backup could not be written or brought back; the message says why and what to do."""
