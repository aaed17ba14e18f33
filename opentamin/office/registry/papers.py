"""Whether a paper can be served on a workplace."""

from django.utils.translation import gettext_lazy as _

from .models import Workplace

EMPLOYER_DEAD = "employer_dead"
WORDS = {
    EMPLOYER_DEAD: _("تنها کارفرمای این کارگاه درگذشته است؛ نامه به نام او ابلاغ نمی‌شود. ورثه را از گواهی انحصار وراثت بشناسید و نامه را به آنان برسانید."),
}


def obstacle_to_workplace(workplace_id: int) -> str:
    """`employer_dead`, or nothing. A workplace has one employer: when that is a human being who died, nobody is left to serve."""
    is_dead = Workplace.objects.filter(pk=workplace_id, employer__died_on__isnull=False).exists()
    return EMPLOYER_DEAD if is_dead else ""
