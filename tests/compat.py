"""Load every config of the published dataset with older versions of ``datasets``, each in an environment of its own.

Run by ``make compat``; environments are kept in .compat/ and made again when they are removed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
VERSIONS: dict[str, list[str]] = {
    "as pinned": [],  # the environment that runs this
    "2.21.0": ["datasets==2.21.0", "pyarrow<20", "numpy<2", "pandas<2.3", "fsspec<=2024.6.1"],
    "3.6.0": ["datasets==3.6.0", "pyarrow<21"],
    "4.0.0": ["datasets==4.0.0", "pyarrow<22"],
}
CODE = """
import json, sys
import datasets
import datasets.config
folder, cache = sys.argv[1:]
made = {}
for config in datasets.get_dataset_config_names(folder):
    whole = datasets.load_dataset(folder, config, cache_dir=cache)
    flow = datasets.load_dataset(folder, config, streaming=True)
    made[config] = {split: [dict(row) for row in rows] for split, rows in whole.items()}
    assert {split: [dict(row) for row in rows] for split, rows in flow.items()} == made[config], config
print(json.dumps(made))
"""


def load_with(version: str, packages: list[str]) -> dict[str, object]:
    """Load the dataset in the version's own environment."""
    home = ROOT / ".compat" / version
    python = home / "bin" / "python" if packages else Path(sys.executable)
    if packages and not (home / "installed").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        (home / "installed").touch()
    with tempfile.TemporaryDirectory() as cache:
        command = [python, "-c", CODE, ROOT / "corpus" / "published", cache]
        environment = {**os.environ, "HF_HUB_OFFLINE": "1", "HF_HOME": cache}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        sys.exit(f"datasets {version} cannot load the dataset:\n{done.stderr[-2000:]}")
    loaded: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return loaded


def main() -> None:
    """Compare what each version loads."""
    first = None
    for version, packages in VERSIONS.items():
        loaded = load_with(version, packages)
        first = first or loaded
        if loaded != first:
            sys.exit(f"datasets {version} loads other rows than {next(iter(VERSIONS))}")
        print(f"datasets {version}: {', '.join(loaded)}: whole and streamed, the same rows")


if __name__ == "__main__":
    main()
