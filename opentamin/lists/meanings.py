"""What words of a list mean where the form leaves the wording to the sender."""

from collections.abc import Callable, Sequence

import numpy as np

IRANIAN = frozenset({"", "ایرانی", "ایران", "iranian", "iran"})  # left empty, the form means an Iranian
APPRENTICE = frozenset({"کارآموز"})


def is_iranian(nationality: str) -> bool:
    """Whether the nationality written (DSW_NAT) is Iranian."""
    return nationality.strip() in IRANIAN


def is_apprentice(job_title: str) -> bool:
    """Whether the occupation written (DSW_OCP) is that of an apprentice."""
    return job_title.strip() in APPRENTICE


def each(texts: Sequence[str] | np.ndarray, holds: Callable[[str], bool]) -> np.ndarray:
    """1 where `holds` is true of a text and 0 elsewhere, as int64; a text that comes often is asked about once."""
    values = texts.tolist() if isinstance(texts, np.ndarray) else texts
    answers = {text: int(holds(text)) for text in set(values)}
    return np.fromiter(map(answers.__getitem__, values), np.int64, len(values))
