"""`./run help`: what there is to run, one line each."""

from opentamin.launch.translations import compile_translations

OWN = {
    "": ("برپا کردن و اجرای سامانه", "set up and serve the system"),
    "test [pytest …]": ("اجرای همهٔ آزمون‌ها", "run every test, in the browser too"),
    "bench NAME": ("اجرای یک سنجش", "run one measurement of bench/"),
    "mutate": ("آزمودن آزمون‌های قانون", "change the law by one sign at a time and see whether its tests notice"),
    "backup FILE": ("همهٔ داده‌ها در یک پرونده", "keep the whole database in one file"),
    "restore [--check] FILE": ("بازگرداندن یک پشتیبان در پایگاه دادهٔ خالی", "restore a backup into an empty database"),
    "law …": ("پرسش از قانون بدون پایگاه داده", "ask the law, without a database"),
    "help": ("همین فهرست", "this list"),
}
OURS = "opentamin."


def print_help() -> int:
    """Print our commands in Persian and English; return the exit code."""
    compile_translations()
    import django

    django.setup()
    lines = {**OWN, **{name: described(name, app) for name, app in sorted(our_commands().items())}}
    width = max(len(name) for name in lines)
    for name, (persian, english) in lines.items():
        print(f"  ./run {name:<{width}}  {english}\n{' ' * (width + 10)}{persian}")
    return 0


def our_commands() -> dict[str, str]:
    """Return the management commands our rooms bring, with their app."""
    from django.core.management import get_commands

    return {name: app for name, app in get_commands().items() if isinstance(app, str) and app.startswith(OURS)}


def described(name: str, app: str) -> tuple[str, str]:
    """Return a command's own one-line help in Persian and English: translated, or both in one line around a dot."""
    from django.core.management import load_command_class
    from django.utils import translation

    said = load_command_class(app, name).help
    sentences = []
    for language in ("fa", "en"):
        with translation.override(language):
            sentences.append(str(said).strip().splitlines()[0] if said else "")
    persian, _, beside = sentences[0].partition(" · ")
    return persian, beside or sentences[1]
