#!/usr/bin/env python3
"""Writes a C++ source with the text of every module of this folder, so that the program needs no files of its own at run time.

    embed.py OUTPUT.cc
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
# A raw string literal's limit is far above this for the compilers we use, but adjacent shorter ones cost nothing.
PIECE = 8000


def literal(text):
    pieces = [text[at:at + PIECE] for at in range(0, len(text), PIECE)] or [""]
    # With its length, which compilers else count letter by letter, and give up.
    return "\n    ".join('R"__py__(' + piece + ')__py__"' for piece in pieces) + "sv"


def module_of(path):
    parts = list(path.relative_to(HERE).with_suffix("").parts)
    is_package = parts[-1] == "__init__"
    return ".".join(parts[:-1] if is_package else parts), is_package


def main():
    sources = sorted(path for path in HERE.rglob("*.py") if path != pathlib.Path(__file__).resolve())
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write('#include "core/vm/library_texts.h"\n\n#include <array>\n\nnamespace forkscope::vm {\n\nusing namespace std::string_view_literals;\n\n')
        out.write("std::span<const LibraryText> library_texts() {\n")
        out.write(f"  static constexpr std::array<LibraryText, {len(sources)}> kTexts = {{{{\n")
        for path in sources:
            module, is_package = module_of(path)
            text = path.read_text(encoding="utf-8")
            out.write(f'  {{"{module}", "{path.relative_to(HERE).as_posix()}", {str(is_package).lower()},\n    {literal(text)}}},\n')
        out.write("  }};\n  return kTexts;\n}\n\n}  // namespace forkscope::vm\n")


if __name__ == "__main__":
    main()
