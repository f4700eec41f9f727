"""Lists of sources as other feed readers write them: nothing of one is lost, and none can do harm."""

from xml.etree import ElementTree

import pytest

from talks.errors import ReadError
from talks.store.sources import Followed, Kind
from talks.web.opml import read_opml, write_opml

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Mine</title><dateCreated>Mon, 04 Mar 2024 10:00:00 GMT</dateCreated></head>
  <body>
    <outline text="Ostwind &amp; Söhne" type="rss" xmlUrl="https://ostwind.example/feed" htmlUrl="https://ostwind.example/"/>
    <outline text="Papers">
      <outline text="Coast/North" title="Coast">
        <outline text="Harbour Post" title="The Harbour Post" type="rss" xmlUrl="https://harbour.example/rss?a=1&amp;b=2"
          description="All of it" language="en" x:rank="3" xmlns:x="urn:x"/>
      </outline>
      <outline text="Live" type="link" url="https://polder.example/live"/>
    </outline>
    <outline text="Again"><outline text="Ostwind" xmlUrl="https://ostwind.example/feed"/></outline>
  </body>
</opml>"""
OSTWIND, HARBOUR, POLDER = (
    "https://ostwind.example/feed", "https://harbour.example/rss?a=1&b=2", "https://polder.example/live"
)  # fmt: skip
LAUGHS = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
]><opml version="2.0"><body><outline text="&b;" xmlUrl="https://a.example/feed"/></body></opml>"""


def written(sources) -> str:
    return "\n".join(write_opml(sources, "Sources"))


def test_sources_are_read_with_their_categories():
    found = {source.url: source for source in read_opml("a.opml", LIST.encode()).sources}
    assert list(found) == [OSTWIND, HARBOUR, POLDER]
    assert found[OSTWIND].categories == ((), ("Again",))
    assert (found[OSTWIND].title, found[OSTWIND].site) == ("Ostwind & Söhne", "https://ostwind.example/")
    assert found[HARBOUR].categories == (("Papers", "Coast/North"),)
    assert found[POLDER].kind is Kind.PAGE


def test_a_round_trip_loses_nothing():
    first = read_opml("a.opml", LIST.encode())
    assert not first.errors
    assert read_opml("b.opml", written(first.sources).encode()) == first
    assert 'description="All of it" language="en"' in written(first.sources)
    assert 'title="The Harbour Post"' in written(first.sources)


def test_what_another_program_names_by_a_prefix_can_be_read_with_it_elsewhere():
    text = """<opml xmlns:p="urn:p" xmlns:q="urn:q"><body><outline><outline text="B" p:rank="3" z:y="1"
        xmlUrl="https://a.example/feed"/></outline></body></opml>"""
    found = written(read_opml("a.opml", text.encode()).sources)
    [outline] = ElementTree.fromstring(found).iterfind(".//outline[@xmlUrl]")  # noqa: S314 - it is ours
    assert outline.attrib["{urn:p}rank"] == "3"
    assert "urn:q" not in found


def test_names_that_mean_something_in_xml_come_back():
    hard = Followed("https://a.example/?a=1&b=<2>", title='"A" & <B>', categories=(("x/y", 'q"<>&'),))
    [found] = read_opml("a.opml", written([hard]).encode()).sources
    assert found == hard


def test_what_xml_has_no_way_to_write_is_left_out():
    [found] = read_opml("a", written([Followed("https://a.example/", title="A\x00\x1bB")]).encode()).sources
    assert found.title == "AB"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_any_encoding_that_a_file_declares_is_read(encoding: str):
    data = LIST.replace('encoding="UTF-8"', f'encoding="{encoding.removesuffix("-sig")}"').encode(encoding)
    assert read_opml("a.opml", data).sources[0].title == "Ostwind & Söhne"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "bomb", [LAUGHS, '<!DOCTYPE opml SYSTEM "https://a.example/x.dtd"><opml><body/></opml>']
)
def test_a_document_type_is_refused_before_anything_in_it_is_read(bomb: str, encoding: str):
    data = bomb.replace('<?xml version="1.0"?>', "").encode(encoding)
    with pytest.raises(ReadError, match="has a document type, which may declare entities"):
        read_opml("a.opml", data)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<opml><body>", "is no well-formed XML"),
        ("", "is no well-formed XML"),
        ("<rss/>", "is XML, but no OPML"),
        ("<opml><body>" + "<outline text='a'>" * 5000, "is nested too deeply"),
        ("<opml>&nbsp;</opml>", "is no well-formed XML"),
    ],
)
def test_what_is_no_list_is_refused_in_one_line(text: str, words: str):
    with pytest.raises(ReadError, match=words) as caught:
        read_opml("a.opml", text.encode())
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("address", ["", "ftp://a.example/feed", "file:///etc/passwd", "javascript:alert(1)"])
def test_an_outline_without_an_address_of_the_web_is_named_and_left(address: str):
    text = (
        f'<opml><body><outline text="A" type="rss" xmlUrl="{address}"/><outline text="note"/></body></opml>'
    )
    found = read_opml("a.opml", text.encode())
    assert not found.sources
    assert [str(error) for error in found.errors] == [
        "a.opml: A: has no address to follow; add it by its address"
    ]


@pytest.mark.parametrize("address", ["https://ask:secret@a.example/feed", "https://[bad", "https://a:x/"])
def test_what_could_never_be_asked_is_not_followed_and_no_password_is_told(address: str):
    text = f'<opml><body><outline text="A" xmlUrl="{address}"/></body></opml>'
    found = read_opml("a.opml", text.encode())
    assert not found.sources
    assert "a.opml: A: " in str(found.errors[0])
    assert "secret" not in str(found.errors[0])
