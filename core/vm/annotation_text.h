// What `from __future__ import annotations` keeps of an annotation: its text as CPython writes it anew from
// the tree. Pure.
#pragma once

#include <optional>
#include <string>

#include "core/vm/ast.h"

namespace forkscope::vm {

// Nothing for an expression of a kind that annotations are not made of: its source text does for it.
std::optional<std::string> annotation_text(const ast::Expression& annotation);
// The same of a constant, which is its repr(); empty: no literal has this value.
std::optional<std::string> constant_text(const Value& value);

}  // namespace forkscope::vm
