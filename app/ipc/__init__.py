"""Typed frames over pipes between the processes, and the supervision of child processes."""
