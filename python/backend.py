"""Builds the wheel: the package and the program newsdesk, which Go makes for the target.

A backend of our own (PEP 517), in the standard library alone, so that `pip install ./python` downloads nothing but
what Go does. The environment may say:

DATELINE_TARGET    a key of TARGETS, such as linux/amd64; default: this machine
DATELINE_NEWSDESK  a program that is made already, to be carried as it is
"""

from __future__ import annotations

import base64
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULE = HERE.parent  # the Go module

# The platforms that wheels are made for, with the tags that pip knows them by. The program is static, so that it runs
# on every Linux.
TARGETS = {
    "linux/amd64": "manylinux2014_x86_64.manylinux_2_17_x86_64.musllinux_1_1_x86_64",
    "linux/arm64": "manylinux2014_aarch64.manylinux_2_17_aarch64.musllinux_1_1_aarch64",
    "darwin/arm64": "macosx_12_0_arm64",
    "darwin/amd64": "macosx_12_0_x86_64",
    "windows/amd64": "win_amd64",
}


def target() -> str:
    """The platform to build for, as Go names it."""
    machine = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64"}
    here = f"{platform.system().lower()}/{machine.get(platform.machine().lower(), platform.machine())}"
    chosen = os.environ.get("DATELINE_TARGET", here)
    if chosen not in TARGETS:
        raise SystemExit(f"dateline: no wheel for {chosen}; there are {', '.join(TARGETS)}")
    return chosen


def program(chosen: str, folder: Path) -> Path:
    """The program for a target, made by Go where there is none."""
    if made := os.environ.get("DATELINE_NEWSDESK"):
        return Path(made)
    if not shutil.which("go"):
        raise SystemExit("dateline: Go makes the program of this package: install it from https://go.dev/dl, "
                         "or name a newsdesk with DATELINE_NEWSDESK")
    out = folder / "newsdesk"
    goos, goarch = chosen.split("/")
    subprocess.run(["go", "build", "-trimpath", "-ldflags", "-s -w", "-o", str(out), "./cmd/newsdesk"], cwd=MODULE,
                   check=True, env={**os.environ, "CGO_ENABLED": "0", "GOOS": goos, "GOARCH": goarch})
    return out


def project() -> dict[str, str]:
    """The fields of pyproject.toml that are written into the wheel."""
    fields: dict[str, str] = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return fields


def metadata() -> str:
    """The METADATA file of the wheel."""
    p = project()
    return "\n".join([
        "Metadata-Version: 2.4", f"Name: {p['name']}", f"Version: {p['version']}", f"Summary: {p['description']}",
        f"License-Expression: {p['license']}", "License-File: LICENSE", "License-File: NOTICE",
        f"Requires-Python: {p['requires-python']}", "Description-Content-Type: text/markdown", "",
        (HERE / p["readme"]).read_text(encoding="utf-8")])


class Wheel:
    """A wheel that is being written; the same files give the same bytes."""

    def __init__(self, path: Path) -> None:
        self.zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)
        self.record: list[str] = []

    def add(self, name: str, data: bytes, mode: int = 0o644) -> None:
        info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = (0o100000 | mode) << 16
        self.zip.writestr(info, data)
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        self.record.append(f"{name},sha256={digest},{len(data)}")

    def close(self, info: str) -> None:
        name = f"{info}/RECORD"
        self.zip.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), "\n".join([*self.record, f"{name},,", ""]))
        self.zip.close()


def build_wheel(wheel_directory: str, config_settings: object = None, metadata_directory: str | None = None) -> str:
    """Makes the wheel and returns its name (PEP 517)."""
    chosen, p = target(), project()
    stem = f"{p['name']}-{p['version']}"
    name, info = f"{stem}-py3-none-{TARGETS[chosen]}.whl", f"{stem}.dist-info"
    wheel = Wheel(Path(wheel_directory) / name)
    for file in sorted((HERE / "src").rglob("*")):
        if file.suffix == ".py" or file.name == "py.typed":
            wheel.add(file.relative_to(HERE / "src").as_posix(), file.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        end = ".exe" if chosen.startswith("windows/") else ""
        wheel.add(f"dateline/bin/newsdesk{end}", program(chosen, Path(folder)).read_bytes(), 0o755)
    for licence in ("LICENSE", "NOTICE"):
        wheel.add(f"{info}/licenses/{licence}", (MODULE / licence).read_bytes())
    tags = "".join(f"Tag: py3-none-{tag}\n" for tag in TARGETS[chosen].split("."))
    wheel.add(f"{info}/METADATA", metadata().encode())
    wheel.add(f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: dateline\nRoot-Is-Purelib: false\n{tags}".encode())
    wheel.add(f"{info}/entry_points.txt", b"[console_scripts]\nnewsdesk = dateline.program:main\n")
    wheel.close(info)
    return name


def build_sdist(sdist_directory: str, config_settings: object = None) -> str:
    """Refuses: a source archive would have to hold the whole Go module (PEP 517)."""
    raise SystemExit("dateline: there is no source archive; clone the repository and pip install ./python")


if __name__ == "__main__":  # python backend.py FOLDER: a wheel for each target that is named, or for three
    os.makedirs(sys.argv[1], exist_ok=True)
    for each in sys.argv[2:] or ["linux/amd64", "darwin/arm64", "windows/amd64"]:
        os.environ["DATELINE_TARGET"] = each
        print(build_wheel(sys.argv[1]))
