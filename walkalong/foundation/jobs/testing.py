"""For tests: do now, in this thread, what a worker would do."""

from walkalong.foundation.jobs import periodic_runs, running

WORKER = "tests"
MOST = 10_000


def run_everything_due(*, raising: bool = True) -> int:
    """Run the due periodics and the ready jobs, and the jobs those ask for. Answers how many jobs ran.

    `raising=False` notes failures as a worker would instead of letting the test see them.
    """
    periodic_runs.list_all()
    periodic_runs.run_due(WORKER, raising=raising)
    for count in range(MOST):
        task = running.claim_one(WORKER)
        if task is None:
            return count
        running.run(task, raising=raising)
    raise AssertionError("The jobs never come to an end.")
