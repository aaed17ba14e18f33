"""Invented names: common first names, and family names put together from parts, so that a million people are told apart."""

from functools import lru_cache

import numpy as np

MEN = """محمد علی حسین حسن رضا مهدی احمد محمود امیر سعید حمید مجید وحید جواد هادی مسعود منصور ناصر اکبر اصغر عباس قاسم کاظم
صادق باقر یوسف یعقوب ابراهیم اسماعیل موسی عیسی داود سلیمان یحیی نوید امید آرش آرمان بهرام بهروز بهزاد بهنام پرویز پیمان
پویا فرهاد فرشید فرزاد فریدون کامران کاوه کیوان کوروش داریوش خسرو سیامک سیاوش سهراب شاهین شهرام شهاب شایان مازیار منوچهر
مهران مهرداد میلاد نادر نیما هومن همایون هوشنگ یاسر یاشار ایمان احسان اشکان البرز بابک برزو بیژن تورج جمشید جهانگیر رامین
رستم روزبه سامان سروش سینا عماد فواد کریم لطیف محسن مرتضی مصطفی مجتبی معین میثم هاشم وهاب شاپور اردشیر ایرج غلامرضا
علیرضا محمدرضا حمیدرضا امیرحسین امیرعلی محمدحسین محمدعلی عبدالله عبدالرضا نعمت‌الله رحمت‌الله""".split()  # noqa: SIM905

WOMEN = """فاطمه زهرا مریم زینب معصومه سکینه رقیه کلثوم خدیجه حلیمه آمنه هاجر سارا حوا مرضیه راضیه طاهره صدیقه نرگس نسرین
نسترن یاسمن لاله ژاله هاله شیوا شیرین شهلا شهره شهین شبنم سپیده سحر سمیرا سمیه سیما سیمین سوسن سودابه رویا ریحانه رعنا
راحله رکسانا پریسا پروین پروانه پری پونه پگاه بهاره بهناز بیتا الهام الهه الناز افسانه افسون آزاده آرزو آتنا آناهیتا آذر
اعظم اکرم اشرف انسیه ترانه تینا ثریا جمیله حمیده خاطره خورشید درسا دنیا زهره زیبا زری ساناز ستاره شادی شکوفه صبا طناز
عاطفه عارفه غزل غزاله فرزانه فرشته فریبا فریده فرناز فروغ کتایون کیمیا گلناز گلی لیلا لیدا ماندانا مانا مژگان مژده ملیحه
منیژه منیره مهسا مهشید مهتاب مهناز مهین مینا مینو ناهید نازنین ندا نگار نگین نوشین نیلوفر وجیهه هانیه هدی هما یگانه""".split()  # noqa: SIM905

# A stem takes every ending that Persian allows after its last letter; the join is a ZWNJ where the letter would otherwise connect.
STEMS = """احمد محمد محمود حسن حسین علی رضا کریم رحیم حمید مجید سعید رشید وحید صادق باقر کاظم قاسم هاشم ابراهیم اسماعیل یوسف
یعقوب سلیمان داود منصور ناصر طاهر جعفر حیدر صفدر نادر قادر صابر شاکر عباس الیاس عزیز جلیل خلیل جمال کمال جلال اقبال
امیر نصیر بشیر وزیر صغیر نظر قنبر اکبر اصغر شریف لطیف حنیف عارف یاور سالار سردار بهرام شهرام رستم سهراب فرهاد بهزاد
فرخ شاهرخ بهمن بیژن هوشنگ جمشید خورشید مهر نوروز بهار گل سیف نجف صفر رجب شعبان رمضان محرم عسگر لشکر تیمور تقی نقی ولی
قلی مهدی هادی موسی عیسی یحیی مرتضی مصطفی خدابنده حاتم کاوه کیان کامران ایران توران آهنگر زرگر مسگر نجار بنا حکیم طبیب
کریمداد الهداد مراد بیات افشار قاجار ترکمان بختیار شهریار اسفندیار دریا کوهسار چمن لاله سرو صنوبر پولاد فولاد الماس فیروز""".split()  # noqa: SIM905

ENDINGS = ["ی", "یان", "زاده", "پور", "نژاد", "نیا", "فر", "وند", "دوست", "منش", "خواه", "تبار", "راد", "مهر"]
SECOND_PARTS = """اصل مقدم نیک فرد راستین تهرانی اصفهانی شیرازی تبریزی مشهدی کرمانی یزدی قمی کاشانی همدانی گیلانی رشتی لاهیجی
ساری آملی بابلی گرگانی اردبیلی زنجانی قزوینی کرجی اراکی ملایری بروجردی لرستانی دزفولی اهوازی بوشهری جهرمی لاری کازرونی
نیشابوری سبزواری بیرجندی سمنانی دامغانی شاهرودی ساوجی تفرشی نائینی اردکانی میبدی خوانساری""".split()  # noqa: SIM905

BRANDS = """آبان مهرگان سپهر البرز دماوند سهند سبلان زاگرس کارون هیرمند خزر آرین پارسه پاسارگاد نگین پیشرو آینده توان فردا
روشن امید سحر آفتاب ستاره مهتاب آسمان دریا کویر باران بهار نوین پویا کاوش دانش اندیشه راهبر استوار پایدار همراه""".split()  # noqa: SIM905

_DO_NOT_JOIN = set("ادذرزژو")


@lru_cache
def family_names() -> np.ndarray:
    """Every family name we can make, the plain ones first: an object array, all different."""
    plain = [name for stem in STEMS for ending in ENDINGS if (name := _with_ending(stem, ending))]
    with_part = [f"{name} {part}" for part in SECOND_PARTS for name in plain if len(name) + len(part) < 25]
    return np.array(list(dict.fromkeys(plain + with_part)), dtype=object)


def plain_family_names() -> int:
    """How many of `family_names` have no second part."""
    return sum(" " not in name for name in family_names())


def draw_names(rng: np.random.Generator, is_woman: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw a first name, a family name and a father's name for each person.

    Args:
        is_woman: bool, one per person.

    Returns:
        Three int32 arrays: places in `first_names()`, in `family_names()` and in `first_names()`.
    """
    count = len(is_woman)
    first = np.where(is_woman, len(MEN) + _skewed(rng, count, len(WOMEN)), _skewed(rng, count, len(MEN)))
    plain = plain_family_names()
    is_plain = rng.random(count) < 0.45
    family = np.where(is_plain, rng.integers(0, plain, count), rng.integers(plain, len(family_names()), count))
    return first.astype(np.int32), family.astype(np.int32), _skewed(rng, count, len(MEN)).astype(np.int32)


@lru_cache
def first_names() -> np.ndarray:
    """The men's names and then the women's: an object array."""
    return np.array(MEN + WOMEN, dtype=object)


def _skewed(rng: np.random.Generator, count: int, length: int) -> np.ndarray:
    """Places in a list whose first names are the more common ones, mildly."""
    return np.minimum((rng.random(count) ** 1.3 * length).astype(np.int64), length - 1)


def _with_ending(stem: str, ending: str) -> str | None:
    if ending.startswith("ی"):
        if stem[-1] in "یه":
            return None
        return stem + ("ی" if stem[-1] == "ا" else "") + ending
    return stem + ("" if stem[-1] in _DO_NOT_JOIN else "\u200c") + ending
