// The match statement. A pattern is described by a constant, which the prelude's match_pattern walks with the
// subject; it gives what is captured, in the order of the names. What a description is, is written there.
#include <algorithm>
#include <set>

#include "core/vm/annotation_text.h"
#include "core/vm/compiler_internal.h"
#include "core/vm/objects.h"

namespace forkscope::vm {

using ast::Pattern;
using ast::PatternKind;

namespace {

Value text(const char* content) {
  return make_string(content);
}

// One case's pattern on its way to a description.
class Description {
 public:
  using Raise = void (*)(void*, std::string, const Position&);

  std::vector<const ast::Expression*> values;  // what is evaluated when the case is tried
  std::vector<std::string> names;              // what is captured
  std::string problem;
  Position problem_at;

  Value of(const Pattern& pattern) {
    switch (pattern.kind) {
      case PatternKind::literal:
      case PatternKind::value:
        return of_value(pattern);
      case PatternKind::capture:
        if (pattern.name.empty()) return make_tuple({text("any")});
        add_name(pattern);
        return make_tuple({text("capture")});
      case PatternKind::star:
        fail("can't use starred expression here", pattern.at);
        return Value::none();
      case PatternKind::sequence:
        return of_sequence(pattern);
      case PatternKind::mapping:
        return of_mapping(pattern);
      case PatternKind::class_:
        return of_class(pattern);
      case PatternKind::alternatives:
        return of_alternatives(pattern);
    }
    return Value::none();
  }

 private:
  void fail(std::string message, const Position& at) {
    if (!problem.empty()) return;
    problem = std::move(message);
    problem_at = at;
  }

  void add_name(const Pattern& pattern) {
    if (std::ranges::find(names, pattern.name) != names.end())
      fail("multiple assignments to name '" + pattern.name + "' in pattern", pattern.at);
    names.push_back(pattern.name);
  }

  Value number_of(const ast::Expression* value) {
    values.push_back(value);
    return make_int(static_cast<std::int64_t>(values.size() - 1));
  }

  Value of_value(const Pattern& pattern) {
    const auto* constant = pattern.value->as<ast::Constant>();
    const bool is_single = constant != nullptr && (constant->value.is_none() || constant->value.is_bool());
    return make_tuple({text(is_single ? "is" : "equal"), number_of(pattern.value)});
  }

  Value of_all(const std::vector<Pattern*>& patterns) {
    std::vector<Value> made;
    for (const Pattern* pattern : patterns) made.push_back(of(*pattern));
    return make_tuple(std::move(made));
  }

  Value of_sequence(const Pattern& pattern) {
    std::vector<Value> made;
    std::int64_t star = -1;
    for (const Pattern* item : pattern.patterns) {
      if (item->kind != PatternKind::star) {
        made.push_back(of(*item));
        continue;
      }
      if (star >= 0) fail("multiple starred names in sequence pattern", pattern.at);
      star = static_cast<std::int64_t>(made.size());
      made.push_back(make_tuple({text(item->name.empty() ? "any" : "capture")}));
      if (!item->name.empty()) add_name(*item);
    }
    return make_tuple({text("sequence"), make_tuple(std::move(made)), make_int(star)});
  }

  void check_keys(const Pattern& pattern) {
    std::vector<Value> seen;
    for (const ast::Expression* key : pattern.keys) {
      const std::optional<Value> constant = fold(key);
      if (!constant) continue;
      if (std::ranges::any_of(seen, [&](const Value& other) { return equal_keys(other, *constant); }))
        fail("mapping pattern checks duplicate key (" + constant_text(*constant).value_or("...") + ")",
             pattern.at);
      seen.push_back(*constant);
    }
  }

  Value of_mapping(const Pattern& pattern) {
    std::vector<Value> keys;
    check_keys(pattern);
    for (const ast::Expression* key : pattern.keys) keys.push_back(number_of(key));
    Value items = of_all(pattern.patterns);
    if (pattern.has_rest) add_name(pattern);
    return make_tuple(
        {text("mapping"), make_tuple(std::move(keys)), std::move(items), Value::boolean(pattern.has_rest)});
  }

  Value of_class(const Pattern& pattern) {
    const Value type = number_of(pattern.value);
    std::vector<Value> keywords;
    std::set<std::string> seen;
    const std::size_t positional = pattern.patterns.size() - pattern.keywords.size();
    for (const std::string& keyword : pattern.keywords) {
      const Position& at = pattern.patterns[positional + keywords.size()]->at;
      if (!seen.insert(keyword).second) fail("attribute name repeated in class pattern: " + keyword, at);
      keywords.push_back(make_string(keyword));
    }
    return make_tuple({text("class"), type, of_all(pattern.patterns), make_tuple(std::move(keywords))});
  }

  // Every alternative captures the same names, maybe in another order: each says where its own go.
  Value of_alternatives(const Pattern& pattern) {
    const std::vector<std::string> before = std::move(names);
    std::vector<std::string> first;
    std::vector<Value> made;
    for (const Pattern* alternative : pattern.patterns) {
      names.clear();
      const Value description = of(*alternative);
      if (made.empty()) first = names;
      if (std::set(names.begin(), names.end()) != std::set(first.begin(), first.end()))
        fail("alternative patterns bind different names", alternative->at);
      std::vector<Value> order;
      for (const std::string& name : first) {
        order.push_back(make_int(std::ranges::find(names, name) - names.begin()));
      }
      made.push_back(make_tuple({description, make_tuple(std::move(order))}));
      const bool takes_all = alternative->kind == PatternKind::capture;
      if (takes_all && alternative != pattern.patterns.back()) {
        fail((alternative->name.empty() ? "wildcard" : "name capture '" + alternative->name + "'") +
                 std::string(" makes remaining patterns unreachable"),
             alternative->at);
      }
    }
    names = before;
    for (const std::string& name : first) {
      if (std::ranges::find(before, name) != before.end())
        fail("multiple assignments to name '" + name + "' in pattern", pattern.at);
      names.push_back(name);
    }
    if (!pattern.name.empty()) add_name(pattern);
    return make_tuple({text("any of"), make_tuple(std::move(made)), Value::boolean(!pattern.name.empty())});
  }
};

bool takes_everything(const ast::Case& one) {
  return one.guard == nullptr && one.pattern->kind == PatternKind::capture;
}

}  // namespace

void Compiler::compile_match(const ast::Match& node) {
  compile(node.subject);
  const CodeBuilder::Label end = code().new_label();
  for (const ast::Case& one : node.cases) {
    if (takes_everything(one) && &one != &node.cases.back()) {
      raise((one.pattern->name.empty() ? "wildcard" : "name capture '" + one.pattern->name + "'") +
                std::string(" makes remaining patterns unreachable"),
            one.pattern->at);
    }
    compile_case(one, end);
  }
  code().emit(Opcode::pop);
  code().bind(end);
}

void Compiler::compile_case(const ast::Case& one, CodeBuilder::Label end) {
  const At at(*this, one.pattern->at);
  Description description;
  const Value described = description.of(*one.pattern);
  if (!description.problem.empty()) raise(description.problem, description.problem_at);
  const CodeBuilder::Label no_match = code().new_label(), next = code().new_label();
  code().emit(Opcode::duplicate);
  code().load_constant(described);
  for (const ast::Expression* value : description.values) compile(value);
  code().emit(Opcode::build_tuple, static_cast<std::uint32_t>(description.values.size()));
  code().emit(Opcode::match_pattern);
  code().emit(Opcode::duplicate);
  code().jump(Opcode::jump_if_none, no_match);
  code().emit(Opcode::unpack, static_cast<std::uint32_t>(description.names.size()));
  for (const std::string& name : description.names) access_name(name, Access::store);
  if (one.guard != nullptr) jump_if(one.guard, next, false);
  code().emit(Opcode::pop);
  compile_block(one.body);
  code().jump(Opcode::jump, end);
  code().bind(no_match);
  code().emit(Opcode::pop);
  code().bind(next);
}

}  // namespace forkscope::vm
