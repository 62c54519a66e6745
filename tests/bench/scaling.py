"""Which operations take more than their share as the number of items grows: each is timed with n and with 4 n items.

    build/release/bin/forkscope-lab run tests/bench/scaling.py        # python3 tests/bench/scaling.py beside it

A factor near 4 is linear. Marked are those that grow faster than n log n and take long enough to matter.
"""
import time, json, pickle, random, heapq, collections, copy, io
def t(f,n):
    a=time.perf_counter(); f(n); return time.perf_counter()-a
def ops():
    yield 'set(list)', lambda n: set(list(range(n)))
    yield 'frozenset', lambda n: frozenset(range(n))
    yield 'fromkeys', lambda n: dict.fromkeys(range(n))
    yield 'dict(pairs)', lambda n: dict([(i,i) for i in range(n)])
    yield 'dict.update', lambda n: {}.update({i:i for i in range(n)})
    yield 'dict comp', lambda n: {i:i for i in range(n)}
    yield 'set comp', lambda n: {i for i in range(n)}
    yield 'set.update', lambda n: set().update(range(n))
    yield 'set |', lambda n: set(range(0)) | {i for i in range(n)}
    yield 'set &', lambda n: {i for i in range(n)} & {i for i in range(n)}
    yield 'dict ==', lambda n: {i:i for i in range(n)} == {i:i for i in range(n)}
    yield 'list.extend', lambda n: [].extend(range(n))
    yield 'sorted', lambda n: sorted([(i*7919)%n for i in range(n)])
    yield 'sorted key', lambda n: sorted([(i*7919)%n for i in range(n)], key=lambda x:-x)
    yield 'min', lambda n: min(range(n))
    yield 'sum gen', lambda n: sum(i for i in range(n))
    yield 'join', lambda n: ''.join([str(i) for i in range(n)])
    yield 'map', lambda n: list(map(str, range(n)))
    yield 'filter', lambda n: list(filter(None, range(n)))
    yield 'zip', lambda n: list(zip(range(n),range(n)))
    yield 'enumerate', lambda n: list(enumerate(range(n)))
    yield 'tuple', lambda n: tuple([i for i in range(n)])
    yield 'unpack', lambda n: [*range(n)]
    yield 'repr', lambda n: repr(list(range(n)))
    yield 'repr dict', lambda n: repr({i:i for i in range(n)})
    yield 'split', lambda n: ('a '*n).split()
    yield 'replace', lambda n: ('a '*n).replace('a','b')
    yield 'index str', lambda n: [s for s in 'a'*n]
    yield 'pickle', lambda n: pickle.loads(pickle.dumps(list(range(n))))
    yield 'pickle dict', lambda n: pickle.loads(pickle.dumps({i:str(i) for i in range(n)}))
    yield 'json', lambda n: json.loads(json.dumps(list(range(n))))
    yield 'Counter', lambda n: collections.Counter(range(n))
    yield 'deque', lambda n: collections.deque(range(n))
    yield 'deque pop', lambda n: [d.popleft() for d in [collections.deque(range(n))] for _ in range(n)]
    yield 'heap', lambda n: [heapq.heappush(h,-i) for h in [[]] for i in range(n)]
    yield 'shuffle', lambda n: random.shuffle(list(range(n)))
    yield 'reversed', lambda n: list(reversed(range(n)))
    yield 'slice', lambda n: list(range(n))[::2]
    yield 'pop', lambda n: [l.pop() for l in [list(range(n))] for _ in range(n)]
    yield 'dict.pop', lambda n: [d.pop(i) for d in [{i:i for i in range(n)}] for i in range(n)]
    yield 'set.pop', lambda n: [d.pop() for d in [{i for i in range(n)}] for i in range(n)]
    yield 'set.remove', lambda n: [d.remove(i) for d in [{i for i in range(n)}] for i in range(n)]
    yield 'copy', lambda n: copy.copy(list(range(n)))
    yield 'deepcopy', lambda n: copy.deepcopy(list(range(n)))
    yield 'StringIO', lambda n: [s.write('x') for s in [io.StringIO()] for i in range(n)]
    yield 'str +=', lambda n: plus(n)
    yield 'any', lambda n: any(i<0 for i in range(n))
    yield 'splat call', lambda n: max(*range(n))
    yield 'bytes', lambda n: bytes([1]*n)
    yield 'attrs', lambda n: attrs(n)
    yield 'globals', lambda n: [globals().get('x') for i in range(n//50)]
def plus(n):
    s=''
    for i in range(n): s+='x'
    return s
class A: pass
def attrs(n):
    l=[A() for i in range(n)]
    for a in l: a.x=1
for name,f in ops():
    try:
        t(f,500)
        a=min(t(f,4000) for _ in range(2)); b=min(t(f,16000) for _ in range(2))
        print('%-12s %8.2f ms %8.2f ms  x%.1f %s' % (name,a*1e3,b*1e3,b/a,'<<<' if b/a>7 and b>0.004 else ''))
    except Exception as e: print(name, 'ERR', type(e).__name__, e)
