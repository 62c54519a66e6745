// The parser: tokens to syntax tree, by recursive descent, with CPython 3.11's error messages. Any thread
// that holds a GIL (constants are Values); nothing blocks.
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "core/vm/ast.h"
#include "core/vm/lexer.h"
#include "core/vm/source_error.h"
#include "core/vm/source_text.h"

namespace forkscope::vm {

struct ParseOutput {
  std::unique_ptr<ast::Ast> tree;
  std::vector<KnobComment> knobs;
};
using ParseResult = std::variant<ParseOutput, SourceError>;

ParseResult parse_module(const SourceText& source);
ParseResult parse_expression(const SourceText& source);

}  // namespace forkscope::vm
