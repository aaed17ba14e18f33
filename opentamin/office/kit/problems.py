"""What went wrong, for programs: problem+json (RFC 9457). For people the same sentence stands on a page."""

from typing import Any

from django.http import JsonResponse

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """Raised by an API operation. `code` is for the program, `detail` a sentence for whoever reads its log; `more` are further members."""

    def __init__(self, status: int, code: str, detail: str, **more: Any) -> None:
        self.status, self.code, self.detail, self.more = status, code, detail, more
        super().__init__(f"{status} {code}")


def answer(problem: Problem) -> JsonResponse:
    """The problem as a response."""
    body = {"type": "about:blank", "status": problem.status, "code": problem.code, "detail": problem.detail, **problem.more}
    return JsonResponse(body, status=problem.status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False})
