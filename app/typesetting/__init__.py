"""The typesetter: a process that draws formulas and colours code. What a model wrote is hostile input to both."""
