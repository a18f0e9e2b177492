"""Where the program of a bundle begins: the same place as `python -m app`."""

from app.__main__ import main

if __name__ == "__main__":
    main()
