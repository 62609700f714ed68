"""Which rules, severities and schemas apply to which page, and who said so."""

from frontlint.settings.find import ConfigFile, find_config, given_config
from frontlint.settings.load import load_settings, source_of
from frontlint.settings.model import (
    BUILT_IN,
    COMMAND_LINE,
    USUAL_BASELINE,
    Entry,
    Layer,
    Origin,
    RuleState,
    Settings,
)

__all__ = [
    "BUILT_IN",
    "COMMAND_LINE",
    "USUAL_BASELINE",
    "ConfigFile",
    "Entry",
    "Layer",
    "Origin",
    "RuleState",
    "Settings",
    "find_config",
    "given_config",
    "load_settings",
    "source_of",
]
