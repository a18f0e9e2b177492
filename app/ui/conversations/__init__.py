"""The conversations in the left column: rows, their model, how they are drawn, and what is done with them."""
