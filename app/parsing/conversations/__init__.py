"""Files of other programs that hold conversations, read in the throw-away process. One module per program.

Everything in such a file is a stranger's: each value is looked at before it is used, and what has another type than
expected counts as not there. Layouts are those of docs/importing.md.
"""
