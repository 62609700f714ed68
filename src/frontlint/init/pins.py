"""The actions of others in what `init` writes, each at one commit; `docs/pins.py` says which are old."""

from __future__ import annotations

CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1  # v7.0.1"
SETUP_PYTHON = "actions/setup-python@ece7cb06caefa5fff74198d8649806c4678c61a1  # v6.3.0"
UPLOAD_SARIF = "github/codeql-action/upload-sarif@ff2f1c621b7f889edc0d3c761ac2e6a3f8cdb0dd  # v4.37.7"
