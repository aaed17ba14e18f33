from .assessment import Assessment, WorkerAssessment
from .list_finding import ListFinding
from .list_row import ListRow
from .monthly_list import ListDocument, ListState, MonthlyList

__all__ = ["Assessment", "ListDocument", "ListFinding", "ListRow", "ListState", "MonthlyList", "WorkerAssessment"]
