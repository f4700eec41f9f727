"""The page of an event that is a stage of another, or has stages."""

import pytest

from invented_swaps import events
from talks.render.event import draw_event
from talks.render.lines import Paper
from talks.views.frames import load_frames
from talks.views.pages import event_page


@pytest.mark.parametrize("name", ["sixty", "sixty, first"])
def test_the_page_of_an_event_tells_its_whole_and_its_stages(autumn, golden, name):
    page = event_page(autumn, events()[name].id)
    rows = draw_event(page, load_frames(autumn), Paper(80))
    golden(f"event-{name.replace(', ', '-')}-80.txt", "\n".join(Paper(80).write_all(rows)) + "\n")
