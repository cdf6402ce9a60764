"""The version of the plugin API: a plugin that asks for the same major version is served."""

API_VERSION = "1.0"
