// The syntax tree of one source text. Nodes are plain data, owned by the Ast and pointed to by each other;
// they are freed together, so depth costs no stack. Made by the parser, read by the scope analysis and the
// compiler.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/vm/code.h"
#include "core/vm/operators.h"
#include "core/vm/value.h"

namespace forkscope::vm::ast {

struct Node {
  Position at;
  virtual ~Node() = default;
};

enum class ExpressionKind : std::uint8_t {
  constant,
  name,
  binary,
  unary,
  boolean,
  compare,
  call,
  attribute,
  subscript,
  slice,
  starred,
  tuple,
  list,
  set,
  dict,
  conditional,
  lambda,
  comprehension,
  yield,
  yield_from,
  named,
  joined_string,
  formatted_value,
};

struct Expression : Node {
  explicit Expression(ExpressionKind which) : kind(which) {}
  ExpressionKind kind;
  bool parenthesised = false;  // written in parentheses of its own
  std::uint32_t height = 1;    // levels of nodes below and including this one
  template <typename T>
  T* as() {
    return kind == T::kKind ? static_cast<T*>(this) : nullptr;
  }
  template <typename T>
  const T* as() const {
    return kind == T::kKind ? static_cast<const T*>(this) : nullptr;
  }
};

template <ExpressionKind Which>
struct ExpressionOf : Expression {
  static constexpr ExpressionKind kKind = Which;
  ExpressionOf() : Expression(Which) {}
};

enum class StatementKind : std::uint8_t {
  expression,
  assign,
  augmented_assign,
  annotated_assign,
  return_,
  delete_,
  pass,
  break_,
  continue_,
  if_,
  while_,
  for_,
  try_,
  with,
  match,
  function,
  class_,
  import,
  import_from,
  global,
  nonlocal,
  raise,
  assert_,
};

struct Statement : Node {
  explicit Statement(StatementKind which) : kind(which) {}
  StatementKind kind;
  template <typename T>
  T* as() {
    return kind == T::kKind ? static_cast<T*>(this) : nullptr;
  }
  template <typename T>
  const T* as() const {
    return kind == T::kKind ? static_cast<const T*>(this) : nullptr;
  }
};

template <StatementKind Which>
struct StatementOf : Statement {
  static constexpr StatementKind kKind = Which;
  StatementOf() : Statement(Which) {}
};

using Expressions = std::vector<Expression*>;
using Block = std::vector<Statement*>;

struct Constant : ExpressionOf<ExpressionKind::constant> {
  Value value;
};
struct Name : ExpressionOf<ExpressionKind::name> {
  std::string id;
};
struct Binary : ExpressionOf<ExpressionKind::binary> {
  BinaryOperator op{};
  Expression* left = nullptr;
  Expression* right = nullptr;
};
enum class UnaryOperator : std::uint8_t { negative, positive, invert, not_ };
struct Unary : ExpressionOf<ExpressionKind::unary> {
  UnaryOperator op{};
  Expression* operand = nullptr;
};
struct Boolean : ExpressionOf<ExpressionKind::boolean> {
  bool is_and = false;
  Expressions values;
};
struct Compare : ExpressionOf<ExpressionKind::compare> {
  Expression* left = nullptr;
  std::vector<std::pair<CompareOperator, Expression*>> rest;
};
struct Keyword {
  std::string name;  // empty: **value
  Expression* value = nullptr;
  Position at;
};
struct Call : ExpressionOf<ExpressionKind::call> {
  Expression* function = nullptr;
  Expressions arguments;
  std::vector<Keyword> keywords;
};
struct Attribute : ExpressionOf<ExpressionKind::attribute> {
  Expression* object = nullptr;
  std::string name;
};
struct Subscript : ExpressionOf<ExpressionKind::subscript> {
  Expression* object = nullptr;
  Expression* index = nullptr;
};
struct Slice : ExpressionOf<ExpressionKind::slice> {
  Expression* start = nullptr;  // any of the three may be missing
  Expression* stop = nullptr;
  Expression* step = nullptr;
};
struct Starred : ExpressionOf<ExpressionKind::starred> {
  Expression* value = nullptr;
};
struct TupleDisplay : ExpressionOf<ExpressionKind::tuple> {
  Expressions items;
};
struct ListDisplay : ExpressionOf<ExpressionKind::list> {
  Expressions items;
};
struct SetDisplay : ExpressionOf<ExpressionKind::set> {
  Expressions items;
};
struct DictDisplay : ExpressionOf<ExpressionKind::dict> {
  std::vector<std::pair<Expression*, Expression*>> items;  // no key: **value
};
struct Conditional : ExpressionOf<ExpressionKind::conditional> {
  Expression* test = nullptr;
  Expression* then = nullptr;
  Expression* otherwise = nullptr;
};

struct Parameter {
  std::string name;
  Expression* annotation = nullptr;
  Expression* default_value = nullptr;
  Position at;
};
struct Parameters {
  std::vector<Parameter> positional;  // the first `positional_only` of them before the slash
  std::size_t positional_only = 0;
  std::vector<Parameter> keyword_only;
  bool has_star = false;  // *star
  Parameter star;
  bool has_double_star = false;  // **double_star
  Parameter double_star;
};
struct Lambda : ExpressionOf<ExpressionKind::lambda> {
  Parameters parameters;
  Expression* body = nullptr;
};

struct Clause {
  Expression* target = nullptr;
  Expression* iterable = nullptr;
  Expressions conditions;
};
enum class ComprehensionKind : std::uint8_t { list, set, dict, generator };
struct Comprehension : ExpressionOf<ExpressionKind::comprehension> {
  ComprehensionKind shape{};
  Expression* element = nullptr;  // the key of a dict
  Expression* value = nullptr;    // of a dict
  std::vector<Clause> clauses;
};
struct Yield : ExpressionOf<ExpressionKind::yield> {
  Expression* value = nullptr;
};
struct YieldFrom : ExpressionOf<ExpressionKind::yield_from> {
  Expression* value = nullptr;
};
struct Named : ExpressionOf<ExpressionKind::named> {
  Name* target = nullptr;
  Expression* value = nullptr;
};
struct JoinedString : ExpressionOf<ExpressionKind::joined_string> {
  Expressions parts;
};
struct FormattedValue : ExpressionOf<ExpressionKind::formatted_value> {
  Expression* value = nullptr;
  char conversion = 0;  // 0, 's', 'r' or 'a'
  Expression* specification = nullptr;
};

struct ExpressionStatement : StatementOf<StatementKind::expression> {
  Expression* value = nullptr;
};
struct Assign : StatementOf<StatementKind::assign> {
  Expressions targets;
  Expression* value = nullptr;
};
struct AugmentedAssign : StatementOf<StatementKind::augmented_assign> {
  BinaryOperator op{};
  Expression* target = nullptr;
  Expression* value = nullptr;
};
struct AnnotatedAssign : StatementOf<StatementKind::annotated_assign> {
  Expression* target = nullptr;
  Expression* annotation = nullptr;
  Expression* value = nullptr;
};
struct Return : StatementOf<StatementKind::return_> {
  Expression* value = nullptr;
};
struct Delete : StatementOf<StatementKind::delete_> {
  Expressions targets;
};
struct Pass : StatementOf<StatementKind::pass> {};
struct Break : StatementOf<StatementKind::break_> {};
struct Continue : StatementOf<StatementKind::continue_> {};
struct If : StatementOf<StatementKind::if_> {
  std::vector<std::pair<Expression*, Block>> branches;  // if, then every elif
  Block otherwise;
};
struct While : StatementOf<StatementKind::while_> {
  Expression* test = nullptr;
  Block body, otherwise;
};
struct For : StatementOf<StatementKind::for_> {
  Expression* target = nullptr;
  Expression* iterable = nullptr;
  Block body, otherwise;
};
struct Handler {
  Expression* type = nullptr;  // null: `except:`
  std::string name;
  Block body;
  Position at;
};
struct Try : StatementOf<StatementKind::try_> {
  Block body;
  bool has_star = false;  // its handlers are `except*`
  std::vector<Handler> handlers;
  Block otherwise, finally;
};
struct WithItem {
  Expression* manager = nullptr;
  Expression* target = nullptr;
};
struct With : StatementOf<StatementKind::with> {
  std::vector<WithItem> items;
  Block body;
};
enum class PatternKind : std::uint8_t { literal, value, capture, star, sequence, mapping, class_, alternatives };
struct Pattern : Node {
  PatternKind kind{};
  Expression* value = nullptr;        // literal, value; the class of a class pattern
  std::string name;                   // what it is captured as, also of `as` and of **rest; empty: nothing
  bool has_rest = false;              // mapping: **rest
  std::vector<Pattern*> patterns;     // items, values of a mapping, positional ones of a class, alternatives
  Expressions keys;                   // mapping
  std::vector<std::string> keywords;  // class: of its last patterns
};
struct Case {
  Pattern* pattern = nullptr;
  Expression* guard = nullptr;
  Block body;
};
struct Match : StatementOf<StatementKind::match> {
  Expression* subject = nullptr;
  std::vector<Case> cases;
};
struct Function : StatementOf<StatementKind::function> {
  std::string name;
  Parameters parameters;
  Expression* returns = nullptr;
  Expressions decorators;
  Block body;
};
struct Class : StatementOf<StatementKind::class_> {
  std::string name;
  Expressions bases;
  std::vector<Keyword> keywords;
  Expressions decorators;
  Block body;
};
struct Alias {
  std::string name;  // dotted
  std::string as;    // empty: none
  Position at;
};
struct Import : StatementOf<StatementKind::import> {
  std::vector<Alias> names;
};
struct ImportFrom : StatementOf<StatementKind::import_from> {
  std::string module;
  std::uint32_t level = 0;
  std::vector<Alias> names;  // one named "*": everything
};
struct Global : StatementOf<StatementKind::global> {
  std::vector<std::string> names;
};
struct Nonlocal : StatementOf<StatementKind::nonlocal> {
  std::vector<std::string> names;
};
struct Raise : StatementOf<StatementKind::raise> {
  Expression* exception = nullptr;
  Expression* cause = nullptr;
};
struct Assert : StatementOf<StatementKind::assert_> {
  Expression* test = nullptr;
  Expression* message = nullptr;
};

// Owns the nodes of a tree.
class Ast {
 public:
  template <typename T>
  T* make(const Position& at) {
    auto node = std::make_unique<T>();
    T* pointer = node.get();
    pointer->at = at;
    nodes_.push_back(std::move(node));
    return pointer;
  }
  Block body;                        // of a module
  Expression* expression = nullptr;  // of a text that is one expression

 private:
  std::vector<std::unique_ptr<Node>> nodes_;
};

}  // namespace forkscope::vm::ast
