#include "core/vm/literals.h"
#include "core/vm/parser_internal.h"

namespace forkscope::vm {

using ast::Expression;

Expression* Parser::primary() {
  if (at(TokenKind::kw_await)) raise_unsupported(Feature::await_expression, here());
  const Position start = here();
  return primary_tail(start, atom());
}

Expression* Parser::primary_tail(const Position& start, Expression* object) {
  while (true) {
    if (accept(TokenKind::dot)) {
      const Token& attribute = expect(TokenKind::name);
      auto* node = make<ast::Attribute>(from(start));
      node->object = object;
      node->name = attribute.text;
      grow(node, {object});
      object = node;
    } else if (at(TokenKind::left_paren)) {
      advance();
      auto* node = make<ast::Call>(start);
      arguments(node->arguments, node->keywords);
      expect(TokenKind::right_paren);
      node->at = from(start);
      node->function = object;
      // A lone generator expression borrows the parentheses of the call.
      if (node->arguments.size() == 1 && node->keywords.empty()) {
        auto* generator = node->arguments[0]->as<ast::Comprehension>();
        if (generator != nullptr && generator->shape == ast::ComprehensionKind::generator &&
            !generator->parenthesised)
          generator->at.end_column = node->at.end_column, generator->at.end_line = node->at.end_line;
      }
      grow(node, {object});
      grow(node, node->arguments);
      for (const ast::Keyword& keyword : node->keywords) grow(node, {keyword.value});
      object = node;
    } else if (accept(TokenKind::left_bracket)) {
      Expression* index = slices();
      expect(TokenKind::right_bracket);
      auto* node = make<ast::Subscript>(from(start));
      node->object = object;
      node->index = index;
      grow(node, {object, index});
      object = node;
    } else {
      return object;
    }
  }
}

Expression* Parser::constant(Value value, const Position& position) {
  auto* node = make<ast::Constant>(position);
  node->value = std::move(value);
  return node;
}

Expression* Parser::number() {
  const Token& token = advance();
  Value value = number_value(token.text);
  return constant(std::move(value), shifted(token.at));
}

Expression* Parser::atom() {
  const Token& token = peek();
  const Position position = shifted(token.at);
  switch (token.kind) {
    case TokenKind::name: {
      auto* node = make<ast::Name>(position);
      node->id = advance().text;
      return node;
    }
    case TokenKind::number:
      return number();
    case TokenKind::string:
      return strings();
    case TokenKind::kw_true:
    case TokenKind::kw_false:
      advance();
      return constant(Value::boolean(token.kind == TokenKind::kw_true), position);
    case TokenKind::kw_none:
      advance();
      return constant(Value::none(), position);
    case TokenKind::ellipsis:
      advance();
      return constant(Value::ellipsis(), position);
    case TokenKind::left_paren:
      return parenthesised();
    case TokenKind::left_bracket:
      return list_display();
    case TokenKind::left_brace:
      return brace_display();
    default:
      fail();
  }
}

Expression* Parser::parenthesised() {
  const Level level(*this);
  const Position start = shifted(advance().at);
  if (accept(TokenKind::right_paren)) {
    auto* empty = make<ast::TupleDisplay>(from(start));
    empty->parenthesised = true;
    return empty;
  }
  Expression* first = nullptr;
  if (at(TokenKind::kw_yield)) {
    first = yield_expression();
    expect(TokenKind::right_paren);
    first->parenthesised = true;
    return first;
  }
  first = star_named_expression();
  if (at(TokenKind::comma)) {
    Expression* tuple = tuple_from(start, first, &Parser::star_named_expression);
    expect(TokenKind::right_paren);
    tuple->at = from(start);
    tuple->parenthesised = true;
    return tuple;
  }
  if (at_clauses()) {
    auto* generator = comprehension(ast::ComprehensionKind::generator, first, nullptr, start);
    expect(TokenKind::right_paren);
    generator->at = from(start);
    generator->parenthesised = true;
    return generator;
  }
  if (const auto* starred = first->as<ast::Starred>(); starred != nullptr) {
    if (diagnosing_ && at(TokenKind::right_paren)) raise("cannot use starred expression here", starred->at);
    fail();
  }
  expect(TokenKind::right_paren);
  first->parenthesised = true;
  return first;
}

Expression* Parser::list_display() {
  const Level level(*this);
  const Position start = shifted(advance().at);
  auto* list = make<ast::ListDisplay>(start);
  while (!at(TokenKind::right_bracket)) {
    Expression* item = star_named_expression();
    if (list->items.empty() && at_clauses()) {
      auto* node = comprehension(ast::ComprehensionKind::list, item, nullptr, start);
      expect(TokenKind::right_bracket);
      node->at = from(start);
      return node;
    }
    list->items.push_back(item);
    if (diagnosing_ && at_clauses() && list->items.size() > 1)
      raise("did you forget parentheses around the comprehension target?",
            span(list->items[0]->at, item->at));
    if (!accept(TokenKind::comma)) break;
  }
  expect(TokenKind::right_bracket);
  list->at = from(start);
  grow(list, list->items);
  return list;
}

Expression* Parser::brace_display() {
  const Level level(*this);
  const Position start = shifted(advance().at);
  if (at(TokenKind::right_brace) || at(TokenKind::double_star)) return dict_display(start);
  Expression* first = star_named_expression();
  if (at(TokenKind::colon) && first->kind != ast::ExpressionKind::starred) {
    return dict_display_from(start, first);
  }
  if (at_clauses()) {
    auto* node = comprehension(ast::ComprehensionKind::set, first, nullptr, start);
    expect(TokenKind::right_brace);
    node->at = from(start);
    return node;
  }
  auto* set = make<ast::SetDisplay>(start);
  set->items.push_back(first);
  while (accept(TokenKind::comma) && !at(TokenKind::right_brace)) {
    set->items.push_back(star_named_expression());
    if (diagnosing_ && at_clauses())
      raise("did you forget parentheses around the comprehension target?",
            span(first->at, set->items.back()->at));
  }
  expect(TokenKind::right_brace);
  set->at = from(start);
  grow(set, set->items);
  return set;
}

Expression* Parser::dict_display(const Position& start) {
  return dict_display_from(start, nullptr);
}

// `key` is the first one, already read, or null.
Expression* Parser::dict_display_from(const Position& start, Expression* key) {
  auto* dict = make<ast::DictDisplay>(start);
  while (!at(TokenKind::right_brace)) {
    Expression* value = nullptr;
    if (key == nullptr && at(TokenKind::double_star)) {
      const Position stars = shifted(advance().at);
      value = bitwise_or();
      if (diagnosing_ && at_clauses()) raise("dict unpacking cannot be used in dict comprehension", stars);
    } else {
      if (key == nullptr) key = expression();
      value = dict_value();
      if (dict->items.empty() && at_clauses()) {
        auto* node = comprehension(ast::ComprehensionKind::dict, key, value, start);
        expect(TokenKind::right_brace);
        node->at = from(start);
        return node;
      }
    }
    dict->items.emplace_back(std::exchange(key, nullptr), value);
    grow(dict, {dict->items.back().first, value});
    if (!accept(TokenKind::comma)) break;
  }
  expect(TokenKind::right_brace);
  dict->at = from(start);
  return dict;
}

Expression* Parser::dict_value() {
  if (diagnosing_ && !at(TokenKind::colon) && starts_dict_error())
    throw token_error("':' expected after dictionary key", previous(), SourceErrorKind::syntax);
  const Token& sign = expect(TokenKind::colon);
  if (diagnosing_ && at(TokenKind::star)) {
    const Position start = here();
    star_expression();
    peek();
    raise_starting_from("cannot use a starred expression in a dictionary value", start);
  }
  if (diagnosing_ && (at(TokenKind::right_brace) || at(TokenKind::comma)))
    raise("expression expected after dictionary key and ':'", shifted(sign.at));
  return expression();
}

bool Parser::starts_dict_error() {
  return at(TokenKind::right_brace) || at(TokenKind::comma);
}

Expression* Parser::slices() {
  const Position start = here();
  Expression* first = at(TokenKind::star) ? star_expression() : slice();
  if (!at(TokenKind::comma)) {
    if (first->kind != ast::ExpressionKind::starred) return first;
    auto* alone = make<ast::TupleDisplay>(first->at);
    alone->items.push_back(first);
    return alone;
  }
  auto* tuple = make<ast::TupleDisplay>(first->at);
  tuple->items.push_back(first);
  while (accept(TokenKind::comma) && !at(TokenKind::right_bracket))
    tuple->items.push_back(at(TokenKind::star) ? star_expression() : slice());
  tuple->at = from(start);
  grow(tuple, tuple->items);
  return tuple;
}

Expression* Parser::slice() {
  const Position start = here();
  Expression* first = at(TokenKind::colon) ? nullptr : named_expression();
  if (!at(TokenKind::colon)) return first;
  auto* node = make<ast::Slice>(start);
  advance();
  node->start = first;
  const auto part = [this] { return starts_expression(peek()) ? expression() : nullptr; };
  node->stop = part();
  if (accept(TokenKind::colon)) node->step = part();
  node->at = from(start);
  grow(node, {node->start, node->stop, node->step});
  return node;
}

ast::Comprehension* Parser::comprehension(ast::ComprehensionKind shape, Expression* element,
                                          Expression* value, const Position& start) {
  if (element->kind == ast::ExpressionKind::starred) {
    if (diagnosing_) raise("iterable unpacking cannot be used in comprehension", element->at);
    fail();
  }
  auto* node = make<ast::Comprehension>(start);
  node->shape = shape;
  node->element = element;
  node->value = value;
  node->clauses = clauses();
  node->at = from(start);
  grow(node, {element, value});
  for (const ast::Clause& clause : node->clauses) {
    grow(node, {clause.target, clause.iterable});
    grow(node, clause.conditions);
  }
  return node;
}

std::vector<ast::Clause> Parser::clauses() {
  std::vector<ast::Clause> result;
  while (at_clauses()) {
    if (at(TokenKind::kw_async) && next_is(TokenKind::kw_for))
      raise_unsupported(Feature::async_statement, here());
    advance();
    ast::Clause clause;
    clause.target = loop_target();
    expect(TokenKind::kw_in);
    clause.iterable = disjunction();
    while (accept(TokenKind::kw_if)) clause.conditions.push_back(disjunction());
    result.push_back(std::move(clause));
  }
  return result;
}

// Targets of `for`: what may stand before `in`, so no comparison.
Expression* Parser::loop_target() {
  const auto item = [this]() -> Expression* {
    if (!at(TokenKind::star)) return bitwise_or();
    return star_expression();
  };
  const Position start = here();
  Expression* target = item();
  if (at(TokenKind::comma)) {
    ast::Expressions items{target};
    while (accept(TokenKind::comma) && (starts_expression(peek()) || at(TokenKind::star)))
      items.push_back(item());
    auto* tuple = make<ast::TupleDisplay>(from(start));
    tuple->items = std::move(items);
    target = tuple;
  }
  require_target(target, TargetUse::loop);
  return target;
}

}  // namespace forkscope::vm
