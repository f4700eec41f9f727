"""Gold and exports of the invented negotiation, made by hand."""

import json
from typing import Any

from talks.evaluation import Export, read_export

TEXT = (
    "HARVIK, 12 March 2024 - Norland and Sudria held a second round of talks in Castrel on Tuesday. "
    "“We want a truce,” Gunnvor Ask said. A meeting of the presidents is planned for May."
)
ARTICLE = {"record": "article", "id": "a1", "path": "in/one.txt", "text": TEXT}
PUBLISHED = {"date": "2024-03-12", "precision": "day", "basis": "stated"}
TALKS = {
    "kind": "talks", "status": "held", "date": "2024-03-12", "precision": "day", "place": "Castrel",
    "parties": ["Norland", "Sudria"], "round": 2, "evidence": "a second round of talks in Castrel",
}  # fmt: skip
SUMMIT = {"kind": "summit", "status": "planned", "date": "2024-05", "evidence": "A meeting of the presidents"}
WANTED = {
    "speaker": "Gunnvor Ask", "party": "Norland", "manner": "direct", "topics": ["ceasefire"],
    "stance": "demands", "evidence": "We want a truce",
}  # fmt: skip


def gold_file(**changed: Any) -> dict[str, Any]:
    whole = {
        "id": "one", "file": "one.txt", "published": {"date": "2024-03-12"},
        "events": [TALKS, SUMMIT], "statements": [WANTED],
    }  # fmt: skip
    return whole | changed


def exported(*records: dict[str, Any], article: dict[str, Any] = ARTICLE) -> Export:
    """Return an export of one article with these records, each a mention or a statement."""
    rows: list[dict[str, Any]] = [article | {"published": PUBLISHED}]
    for n, record in enumerate(records):
        sort = "statement" if "speaker" in record else "mention"
        more = {
            "record": sort,
            "id": f"r{n}",
            "article": article["id"],
            "evidence": {"text": record["evidence"]},
        }
        rows.append(record | more)
    return read_export(map(json.dumps, rows), "export")
