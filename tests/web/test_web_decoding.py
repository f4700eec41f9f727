"""What was packed is unpacked whole, however it arrives, and never to more than a bound."""

import gzip
import zlib

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.web.decoding import OverflowingError, decoded

PACKERS = {"gzip": lambda data: gzip.compress(data, mtime=0), "deflate": zlib.compress, "br": brotli.compress}
DATA = st.tuples(st.binary(max_size=300), st.integers(min_value=1, max_value=3000)).map(lambda d: d[0] * d[1])


def pieces(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


@pytest.mark.parametrize("encoding", PACKERS)
@settings(max_examples=60, deadline=None)
@given(data=DATA, size=st.integers(min_value=1, max_value=5000))
def test_what_was_packed_comes_out_as_it_was(encoding, data, size):
    sent = PACKERS[encoding](data)
    assert decoded(pieces(sent, size), encoding, "https://post.example/", most=len(data)) == data


@pytest.mark.parametrize("encoding", PACKERS)
def test_a_few_bytes_that_unpack_to_many_are_stopped_at_the_bound(encoding):
    sent = PACKERS[encoding](b" " * 3_000_000)
    with pytest.raises(OverflowingError):
        decoded([sent], encoding, "https://post.example/", most=1_000_000)


@pytest.mark.parametrize("encoding", PACKERS)
def test_what_is_cut_short_is_told(encoding):
    sent = PACKERS[encoding](bytes(range(256)) * 40)
    with pytest.raises(ValueError, match=r"cut short|broken"):
        decoded([sent[:-9]], encoding, "https://post.example/", most=1_000_000)
