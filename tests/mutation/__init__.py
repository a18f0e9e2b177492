"""Each guard of the cloud path, and the proof that a test notices when it is gone."""
