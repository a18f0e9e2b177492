"""Real peers of the gateway: llama.cpp's own server, and how the makers' own packages speak and read."""
