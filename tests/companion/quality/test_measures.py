"""The figures of the quality page are what they are called."""

import pytest

from walkalong.companion.quality.measures import (
    auroc,
    calibration,
    expected_error,
    macro_f1,
    median,
    rates_by,
    two_way_f1,
)


def test_auroc_is_how_often_a_true_one_stands_above_a_false_one() -> None:
    assert auroc([0.9, 0.8, 0.2, 0.1], [True, True, False, False]) == 1.0
    assert auroc([0.9, 0.8, 0.2, 0.1], [False, False, True, True]) == 0.0
    assert auroc([0.5, 0.5], [True, False]) == 0.5
    assert auroc([0.9, 0.3, 0.5, 0.1], [True, True, False, False]) == 0.75


def test_macro_f1_gives_every_label_the_same_weight() -> None:
    assert macro_f1(["a", "a", "a", "b"], ["a", "a", "a", "a"]) == pytest.approx(6 / 7 / 2)
    assert two_way_f1([0.9, 0.4], [True, False]) == 1.0


def test_precision_and_recall_are_not_mixed_up() -> None:
    found = rates_by(["a", "a", "b"], ["a", "b", "b"])
    assert (found["a"].precision, found["a"].recall) == (1.0, 0.5)
    assert (found["b"].precision, found["b"].recall) == (0.5, 1.0)


def test_calibration_tells_what_was_given_and_what_was_so() -> None:
    low, high = calibration([0.15, 0.15, 0.95, 0.95], [False, False, True, False])
    assert (low.given, low.found, low.count) == (pytest.approx(0.15), 0.0, 2)
    assert (high.given, high.found) == (pytest.approx(0.95), 0.5)
    assert expected_error([low, high]) == pytest.approx((0.15 + 0.45) / 2)


def test_the_median_is_in_the_middle() -> None:
    assert median([9.0, 1.0, 2.0]) == 2.0
