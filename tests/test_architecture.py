"""The layers of ARCHITECTURE.md hold: the import contracts of pyproject.toml are kept."""

from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[1]


def test_import_contracts_are_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    code = lint_imports(str(ROOT / "pyproject.toml"))
    assert code == EXIT_STATUS_SUCCESS, capsys.readouterr().out
