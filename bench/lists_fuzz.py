"""Spoil list files for as long as you like: the door must answer with findings or a refusal, and its memory stay level.

    python bench/lists_fuzz.py [count] [seed] [sheets]

With `sheets` only tables with headings are spoiled: CSV, XLSX and JSON.
Prints the share of each answer, the slowest upload, and the resident memory at the start, the middle and the end.
A crash ends the run with the seed and number of the upload that did it.
"""

import random
import resource
import sys
import time

from opentamin.lists.tests.mutation import originals, outcome, sheets, spoiled


def resident_mib() -> float:
    """Most memory this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(count: int, seed: int, uploads: list) -> None:
    chance = random.Random(seed)
    seen, slowest, memory = {"read": 0, "refused": 0}, 0.0, []
    for number in range(count):
        if number % max(count // 4, 1) == 0:
            memory.append(resident_mib())
        upload = spoiled(chance.choice(uploads), chance)
        start = time.perf_counter()
        try:
            seen[outcome(upload)] += 1
        except Exception:
            sys.stderr.write(f"seed {seed}, upload {number}\n")
            raise
        slowest = max(slowest, time.perf_counter() - start)
    memory.append(resident_mib())
    shares = ", ".join(f"{name} {hits / count:.0%}" for name, hits in seen.items())
    sys.stdout.write(
        f"{count:,} uploads: {shares}; slowest {slowest * 1000:.0f} ms; peak memory MiB {[round(m) for m in memory]}\n"
    )


if __name__ == "__main__":
    chosen = sheets() if "sheets" in sys.argv else originals()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1405, chosen)
