"""Work done outside the request: jobs, asked for once, and periodics, which come round again.

    @job(max_attempts=5)
    def send_notice_mail(notice_id: str) -> None: ...

    send_notice_mail.enqueue(notice.id)                      # rolls back with the transaction around it
    send_notice_mail.using(run_after=later).enqueue(notice.id)

    @periodic(every=timedelta(hours=1))
    def forget_expired_invitations() -> None: ...

Both may run twice (a worker may die after the work and before it could say so), so both must be
harmless to run twice: look first at what is due now. Arguments are ids (or something sealed), never words:
they lie in the database in clear until they are pruned. See docs/decisions/0006-jobs.md.
"""

from walkalong.foundation.jobs.decorator import Job, job
from walkalong.foundation.jobs.periodics import periodic

__all__ = ["Job", "job", "periodic"]
