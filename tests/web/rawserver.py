"""A server that answers with any bytes, also such as no framework would send."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

NONE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@contextmanager
def answering(answers: dict[str, bytes]) -> Iterator[str]:
    """Answer requests for paths with what is given, head and all, and give the address of the server."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:  # it is closed
                    return
                with connection, suppress(OSError):
                    asked = connection.recv(65536).split(b" ")
                    path = asked[1].decode() if len(asked) > 1 else ""  # who hangs up has asked nothing
                    connection.sendall(answers.get(path, NONE))

        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
