"""What the panel of explanations shows, and how it follows the focus and the query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.explain.emptiness import emptiness_of
from explorer.ui.explain.heat_paint import HeatLook, picture_image
from explorer.ui.explain.methods_page import MethodsPage
from explorer.ui.explain.pair_page import PairPage
from explorer.ui.explain.relations_page import RelationsPage
from explorer.ui.explain.segments_page import SegmentsPage
from explorer.ui.explain.texts_page import TextsPage
from explorer.ui.explain.words_page import WordsPage
from explorer.ui.explain.words_told import tr
from explorer.ui.panel import Desk, Panel
from explorer.ui.welcome.empty_state import EmptyState
from explorer.ui.writing_direction import at_the_start
from explorer.viewstate import messages as tell
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_colours import ColouringByWord
from explorer.viewstate.explaining_directions import AskingRegions, MatchingPictures, MatchingTexts
from explorer.viewstate.explaining_methods import ComparingMethods
from explorer.viewstate.explaining_relations import Relating
from explorer.viewstate.explaining_segments import Segmenting
from explorer.viewstate.explaining_state import Aspect, ExplainState
from explorer.viewstate.standing import standing_of

WIDTH = 340
TYPING_MS = 250


class ExplainView(Panel):
    """Follows the item in focus and the words of the query while it is seen."""

    name, icon, keys = "explain", "question", "W"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        session = desk.session
        self.explaining = one = Explaining(session, desk.app.tools)
        self.comparing, self.segmenting = ComparingMethods(one), Segmenting(one)
        self.relating = Relating(one)
        self.regions, self.pair, self.texts = (
            AskingRegions(one),
            MatchingPictures(one),
            MatchingTexts(one),
        )
        self.colours = ColouringByWord(session)
        self._build()
        self._lay_out()
        self._connect()
        self._subscribe()
        self.pair_page.show_pair()
        self._show()

    def title(self) -> str:
        return self.tr("Why did it match")

    # -- building

    def _build(self) -> None:
        look, one = self.desk.appearance, self.explaining
        self.name_ = QLabel(self)
        self.name_.setProperty("type", "lead")
        self.name_.setAlignment(at_the_start(self))
        self.name_.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(tr("Words to explain"))
        self.export_button = QToolButton(self)
        self.export_button.setIconSize(QSize(16, 16))
        self.export_button.setToolTip(tr("Export what is shown as a picture, a page or data"))
        self.export_button.setAccessibleName(tr("Export what is shown"))
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setProperty("kind", "dense")
        self.tabs.setAccessibleName(tr("Questions"))
        self.words_page = WordsPage(one, self.regions, self.colours, look, self._other_spaces, self)
        self.texts_page = TextsPage(one, self.texts, look, self)
        self.methods_page = MethodsPage(one, self.comparing, look, self)
        self.pair_page = PairPage(one, self.pair, look, self)
        self.segments_page = SegmentsPage(one, self.segmenting, look, self)
        self.relations_page = RelationsPage(one, self.relating, look, self)
        self.empty = EmptyState(look, self)
        self.pages: dict[Aspect, QWidget] = {
            "words": self.words_page,
            "methods": self.methods_page,
            "pair": self.pair_page,
            "segments": self.segments_page,
            "relations": self.relations_page,
        }
        self.tabs.setUsesScrollButtons(False)
        for place, aspect in enumerate(self.pages):
            name, meaning = aspect_words(aspect)
            self.tabs.addTab(name)
            self.tabs.setTabToolTip(place, meaning)
        self.stack = QStackedWidget(self)
        for page in (*self.pages.values(), self.texts_page, self.empty):
            self.stack.addWidget(page)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)

    def _lay_out(self) -> None:
        self.setMinimumWidth(WIDTH)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name_, 1)
        head.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._typing.timeout.connect(self._take_words)
        self.field.textEdited.connect(lambda _: self._typing.start())
        self.field.textChanged.connect(lambda words: None if words else self._take_words())
        self.field.returnPressed.connect(self._take_words)
        self.tabs.currentChanged.connect(self._turn_to)
        self.desk.appearance.changed.connect(self._draw)
        self._draw()

    def _subscribe(self) -> None:
        hear = self.desk.session.hub.subscribe
        hear(self, tell.ExplanationChanged, lambda message: self._changed(message.part))
        hear(self, tell.FocusChanged, lambda _: self.follow())
        hear(self, tell.RankingChanged, lambda _: self.follow())
        hear(self, tell.QueryChanged, lambda _: self._query_changed())
        hear(self, tell.CollectionOpened, lambda _: self._opened())
        hear(self, tell.ColumnsChanged, lambda _: self.words_page.show_source())

    def close_view(self) -> None:
        super().close_view()
        self._typing.stop()
        self.words_page.close_page()
        self.comparing.stop()

    # -- state

    def state(self) -> dict[str, Any]:
        return self.explaining.state.to_dict()

    def restore(self, state: Mapping[str, Any]) -> None:
        self.explaining.state = ExplainState.from_dict(state)
        self.field.setText(self.explaining.state.words)
        self.tabs.setCurrentIndex(self._index_of(self.explaining.state.aspect))
        if self.isVisible():  # a workspace is taken while something is explained
            self.explaining.ask()
        self._show()

    def _other_spaces(self) -> Sequence[str]:
        """Ids of those that can see or hear what is shown, and read; of pictures also of networks
        that look at both together."""
        one, spaces = self.explaining, self.desk.app.spaces
        needed = {"text", one.subject.content if one.subject is not None else "image"}
        others = [space for space in spaces.ids if space != one.space_id]
        fitting = [space for space in others if needed <= set(spaces.info(space).contents)]
        return [*fitting, *(spaces.matcher_ids if "image" in needed else ())]

    # -- following

    def follow(self) -> None:
        """Explain what is in focus, if the panel is seen."""
        if not self.isVisible():
            return
        session = self.desk.session
        row = session.selecting.focus
        found = standing_of(session.ranking, row, session.query)
        self.explaining.look_at(row, found.unit if found is not None else 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.words_page.close_page()

    def _opened(self) -> None:
        self.comparing.stop()
        self.pair.hold(None)
        self.explaining.forget()

    def _query_changed(self) -> None:
        self._show_field()
        if self.isVisible() and not self.explaining.state.words:
            self.explaining.ask()
            self._words_changed()

    def _words_changed(self) -> None:
        self.texts.ask()
        if self.explaining.state.aspect == "relations":
            self.relating.ask()

    def _take_words(self) -> None:
        self._typing.stop()
        words = self.field.text().strip()
        if words != self.explaining.state.words:
            self.explaining.change(replace(self.explaining.state, words=words))
            self._words_changed()

    def _turn_to(self, index: int) -> None:
        aspect = list(self.pages)[index]
        if aspect != self.explaining.state.aspect:
            self.explaining.change(replace(self.explaining.state, aspect=aspect))
        self._ask_aspect()
        self._show()

    def turn_to(self, aspect: Aspect) -> None:
        """Ask another question of the same picture."""
        self.tabs.setCurrentIndex(self._index_of(aspect))

    def _index_of(self, aspect: Aspect) -> int:
        return list(self.pages).index(aspect) if aspect in self.pages else 0

    # -- showing

    def _changed(self, part: tell.ExplanationPart) -> None:
        if part == "subject":
            self._show_subject()
        elif part in ("maps", "judged"):
            self.words_page.show_maps()
            self.methods_page.show_methods()
        elif part == "beside":
            self.words_page.show_word()
        elif part == "region":
            self.words_page.show_region()
        elif part == "pair":
            self.pair_page.show_pair()
        elif part == "texts":
            self.texts_page.show_match()
        elif part == "segments":
            self.segments_page.show_segments()
        elif part == "heard":
            self._words_changed()
        elif part == "relations":
            self.relations_page.show_relations()
        self._show()

    def _show_subject(self) -> None:
        subject = self.explaining.subject
        picture = subject.picture if subject is not None and subject.has_map else None
        image = None if picture is None else picture_image(picture)
        self.words_page.show_picture(image)
        self.segments_page.show_picture(image)
        self.relations_page.show_picture(image)
        heard = subject is not None and subject.is_heard
        self.explaining.serving.ask(self.explaining.space_id, "audio" if heard else "image")
        self.pair.follow()
        self.texts.ask()
        self._ask_aspect()

    def _ask_aspect(self) -> None:
        """Ask what only the question shown needs."""
        aspect = self.explaining.state.aspect
        if aspect == "segments":
            self.segmenting.ask()
        elif aspect == "relations":
            self.relating.ask()

    def _show(self) -> None:
        """Show the page of the question asked, or say why there is nothing on it."""
        one = self.explaining
        subject = one.subject
        self.name_.setText(subject.title if subject is not None else "")
        self.name_.setToolTip(subject.path if subject is not None else "")
        self._show_field()
        look = HeatLook(one.state.opacity, one.state.threshold, one.state.upsampling)
        self.pair_page.set_heat_look(look)
        self.words_page.show_state(self.methods_page.best)
        self.methods_page.show_methods()
        self.segments_page.show_segments()
        aspect = one.state.aspect
        what = emptiness_of(
            one, self.texts, aspect, self.field.setFocus, self.suggest, self.go_back
        )
        if what is not None:
            self.empty.show_emptiness(what)
            self.stack.setCurrentWidget(self.empty)
        elif aspect == "words" and subject is not None and not subject.has_map:
            self.stack.setCurrentWidget(self.texts_page)
        else:
            self.stack.setCurrentWidget(self.pages[aspect])
        self.export_button.setEnabled(self.can_export())

    def can_export(self) -> bool:
        page = self.stack.currentWidget()
        if page in (self.words_page, self.methods_page):
            return self.explaining.explanation is not None
        return page is not self.empty

    def _show_field(self) -> None:
        one = self.explaining
        asked = one.words if not one.state.words else ""
        words = (
            tr("Heard in the query: {}")
            if one.hearing.heard.words
            else (tr("The words of the query: {}"))
        )
        self.field.setPlaceholderText(words.format(asked) if asked else tr("Words to explain"))

    def _draw(self) -> None:
        self.export_button.setIcon(self.desk.appearance.icon("export"))

    # -- what one can do

    def suggest(self) -> None:
        """Take the words that the picture is nearest to."""
        self.explaining.suggest(self.field.setText)

    def go_back(self) -> None:
        """Use the method that is shown at first."""
        self.explaining.change(self.explaining.state.plain())


def aspect_words(aspect: Aspect) -> tuple[str, str]:
    """What a question is called on its tab, and what it asks."""
    return {
        "words": (tr("Words"), tr("Which word met which part")),
        "methods": (tr("Methods"), tr("Which method is the most faithful here")),
        "pair": (tr("Pair"), tr("Which patch of one picture is which of another")),
        "segments": (tr("Segments"), tr("Which class each patch belongs to")),
        "relations": (tr("Relations"), tr("How two things are related")),
    }[aspect]
