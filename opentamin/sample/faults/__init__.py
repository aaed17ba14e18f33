"""Faults that can be planted in a list on demand, each with the finding it must lead to."""

from opentamin.sample.faults import in_archives, in_bytes, in_values
from opentamin.sample.faults.fault import FAULTS, CannotPlant, Fault, Making, Planted, fault

__all__ = ["FAULTS", "CannotPlant", "Fault", "Making", "Planted", "fault", "in_archives", "in_bytes", "in_values"]
