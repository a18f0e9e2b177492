"""Tests of app/models, with real files. The folder tests/models holds the small models themselves."""
