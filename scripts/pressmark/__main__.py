"""Run the command line: ``python -m pressmark``."""

from .cli import main

if __name__ == "__main__":
    main()
