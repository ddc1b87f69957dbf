"""docs/model.md says what the scenario and the rules do."""

import re

import pytest

from tabletop.rules.scores.deterrence import assess, scores
from tabletop.rules.world.frame import frame_of
from tests.page.marks import rows_of
from tests.play import ROOT, fresh, nato

DOC = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
EXAMPLE = DOC.partition("## Worked example")[2].partition("\n## ")[0]


def test_every_coefficient_stands_in_the_table_with_value_unit_meaning_and_basis() -> None:
    told = {row[0].strip("`"): row[1:] for row in rows_of(DOC.partition("## Coefficients")[2])[2:]}

    assert set(told) == set(nato().basis)
    for name, basis in nato().basis.items():
        value = getattr(nato().coefficients, name)
        assert told[name] == [f"{value:g}", basis.unit, basis.meaning, basis.basis], name


def test_every_coefficient_has_its_place_in_the_text_by_its_name() -> None:
    text = DOC.partition("## Coefficients")[0]

    assert not [name for name in nato().basis if not re.search(rf"\b{name}\b", text)]


def test_the_worked_example_recomputes_to_three_digits_from_its_own_numbers() -> None:
    areas = {row[0]: [float(x) for x in row[1:]] for row in rows_of(EXAMPLE)[2:-1]}
    bold = [float(x) for x in re.findall(r"\*\*([\d.]+)\*\*", EXAMPLE)]
    command, r, q_local, r_local, capability, credibility, clarity, deterrence = bold

    assert command == pytest.approx(0.30 + 0.41 * 0.6 + 0.29 * 0.6 * 0.55, abs=5e-4)
    assert r == pytest.approx(0.7 * 0.60 + 0.12 + 0.18 * command, abs=5e-4)
    presence = sum(w * min(1, here / (0.35 * need)) for w, need, here, *_ in areas.values())
    front = sum(w * min(1, own / (0.6 * need)) for w, need, _, _, own, *_ in areas.values())
    assert q_local == pytest.approx(0.56 * (0.75 + 0.5 * presence), abs=5e-4)
    assert r_local == pytest.approx(r * (0.75 + 0.5 * front), abs=5e-4)
    filled = believed = 0.0
    for w, need, here, home, own, f, g, part, trusted in areas.values():
        assert f == pytest.approx((here + home + own) / need, abs=5e-4)
        assert g == pytest.approx(((here + home) * q_local + own * r_local) / need, abs=5e-4)
        assert part == pytest.approx(w / (0.05 + 0.95 * f), rel=5e-4)
        assert trusted == pytest.approx(w / (0.05 * r_local + 0.95 * g), rel=5e-4)
        filled, believed = filled + part, believed + trusted
    assert capability == pytest.approx(1 / filled, abs=5e-4)
    assert credibility == pytest.approx(0.25 * q_local + 0.75 * filled / believed, abs=5e-4)
    assert clarity == pytest.approx(0.15 + 0.85 * (0.7 * 0.58 + 0.3 * 0.6 - 2 * 0.05), abs=5e-4)
    assert deterrence == pytest.approx(100 * capability**0.5 * credibility**0.35 * clarity**0.15, abs=0.05)


def test_the_rules_say_what_the_worked_example_says() -> None:
    bold = [float(x) for x in re.findall(r"\*\*([\d.]+)\*\*", EXAMPLE)]
    world = fresh()
    baltic = assess(world, frame_of(nato()))[nato().theatre_index["baltic"]]

    assert world.figures["/command"] == pytest.approx(bold[0], abs=5e-5)
    assert (baltic.capability, baltic.credibility, baltic.clarity) == pytest.approx(bold[4:7], abs=5e-5)
    assert scores(world)["deterrence/baltic"] == pytest.approx(bold[7], abs=5e-3)
    assert {row[0] for row in rows_of(EXAMPLE)[2:-1]} == set(nato().areas)
