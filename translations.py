"""What the window and the domain say, for translators: collected into Qt's files and made ready for the window.

python run.py translations [LANGUAGE]...   begin files for languages such as fr; bring all up to date, make them ready
python run.py translations --check         change nothing; 1 and a line for each file that lacks a text
"""

import ast
import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Collection, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent
FOLDER = ROOT / "resources" / "translations"
_DOMAIN = "signatories"  # the context of what is marked with N_, as `ui.translation` asks for it


class Text(NamedTuple):
    """A text and the context in which Qt looks for it: of a class, its name."""

    context: str
    words: str

    @property
    def is_counted(self) -> bool:
        """Whether it has forms for one and for many."""
        return "%n" in self.words


def collected() -> set[Text]:
    """Every text in the source code that is marked for translation."""
    paths = (path for package in ("signatories", "ui") for path in (ROOT / package).rglob("*.py"))
    return {text for path in paths for text in _texts(ast.parse(path.read_text("utf-8")))}


def update(path: Path, texts: Collection[Text]) -> None:
    """Make a language's file, or bring it up to date: what is translated stays so, what is gone is dropped."""
    macros = {False: "QT_TRANSLATE_NOOP", True: "QT_TRANSLATE_N_NOOP"}
    lines = (
        f"{macros[text.is_counted]}({_quoted(text.context)}, {_quoted(text.words)});\n"
        for text in sorted(texts)
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        source = Path(folder, "texts.cpp")
        source.write_text("".join(lines), "utf-8")
        language = path.stem.partition("_")[2]
        options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
        _run("lupdate", *options, "-target-language", language, source, "-ts", path)


def release(path: Path) -> None:
    """Make what the window loads out of a language's file, beside it."""
    _run("lrelease", "-silent", path, "-qm", path.with_suffix(".qm"))


def differences(path: Path, texts: Collection[Text]) -> list[str]:
    """What a language's file lacks of the texts, and what it has that is none of them."""
    root = ET.parse(path).getroot()  # noqa: S314 - our own file
    known = {
        Text(context.findtext("name", ""), message.findtext("source", ""))
        for context in root.iter("context")
        for message in context.iter("message")
    }
    lacking = [f"lacks “{text.words}” ({text.context})" for text in sorted(set(texts) - known)]
    return lacking + [f"has “{text.words}” ({text.context})" for text in sorted(known - set(texts))]


def main(words: list[str]) -> int:
    """Do what the words say; how it ended, for the system."""
    texts = collected()
    if words == ["--check"]:
        found = [f"{path.name} {line}" for path in _files() for line in differences(path, texts)]
        print("\n".join(found), end="\n" * bool(found))
        return int(bool(found))
    for path in {*_files(), *(FOLDER / f"signatories_{language}.ts" for language in words)}:
        update(path, texts)
        print(path)
    make_ready()
    return 0


def make_ready() -> None:
    """Make what the window loads out of every language's file."""
    for path in _files():
        release(path)


def _files() -> list[Path]:
    return sorted(FOLDER.glob("signatories_*.ts"))


def _texts(module: ast.Module) -> Iterator[Text]:
    """The texts that a module marks: with N_, with tr in a class, or through a function that names a context."""
    wrappers = dict(_wrappers(module))
    for context, call in _calls(module, ""):
        match call:
            case ast.Call(ast.Name("N_"), [ast.Constant(str(words))]):
                yield Text(_DOMAIN, words)
            case ast.Call(ast.Attribute(_, "tr"), [ast.Constant(str(words)), *_]):
                yield Text(context, words)
            case ast.Call(ast.Name(name), [ast.Constant(str(words))]) if name in wrappers:
                yield Text(wrappers[name], words)
            case ast.Call(
                ast.Attribute(_, "translate"), [ast.Constant(str(own)), ast.Constant(str(words))]
            ):
                yield Text(own, words)


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call, with the name of the class around it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield context, child
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else context)


def _wrappers(module: ast.Module) -> Iterator[tuple[str, str]]:
    """The functions that translate what they are given, by name, with their context."""
    for function in module.body:
        match function:
            case ast.FunctionDef(
                name,
                body=[
                    ast.Return(
                        ast.Call(
                            ast.Attribute(_, "translate"), [ast.Constant(str(context)), ast.Name()]
                        )
                    )
                ],
            ):
                yield name, context


def _quoted(text: str) -> str:
    """The text as C++ writes it."""
    return json.dumps(text, ensure_ascii=False)


def _run(tool: str, *arguments: str | Path) -> None:
    program = shutil.which(f"pyside6-{tool}", path=sysconfig.get_path("scripts"))
    subprocess.run([str(program), *map(str, arguments)], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
