"""Settings: one table of what can be set, the values in force, and the page that shows them."""
