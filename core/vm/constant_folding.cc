#include <cstdlib>

#include "core/vm/compiler_internal.h"
#include "core/vm/objects.h"

namespace forkscope::vm {
namespace {

constexpr std::int64_t kSmallEnough = std::int64_t{1} << 30;  // products of two stay small ints
constexpr std::int64_t kMaxShift = 30;

std::optional<Value> fold_unary(const ast::Unary& node) {
  const auto operand = fold(node.operand);
  if (!operand) return std::nullopt;
  if (node.op == ast::UnaryOperator::not_) {
    if (operand->is_bool()) return Value::boolean(operand->is_false());
    return std::nullopt;
  }
  if (operand->is_small_int()) {
    const std::int64_t number = operand->small();
    if (node.op == ast::UnaryOperator::negative) return make_int(-number);
    return make_int(node.op == ast::UnaryOperator::invert ? ~number : number);
  }
  if (const auto* number = operand->try_as<Float>()) {
    if (node.op == ast::UnaryOperator::negative) return make_float(-number->value);
    if (node.op == ast::UnaryOperator::positive) return *operand;
  }
  if (const auto* number = operand->try_as<BigIntObject>();
      number != nullptr && node.op == ast::UnaryOperator::negative)
    return make_int(BigInt(-number->value));
  return std::nullopt;
}

std::optional<Value> fold_integers(BinaryOperator op, std::int64_t left, std::int64_t right) {
  if (std::abs(left) > kSmallEnough || std::abs(right) > kSmallEnough) return std::nullopt;
  switch (op) {
    case BinaryOperator::add:
      return make_int(left + right);
    case BinaryOperator::subtract:
      return make_int(left - right);
    case BinaryOperator::multiply:
      return make_int(left * right);
    case BinaryOperator::left_shift:
      if (right < 0 || right > kMaxShift || left < 0) return std::nullopt;
      return make_int(left << right);
    case BinaryOperator::power: {
      std::int64_t result = 1;
      if (right < 0 || right > kMaxShift * 2) return std::nullopt;
      for (std::int64_t i = 0; i < right; ++i) {
        result *= left;
        if (std::abs(result) > kSmallEnough)
          return i + 1 == right ? std::optional(make_int(result)) : std::nullopt;
      }
      return make_int(result);
    }
    default:
      return std::nullopt;
  }
}

std::optional<Value> fold_floats(BinaryOperator op, double left, double right) {
  switch (op) {
    case BinaryOperator::add:
      return make_float(left + right);
    case BinaryOperator::subtract:
      return make_float(left - right);
    case BinaryOperator::multiply:
      return make_float(left * right);
    case BinaryOperator::true_divide:
      if (right == 0) return std::nullopt;
      return make_float(left / right);
    default:
      return std::nullopt;
  }
}

std::optional<double> as_double(const Value& value) {
  if (const auto* number = value.try_as<Float>()) return number->value;
  if (value.is_small_int() && std::abs(value.small()) <= kSmallEnough)
    return static_cast<double>(value.small());
  return std::nullopt;
}

std::optional<Value> fold_binary(const ast::Binary& node) {
  const auto left = fold(node.left);
  if (!left || left->is(Kind::tuple)) return std::nullopt;
  const auto right = fold(node.right);
  if (!right) return std::nullopt;
  const bool both_small = left->is_small_int() && right->is_small_int();
  if (both_small && node.op != BinaryOperator::true_divide)
    return fold_integers(node.op, left->small(), right->small());
  const auto a = as_double(*left), b = as_double(*right);
  if (!a || !b) return std::nullopt;
  return fold_floats(node.op, *a, *b);
}

}  // namespace

std::optional<Value> fold(const ast::Expression* expression) {
  switch (expression->kind) {
    case ast::ExpressionKind::constant:
      return expression->as<ast::Constant>()->value;
    case ast::ExpressionKind::name:
      if (expression->as<ast::Name>()->id == "__debug__") return Value::boolean(true);
      return std::nullopt;
    case ast::ExpressionKind::unary:
      return fold_unary(*expression->as<ast::Unary>());
    case ast::ExpressionKind::binary:
      return fold_binary(*expression->as<ast::Binary>());
    case ast::ExpressionKind::tuple: {
      std::vector<Value> values;
      for (const ast::Expression* item : expression->as<ast::TupleDisplay>()->items) {
        auto value = fold(item);
        if (!value) return std::nullopt;
        values.push_back(std::move(*value));
      }
      return make_tuple(std::move(values));
    }
    default:
      return std::nullopt;
  }
}

}  // namespace forkscope::vm
