"""``python -m onrecord`` is ``onrecord``."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    try:
        from onrecord.cli.main import main

        main()
    except KeyboardInterrupt:  # while the program was still being loaded
        sys.exit(130)
