"""Pictures of the real program in every state, kept in docs/pictures: `python -m tests.pictures`."""
