"""Web archives for tests: pages of the invented world, as crawlers write them."""

import gzip
import io
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

DATE = "2024-03-13T09:30:00Z"
HTML = "text/html; charset=utf-8"


def page(
    number: int, words: str = "On Monday envoys of Norland and Sudria met in Castrel for the {}. time."
) -> str:
    """Return a page with an article."""
    body = "".join(
        f"<p>{words.format(number)} The hosts said that day {n} had been long.</p>" for n in range(8)
    )
    return (
        f"<html><head><title>Envoys meet for the {number}. time</title></head>"
        f"<body><article><h1>Envoys meet for the {number}. time</h1>{body}</article></body></html>"
    )


class Archive:
    """Writes records into a file, packed or not."""

    def __init__(self, path: Path) -> None:
        self.path, self.out = path, io.BytesIO()
        self.writer = WARCWriter(self.out, gzip=path.suffix == ".gz")
        self.starts: list[int] = []

    def response(self, url: str, body: bytes, *, status: str = "200 OK", date: str = DATE, **headers: str):
        told = [(name.replace("_", "-"), value) for name, value in ({"Content_Type": HTML} | headers).items()]
        return self.record("response", url, body, date=date, http=StatusAndHeaders(status, told, "HTTP/1.1"))

    def record(self, kind: str, url: str, body: bytes, *, date: str = DATE, http=None, **named: str):
        self.starts.append(self.out.tell())
        about = {"WARC-Date": date} | {name.replace("_", "-"): value for name, value in named.items()}
        record = self.writer.create_warc_record(
            url, kind, io.BytesIO(body), len(body), warc_headers_dict=about, http_headers=http
        )
        self.writer.write_record(record)
        return self

    def close(self) -> Path:
        self.path.write_bytes(self.out.getvalue())
        return self.path


def chunked(data: bytes, size: int = 100) -> bytes:
    """Write data as HTTP/1.1 sends it in chunks."""
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def packed(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)
