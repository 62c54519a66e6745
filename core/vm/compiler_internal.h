// Compiler: code generation for one text; the sources compiler_*.cc share it. It walks the tree with one Unit
// a code object, the innermost last. Errors travel as C++ exceptions (SourceError) inside the compiler only.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/vm/ast.h"
#include "core/vm/code_builder.h"
#include "core/vm/compiler.h"
#include "core/vm/lexer.h"
#include "core/vm/scope.h"
#include "core/vm/source_text.h"
#include "core/vm/unsupported.h"

namespace forkscope::vm {

// What a `return`, `break` or `continue` has to undo on its way out, innermost last.
struct FlowBlock {
  enum class Kind : std::uint8_t {
    while_loop,
    for_loop,
    try_body,       // has handlers: nothing to undo
    finally_try,    // its `finally` block runs
    finally_end,    // inside a `finally` that handles an exception
    handler,        // inside `except`: the handled exception is restored, the name deleted
    group_handler,  // inside `except*`, which nothing may leave
    with,           // the manager's exit is called
    value,          // a value on the stack is dropped
  };
  Kind kind{};
  CodeBuilder::Region outer_region = CodeBuilder::kNoRegion;
  CodeBuilder::Label start = 0, exit = 0;  // loops: where continue and break go
  const ast::Block* finally = nullptr;     // finally_try
  const std::string* name = nullptr;       // handler
  Position at;                             // with
};

// One code object in the making.
struct Unit {
  CodeBuilder builder;
  Scope* scope = nullptr;
  Unit* outer = nullptr;
  std::string name, qualified_name;
  std::vector<FlowBlock> blocks;
  std::unordered_map<std::string, std::uint32_t> locals, cells;  // cells: own ones, then free ones
  std::vector<std::string> local_names;
};

class Compiler {
 public:
  Compiler(const SourceText& source, std::string_view file_name, const ScopeTable& scopes, CodeUse use)
      : source_(source),
        file_name_(file_name),
        scopes_(scopes),
        is_program_(use == CodeUse::program),
        is_executed_(use == CodeUse::executed || use == CodeUse::interactive),
        is_interactive_(use == CodeUse::interactive) {}

  void declare_knobs(const ast::Block& body, const std::vector<KnobComment>& comments);
  Value compile_module_body(const ast::Block& body);
  // What follows the first line of simple statements, or a compound one, is a second statement.
  void check_single(const ast::Block& body) const;
  Value compile_lone_expression(const ast::Expression* expression);
  std::vector<KnobDeclaration> take_knobs() { return std::move(knobs_); }
  // What is to be told of a program before it runs, as printed; "" = nothing.
  const std::string& warnings() const { return warnings_; }
  // Before the module's body: the code prints them first.
  void print_first(std::string warnings) { printed_first_ = std::move(warnings); }

 private:
  // Sets the position of what is emitted, and restores it.
  class At {
   public:
    At(Compiler& compiler, const Position& position)
        : builder_(compiler.code()), saved_(builder_.position()) {
      builder_.set_position(position);
    }
    ~At() { builder_.set_position(saved_); }
    At(const At&) = delete;
    At& operator=(const At&) = delete;

   private:
    CodeBuilder& builder_;
    Position saved_;
  };

  CodeBuilder& code() { return unit_->builder; }
  [[noreturn]] void raise(std::string message, const Position& where) const;
  [[noreturn]] void raise_unsupported(Feature feature, const Position& where) const;

  // compiler.cc: units and names
  void open_unit(Unit& unit, const ast::Node* node, const std::string& name);
  Value close_unit(Unit& unit, const ast::Node* node);
  void declare_variables(Unit& unit);
  enum class Access : std::uint8_t { load, store, remove };
  void access_name(const std::string& plain, Access access);
  void access_global(const std::string& name, Access access);
  std::string mangled(const std::string& name) const { return mangle(unit_->scope->class_name, name); }
  std::optional<std::uint32_t> knob_of(const std::string& name) const;
  static Value doc_of(const ast::Block& body);

  // compiler_functions.cc
  void compile_function(const ast::Function& node);
  void compile_lambda(const ast::Lambda& node);
  void compile_class(const ast::Class& node);
  void compile_comprehension(const ast::Comprehension& node);
  void compile_clause(const ast::Comprehension& node, std::size_t number);
  std::uint32_t compile_defaults(const ast::Parameters& parameters);
  void compile_annotation(const ast::Expression* annotation);
  std::uint32_t compile_annotations(const ast::Function& node);
  void make_function(const Value& function_code, std::uint32_t flags);
  static void describe_parameters(const ast::Parameters& parameters, Code& code);
  void apply_decorators(const ast::Expressions& decorators);

  // compiler_expressions.cc
  void compile(const ast::Expression* expression);
  void compile_here(const ast::Expression* expression);
  void compile_all(const ast::Expressions& expressions);
  void compile_binary(const ast::Binary& node);
  void compile_unary(const ast::Unary& node);
  void compile_boolean(const ast::Boolean& node);
  void compile_compare(const ast::Compare& node);
  void compile_conditional(const ast::Conditional& node);
  void compile_attribute(const ast::Attribute& node);
  void compile_slice(const ast::Slice& node);
  // Not ordered: a set that is only looked into.
  void compile_display(const ast::Expression* display, const ast::Expressions& items, bool is_ordered = true);
  void compile_dict(const ast::DictDisplay& node);
  void compile_joined_string(const ast::JoinedString& node);
  void compile_formatted_value(const ast::FormattedValue& node);
  void compile_yield(const ast::Yield& node);
  void compile_yield_from(const ast::YieldFrom& node);
  void require_function(std::string_view what, const Position& where) const;
  void jump_if(const ast::Expression* test, CodeBuilder::Label target, bool condition);
  Position attribute_position(const ast::Attribute& node, const Position& whole) const;

  // compiler_calls.cc
  void compile_call(const ast::Call& node);
  bool compile_method_call(const ast::Call& node);
  void compile_arguments(const ast::Expressions& arguments, const std::vector<ast::Keyword>& keywords);
  void compile_argument_tuple(const ast::Expressions& arguments);
  void compile_spread_arguments(const ast::Expressions& arguments, const std::vector<ast::Keyword>& keywords);
  void load_keyword_names(const std::vector<ast::Keyword>& keywords);
  void check_keywords(const std::vector<ast::Keyword>& keywords) const;
  void build_keyword_dict(const std::vector<ast::Keyword>& keywords);

  // compiler_targets.cc
  void store(const ast::Expression* target);
  void unpack_into(const ast::Expressions& targets);
  void remove(const ast::Expression* target);
  void compile_assign(const ast::Assign& node);
  bool exchange(const ast::Expression* target, const ast::Expression* value);
  void compile_augmented(const ast::AugmentedAssign& node);
  void compile_annotated(const ast::AnnotatedAssign& node);

  // compiler_statements.cc
  void compile_block(const ast::Block& block);
  void compile_statement(const ast::Statement* statement);
  void show(const ast::Expression* value);
  void compile_assert(const ast::Assert& node);
  void compile_import(const ast::Import& node);
  void compile_import_from(const ast::ImportFrom& node);
  void compile_future(const ast::ImportFrom& node);
  static bool is_before_future(const ast::Statement* statement);
  void import_module(const std::string& name, const Value& from_list, std::uint32_t level);

  void print_warnings();

  // compiler_warnings.cc
  void warn(const Position& where, std::string_view message);
  void warn_of_comparison(const ast::Compare& node);
  void warn_of_call(const ast::Call& node);
  void warn_of_subscript(const ast::Subscript& node);
  void warn_of_assert(const ast::Assert& node);

  // compiler_flow.cc
  void compile_if(const ast::If& node);
  void compile_while(const ast::While& node);
  void compile_for(const ast::For& node);
  void compile_return(const ast::Return& node);
  void compile_jump_out(bool is_break, const Position& where);
  void unwind(const FlowBlock& block, bool keep_value);
  void require_no_group_handler(bool until_loop, const Position& where) const;
  FlowBlock& push_block(FlowBlock::Kind kind);
  void pop_block() { unit_->blocks.pop_back(); }

  // compiler_exceptions.cc
  void compile_try(const ast::Try& node);
  void compile_try_finally(const ast::Try& node);
  void compile_try_handlers(const ast::Try& node);
  void compile_try_body(const ast::Try& node, CodeBuilder::Label handler, CodeBuilder::Label end);
  void compile_try_except(const ast::Try& node);
  void compile_handler(const ast::Handler& handler, CodeBuilder::Region outer, CodeBuilder::Label end);
  void compile_try_except_star(const ast::Try& node);
  void compile_group_handler(const ast::Handler& handler);
  void forget_name(const std::string& name);
  void compile_with(const ast::With& node, std::size_t item);

  // compiler_match.cc
  void compile_match(const ast::Match& node);
  void compile_case(const ast::Case& one, CodeBuilder::Label end);

  const SourceText& source_;
  std::string file_name_;
  const ScopeTable& scopes_;
  bool is_program_, is_executed_, is_interactive_;
  bool may_import_future_ = true;
  bool postponed_annotations_ = false;  // from __future__ import annotations
  Unit* unit_ = nullptr;
  std::set<std::string> set_by_functions_;  // globals
  std::vector<KnobDeclaration> knobs_;
  std::string warnings_, printed_first_;
};

// The value of an expression that is the same at every run, if it is cheap to know: constants, signed
// numbers, tuples and arithmetic of them.
std::optional<Value> fold(const ast::Expression* expression);

}  // namespace forkscope::vm
