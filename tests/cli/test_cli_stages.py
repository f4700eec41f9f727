"""What the page of an event tells other programs of its stages."""

import json

from invented_swaps import events


def test_an_event_names_its_stages_and_a_stage_its_whole(talks, autumn_path):
    whole, first, last = (events()[name].id for name in ("sixty", "sixty, first", "sixty, last"))
    page = json.loads(talks("--db", autumn_path, "show", "event", whole, "--format", "json").out)
    assert (page["stages"], page["stage_of"]) == ([first, last], None)
    page = json.loads(talks("--db", autumn_path, "show", "event", first, "--format", "json").out)
    assert (page["stages"], page["stage_of"]) == ([], whole)
