# How every target of ours is compiled, and the two helpers that declare a layer and a test.

find_program(CCACHE ccache)
if(CCACHE)
  # Without this ccache passes over everything that uses a precompiled header.
  set(CCACHE ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(forkscope_options INTERFACE)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(forkscope_options INTERFACE -fpch-preprocess)
endif()
target_compile_options(forkscope_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
# GCC 12 sees overlapping copies in std::string's own operator+ (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(forkscope_options INTERFACE -Wno-restrict)
endif()
target_include_directories(forkscope_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
find_package(Threads REQUIRED)
target_link_libraries(forkscope_options INTERFACE Threads::Threads)
if(FORKSCOPE_SANITIZE)
  # gcc cannot follow initialisation through the code that sanitizers add, and warns where nothing is wrong.
  target_compile_options(forkscope_options INTERFACE -fsanitize=${FORKSCOPE_SANITIZE} -fno-omit-frame-pointer
                                                     -Wno-maybe-uninitialized
                                                     -fno-sanitize-recover=all)
  target_link_options(forkscope_options INTERFACE -fsanitize=${FORKSCOPE_SANITIZE})
endif()

if(FORKSCOPE_FUZZ)
  # What clang 14 warns about beyond gcc is no reason to stop here: the other builds hold the warnings. Comparisons are not traced:
  # that doubles the time of a run, and no target has a magic number to be guessed.
  target_compile_options(forkscope_options INTERFACE -w -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-coverage=trace-cmp
                                                     -fno-sanitize-recover=all
                                                     -fno-omit-frame-pointer)
  target_link_options(forkscope_options INTERFACE -fsanitize=address,undefined)
endif()

# By itself gcc clears and copies structures with instructions that take longer to begin than stores take to do it.
function(forkscope_copies_by_stores target)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
    target_compile_options(${target} PRIVATE -mmemset-strategy=unrolled_loop:256:noalign,libcall:-1:noalign
                                             -mmemcpy-strategy=unrolled_loop:256:noalign,libcall:-1:noalign)
  endif()
endfunction()

# One static library a folder: forkscope_layer(core_trace SOURCES event.cc ... DEPENDS core_base)
# PRECOMPILED names headers of packages that most of its sources read, and that cost more to read than the sources themselves.
function(forkscope_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;DEPENDS;PRECOMPILED" ${ARGN})
  add_library(${name} STATIC ${LAYER_SOURCES})
  target_link_libraries(${name} PUBLIC ${LAYER_DEPENDS} PRIVATE forkscope_options)
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
  if(LAYER_PRECOMPILED)
    target_precompile_headers(${name} PRIVATE ${LAYER_PRECOMPILED})
    # The same false alarms: in a precompiled header gcc forgets that std::string comes from a system header.
    target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow -Wno-array-bounds>)
  endif()
endfunction()

# One GoogleTest program: forkscope_test(core_trace_test SOURCES fold_test.cc ... DEPENDS core_trace LABELS core)
function(forkscope_test name)
  cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;DEPENDS;LABELS" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_link_libraries(${name} PRIVATE ${TEST_DEPENDS} forkscope_options GTest::gtest_main GTest::gmock)
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 900)
  endif()
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES LABELS "${TEST_LABELS}" TIMEOUT ${TEST_TIMEOUT})
endfunction()
