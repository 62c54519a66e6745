print("한글", __name__)  # expect: 한글 __main__
