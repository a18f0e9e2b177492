"""The library process: reads folders, keeps passages, keyword index and vectors in `library.db`, and searches.

The main thread owns the database and does everything that touches it; threads beside it read files, compute
vectors and watch folders, and hand their results over in queues. Reached through `app.ipc.library_frames`.
"""
