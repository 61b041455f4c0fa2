"""The backend: a wheel for each platform, the same bytes each time."""

import csv
import importlib.util
import io
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).resolve().parents[1] / "backend.py"


@pytest.fixture
def backend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The backend, with a program that is made already."""
    made = tmp_path / "program"
    made.write_bytes(b"\x7fELF")
    monkeypatch.setenv("DATELINE_NEWSDESK", str(made))
    spec = importlib.util.spec_from_file_location("backend", FILE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("target", "tag", "program"), [
    ("linux/amd64", "manylinux2014_x86_64.manylinux_2_17_x86_64.musllinux_1_1_x86_64", "newsdesk"),
    ("darwin/arm64", "macosx_12_0_arm64", "newsdesk"),
    ("windows/amd64", "win_amd64", "newsdesk.exe"),
])
def test_wheel(backend: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, tag: str,
               program: str) -> None:
    monkeypatch.setenv("DATELINE_TARGET", target)
    name = backend.build_wheel(str(tmp_path))
    assert name == f"dateline-0.0.0-py3-none-{tag}.whl"
    first = (tmp_path / name).read_bytes()
    with zipfile.ZipFile(tmp_path / name) as wheel:
        carried = wheel.getinfo(f"dateline/bin/{program}")
        assert carried.external_attr >> 16 & 0o111, "it can be run"
        assert {"dateline/__init__.py", "dateline/py.typed"} <= set(wheel.namelist())
        record = wheel.read("dateline-0.0.0.dist-info/RECORD").decode()
        listed = {row[0] for row in csv.reader(io.StringIO(record))}
        assert listed == set(wheel.namelist())
        assert "License-Expression: Apache-2.0" in wheel.read("dateline-0.0.0.dist-info/METADATA").decode()
        assert wheel.read("dateline-0.0.0.dist-info/licenses/NOTICE"), "what the weights learned from goes with them"
    backend.build_wheel(str(tmp_path))
    assert (tmp_path / name).read_bytes() == first


def test_no_such_platform(backend: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TARGET", "plan9/amd64")
    with pytest.raises(SystemExit, match="no wheel for plan9/amd64"):
        backend.build_wheel(str(tmp_path))
