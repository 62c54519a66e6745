def 확인(값):
    raise ValueError(f"값이 {값}입니다")


확인(3)
