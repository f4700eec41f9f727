import io
from pathlib import Path

import pytest

from talks import exporters
from talks.errors import UsageError
from talks.store import Store


def test_each_module_is_a_format():
    folder = Path(exporters.__file__).parent
    modules = {file.stem.replace("_", "-") for file in folder.glob("[!_]*.py")}
    assert set(exporters.discover()) == modules >= {"jsonl"}


def test_an_unknown_format_is_refused_with_those_there_are(store: Store):
    with pytest.raises(UsageError, match=r"choose from .*jsonl"):
        exporters.export(store, "xlsx", io.StringIO())


def test_a_format_is_found_with_an_underscore_too():
    assert exporters.load_format("csl_json") is exporters.load_format("csl-json")


def test_one_module_more_is_one_format_more(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "titles.py").write_text(
        "from talks.exporters import Format\n"
        "def write(store, out, wanted):\n    out.writelines(article.title for article in store.articles())\n"
        "FORMAT = Format(write=write, media_type='text/plain', suffix='.txt')\n"
    )
    monkeypatch.setattr(exporters, "__path__", [*exporters.__path__, str(tmp_path)])
    assert "titles" in exporters.discover()
    out = io.StringIO()
    exporters.export(store, "titles", out)
    assert out.getvalue() == "Talks in Bellmund"


def test_naming_the_formats_loads_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(exporters, "import_module", pytest.fail)
    assert exporters.discover()
