// The way from source text to Code: lexer, parser, scope analysis, code generation. No state between calls;
// any thread that holds the GIL of the process whose values the constants become. Nothing blocks.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "core/vm/code.h"
#include "core/vm/source_error.h"
#include "core/vm/value.h"

namespace forkscope::vm {

struct CompileOutput {
  Value code;                          // kind `code`, name "<module>"
  std::vector<KnobDeclaration> knobs;  // of a program only
};

using CompileResult = std::variant<CompileOutput, SourceError>;

// What code is for. That which exec() runs looks its names up as a class body does: where they go is said
// when it runs. Interactive code is a single statement that is executed and shows what its expressions give.
enum class CodeUse : std::uint8_t { program, library, executed, interactive };

// `source` is the file's bytes: UTF-8 with or without a byte order mark, any line ends. In the code of a
// program, module-level lines `NAME = number  # knob lo..hi` declare knobs.
CompileResult compile_module(std::string_view source, std::string_view file_name, CodeUse use);

// One expression, to be executed; running the code returns its value.
CompileResult compile_expression(std::string_view source, std::string_view file_name);

}  // namespace forkscope::vm
