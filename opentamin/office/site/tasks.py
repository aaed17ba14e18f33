"""Keeping the queue of background jobs itself in order."""

from procrastinate import JobContext, builtin_tasks
from procrastinate.contrib.django import app

HEARTBEAT_SECONDS_MAX = 30
KEPT_HOURS = 24 * 7


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="retry_stalled_jobs")
async def retry_stalled_jobs(timestamp: int) -> None:
    """Put back the jobs of a worker that died at work, so that a list once received is checked in any case."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=HEARTBEAT_SECONDS_MAX):
        await app.job_manager.retry_job(job)


@app.periodic(cron="30 2 * * *")
@app.task(queueing_lock="remove_old_jobs", pass_context=True)
async def remove_old_jobs(context: JobContext, timestamp: int) -> None:
    """Forget jobs that succeeded a week ago. Failed ones stay until a person has looked at them."""
    await builtin_tasks.remove_old_jobs(context, max_hours=KEPT_HOURS)
