"""The shared worlds of the tests stand from one test to the next: built anew for each they would take half of the whole run."""

import pytest

from tests.fixtures.worlds import STANDING

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("worlds")]
SEEN: list[object] = []


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_world_asked_for_again_is_the_one_that_stood(cast, turn):
    SEEN.append(STANDING.world)
    assert cast is not STANDING.world, "each test has a copy"
    assert all(world is SEEN[0] for world in SEEN)
