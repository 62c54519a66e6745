// Scope analysis: where each name of a syntax tree lives, as CPython's symbol table finds it: local slot,
// cell, closure of an enclosing function, global, or class namespace. Made once a tree, read by the compiler.
// Any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "core/vm/ast.h"
#include "core/vm/source_error.h"
#include "core/vm/source_text.h"

namespace forkscope::vm {

enum class ScopeKind : std::uint8_t { module, class_, function, comprehension };

enum class Resolution : std::uint8_t { unresolved, local, cell, free, global_implicit, global_explicit };

struct Symbol {
  std::string name;
  bool is_assigned = false, is_parameter = false, is_used = false, is_annotated = false;
  bool is_global = false, is_nonlocal = false;  // declared so
  bool is_loop_target = false;                  // of a comprehension
  Resolution resolution = Resolution::unresolved;
  bool is_bound() const { return (is_assigned || is_parameter) && !is_global && !is_nonlocal; }
};

struct Scope {
  ScopeKind kind = ScopeKind::module;
  Scope* parent = nullptr;
  std::string class_name;  // of the innermost class, for private names
  Position at;
  std::vector<Symbol> symbols;  // in order of appearance, parameters first
  std::unordered_map<std::string, std::size_t> index;
  std::vector<std::string> cells;  // own variables that inner functions use; of a class only __class__
  std::vector<std::string> frees;  // taken from outside, for itself or for inner functions
  bool is_generator = false;
  bool has_annotations = false;  // `x: int` in a module or class

  bool is_function() const { return kind == ScopeKind::function || kind == ScopeKind::comprehension; }
  Symbol& symbol(const std::string& name);
  Symbol* find(const std::string& name);
};

class ScopeTable {
 public:
  // The scope of a Function, Lambda, Comprehension or Class; of the module for null.
  Scope& of(const ast::Node* node) const { return *scopes_.at(node); }

 private:
  friend class ScopeBuilder;
  std::unordered_map<const ast::Node*, std::unique_ptr<Scope>> scopes_;
};

std::variant<ScopeTable, SourceError> analyse_scopes(const ast::Ast& tree, const SourceText& source);

// `__x` inside class C is `_C__x`.
std::string mangle(std::string_view class_name, std::string_view name);

}  // namespace forkscope::vm
