"""One request and its answer over HTTP/1.1, with every failure of the way told as a CloudError. Gateway, main thread.

httpcore speaks HTTP here: it follows no redirect, keeps no cookie, reads no variable, unpacks nothing and tries
nothing twice. Why it and not httpx: docs/decisions/0015-the-gateway-speaks-through-httpcore.md.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import httpcore

from app.domain.errors import CloudError
from app.domain.permit import Permit
from app.domain.proxy import parse_proxy
from app.gateway.line import Lines, Watch
from app.gateway.trust import tls_context

Headers = list[tuple[str, str]]
REFUSALS = {
    401: "server_refused_key",
    402: "server_wants_payment",
    403: "server_refused_key",
    429: "server_busy",
}


def host_header(permit: Permit) -> tuple[str, str]:
    """The first header of every request."""
    host = f"[{permit.origin.host}]" if ":" in permit.origin.host else permit.origin.host
    usual = 443 if permit.origin.scheme == "https" else 80
    return ("Host", host if permit.origin.port == usual else f"{host}:{permit.origin.port}")


@contextmanager
def exchange(
    permit: Permit,
    watch: Watch,
    headers: Headers,
    body: bytes = b"",
    *,
    own: bool,
    authority: str,
    proxy: str,
    proxy_password: str = "",
) -> Iterator[httpcore.Response]:
    """Send one request and give its answer, unread; the connection ends with the block.

    `proxy_password` is for the user that `proxy` names.

    Errors: CloudError server_..., reply_..., also for what is read within the block.
    """
    origin = str(permit.origin)
    context = tls_context(authority if own else "")
    through = parse_proxy(proxy) if proxy else None
    lines = Lines(watch, own, through, proxy_password)
    pool = httpcore.ConnectionPool(ssl_context=context, network_backend=lines, retries=0)
    method = "POST" if body else "GET"
    address = f"{origin}{permit.path}"
    try:
        with pool, pool.stream(method, address, headers=headers, content=body or None) as response:
            yield response
    except (httpcore.LocalProtocolError, httpcore.UnsupportedProtocol) as error:
        raise CloudError("reply_not_understood", origin=origin) from error
    except httpcore.RemoteProtocolError as error:
        # Ended in the midst of a body, or never spoke HTTP at all.
        broken = "incomplete" in str(error) or "without sending" in str(error)
        raise CloudError("reply_broken_off" if broken else "reply_not_understood", origin=origin) from error
    except (httpcore.NetworkError, httpcore.TimeoutException) as error:
        raise CloudError("reply_broken_off", origin=origin) from error


def must_be_plain(response: httpcore.Response, origin: str) -> dict[bytes, bytes]:
    """The headers by name in small letters. Errors: CloudError reply_not_understood where the body is packed."""
    fields = {name.lower(): value for name, value in response.headers}
    if fields.get(b"content-encoding", b"identity").strip().lower() not in (b"identity", b""):
        raise CloudError("reply_not_understood", origin=origin)
    return fields
