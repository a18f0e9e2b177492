"""Whom a server's certificate is checked against. Gateway process."""

import os
import ssl

import certifi

from app.domain.errors import CloudError


def tls_context(authority: str) -> ssl.SSLContext:
    """TLS 1.2 or newer, name and chain checked against the system's roots, or against `authority` (PEM) alone.

    A bare context: `ssl.create_default_context` writes the keys of every connection to SSLKEYLOGFILE. The system's
    roots are taken first, because people and companies add theirs; certifi's where it has none.
    Errors: CloudError server_not_trusted when `authority` holds no certificate.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if authority:
        try:
            context.load_verify_locations(cadata=authority)
        except ssl.SSLError as error:
            raise CloudError("server_not_trusted", origin="", reason="its certificates") from error
        return context
    context.load_default_certs()
    paths = ssl.get_default_verify_paths()
    kept = any(path and os.path.exists(path) for path in (paths.cafile, paths.capath))
    if not kept and not context.cert_store_stats()["x509_ca"]:
        context.load_verify_locations(cafile=certifi.where())
    return context
