"""The text is cut so that it is all there once, whatever the marks."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Article, Block, BlockKind, Reading
from onrecord.views.layers import Layer, Layers, Mark, marks, paragraphs, pieces, stretches

offsets = st.integers(-5, 60)
some_marks = st.lists(
    st.builds(Mark, offsets, offsets, st.sampled_from(Layer), st.sampled_from(["", "a", "b"])), max_size=12
)


@given(st.integers(0, 50), some_marks, st.lists(offsets, max_size=5))
def test_pieces_cover_every_character_once(length: int, found: list[Mark], cuts: list[int]) -> None:
    cut = pieces(length, found, cuts)
    assert [offset for piece in cut for offset in range(piece.start, piece.end)] == list(range(length))


@given(st.integers(0, 50), some_marks)
def test_a_piece_carries_the_marks_that_cover_it_and_no_others(length: int, found: list[Mark]) -> None:
    for piece in pieces(length, found):
        for offset in range(piece.start, piece.end):
            covering = {(mark.layer, mark.record) for mark in found if mark.start <= offset < mark.end}
            assert {(mark.layer, mark.record) for mark in piece.marks} == covering


def test_the_pieces_of_a_block_spell_its_text(reading: Reading) -> None:
    layers = Layers(reading)
    for block in reading.article.blocks:
        spelled = "".join(reading.article.text[piece.start : piece.end] for piece in layers.within(block.span))
        assert spelled == reading.article.text[block.start : block.end]


def test_text_that_no_block_holds_is_a_stretch_of_its_own() -> None:
    article = Article("x", "before  held\n after ", (Block(BlockKind.PARAGRAPH, 8, 12),))
    found = [(one.kind, article.text[one.start : one.end]) for one in stretches(article)]
    assert found == [(None, "before"), (BlockKind.PARAGRAPH, "held"), (None, "after")]


def test_a_dateline_stands_with_its_paragraph_and_junk_with_junk(reading: Reading) -> None:
    kinds = [tuple(one.kind for one in group) for group in paragraphs(reading.article)]
    assert (BlockKind.DATELINE, BlockKind.PARAGRAPH) in kinds
    assert (BlockKind.RESIDUE, BlockKind.RESIDUE) in kinds


def test_every_kind_of_record_marks_the_text(reading: Reading) -> None:
    assert {mark.layer for mark in marks(reading)} == set(Layer)
