"""Which word met which patch: chips, the picture with its heat, the scale, a map per word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from explorer.lenses.explanation.methods import METHODS
from explorer.lenses.explanation.spectrogram import MOST_SECONDS
from explorer.lenses.word_patch import Explanation, WordMap
from explorer.ui.appearance import Appearance
from explorer.ui.explain.controls import ExplainControls, beside_name
from explorer.ui.explain.heat_paint import Heat, HeatLook
from explorer.ui.explain.heat_scale import HeatScale
from explorer.ui.explain.heat_view import HeatView
from explorer.ui.explain.multiples import Multiples
from explorer.ui.explain.region_pane import RegionPane
from explorer.ui.explain.side_by_side import SideBySide
from explorer.ui.explain.word_chips import WordChips
from explorer.ui.explain.words_told import (
    belief_tip,
    belief_words,
    is_doubtful,
    nowhere_words,
    sound_words,
    tr,
    value_words,
)
from explorer.ui.inspector.media_pane import start_of
from explorer.ui.inspector.sound_bar import SoundBar
from explorer.ui.spoken import spoken
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_colours import HOW, ColouringByWord
from explorer.viewstate.explaining_directions import AskingRegions
from explorer.viewstate.explaining_subject import Subject

HOVER_MS = 180
"""A word is hovered this long before the whole collection is coloured by it."""
LOWEST = 180
"""Height of the picture, in pixels; half of it where two share the room."""
HEARD_MS = 150
"""After this long maps that are still on their way are said to be."""


class WordsPage(QWidget):
    """The maps of all words of a picture.

    Parameters
    ----------
    explaining, regions, colours
        What is shown, and asked.
    spaces
        Ids of the other spaces that a picture can be explained in.
    """

    def __init__(
        self,
        explaining: Explaining,
        regions: AskingRegions,
        colours: ColouringByWord,
        appearance: Appearance,
        spaces: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._explaining, self._regions, self._colours = explaining, regions, colours
        self._look = appearance
        self._chosen, self._hovered = -1, -1
        self._best = ""
        self._picture: QImage | None = None
        self.chips = WordChips(appearance, self)
        self.view, self.other = HeatView(appearance, self), HeatView(appearance, self)
        self.view.setMinimumHeight(LOWEST)
        self.captions = QLabel(self), QLabel(self)
        for caption in self.captions:  # alike, so that both sides get the same room
            caption.setWordWrap(True)
        self.scale, self.other_scale = HeatScale(appearance, self), HeatScale(appearance, self)
        self.belief = QLabel(self)
        self.belief.setWordWrap(True)
        self.belief.setToolTip(belief_tip())
        self.coloured = QLabel(self)
        self.coloured.setWordWrap(True)
        self.sound = SoundBar(appearance, self)
        self.sound.hide()
        self.region = RegionPane(regions, explaining, appearance, self)
        self.multiples = Multiples(appearance, self)
        self.controls = ExplainControls(appearance, spaces, self)
        for label in (self.belief, self.coloured, *self.captions):
            label.setProperty("type", "small")
            label.setProperty("tone", "quiet")
        self._soon = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._soon.timeout.connect(self._colour)
        self._late = QTimer(self, singleShot=True, interval=HEARD_MS)
        self._late.timeout.connect(self._show_busy)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._pair = SideBySide(
            [
                ((self.captions[0], self.view, self.scale), self.view),
                ((self.captions[1], self.other, self.other_scale), self.other),
            ],
            self,
        )
        self._pair.show_second(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.chips)
        column.addWidget(self._pair, 1)
        for widget in (
            self.sound,
            self.belief,
            self.coloured,
            self.region,
            self.multiples,
            self.controls,
        ):
            column.addWidget(widget)
        self.coloured.hide()

    def _connect(self) -> None:
        for part in (self.chips, self.multiples):
            part.hovered.connect(self._hover)
            part.chosen.connect(self._choose)
        for view, scale in ((self.view, self.scale), (self.other, self.other_scale)):
            view.cell_pointed.connect(
                lambda _, view=view, scale=scale: self._show_value(view, scale)
            )
            view.box_drawn.connect(self._regions.ask)
            view.clicked.connect(self._regions.clear)
            view.time_wanted.connect(self._play_from)
        self.sound.player.moved.connect(self._show_time)
        self.controls.changed.connect(self._explaining.change)

    def close_page(self) -> None:
        """Colour no more."""
        self._soon.stop()
        self._late.stop()
        self.sound.player.stop()
        self._colours.hide()

    # -- what is shown

    @property
    def word(self) -> WordMap | None:
        """The word whose map is shown."""
        return self._word_of(self._explaining.explanation)

    @property
    def _words(self) -> tuple[WordMap, ...]:
        explanation = self._explaining.explanation
        return () if explanation is None else explanation.words

    @property
    def _shown(self) -> int:
        return self._hovered if self._hovered >= 0 else self._chosen

    def show_picture(self, image: QImage | None) -> None:
        """Show another picture; its maps come by themselves."""
        self._picture = image
        self._chosen = self._hovered = -1
        subject = self._explaining.subject
        for view in (self.view, self.other):
            view.show_image(image)
            view.show_heat(None)
            view.boxes = subject is not None and subject.is_picture
        self._take_sound(subject)
        self._regions.clear()
        self.show_maps()

    def _take_sound(self, subject: Subject | None) -> None:
        """Have a sound at hand to be played, nothing for a picture."""
        heard = subject is not None and subject.is_heard
        self.sound.setVisible(heard)
        if subject is not None and subject.sound is not None and heard:
            self.sound.show_sound(subject.sound, start_of(subject.unit))
        else:
            self.sound.player.take(None)
        self._show_time()

    def _play_from(self, share: float) -> None:
        """Play from a place of the spectrogram on."""
        self.sound.player.play(share * min(self.sound.player.seconds, MOST_SECONDS))

    def _show_time(self) -> None:
        """Mark on the spectrogram where the sound is."""
        player = self.sound.player
        seconds = min(player.seconds, MOST_SECONDS)
        at = player.position / seconds if seconds and player.position > 0 else None
        for view in (self.view, self.other):
            view.show_time(at)

    def show_maps(self) -> None:
        """Show the maps that have come; the best word is shown at first."""
        explanation = self._explaining.explanation
        if not 0 <= self._chosen < len(self._words) or not self._words[self._chosen].content:
            self._chosen = best_word(explanation)
        self._hovered = self._hovered if self._hovered < len(self._words) else -1
        self.chips.show_words(explanation, self._explaining.said)
        self.multiples.show_words(self._picture, explanation)
        self._show_choices()
        self.show_word()

    def show_word(self) -> None:
        """Show the map of the word that is hovered, else of the one that is chosen."""
        explanation, beside = self._explaining.explanation, self._explaining.beside
        self.chips.light(self._shown, self._chosen)
        self.multiples.light(self._shown)
        self._lay_heat(self.view, self.scale, explanation)
        self._lay_heat(self.other, self.other_scale, beside)
        self._show_beside()
        words, tone = "", "quiet"
        if self._explaining.busy:
            self._late.start()
        if explanation is not None:
            words, tone = belief_words(self.word, explanation)
        self._say(words, tone)

    def _show_busy(self) -> None:
        """A wait that one notices is said."""
        if self._explaining.busy:
            title = spoken(METHODS[self._explaining.state.method].title)
            self._say(tr("Explaining by {}…").format(title), "quiet")

    def _say(self, words: str, tone: str) -> None:
        self.belief.setText(words)
        self.belief.setVisible(bool(words))
        if self.belief.property("tone") != tone:
            self.belief.setProperty("tone", tone)
            self.belief.style().polish(self.belief)

    def _show_value(self, view: HeatView, scale: HeatScale) -> None:
        """The raw value under the pointer, and of a sound when and how high that is."""
        explanation, where = self._explaining.explanation, ""
        if explanation is not None and explanation.sound is not None and view.heat is not None:
            row, col = divmod(max(view.cell, 0), view.heat.layout.cols)
            left, top, right, bottom = view.heat.cell(row, col)
            high = (top + bottom) / 2 if view.heat.layout.rows > 1 else None
            where = sound_words(explanation.sound, (left + right) / 2, high)
        scale.show_value(view.value, where)

    def _lay_heat(self, view: HeatView, scale: HeatScale, explanation: Explanation | None) -> None:
        word = self._word_of(explanation)
        if word is None or explanation is None:
            view.show_heat(None)
            scale.show_range(0.0, 0.0)
            return
        view.show_heat(Heat(word.map, explanation.layout, explanation.top, is_doubtful(word)))
        view.setAccessibleDescription(f"{word.word}: {value_words(word.score)}")
        threshold = self._explaining.state.threshold
        scale.show_range(explanation.top, threshold, doubtful=is_doubtful(word))
        self._show_value(view, scale)

    def _word_of(self, explanation: Explanation | None) -> WordMap | None:
        """The word that is shown, as another method or space has it."""
        words = () if explanation is None else explanation.words
        return words[self._shown] if 0 <= self._shown < len(words) else None

    def _show_beside(self) -> None:
        state = self._explaining.state
        two = bool(state.beside)
        self._pair.show_second(two)
        self.view.setMinimumHeight(LOWEST // 2 if two else LOWEST)
        self.other.setMinimumHeight(LOWEST // 2)
        for caption in self.captions:
            caption.setVisible(two)
        if not two:
            return
        explanation = self._explaining.explanation
        method = explanation.method if explanation is not None else state.method
        self.captions[0].setText(spoken(METHODS[method].title))
        words = beside_name(state.beside)
        if self._explaining.beside_problem:
            words = f"{words}: {spoken(self._explaining.beside_problem)}"
        elif self._explaining.beside is None:
            words = tr("{}: on its way…").format(words)
        else:
            nowhere = nowhere_words(self._word_of(self._explaining.beside))
            words = f"{words}: {nowhere}" if nowhere else words
        self.captions[1].setText(words)

    def show_state(self, best: str) -> None:
        """Draw the maps as the state says."""
        state = self._explaining.state
        look = HeatLook(state.opacity, state.threshold, state.upsampling)
        for part in (self.view, self.other, self.multiples):
            part.set_heat_look(look)
        self._best = best
        self._show_choices()
        self.show_word()

    def _show_choices(self) -> None:
        one = self._explaining
        drawn = "" if one.explanation is None else one.explanation.method
        self.controls.show_state(
            one.state, one.serving.reasons, self._best, one.serving.attention, drawn
        )

    def show_region(self) -> None:
        """Show what a region carries."""
        region = self._regions.region
        for view in (self.view, self.other):
            view.show_region(None if region is None else region.box)
        self.region.show_region(region)

    # -- words under the pointer

    def _hover(self, number: int) -> None:
        self._hovered = number
        self.show_word()
        if number < 0:
            self._soon.stop()
            self._colours.hide()
            self.show_source()
        else:
            self._soon.start()

    def _choose(self, number: int) -> None:
        self._chosen = number
        self.show_word()

    def _colour(self) -> None:
        if 0 <= self._hovered < len(self._words):
            self._colours.show(self._words[self._hovered].word)

    def show_source(self) -> None:
        """Say what the colours of the collection are made of."""
        scores = self._colours.scores
        self.coloured.setVisible(scores is not None)
        if scores is not None:
            how = tr(HOW[scores.source])
            words = tr("The map and the grid show “{}”, {}.").format(scores.word, how)
            self.coloured.setText(words)


def best_word(explanation: Explanation | None) -> int:
    """Number of the content word with the highest score, -1 where there is none."""
    if explanation is None:
        return -1
    content = [place for place, word in enumerate(explanation.words) if word.content]
    return max(content, key=lambda place: explanation.words[place].score, default=-1)
