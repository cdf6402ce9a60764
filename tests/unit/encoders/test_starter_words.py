"""Word pieces become words again, with the characters they span."""

from __future__ import annotations

import numpy as np

from explorer.encoders.starter.words import Piece, words_of

VECTORS = np.eye(6, dtype=np.float32)


def test_pieces_of_one_word_are_averaged_and_punctuation_is_left_out() -> None:
    text = "A zonkey, red!"
    pieces = [
        Piece(1, 0, 1),
        Piece(2, 2, 6),
        Piece(3, 6, 8),
        Piece(4, 8, 9),
        Piece(5, 10, 13),
    ]

    tokens = words_of(text, pieces, VECTORS)

    assert tokens.layout.words == ("A", "zonkey", "red")
    assert tokens.layout.offsets == ((0, 1), (2, 8), (10, 13))
    expected = (VECTORS[2] + VECTORS[3]) / np.sqrt(2)
    np.testing.assert_allclose(tokens.vectors[1], expected, atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(tokens.vectors, axis=1), 1, atol=1e-6)


def test_apostrophes_and_hyphens_do_not_cut_a_word() -> None:
    text = "bird's well-known"
    pieces = [
        Piece(0, 0, 4),
        Piece(1, 4, 5),
        Piece(2, 5, 6),
        Piece(3, 7, 11),
        Piece(4, 11, 12),
        Piece(5, 12, 17),
    ]

    layout = words_of(text, pieces, VECTORS).layout

    assert layout.words == ("bird's", "well-known")


def test_signs_that_are_written_without_spaces_stand_alone() -> None:
    layout = words_of("赤い鳥", [Piece(k, k, k + 1) for k in range(3)], VECTORS).layout

    assert layout.words == ("赤", "い", "鳥")


def test_words_beyond_the_last_piece_are_not_there() -> None:
    layout = words_of("red bird sings", [Piece(1, 0, 3), Piece(2, 4, 8)], VECTORS).layout

    assert layout.words == ("red", "bird")


def test_a_text_without_words_has_no_tokens() -> None:
    tokens = words_of("?!", [Piece(1, 0, 1), Piece(2, 1, 2)], VECTORS)

    assert tokens.vectors.shape == (0, 6)
