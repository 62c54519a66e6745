#include "core/vm/numbers.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <memory>
#include <sstream>
#include <vector>

#include "core/vm/operations.h"

namespace forkscope::vm {
namespace {

using Fields = std::vector<std::string>;

std::vector<Fields> python_table() {
  const std::string command = std::string(PYTHON) + " " + NUMBERS_SCRIPT;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string text;
  std::array<char, 65536> buffer;
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
    text.append(buffer.data(), count);
  std::vector<Fields> table;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    Fields fields;
    std::istringstream parts(line);
    for (std::string field; std::getline(parts, field, '\t');) fields.push_back(field);
    table.push_back(std::move(fields));
  }
  return table;
}

const std::vector<Fields>& table() {
  static const auto& rows = *new std::vector<Fields>(python_table());
  return rows;
}

// The rows that begin with `name`; a table without them would prove nothing.
std::vector<Fields> rows_of(const std::string& name) {
  std::vector<Fields> rows;
  for (const Fields& row : table()) {
    if (row[0] == name) rows.push_back(row);
  }
  EXPECT_GT(rows.size(), 500u) << name;
  return rows;
}

BigInt integer(const std::string& text) {
  return *parse_int(text, 10);
}
double hexadecimal(const std::string& text) {
  return std::strtod(text.c_str(), nullptr);
}
std::string shown(const std::optional<double>& value) {
  return value ? float_repr(*value) : "error";
}

TEST(Numbers, FloorDivisionAndModulo) {
  for (const Fields& row : rows_of("floor")) {
    EXPECT_EQ(floor_divide(integer(row[1]), integer(row[2])), integer(row[3])) << row[1] << " // " << row[2];
    EXPECT_EQ(floor_modulo(integer(row[1]), integer(row[2])), integer(row[4])) << row[1] << " % " << row[2];
  }
}

TEST(Numbers, TrueDivisionRoundsOnce) {
  for (const Fields& row : rows_of("divide")) {
    EXPECT_EQ(shown(true_divide(integer(row[1]), integer(row[2]))), row[3]) << row[1] << " / " << row[2];
  }
}

TEST(Numbers, IntsToFloats) {
  for (const Fields& row : rows_of("to_double"))
    EXPECT_EQ(shown(big_to_double(integer(row[1]))), row[2]) << row[1];
}

TEST(Numbers, Hashes) {
  for (const Fields& row : rows_of("hash_int")) {
    EXPECT_EQ(static_cast<std::int64_t>(hash_int(make_int(integer(row[1])))), std::stoll(row[2])) << row[1];
  }
  for (const Fields& row : rows_of("hash_float")) {
    EXPECT_EQ(static_cast<std::int64_t>(hash_double(hexadecimal(row[1]))), std::stoll(row[2])) << row[1];
  }
}

TEST(Numbers, OtherBases) {
  for (const Fields& row : rows_of("base")) {
    const Value number = make_int(integer(row[1]));
    EXPECT_EQ(int_text(number, 10), row[1]);
    EXPECT_EQ(int_text(number, 2), row[2]);
    EXPECT_EQ(int_text(number, 8), row[3]);
    EXPECT_EQ(int_text(number, 16), row[4]);
  }
  for (const Fields& row : rows_of("parse")) EXPECT_EQ(parse_int(row[1], 0), integer(row[3])) << row[1];
}

TEST(Numbers, FloatRepr) {
  for (const Fields& row : rows_of("repr")) {
    EXPECT_EQ(float_repr(hexadecimal(row[1])), row[2]) << row[1];
    EXPECT_EQ(parse_float(row[2]), hexadecimal(row[1])) << row[2];
  }
  EXPECT_EQ(float_repr(std::numeric_limits<double>::infinity()), "inf");
  EXPECT_EQ(float_repr(std::nan("")), "nan");
}

TEST(Numbers, FloatFloorAndModulo) {
  for (const Fields& row : rows_of("mod_float")) {
    const double x = hexadecimal(row[1]), y = hexadecimal(row[2]);
    EXPECT_EQ(float_repr(floor_modulo(x, y)), float_repr(hexadecimal(row[3]))) << row[1] << " % " << row[2];
    EXPECT_EQ(float_repr(floor_divide(x, y)), float_repr(hexadecimal(row[4]))) << row[1] << " // " << row[2];
  }
}

TEST(Numbers, IntsAgainstFloats) {
  for (const Fields& row : rows_of("compare")) {
    EXPECT_EQ(compare_int_float(integer(row[1]), hexadecimal(row[2])), std::stoi(row[3]))
        << row[1] << " ? " << row[2];
  }
}

TEST(Numbers, WhatIntRefuses) {
  for (const char* text : {"", " ", "1_", "_1", "1__2", "0x", "12a", "- 1", "1 2", "0b2"}) {
    EXPECT_EQ(parse_int(text, 10), std::nullopt) << text;
  }
  EXPECT_EQ(parse_int("0_7", 0), std::nullopt);
  EXPECT_EQ(parse_int(" -1_000 \n", 10), BigInt(-1000));
  EXPECT_EQ(parse_int("0o17", 0), BigInt(15));
  EXPECT_EQ(parse_int("zz", 36), BigInt(35 * 36 + 35));
}

TEST(Numbers, WhatFloatRefuses) {
  for (const char* text : {"", "1..", "nan(1)", "+-1", "0x10", "1_", "e5", "infinit"})
    EXPECT_EQ(parse_float(text), std::nullopt) << text;
  EXPECT_EQ(parse_float(" -1_0.5e1 "), -105.0);
  EXPECT_EQ(parse_float("-Infinity"), -std::numeric_limits<double>::infinity());
  EXPECT_EQ(parse_float("1e999"), std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace forkscope::vm
