"""Directions of an option in words: what comes, what moves, who pays; seats that do the same stand together."""

from tabletop.model.effects import Effect
from tabletop.tui.kit.effects import written
from tabletop.words.as_played import as_played
from tabletop.words.leanings import Leaning, leanings, speaker
from tests.play import fresh, nato


def told(*effects: Effect) -> list[Leaning]:
    return leanings(effects, nato())


def test_what_comes_stands_first_and_is_neither_good_nor_bad() -> None:
    comes, up = told(Effect("cohesion", 2.0), Effect("force/us-ro-battalion", set="available"))

    assert comes == Leaning("American battalion at Mihail Kogălniceanu comes", None)
    assert up == Leaning("Cohesion up", True)


def test_sizes_are_a_little_none_and_much_whatever_the_unit() -> None:
    words = [each.words for each in told(*(Effect("trust", x) for x in (-1.0, -2.0, -4.0)), Effect("alarm", 0.3))]

    assert words == ["Trust down a little", "Trust down", "Trust down much", "Alarm up much"]


def test_seats_that_pay_alike_are_named_together_and_one_pays_in_the_singular() -> None:
    both = told(Effect("wallet/paris", -0.5), Effect("wallet/warsaw", -0.5))
    one = told(Effect("wallet/paris", -0.5), Effect("wallet/warsaw", -0.9))

    assert [each.words for each in both] == ["Paris and Warsaw pay"]
    assert [each.words for each in one] == ["Paris pays", "Warsaw pays much"]


def test_a_seat_that_has_joined_another_pays_as_that_one_and_once() -> None:
    seats = fresh(fold=6).seats
    effects = Effect("wallet/london", -0.4), Effect("wallet/nordic-baltic", -0.4), Effect("capital/london", -2.0)

    assert as_played(effects, nato(), seats) == (
        Effect("wallet/nordic-baltic", -0.8), Effect("capital/nordic-baltic", -2.0)
    )  # fmt: skip
    assert [each.words for each in leanings(effects, nato(), seats)] == [
        "Northern pays much", "Northern spends capital"
    ]  # fmt: skip
    assert speaker([Effect("wallet/london", 1.0)], nato(), "nordic-baltic", seats) == "Your treasury"


def test_no_option_names_a_seat_that_has_joined_another() -> None:
    for fold in nato().folds.values():
        seats = fresh(fold=fold.seats).seats
        joined = {spec.name for name, spec in nato().seats.items() if name not in seats}
        for inject in nato().injects.values():
            for option in inject.options:
                words = " ".join(each.words for each in leanings(option.effects, nato(), seats))
                figures = written(option.effects, nato(), seats).plain
                assert not any(name in words or name in figures for name in joined), (inject.id, option.id)


def test_pressure_that_falls_is_good_and_voters_are_for_or_against() -> None:
    pressure, voters = told(Effect("pressure/baltic", -2.0), Effect("support/berlin", -1.5))

    assert (pressure.words, pressure.good) == ("Baltic pressure down", True)
    assert (voters.words, voters.good) == ("Voters of Berlin against it", False)


def test_who_reads_it_is_told_by_itself_as_you() -> None:
    effects = [Effect("wallet/paris", -0.5), Effect("wallet/warsaw", -0.5), Effect("support/paris", -4.0)]

    assert [each.words for each in leanings(effects, nato(), seat="paris")] == [
        "You pay", "Warsaw pays", "Your voters much against it",
    ]  # fmt: skip


def test_whose_case_an_option_is_hangs_on_who_gains_by_it() -> None:
    votes, money = Effect("support/berlin", 3.0), Effect("wallet/berlin", 0.6)
    calm, together = Effect("pressure/baltic", -4.0), Effect("cohesion", 2.0)

    cases = [speaker((each,), nato(), "berlin") for each in (votes, money, calm, together)]

    assert cases == ["Your party", "Your treasury", "Your staff", "Your diplomats"]
    assert speaker((votes, together), nato(), "paris") == "Your diplomats"
