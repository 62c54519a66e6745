// Whatever way threads take to something that they share: a search that lets them change places only where
// they touch the same finds what one finds that lets them do so at every place. In each program one thread
// goes a way of its own, the other one the usual way; both read, call a function and write.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/explore/search_fixture.h"

namespace forkscope::explore {
namespace {

// Ways to one number in `shared`. The first of each are the usual ones; `seen` is what was read.
struct Ways {
  const char* name;
  const char* shared;
  std::vector<const char*> reads, writes;
};

const Ways kWays[] = {
    {"Variable",
     "count = 0\n",
     {"count", "globals()['count']", "globals().get('count')", "eval('count')", "vars(main)['count']",
      "main.count", "getattr(main, 'count')", "main.__dict__['count']", "dict(globals())['count']",
      "int(f'{count}')"},
     {"count = seen + 1", "globals()['count'] = seen + 1", "globals().update(count=seen + 1)",
      "exec('count = seen + 1', globals(), {'seen': seen})", "main.count = seen + 1",
      "setattr(main, 'count', seen + 1)", "vars(main)['count'] = seen + 1"}},
    {"Attribute",
     "class Box:\n    pass\nshared = Box()\nshared.count = 0\n",
     {"shared.count", "getattr(shared, 'count')", "shared.__dict__['count']", "vars(shared)['count']",
      "shared.__dict__.get('count')", "dict(vars(shared))['count']", "max(vars(shared).values())",
      "object.__getattribute__(shared, 'count')", "shared.__getattribute__('count')"},
     {"shared.count = seen + 1", "setattr(shared, 'count', seen + 1)", "shared.__dict__['count'] = seen + 1",
      "vars(shared).update(count=seen + 1)", "object.__setattr__(shared, 'count', seen + 1)",
      "shared.__setattr__('count', seen + 1)", "shared.__dict__ = {'count': seen + 1}"}},
    {"KeptNames",
     "class Box:\n    pass\nshared = Box()\nshared.count = 0\nnames = shared.__dict__\n",
     {"shared.count", "names['count']", "names.get('count')", "max(names.values())", "dict(names)['count']"},
     {"shared.count = seen + 1", "names['count'] = seen + 1", "names.update(count=seen + 1)"}},
    {"Slot",
     "class Box:\n    __slots__ = ('count',)\nshared = Box()\nshared.count = 0\n",
     {"shared.count", "getattr(shared, 'count')", "operator.attrgetter('count')(shared)",
      "Box.count.__get__(shared)"},
     {"shared.count = seen + 1", "setattr(shared, 'count', seen + 1)",
      "Box.count.__set__(shared, seen + 1)"}},
    {"ClassAttribute",
     "class Box:\n    count = 0\nclass Special(Box):\n    pass\nbox = Special()\n",
     {"Box.count", "box.count", "Special.count", "getattr(box, 'count')", "Box.__dict__['count']",
      "vars(Box)['count']"},
     {"Box.count = seen + 1", "setattr(Box, 'count', seen + 1)", "type.__setattr__(Box, 'count', seen + 1)"}},
    {"FunctionAttribute",
     "def shared():\n    pass\nshared.count = 0\n",
     {"shared.count", "getattr(shared, 'count')", "shared.__dict__['count']"},
     {"shared.count = seen + 1", "setattr(shared, 'count', seen + 1)",
      "shared.__dict__['count'] = seen + 1"}},
    {"AttributeOfDict",
     "class Store(dict):\n    pass\nshared = Store()\nshared.count = 0\n",
     {"shared.count", "getattr(shared, 'count')", "shared.__dict__['count']"},
     {"shared.count = seen + 1", "shared.__dict__['count'] = seen + 1"}},
    {"AttributeOfError",
     "shared = ValueError()\nshared.count = 0\n",
     {"shared.count", "shared.__dict__['count']"},
     {"shared.count = seen + 1", "shared.__dict__['count'] = seen + 1"}},
    {"ArgumentsOfError", "shared = ValueError(0)\n", {"shared.args[0]"}, {"shared.args = (seen + 1,)"}},
    {"List",
     "shared = [0]\n",
     {"shared[0]",
      "shared[-1]",
      "shared[:][0]",
      "sum(shared)",
      "max(shared)",
      "min(*shared, 99)",
      "sorted(shared)[0]",
      "tuple(shared)[0]",
      "list(shared)[0]",
      "[*shared][0]",
      "next(iter(shared))",
      "list(reversed(shared))[0]",
      "list(map(int, shared))[0]",
      "list(zip(shared))[0][0]",
      "dict(enumerate(shared))[0]",
      "(shared + [])[0]",
      "(shared * 1)[0]",
      "[each for each in shared][0]",
      "shared.copy()[0]",
      "int(str(shared)[1:-1])",
      "int(repr(shared)[1:-1])",
      "int(f'{shared}'[1:-1])",
      "int('%s' % shared[0])",
      "int('{[0]}'.format(shared))",
      "0 if shared == [0] else 1",
      "0 if shared < [1] else 1",
      "0 if 0 in shared else 1",
      "shared.count(1)",
      "first(*shared)",
      "0 if not any(shared) else 1",
      "set(shared).pop()",
      "operator.itemgetter(0)(shared)",
      "operator.getitem(shared, 0)",
      "shared.__getitem__(0)",
      "list.__getitem__(shared, 0)",
      "copy.copy(shared)[0]",
      "copy.deepcopy(shared)[0]",
      "functools.reduce(max, shared)",
      "list(itertools.chain(shared))[0]",
      "json.loads(json.dumps(shared))[0]",
      "pickle.loads(pickle.dumps(shared))[0]",
      "statistics.fmean(shared)",
      "math.prod(shared)",
      "bytes(shared)[0]",
      "(lambda: shared[0])()",
      "1 - shared.index(0) if 0 in shared else 1"},
     {"shared[0] = seen + 1",
      "shared[-1] = seen + 1",
      "shared[:] = [seen + 1]",
      "shared[0:1] = (seen + 1,)",
      "shared.__setitem__(0, seen + 1)",
      "list.__setitem__(shared, 0, seen + 1)",
      "shared.insert(0, seen + 1)",
      "operator.setitem(shared, 0, seen + 1)",
      "shared.clear(); shared.append(seen + 1)",
      "del shared[0]; shared.extend([seen + 1])",
      "shared.pop(); shared.append(seen + 1)",
      "shared.append(seen + 1); shared.sort(); shared.reverse()",
      "shared += [seen + 1]; shared.remove(0)",
      "shared.append(seen + 1); del shared[:-1]",
      "shared.__init__([seen + 1])",
      "heapq.heapreplace(shared, seen + 1)",
      "bisect.insort(shared, seen + 1)",
      "for shared[0] in [seen + 1]: pass",
      "[shared[0]] = [seen + 1]",
      "shared *= 2; shared[0] = seen + 1",
      "random.shuffle(shared); shared[0] = seen + 1"}},
    {"Dict",
     "shared = {'k': 0}\n",
     {"shared['k']",
      "shared.get('k')",
      "list(shared.values())[0]",
      "list(shared.items())[0][1]",
      "dict(shared)['k']",
      "{**shared}['k']",
      "shared.copy()['k']",
      "(shared | {})['k']",
      "taken(**shared)",
      "int('%(k)d' % shared)",
      "int('{k}'.format(**shared))",
      "int('{0[k]}'.format(shared))",
      "max(shared.values())",
      "[value for value in shared.values()][0]",
      "0 if shared == {'k': 0} else 1",
      "shared.setdefault('k', 5)",
      "int(str(shared).split()[1][:-1])",
      "copy.copy(shared)['k']",
      "copy.deepcopy(shared)['k']",
      "json.loads(json.dumps(shared))['k']",
      "shared.__getitem__('k')",
      "operator.itemgetter('k')(shared)",
      "sum(map(int, shared.values()))",
      "shared.pop('k')",
      "shared.popitem()[1]",
      "sorted(shared.items())[0][1]",
      "next(iter(shared.values()))",
      "collections.ChainMap(shared)['k']"},
     {"shared['k'] = seen + 1", "shared.update(k=seen + 1)", "shared.update({'k': seen + 1})",
      "shared.__setitem__('k', seen + 1)", "shared |= {'k': seen + 1}",
      "shared.clear(); shared['k'] = seen + 1", "del shared['k']; shared.setdefault('k', seen + 1)",
      "shared.pop('k', 0); shared.setdefault('k', seen + 1)", "operator.setitem(shared, 'k', seen + 1)",
      "dict.update(shared, [('k', seen + 1)])", "for shared['k'] in [seen + 1]: pass",
      "shared.__init__(k=seen + 1)"}},
    {"ListWalkedWithAFunction",
     "shared = [0, 0, 0]\n",
     {"sum(map(one_more, shared))", "len([*filter(one_more, shared)])", "max(shared, key=one_more)",
      "sorted(shared, key=one_more)[-1]", "sum(one_more(each) for each in shared)",
      "functools.reduce(lambda total, each: one_more(each) + total, shared)", "any(map(one_more, shared))",
      "len(list(itertools.takewhile(one_more, shared)))", "sum(one_more(*pair) for pair in zip(shared))",
      "list(map(one_more, reversed(shared)))[0]", "heapq.nlargest(1, shared, key=one_more)[0]",
      "sum(list(itertools.starmap(one_more, zip(shared))))", "dict(zip(shared, map(one_more, shared)))[0]"},
     {"shared[2] = seen + 1", "shared.append(1)", "shared.sort(key=one_more)", "shared.pop()",
      "shared[:] = map(one_more, shared)", "shared.extend(map(one_more, shared[:2]))"}},
    {"DictOfKeysOfAClass",
     "class Key:\n    def __hash__(self):\n        return 1\n    def __eq__(self, other):\n        return "
     "True\n"
     "shared = {Key(): 0}\n",
     {"shared[1]", "shared.get(Key())", "list(shared.values())[0]", "shared.setdefault(1, 5)",
      "dict(shared)[1]", "{**shared}[1]", "(shared | {})[Key()]", "shared.pop(1)"},
     {"shared[1] = seen + 1", "shared[Key()] = seen + 1", "shared.update({1: seen + 1})",
      "shared |= {1: seen + 1}", "shared.update([(1, seen + 1)])",
      "del shared[1]; shared.setdefault(1, seen + 1)"}},
    {"Set",
     "shared = {0}\n",
     {"max(shared)", "len(shared) - 1", "sorted(shared)[-1]", "0 if shared == {0} else 1",
      "1 if 1 in shared else 0", "1 if {1} <= shared else 0", "max(shared | set())", "max(*shared, 0)",
      "len(shared & {1})", "len(frozenset(shared)) - 1", "1 if not shared.isdisjoint({1}) else 0",
      "max([each for each in shared])", "int(str(shared)[-2])"},
     {"shared.add(seen + 1)", "shared |= {seen + 1}", "shared.update([seen + 1])", "shared ^= {seen + 1}",
      "shared.symmetric_difference_update([seen + 1])", "shared.discard(seen); shared.add(seen + 1)",
      "shared -= {seen}; shared.add(seen + 1)", "shared.clear(); shared.update({0, seen + 1})"}},
    {"Deque",
     "import collections\nshared = collections.deque([0])\n",
     {"shared[0]", "list(shared)[0]", "shared.copy()[0]", "max(shared)", "0 if 0 in shared else 1",
      "shared.count(1)", "0 if shared == collections.deque([0]) else 1", "len(shared) - 1", "sum(shared)",
      "shared.pop()", "shared.popleft()"},
     {"shared[0] = seen + 1", "shared.append(seen + 1)", "shared.appendleft(seen + 1)",
      "shared.extend([seen + 1])", "shared.clear(); shared.append(seen + 1)", "shared += [seen + 1]",
      "shared.append(seen + 1); shared.rotate(1)", "shared.insert(0, seen + 1)"}},
    {"ByteArray",
     "shared = bytearray(1)\n",
     {"shared[0]", "bytes(shared)[0]", "max(shared)", "memoryview(shared)[0]", "shared[:][0]",
      "(shared + b'')[0]", "int(shared.hex(), 16)", "int.from_bytes(shared, 'big')", "shared.copy()[0]",
      "0 if shared == b'\\0' else 1", "struct.unpack('B', shared)[0]", "array.array('B', shared)[0]",
      "b''.join([shared])[0]"},
     {"shared[0] = seen + 1", "shared[:] = bytes([seen + 1])", "memoryview(shared)[0] = seen + 1",
      "struct.pack_into('B', shared, 0, seen + 1)", "shared.insert(0, seen + 1)",
      "shared.clear(); shared.append(seen + 1)", "shared += bytes([seen + 1]); del shared[0]"}},
    {"Array",
     "import array\nshared = array.array('i', [0])\n",
     {"shared[0]", "shared.tolist()[0]", "sum(shared)", "memoryview(shared)[0]", "shared.tobytes()[0]",
      "list(shared)[0]", "0 if shared == array.array('i', [0]) else 1"},
     {"shared[0] = seen + 1", "shared.insert(0, seen + 1)", "memoryview(shared)[0] = seen + 1",
      "shared.pop(); shared.append(seen + 1)", "shared[:] = array.array('i', [seen + 1])"}},
    {"View",
     "shared = memoryview(bytearray(1))\n",
     {"shared[0]", "bytes(shared)[0]", "shared.tolist()[0]", "shared.tobytes()[0]", "shared[:][0]",
      "shared.obj[0]"},
     {"shared[0] = seen + 1", "shared[:] = bytes([seen + 1])", "shared.obj[0] = seen + 1"}},
    {"Cell",
     "def make():\n    count = 0\n    def read():\n        return count\n    def write(value):\n        "
     "nonlocal count\n"
     "        count = value\n    return read, write\nread, write = make()\n",
     {"read()", "read.__closure__[0].cell_contents"},
     {"write(seen + 1)", "read.__closure__[0].cell_contents = seen + 1"}},
    {"Default",
     "def shared(value=0):\n    return value\n",
     {"shared()", "shared.__defaults__[0]"},
     {"shared.__defaults__ = (seen + 1,)", "setattr(shared, '__defaults__', (seen + 1,))"}},
    {"Counter",
     "import collections\nshared = collections.Counter()\n",
     {"shared['k']", "shared.total()", "sum(shared.elements() and shared.values())",
      "dict(shared).get('k', 0)", "max([n for _, n in shared.most_common(1)] + [0])"},
     {"shared['k'] = seen + 1", "shared.update({'k': seen + 1})", "shared.subtract({'k': -seen - 1})",
      "shared += {'k': 1}"}},
    {"DefaultDict",
     "import collections\nshared = collections.defaultdict(int)\n",
     {"shared['k']", "shared.get('k', 0)", "len(shared)", "shared.setdefault('k', 0)"},
     {"shared['k'] = seen + 1", "shared['k'] += 1", "shared.update(k=seen + 1)"}},
    {"OrderedDict",
     "import collections\nshared = collections.OrderedDict(k=0)\n",
     {"shared['k']", "list(shared.values())[0]", "shared.get('k')", "shared.pop('k')"},
     {"shared['k'] = seen + 1", "shared.update(k=seen + 1)",
      "shared['k'] = seen + 1; shared.move_to_end('k')"}},
    {"Iterator",
     "shared = iter(range(9))\n",
     {"next(shared)", "next(shared, 9)", "shared.__next__()", "first(*zip(shared, [0]))[0]",
      "[n for n, _ in zip(shared, 'a')][0]"},
     {"next(shared)", "first_of(shared)", "list(itertools.islice(shared, 1))"}},
    {"Enumeration", "shared = enumerate('abcdefghi')\n", {"next(shared)[0]"}, {"next(shared)"}},
    {"CountFunction", "import itertools\nshared = itertools.count()\n", {"next(shared)"}, {"next(shared)"}},
    {"Cycle", "import itertools\nshared = itertools.cycle(range(5))\n", {"next(shared)"}, {"next(shared)"}},
    {"Random",
     "import random\nrandom.seed(1)\n",
     {"random.randrange(9)", "random.choice(range(9))"},
     {"random.seed(seen)", "random.random()"}},
    {"Instance",
     "class Box:\n    def __init__(self):\n        self.count = 0\n    @property\n    def value(self):\n     "
     "   return self.count\n"
     "    @value.setter\n    def value(self, value):\n        self.count = value\n    def __len__(self):\n   "
     "     return self.count\n"
     "    def __getitem__(self, key):\n        return self.count\n    def __setitem__(self, key, value):\n"
     "        self.count = value\n    def __iadd__(self, number):\n        self.count += number\n        "
     "return self\n"
     "    def __int__(self):\n        return self.count\n    def __str__(self):\n        return "
     "str(self.count)\n"
     "    def __eq__(self, other):\n        return self.count == other\n    def __call__(self):\n        "
     "return self.count\n"
     "    def __bool__(self):\n        return self.count > 0\n    def __contains__(self, value):\n        "
     "return self.count == value\n"
     "shared = Box()\n",
     {"shared.count", "shared.value", "len(shared)", "shared[0]", "int(shared)", "int(str(shared))",
      "0 if shared == 0 else 1", "shared()", "1 if shared else 0", "0 if 0 in shared else 1",
      "int(f'{shared}')", "copy.copy(shared).count", "operator.attrgetter('count')(shared)",
      "shared.__reduce_ex__(2)[2]['count']"},
     {"shared.count = seen + 1", "shared.value = seen + 1", "shared[0] = seen + 1", "shared += 1",
      "shared.__init__()", "del shared.count; shared.count = seen + 1"}},
    {"DataClass",
     "import dataclasses\n@dataclasses.dataclass\nclass Box:\n    count: int = 0\nshared = Box()\n",
     {"shared.count", "dataclasses.astuple(shared)[0]", "dataclasses.asdict(shared)['count']",
      "dataclasses.replace(shared).count", "0 if shared == Box(0) else 1", "int(repr(shared)[10:-1])"},
     {"shared.count = seen + 1"}},
    {"Namespace",
     "import types\nshared = types.SimpleNamespace(count=0)\n",
     {"shared.count", "vars(shared)['count']", "int(repr(shared)[16:-1])",
      "0 if shared == types.SimpleNamespace(count=0) else 1"},
     {"shared.count = seen + 1", "shared.__dict__.update(count=seen + 1)"}},
    {"Text",
     "import io\nshared = io.StringIO()\n",
     {"len(shared.getvalue())", "shared.tell()"},
     {"shared.write('x')", "print(seen, file=shared, end='')", "shared.seek(0); shared.truncate()"}},
    {"Cached",
     "import functools\ncalls = [0]\n@functools.lru_cache\ndef shared(key):\n    calls[0] += 1\n    return "
     "calls[0]\n",
     {"shared(1)", "shared.cache_info().hits"},
     {"shared(2)", "shared.cache_clear()"}},
    {"Event",
     "import threading\nshared = threading.Event()\n",
     {"int(shared.is_set())"},
     {"shared.set()", "shared.set(); shared.clear()"}},
    {"ThreadName",
     "import threading\nshared = threading.Thread(name='0')\n",
     {"int(shared.name)", "int(shared.getName())", "int(repr(shared).split('(')[1][0])"},
     {"shared.name = str(seen + 1)", "shared.setName(str(seen + 1))"}},
    {"Daemon",
     "import threading\nshared = threading.Thread()\n",
     {"int(shared.daemon)"},
     {"shared.daemon = not seen"}},
    {"Queue",
     "import queue\nshared = queue.Queue()\n",
     {"shared.qsize()", "int(not shared.empty())", "len(shared.queue)", "shared.unfinished_tasks"},
     {
         "shared.put(1)",
         "shared.put_nowait(1)",
         "shared.queue.append(1)",
     }},
    {"SimpleQueue",
     "import queue\nshared = queue.SimpleQueue()\n",
     {"shared.qsize()", "int(not shared.empty())"},
     {"shared.put(1)"}},
    {"Semaphore",
     "import threading\nshared = threading.Semaphore(0)\n",
     {"shared._value", "int(shared.acquire(blocking=False))"},
     {"shared.release()"}},
    {"Lock",
     "import threading\nshared = threading.Lock()\n",
     {"int(shared.locked())", "int(shared.acquire(False))"},
     {"shared.acquire(False)"}},
    {"Logger",
     "import logging\nshared = logging.getLogger('x')\nshared.setLevel(5)\n",
     {"shared.level", "shared.getEffectiveLevel()", "int(shared.isEnabledFor(5))", "len(shared.handlers)",
      "int(shared.hasHandlers())", "int(shared.disabled)"},
     {"shared.setLevel(seen + 1)", "shared.level = seen + 1", "shared.addHandler(logging.NullHandler())",
      "shared.disabled = True", "logging.disable(50)"}},
    {"Environment",
     "import os\nos.environ['A'] = '0'\n",
     {"int(os.environ['A'])", "int(os.environ.get('A'))", "int(os.getenv('A'))",
      "int(dict(os.environ)['A'])"},
     {"os.environ['A'] = str(seen + 1)", "os.environ.update(A=str(seen + 1))", "os.environ.pop('A')"}},
    {"Future",
     "import concurrent.futures\nshared = concurrent.futures.Future()\n",
     {"int(shared.done())", "int(shared.cancelled())"},
     {"shared.set_result(1)", "shared.cancel()"}},
    {"WeakValues",
     "import weakref\nclass Kept:\n    pass\nkept = Kept()\nshared = weakref.WeakValueDictionary()\n",
     {"len(shared)", "int('k' in shared)", "len(list(shared.values()))", "int(shared.get('k') is not None)"},
     {"shared['k'] = kept", "shared.update(k=kept)", "shared.setdefault('k', kept)"}},
    {"WeakReference",
     "import weakref\nclass Kept:\n    pass\nkept = Kept()\nshared = weakref.ref(kept)\n",
     {"int(shared() is None)"},
     {"del globals()['kept']", "globals().update(kept=None)"}},
    {"Generator",
     "def make():\n    number = 0\n    while True:\n        number = (yield number) or number + 1\nshared = "
     "make()\nnext(shared)\n",
     {"next(shared)", "shared.send(None)", "shared.send(5)"},
     {"next(shared)", "shared.send(7)", "shared.close()"}},
    {"CachedProperty",
     "import functools\nclass Box:\n    calls = 0\n    @functools.cached_property\n    def value(self):\n"
     "        Box.calls += 1\n        return Box.calls\nshared = Box()\n",
     {"shared.value"},
     {"shared.__dict__.pop('value', None)", "del shared.value"}},
    {"Enumerated",
     "import enum\nclass Kind(enum.Enum):\n    A = 1\nKind.A.count = 0\n",
     {"Kind.A.count", "Kind['A'].count", "Kind(1).count"},
     {"Kind.A.count = seen + 1", "setattr(Kind('x' and 1), 'count', seen + 1)"}},
    {"ChainMap",
     "import collections\nshared = collections.ChainMap({}, {'k': 0})\n",
     {"shared['k']", "shared.get('k')", "dict(shared)['k']", "shared.maps[-1]['k']"},
     {"shared['k'] = seen + 1", "shared.maps[1]['k'] = seen + 1", "shared.maps[0]['k'] = seen + 1"}},
    {"UserDict",
     "import collections\nshared = collections.UserDict(k=0)\n",
     {"shared['k']", "shared.data['k']", "dict(shared)['k']"},
     {"shared['k'] = seen + 1", "shared.data['k'] = seen + 1", "shared.update(k=seen + 1)"}},
};

class TouchesTest : public SearchTest, public testing::WithParamInterface<Ways> {
 protected:
  static std::string imports_of(const std::string& text) {
    std::string imports;
    for (const char* name : {"array", "bisect", "collections", "copy", "functools", "heapq", "itertools",
                             "json", "math", "operator", "pickle", "random", "statistics", "struct"}) {
      if (text.find(std::string(name) + ".") != std::string::npos)
        imports += std::string("import ") + name + "\n";
    }
    return imports;
  }

  static std::string program_of(const Ways& ways, const char* read, const char* write) {
    const auto body = [](const char* reads, const char* writes) {
      return std::string("    global shared, count\n    seen = ") + reads + "\n    one_more(0)\n    " +
             writes + "\n    one_more(0)\n    return seen\n";
    };
    const std::string imports = imports_of(std::string(read) + write + ways.reads[0] + ways.writes[0]);
    return "import _thread, os, sys\n" + imports +
           "main = sys.modules['__main__']\ncount = 0\n"
           "done = _thread.allocate_lock()\ndone.acquire()\n"
           "def one_more(number):\n    return number + 1\n"
           "def first(value, *others):\n    return value\n"
           "def first_of(values):\n    for value in values:\n        return value\n"
           "def taken(k):\n    return k\n" +
           std::string(ways.shared) + "def usual():\n" + body(ways.reads[0], ways.writes[0]) +
           "def special():\n" + body(read, write) +
           "def other():\n    global result\n    try:\n        result = special()\n    except Exception as "
           "error:\n"
           "        result = repr(error)\n    done.release()\n"
           "result = None\n"
           "_thread.start_new_thread(other, ())\n"
           "try:\n    mine = usual()\nexcept Exception as error:\n    mine = repr(error)\n"
           "done.acquire()\n"
           "try:\n    last = " +
           std::string(ways.reads[0]) +
           "\nexcept Exception as error:\n    last = repr(error)\n"
           "print(mine, result, last, flush=True)\nos._exit(0)\n";
  }

  void try_way(const char* read, const char* write) {
    SCOPED_TRACE(std::string(read) + "  /  " + write);
    const std::string text = program_of(GetParam(), read, write);
    const SearchOptions program = options(text.c_str());
    const Counts all =
        EveryOrder(arena_, EveryOrder::Places::all, trace::SwitchAt::calls_and_jumps, EveryOrder::Equal::once)
            .run(program.program);
    EXPECT_EQ(names_of(counts_of(search(program))), names_of(all));
  }
};

TEST_P(TouchesTest, EveryWayIsSeen) {
  const Ways& ways = GetParam();
  for (const char* read : ways.reads) try_way(read, ways.writes[0]);
  for (std::size_t i = 1; i < ways.writes.size(); ++i) try_way(ways.reads[0], ways.writes[i]);
}

INSTANTIATE_TEST_SUITE_P(Ways, TouchesTest, testing::ValuesIn(kWays),
                         [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace forkscope::explore
