"""Work is spread over threads once, not twice."""

from __future__ import annotations

import numpy  # noqa: F401 - brings a library of matrix products that has threads
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from explorer.lenses.blocks import products_on_one_thread


def blas_threads() -> list[int]:
    return [one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"]


def test_products_keep_to_one_thread_until_the_last_who_asked_has_left():
    with threadpool_limits(limits=2, user_api="blas"):
        first, second = products_on_one_thread(), products_on_one_thread()
        first.__enter__()
        second.__enter__()
        assert set(blas_threads()) == {1}
        first.__exit__(None, None, None)
        assert set(blas_threads()) == {1}
        second.__exit__(None, None, None)
        assert set(blas_threads()) == {2}


def test_the_limit_is_lifted_after_an_error():
    with threadpool_limits(limits=2, user_api="blas"):
        with pytest.raises(ValueError, match="stop"), products_on_one_thread():
            raise ValueError("stop")
        assert set(blas_threads()) == {2}
