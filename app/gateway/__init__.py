"""The only code of Hearth that opens a network connection, in a process of its own."""
