"""The plainest part of the old-age chapter, written for OpenFisca-Core as its users write one: the peer of `law_old_age`.

Ages in years, service rounded to three places, the pension a thirtieth of the mean wage a year, at least the minimum wage.
"""

import time

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import ETERNITY
from openfisca_core.periods import YEAR as YEARLY
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERSON = build_entity(key="person", plural="persons", label="person", is_person=True)
HOUSEHOLD = build_entity(
    key="household", plural="households", label="household", containing_entities=[],
    roles=[{"key": "member", "plural": "members", "label": "member"}],
)  # fmt: skip
MINIMUM_MONTHLY = np.zeros((), np.float32)  # rials, of the day asked


class age_days(Variable):
    value_type, entity, definition_period, label = int, PERSON, ETERNITY, "age"


class record_days(Variable):
    value_type, entity, definition_period, label = int, PERSON, ETERNITY, "record"


class is_woman(Variable):
    value_type, entity, definition_period, label = bool, PERSON, ETERNITY, "woman"


class wages_sum(Variable):
    value_type, entity, definition_period, label = float, PERSON, ETERNITY, "wages"


class years(Variable):
    value_type, entity, definition_period, label = float, PERSON, YEARLY, "service"

    def formula(person, period):
        return np.round(person("record_days", period) / 365, 3)


class is_entitled(Variable):
    value_type, entity, definition_period, label = bool, PERSON, YEARLY, "right"

    def formula(person, period):
        age, service, woman = person("age_days", period) / 365.2425, person("years", period), person("is_woman", period)
        normal = (age >= np.where(woman, 55, 60)) * (service >= 20)
        thirty = (age >= np.where(woman, 45, 50)) * (service >= 30)
        return normal + thirty + (service >= 35)


class pension(Variable):
    value_type, entity, definition_period, label = float, PERSON, YEARLY, "pension"

    def formula(person, period):
        amount = person("wages_sum", period) / 24 * np.minimum(person("years", period), 35) / 30
        return person("is_entitled", period) * np.maximum(amount, MINIMUM_MONTHLY)


def seconds_and_pensions(people: dict, minimum: int) -> tuple[float, np.ndarray]:
    """How long it takes for these people (columns of days, flags and rials), and what it gives; `minimum` in rials a month."""
    MINIMUM_MONTHLY[...] = minimum
    simulation = _simulation(people)
    start = time.perf_counter()
    amounts = simulation.calculate("pension", "2024")
    return time.perf_counter() - start, amounts


def _simulation(people: dict) -> Simulation:
    system = TaxBenefitSystem([PERSON, HOUSEHOLD])
    for variable in (age_days, record_days, is_woman, wages_sum, years, is_entitled, pension):
        system.add_variable(variable)
    count = len(people["record_days"])
    simulation = SimulationBuilder().build_default_simulation(system, count=count)
    simulation.set_input("age_days", "ETERNITY", people["day"] - people["birth_day"])
    simulation.set_input("record_days", "ETERNITY", people["record_days"])
    simulation.set_input("is_woman", "ETERNITY", people["is_woman"].astype(bool))
    simulation.set_input("wages_sum", "ETERNITY", people["wages_sum"].astype(np.float32))
    return simulation
