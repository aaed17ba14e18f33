"""Every refusal the API may answer, written into its description: a program's author meets none that was not announced."""

from typing import Any, Final

from ninja import NinjaAPI

from opentamin.office.kit.problems import MEDIA_TYPE

PROBLEM: Final = {
    "title": "Problem",
    "description": "What went wrong (RFC 9457). `code` is for the program, `detail` a sentence for whoever reads its log; more members may follow.",
    "type": "object",
    "required": ["type", "status", "code", "detail"],
    "properties": {"type": {"type": "string"}, "status": {"type": "integer"}, "code": {"type": "string"}, "detail": {"type": "string"}},
}
WORDS: Final = {
    400: "The body cannot be read at all.",
    401: "No key, or one that is not valid.",
    403: "A second step is needed, or a browser's request lacks its token.",
    404: "There is no such thing, or you may not see it.",
    409: "Things do not stand as the act needs them.",
    413: "The body is larger than is read.",
    422: "The request has a shape or a content that cannot be used; the place is said.",
    429: "Too many requests from this address.",
}
OF_ALL: Final = (404, 422)
OF_ACTS: Final = (400, 413)  # whatever brings a body
OF_KEYED: Final = (401, 403)
OF_KEYED_ACTS: Final = (409,)
OF_PUBLIC: Final = (429,)


class ApiWithProblems(NinjaAPI):
    """An API whose description names its refusals."""

    def get_openapi_schema(self, **options: Any) -> Any:
        schema = super().get_openapi_schema(**options)
        schema["components"].setdefault("schemas", {})["Problem"] = PROBLEM
        for acts in schema["paths"].values():
            for method, act in acts.items():
                for status in problems_of(method, is_public="security" not in act):
                    act["responses"].setdefault(status, _said(status))
        return schema


def problems_of(method: str, *, is_public: bool) -> list[int]:
    """Statuses of the refusals an operation may answer."""
    is_act = method != "get"
    statuses = [*OF_ALL, *(OF_PUBLIC if is_public else OF_KEYED)]
    return sorted([*statuses, *(OF_ACTS if is_act else ()), *(OF_KEYED_ACTS if is_act or not is_public else ())])


def _said(status: int) -> dict[str, Any]:
    return {"description": WORDS[status], "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
