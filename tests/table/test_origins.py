"""A place asks where a figure comes from, and is told of what it sees; another machine's answers the same."""

from pathlib import Path

import pytest

from tabletop.errors import TabletopError
from tabletop.model.moves import Advance
from tabletop.model.seats import PUBLIC
from tests.table.remote import sent
from tests.tui.review_app import keys_session, play


def test_a_seat_is_told_of_its_own_and_of_what_all_see(tmp_path: Path) -> None:
    view = play(keys_session(tmp_path), Advance(seat="control")).at("lyre").view_now()

    origin = view.origin("deterrence/mule-pass")

    assert origin.value == view.scores["deterrence/mule-pass"]
    assert sent(view).origin("deterrence/mule-pass") == origin
    assert view.origin("promises/lyre").of == "promises/lyre"


@pytest.mark.parametrize("who", ["lyre", PUBLIC])
def test_what_a_place_does_not_see_is_as_if_it_were_not_there(tmp_path: Path, who: str) -> None:
    table = play(keys_session(tmp_path), Advance(seat="control"))
    view, control = table.at(who).view_now(), table.view_now()
    hidden = [f"inject/{name}" for name in control.world.scenario.injects if name not in view.world.injects]
    secret = [f"seat/harrow/{o.id}" for o in control.world.scenario.seats["harrow"].objectives if o.secret]
    levers = [f"lever/{lever.id}" for lever in control.world.scenario.red.levers]

    for of in (*hidden, *secret, *levers, "promises/harrow"):
        with pytest.raises(TabletopError, match=f"no figure '{of}'"):
            view.origin(of)
        assert control.origin(of).source

    assert hidden and secret and levers
