from .assessment import Assessment, WorkerAssessment
from .list_finding import ListFinding
from .list_row import ListRow
from .monthly_list import ListDocument, ListState, MonthlyList
from .upload import Upload, UploadDocument, UploadState

__all__ = [
    "Assessment",
    "ListDocument",
    "ListFinding",
    "ListRow",
    "ListState",
    "MonthlyList",
    "Upload",
    "UploadDocument",
    "UploadState",
    "WorkerAssessment",
]
