"""Faults in the ZIP around the files. Each puts one archive in the place of the two files."""

import io
import zipfile

from opentamin.lists import zip_pair
from opentamin.sample.faults.fault import Making, Planted, fault

BOMB_MEGABYTES = 80
"""Under what an upload may unpack to, so that the bomb is known by its ratio and not by its size."""


@fault("archive", "zip_ratio", "بمب فشرده: پروندهٔ کوچکی که با باز شدن بسیار بزرگ می‌شود.", "A ZIP bomb: small on disk, enormous when opened.", is_refused=True)
def zip_bomb(making: Making) -> list[Planted]:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in making.files.items():
            with archive.open(name, "w") as entry:
                entry.write(body)
                if "WOR" in name:
                    for _ in range(BOMB_MEGABYTES):
                        entry.write(bytes(2**20))
    making.files = {"list.zip": buffer.getvalue()}
    return [Planted("zip-bomb", None, "list.zip", f"{BOMB_MEGABYTES} MB")]


@fault("archive", "zip_path", "نام پرونده در ZIP از پوشه بیرون می‌زند.", "A name in the ZIP climbs out of its folder.", is_refused=True)
def zip_paths(making: Making) -> list[Planted]:
    inside = {f"../../{name}": body for name, body in making.files.items()}
    making.files = {"list.zip": zip_pair(inside)}
    return [Planted("zip-paths", None, "list.zip", next(iter(inside)))]


@fault("archive", "zip_nested", "در ZIP یک ZIP دیگر هست.", "There is another ZIP in the ZIP.", is_refused=True)
def zip_in_zip(making: Making) -> list[Planted]:
    making.files = {"list.zip": zip_pair({"list.zip": zip_pair(making.files)})}
    return [Planted("zip-in-zip", None, "list.zip", "list.zip")]


@fault("archive", "zip_broken", "ZIP در میانه بریده شده است.", "The ZIP is cut in the middle.", is_refused=True)
def zip_cut(making: Making) -> list[Planted]:
    packed = zip_pair(making.files)
    making.files = {"list.zip": packed[: len(packed) * 2 // 3]}
    return [Planted("zip-cut", None, "list.zip", f"{len(packed) * 2 // 3} bytes")]
