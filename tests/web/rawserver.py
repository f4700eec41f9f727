"""A server that answers with any bytes, also such as no framework would send."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def answering(answers: dict[str, bytes]) -> Iterator[str]:
    """Answer requests for paths with what is given, head and all, and give the address of the server."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listening.accept()
                    with connection:
                        path = connection.recv(65536).split(b" ")[1].decode()
                        connection.sendall(answers.get(path, b"HTTP/1.1 404 Not Found\r\n\r\n"))

        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
