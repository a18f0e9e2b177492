"""Markdown of answers: read into a safe tree, written into documents. Stream and history are one."""
