"""A ShareableList gives a text room by its letters, not its bytes: what needs more is cut off where it is made."""
from multiprocessing import shared_memory

if __name__ == "__main__":
    for text in ["tea", "cafés", "ééééé", "한국어"]:
        shared = shared_memory.ShareableList([text])
        try:
            print(shared.format, shared[0])
        except UnicodeDecodeError as error:
            print(shared.format, error)
        shared.shm.close()
        shared.shm.unlink()
# expect: 8s tea
# expect: 8s cafés
# expect: 8s éééé
# expect: 8s 'utf-8' codec can't decode bytes in position 6-7: unexpected end of data
