"""The module heapq: calls and their results."""
from heapq import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (lambda h:(heapify(h),h)[1])([5,3,8,1,9,2,7]))  # expect: [1, 3, 2, 5, 9, 8, 7]
show(lambda: [(lambda h:[heappop(h) for _ in range(len(h))])([3,1,2])])  # expect: [[3, 1, 2]]
show(lambda: nlargest(3,[5,1,9,7]))  # expect: [9, 7, 5]
show(lambda: nsmallest(2,'hello'))  # expect: ['e', 'h']
show(lambda: list(merge([1,4,7],[2,5],[0,9])))  # expect: [0, 1, 2, 4, 5, 7, 9]
show(lambda: heappop([]))  # expect: IndexError: index out of range
show(lambda: heapreplace([1,5],3))  # expect: 1
show(lambda: heappushpop([1,5],0))  # expect: 0
show(lambda: nlargest(2,['aa','b','ccc'],key=len))  # expect: ['ccc', 'aa']
show(lambda: list(merge([7,4],[5,2],reverse=True)))  # expect: [7, 5, 4, 2]
show(lambda: (lambda h:[(heappush(h,x),list(h))[1] for x in [5,3,8,1,9,2,7,0]])([]))
# expect: [[5], [3, 5], [3, 5, 8], [1, 3, 8, 5], [1, 3, 8, 5, 9], [1, 3, 2, 5, 9, 8], [1, 3, 2, 5, 9, 8, 7], [0, 1, 2, 3, 9, 8, 7, 5]]
show(lambda: list(merge('abc','ABC',key=str.lower)))  # expect: ['a', 'A', 'b', 'B', 'c', 'C']
