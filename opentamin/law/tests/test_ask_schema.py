"""Schemas: what an article is asked and answers, in both languages, true to what is read and given."""

import json
import re

import pytest

from opentamin import law
from opentamin.law import ask
from opentamin.law.ask.schema import DIALECT
from opentamin.law.days import date_of, text_of
from opentamin.law.machine.plans import plan_of

ARTICLES = [pytest.param(article, id=name) for name, article in law.ARTICLES.items()]
TYPES = {"object", "array", "string", "integer", "boolean", "null"}


def faults_of(schema, path="") -> list[str]:
    """What makes a schema no schema; the part of JSON Schema we write."""
    found = []
    types = schema.get("type", [])
    found += [f"{path}: type {one}" for one in ([types] if isinstance(types, str) else types) if one not in TYPES]
    found += [f"{path}: {name}" for name in ("title", "description", "pattern") if not isinstance(schema.get(name, ""), str)]
    found += [f"{path}: {name}" for name in ("minimum", "maximum", "maxItems") if not isinstance(schema.get(name, 0), int)]
    if "pattern" in schema:
        re.compile(schema["pattern"])
    if "enum" in schema and (not schema["enum"] or len(set(schema["enum"])) < len(schema["enum"])):
        found.append(f"{path}: enum")
    for name, inner in schema.get("properties", {}).items():
        found += faults_of(inner, f"{path}/{name}")
    if "items" in schema:
        found += faults_of(schema["items"], f"{path}[]")
    for place, inner in enumerate(schema.get("anyOf", [])):
        found += faults_of(inner, f"{path}|{place}")
    required = schema.get("required", [])
    if "properties" in schema:
        found += [f"{path}: requires {name}" for name in required if name not in schema["properties"]]
    return found


def valid(value, schema) -> bool:
    """Whether a value is what a schema says; the part of JSON Schema we write."""
    if "anyOf" in schema:
        return any(valid(value, inner) for inner in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    if types and not any(isinstance(value, kinds[one]) and (one != "integer" or not isinstance(value, bool)) for one in types):
        return False
    if isinstance(value, str):
        return re.search(schema.get("pattern", ""), value) is not None
    if isinstance(value, list):
        return all(valid(one, schema.get("items", {})) for one in value)
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        if set(schema.get("required", [])) - set(value) or (schema.get("additionalProperties") is False and set(value) - set(properties)):
            return False
        return all(valid(one, properties.get(name, {})) for name, one in value.items())
    return not isinstance(value, int) or schema.get("minimum", value) <= value <= schema.get("maximum", value)


def some_of(schema):
    """Values a schema allows, its bounds among them."""
    if "anyOf" in schema:
        return [one for inner in schema["anyOf"] for one in some_of(inner)] + schema.get("examples", [])
    if "enum" in schema:
        return schema["enum"]
    match schema["type"]:
        case "boolean":
            return [True, False]
        case "integer":
            return [schema["minimum"], schema["maximum"]] if schema["minimum"] != 135001 else [140508]
        case "array":
            return [[], some_of(schema["items"])]
    return schema.get("examples", [])


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("article", ARTICLES)
def test_every_article_has_valid_schemas_in_both_languages(article, language):
    for schema in (ask.facts_schema(article, language), ask.answer_schema(article, language)):
        assert schema["$schema"] == DIALECT and faults_of(schema) == []
        assert set(schema["x-words"]) == {"fa", "en"} and schema["title"] == schema["x-words"][language]["title"]
        json.dumps(schema)


@pytest.mark.parametrize("article", ARTICLES)
def test_the_two_languages_differ_in_words_alone(article):
    persian, english = (ask.facts_schema(article, language) for language in ("fa", "en"))
    assert _bare(persian) == _bare(english)
    for name, one in persian["properties"].items():
        assert re.search("[\u0600-\u06ff]", one["title"]) and re.search("[A-Za-z]", english["properties"][name]["title"])


def _bare(part):
    if isinstance(part, dict):
        return {name: _bare(inner) for name, inner in part.items() if name not in ("title", "description", "x-words")}
    return part


@pytest.mark.parametrize("article", ARTICLES)
def test_what_the_schema_allows_is_read(article):
    schema = ask.facts_schema(article)
    for name, one in schema["properties"].items():
        for value in some_of(one):
            assert valid({name: value}, schema)
            assert name in ask.read_facts(article, {name: value})
        if "default" in one:
            assert ask.read_facts(article, {name: one["default"]}) == {name: plan_of(article).defaults[name]}


def test_a_schema_says_units_bounds_defaults_and_what_has_no_default():
    schema = ask.facts_schema(law.ARTICLES["worker_due"], "en")
    assert schema["x-without-default"] == ["days", "days_in_month", "wage_insurable"]
    wage = schema["properties"]["wage_insurable"]
    assert (wage["minimum"], wage["maximum"], wage["x-unit"], wage["title"]) == (0, 10**15, "rials", "insurable pay")
    assert schema["properties"]["is_apprentice"]["default"] is False
    assert not valid({"wage_insurable": -1}, schema) and not valid({"salary": 1}, schema) and not valid({"days": True}, schema)


def test_a_series_is_an_array_of_its_kind():
    schema = ask.facts_schema(law.ARTICLES["relief_of_five"])
    assert schema["x-same-length"] == ["days", "wage_base"]
    assert schema["properties"]["days"]["type"] == "array" and valid({"days": [30, 5]}, schema) and not valid({"days": [300]}, schema)


@pytest.mark.parametrize("day", ["1405-02-31", "1405/2/5", "2026-05-21", "1300-01-01"])
def test_a_day_is_a_text_of_either_calendar(day):
    article = next(article for article in law.ARTICLES.values() if "day" in plan_of(article).kinds)
    schema = ask.facts_schema(article)
    assert valid({"day": day}, schema)
    assert not valid({"day": "31/02/1405"}, schema) and not valid({"day": 20_000}, schema)


def test_a_decision_is_what_the_schema_of_answers_says():
    for name, facts in (("worker_due", {"days": 30, "days_in_month": 30, "wage_insurable": 5}), ("worker_due", {}),
                        ("list_deadline", {"month": 140508}), ("unemployment_cover", {"is_foreign": 1})):  # fmt: skip
        article = law.ARTICLES[name]
        found = ask.decide(article, facts, law.of_month(140508)).to_dict("en")
        assert valid(found, ask.answer_schema(article))
    assert found["amounts"] == {"is_unemployment_insured": False}
    deadline = ask.decide(law.ARTICLES["list_deadline"], {"month": 140508}, law.of_month(140508))
    assert deadline.to_dict("en")["amounts"] == {"value": text_of(date_of(deadline.amounts["value"]))}


def test_the_outcomes_of_an_article_are_those_it_or_what_it_calls_may_give():
    assert ask.outcomes_of(law.ARTICLES["premium_of_wage"]) == ()
    assert {"COVERED", "NOT_COVERED_FOREIGNER"} <= set(ask.outcomes_of(law.ARTICLES["unemployment_cover"]))
    assert "RELIEF_TOO_MANY_WORKERS" in ask.outcomes_of(law.ARTICLES["list_due"])
    assert "MONTH_COUNTS" not in ask.outcomes_of(law.ARTICLES["list_due"])
