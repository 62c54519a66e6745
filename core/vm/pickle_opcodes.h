// The bytes of the pickle format that are written or read here.
#pragma once

namespace forkscope::vm::pickle {

inline constexpr char kMark = '(', kStop = '.', kPop = '0', kPopMark = '1', kDuplicate = '2';
inline constexpr char kNone = 'N', kTrue = '\x88', kFalse = '\x89';
inline constexpr char kInt4 = 'J', kInt1 = 'K', kInt2 = 'M', kLong1 = '\x8a', kLong4 = '\x8b', kFloat = 'G';
inline constexpr char kInt = 'I', kLong = 'L', kFloatText = 'F';
inline constexpr char kShortString = '\x8c', kString = 'X', kString8 = '\x8d', kUnicode = 'V';
inline constexpr char kOldString = 'S', kOldString4 = 'T', kOldString1 = 'U';
inline constexpr char kShortBytes = 'C', kBytes = 'B', kBytes8 = '\x8e';
inline constexpr char kByteArray = '\x96', kNextBuffer = '\x97', kReadOnlyBuffer = '\x98';
inline constexpr char kEmptyList = ']', kAppend = 'a', kAppends = 'e', kList = 'l';
inline constexpr char kEmptyTuple = ')', kTuple = 't', kTuple1 = '\x85', kTuple2 = '\x86', kTuple3 = '\x87';
inline constexpr char kEmptyDict = '}', kSetItem = 's', kSetItems = 'u', kDict = 'd';
inline constexpr char kEmptySet = '\x8f', kAddItems = '\x90', kFrozenSet = '\x91';
inline constexpr char kGlobal = 'c', kStackGlobal = '\x93', kReduce = 'R', kBuild = 'b';
inline constexpr char kNewObject = '\x81', kNewObjectKeywords = '\x92', kInstance = 'i', kObject = 'o';
inline constexpr char kGet1 = 'h', kGet4 = 'j', kPut1 = 'q', kPut4 = 'r', kMemoize = '\x94', kGet = 'g',
                      kPut = 'p';
inline constexpr char kPersistent = 'P', kPersistentOnStack = 'Q';
inline constexpr char kExtension1 = '\x82', kExtension2 = '\x83', kExtension4 = '\x84';
inline constexpr char kProtocol = '\x80', kFrame = '\x95';

}  // namespace forkscope::vm::pickle
