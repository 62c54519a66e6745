#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/vm/check.h"
#include "core/vm/compiler.h"
#include "core/vm/disassembler.h"

namespace forkscope::vm {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kProgram = R"(import os
from queue import Empty
LIMIT = 3  # knob 1..100
RATE = 0.5  # knob 0.1..2

class Worker(Base):
    """doc"""
    def run(self, *items, key=None, **rest):
        try:
            with self.lock as held, other:
                for item in items:
                    if not item: continue
                    print(f"{item!r:>{LIMIT}} {key=}")
                    break
                else:
                    return [x async_ for x in items] if key else {**rest}
        except (ValueError, Empty) as error:
            raise RuntimeError('a' "b") from error
        finally:
            del self.__x, items[0]
        return lambda y: (yield y)
)";

std::string compile(std::string_view source) {
  const auto result = compile_module(source, "p.py", CodeUse::program);
  if (const auto* error = std::get_if<SourceError>(&result)) return format_source_error(*error, "p.py");
  return disassemble(*std::get<CompileOutput>(result).code.as<Code>());
}

// The part of a listing that names protected ranges.
std::string handlers(std::string_view source) {
  const std::string listing = compile(source);
  std::string lines;
  for (std::size_t at = listing.find("  handler"); at != std::string::npos;
       at = listing.find("  handler", at + 1))
    lines += listing.substr(at, listing.find('\n', at) + 1 - at);
  return lines;
}

TEST(Front, EveryPrefixIsCodeOrAnError) {
  for (std::size_t length = 0; length <= kProgram.size(); ++length)
    EXPECT_FALSE(compile(kProgram.substr(0, length)).empty());
}

TEST(Front, EveryByteMayBeWrong) {
  std::string broken(kProgram);
  for (std::size_t i = 0; i < broken.size(); ++i) {
    for (const char c : {'(', ']', '"', '\n', ':', '{', '\\', '\xff', ' '}) {
      const char before = std::exchange(broken[i], c);
      EXPECT_FALSE(compile(broken).empty());
      broken[i] = before;
    }
  }
}

TEST(Front, DeepNestingIsAnError) {
  const auto repeated = [](std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
  };
  EXPECT_THAT(compile(repeated("(", 201)), HasSubstr("too many nested parentheses"));
  EXPECT_THAT(compile("x = " + repeated("[", 150) + repeated("]", 150)), HasSubstr("build_list"));
  for (const std::string_view part : {"not ", "-", "lambda: ", "1 if 1 else ", "2 ** ", "a.b(c)[d] + ", "f("})
    EXPECT_THAT(compile("x = " + repeated(part, 20000) + "1"), HasSubstr("too many nested"));
  EXPECT_THAT(compile("x = a" + repeated(".b", 20000)), HasSubstr("too many nested"));
  std::string blocks;
  for (int i = 0; i < 150; ++i) blocks += std::string(static_cast<std::size_t>(i), ' ') + "if x:\n";
  EXPECT_THAT(compile(blocks), HasSubstr("too many levels of indentation"));
}

TEST(Front, LongElifChainsAndDisplaysAreFine) {
  std::string chain = "if x == 0: pass\n", list = "y = [";
  for (int i = 1; i < 3000; ++i) chain += fmt::format("elif x == {}: pass\n", i);
  for (int i = 0; i < 5000; ++i) list += fmt::format("x{}, ", i);
  EXPECT_THAT(compile(chain), HasSubstr("return_value"));
  EXPECT_THAT(compile(list + "]"), HasSubstr("return_value"));
}

TEST(Front, ByteOrderMarkLineEndsAndMissingNewline) {
  EXPECT_EQ(compile("\xef\xbb\xbfx = 1\r\ny = 2"), compile("x = 1\ny = 2\n"));
  EXPECT_EQ(compile("x = 1\ry = 2\r"), compile("x = 1\ny = 2\n"));
  EXPECT_EQ(compile("\fx = 1"), compile("x = 1\n"));
}

TEST(Front, NotUtf8) {
  EXPECT_EQ(compile("x = 1\ny = '\xe9'\n"),
            "SyntaxError: Non-UTF-8 code starting with '\\xe9' in file p.py on line 2, but no encoding "
            "declared; see "
            "https://peps.python.org/pep-0263/ for details\n");
  EXPECT_THAT(compile("# -*- coding: latin-1 -*-\ny = '\xe9'\n"), HasSubstr("'\xc3\xa9'"));
}

TEST(Front, ErrorAsPython3PrintsIt) {
  EXPECT_EQ(compile("def f():\n    return (a b)\n"),
            "  File \"p.py\", line 2\n    return (a b)\n            ^^^\nSyntaxError: invalid syntax. "
            "Perhaps you forgot a "
            "comma?\n");
}

TEST(Front, KnobsAreLoadedAndStoredAsSuch) {
  const auto result =
      compile_module("N = 5  # knob 1..100\nR = -0.5  # knob -1..2.5\nM = 3\ndef f():\n  return N + M\n",
                     "p.py", CodeUse::program);
  const auto& output = std::get<CompileOutput>(result);
  ASSERT_EQ(output.knobs.size(), 2u);
  EXPECT_EQ(output.knobs[0].name, "N");
  EXPECT_EQ(output.knobs[0].high, 100);
  EXPECT_FALSE(output.knobs[0].is_float);
  EXPECT_EQ(output.knobs[1].initial, -0.5);
  EXPECT_TRUE(output.knobs[1].is_float);
  const std::string listing = disassemble(*output.code.as<Code>());
  EXPECT_THAT(listing, HasSubstr("store_knob N (knob 0)"));
  EXPECT_THAT(listing, HasSubstr("load_knob N (knob 0)"));
  EXPECT_THAT(listing, HasSubstr("load_global M"));
  const auto library = compile_module("N = 5  # knob 1..100\n", "q.py", CodeUse::library);
  EXPECT_TRUE(std::get<CompileOutput>(library).knobs.empty());
}

TEST(Front, ParametersCellsAndFreeVariables) {
  const std::string listing =
      compile("def f(a, /, b, *c, d=1, **e):\n  x = 1\n  def g(): return b, x\n  return g\n");
  EXPECT_THAT(listing, HasSubstr("f line 1 stack 2 parameters 1/2/1 * ** cell b=1 cell x\n"));
  EXPECT_THAT(listing, HasSubstr("f.<locals>.g line 3 stack 2 free b free x\n"));
  const std::string method = compile("class C:\n  def m(self): return super().m()\n");
  EXPECT_THAT(method, HasSubstr("C line 1 stack 2 cell __class__\n"));
  EXPECT_THAT(method, HasSubstr("free __class__\n"));
}

TEST(Front, HandlersOfTryExcept) {
  EXPECT_EQ(handlers("try:\n  a\nexcept B:\n  c\n"),
            "  handler 0..2 -> 3 depth 0\n"      // the body
            "  handler 4..10 -> 13 depth 1\n");  // while handling, the exception before stays on the stack
}

TEST(Front, HandlersOfFinallyLeaveOutTheInlinedBlock) {
  // 0 a, 1 pop, then the block (2, 3) outside of every range, and the same again for the exception.
  EXPECT_EQ(handlers("try:\n  a\nfinally:\n  b\n"),
            "  handler 0..2 -> 5 depth 0\n"
            "  handler 6..8 -> 9 depth 1\n");
  EXPECT_EQ(handlers("def f():\n  for i in x:\n    try:\n      return g(i)\n    finally:\n      h\n"),
            "  handler 4..7 -> 12 depth 1\n"
            "  handler 13..15 -> 16 depth 2\n");
}

TEST(Front, HandlersOfWith) {
  // load, with_enter | pop, body, pop | normal exit | e: push, exit | swallowed?
  EXPECT_EQ(handlers("with a:\n  b\n"),
            "  handler 2..5 -> 8 depth 1\n"
            "  handler 9..11 -> 12 depth 2\n");
}

TEST(Check, NamesModulesThatAreMissing) {
  const auto has = [](std::string_view name) { return name == "os" || name == "os.path"; };
  EXPECT_TRUE(check_program("import os\nimport os.path\n", "p.py", has).ok());
  EXPECT_TRUE(check_program("try:\n  import numpy\nexcept ImportError:\n  numpy = None\n", "p.py", has).ok());
  EXPECT_TRUE(check_program("def f():\n  import numpy\n", "p.py", has).ok());
  const CheckResult result = check_program("import os\n\nimport numpy as np\n", "program.py", has);
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_FALSE(result.problems[0].is_syntax_error);
  EXPECT_EQ(
      result.text(),
      "program.py:3:1: There is no module 'numpy' here: neither in Python nor beside the program. If it is a "
      "package that you installed, run the file with python3 instead.\n");
  EXPECT_EQ(check_program("import asyncio\n", "p.py", has).text(),
            "p.py:1:1: Forkscope cannot run the module 'asyncio'. Run the file with python3 instead: CPython "
            "can.\n");
}

TEST(Check, NamesConstructs) {
  const auto none = [](std::string_view) { return false; };
  EXPECT_EQ(check_program("x = 1\nasync def f(): pass\n", "p.py", none).text(),
            "p.py:2:1: Forkscope cannot run 'async'. Run the file with python3 instead: CPython can.\n");
  EXPECT_THAT(check_program("x = 1\nprint(await x)\n", "p.py", none).text(),
              HasSubstr("Forkscope cannot run 'await'"));
  EXPECT_TRUE(check_program("try: pass\nexcept* ValueError: pass\n", "p.py", none).ok());
  EXPECT_TRUE(check_program("x = (\n", "p.py", none).problems.at(0).is_syntax_error);
}

}  // namespace
}  // namespace forkscope::vm
