# shows: checklist 14
import pickle
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(1) as pool:
        for attempt in (lambda: pickle.dumps(pool), lambda: pool.apply(abs, (pool,))):
            try:
                attempt()
            except NotImplementedError as error:
                print(error)  # expect: pool objects cannot be passed between processes or pickled
                # expect: pool objects cannot be passed between processes or pickled
