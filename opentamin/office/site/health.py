"""Is the house awake? For the supervisor, a proxy or a monitor; it tells nothing about people or their data."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

# A job that waited this long says that no worker works.
JOB_WAIT_SECONDS_MAX = 300
QUESTION = """
    SELECT coalesce(extract(epoch FROM now() - min(at)), 0)
    FROM procrastinate_jobs
    JOIN procrastinate_events ON job_id = procrastinate_jobs.id AND type = 'deferred'
    WHERE status = 'todo' AND coalesce(scheduled_at, now()) <= now()
"""


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers and jobs are worked off, else 503; `parts` says which is not well."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(QUESTION)
            is_worked_off = cursor.fetchone()[0] < JOB_WAIT_SECONDS_MAX
        parts = {"database": True, "jobs": is_worked_off}
    except DatabaseError:
        parts = {"database": False, "jobs": False}
    return JsonResponse({"parts": parts}, status=200 if all(parts.values()) else 503)
