"""The scorers live beside the package, at the root of the repository: put it on the path for their tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
