"""The module statistics: calls and their results."""
from statistics import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: covariance([1,2,3],[4,5,7]))  # expect: 1.5
show(lambda: linear_regression([1,2,3],[2,4,7]))  # expect: LinearRegression(slope=2.5, intercept=-0.666666666666667)
show(lambda: mean([True,False,True]))  # expect: 0.6666666666666666
show(lambda: stdev([0.1,0.2,0.4,0.7]))  # expect: 0.264575131106459
show(lambda: pstdev([1,2]))  # expect: 0.5
show(lambda: variance([1,2,3,4]))  # expect: 1.6666666666666667
show(lambda: NormalDist(100,15).cdf(110))  # expect: 0.7475074624530771
show(lambda: NormalDist(0,1))  # expect: NormalDist(mu=0.0, sigma=1.0)
show(lambda: mean([1e30,1,3,-1e30]))  # expect: 1.0
show(lambda: mean([float('inf'),1]))  # expect: inf
