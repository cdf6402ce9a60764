"""The one style sheet; everything in it comes from the theme and the two scales.

Widgets say what they are through dynamic properties, set before they are shown:
``type`` (``small``, ``lead``, ``title``, ``display``), ``tone`` (``quiet``, ``loss``,
``accent``), ``kind`` of a button (``primary``, ``plain``, ``ghost``), ``surface``
(``window``, ``panel``, ``raised``).
"""

from __future__ import annotations

from string import Template

from explorer.bundled import assets_folder
from explorer.ui.theme import RADIUS, Theme

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QWidget[surface="window"] { background: $window; }
QWidget[surface="panel"] { background: $panel; }
QWidget[surface="raised"] { background: $raised; }

*[type="small"] { font-size: 11px; }
*[type="lead"] { font-size: 14px; }
*[type="title"] { font-size: 18px; font-weight: 600; }
*[type="display"] { font-size: 24px; font-weight: 600; }
*[type="heading"] { font-size: 11px; font-weight: 600; color: $quiet; }
*[tone="quiet"] { color: $quiet; }
*[tone="loss"] { color: $loss; }
*[tone="accent"] { color: $accent_text; }
QLabel { background: transparent; }

QToolTip {
    background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px;
}

QMenuBar { background: $window; color: $text; padding: 2px 8px; border: none; spacing: 2px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: ${radius}px; }
QMenuBar::item:selected { background: $raised; }
QMenu {
    background: $raised; color: $text; border: 1px solid $line; padding: 4px;
    border-radius: ${radius}px;
}
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; margin: 0; }
QMenu::item:selected { background: $hover_raised; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; }
QMenu::indicator:checked { image: url("$tick_accent"); }

QToolBar { background: $window; border: none; padding: 0; spacing: 0; }
QToolBar::separator { width: 0; }

QDockWidget { color: $quiet; font-size: 11px; font-weight: 600; titlebar-close-icon: none; }
QDockWidget::title { background: $panel; padding: 8px 16px 4px 16px; text-align: left; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QStackedWidget, QScrollArea { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QPushButton {
    background: $raised; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    padding: 6px 12px; min-height: 16px;
}
QPushButton:hover { background: $hover_raised; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $disabled; }
QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="loss"]:disabled {
    background: $raised; color: $disabled; border: 1px solid $line;
}
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 5px 11px; }
QPushButton[kind="loss"] { color: $loss; border: 1px solid $loss; background: transparent; }
QPushButton[kind="loss"]:focus { border: 2px solid $loss; padding: 5px 11px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QInputDialog { min-width: 360px; }
QPushButton[size="large"] { font-size: 14px; padding: 8px 16px; min-height: 20px; }
QPushButton[kind="primary"][size="large"]:focus { padding: 7px 15px; }
QPushButton[kind="link"] {
    background: transparent; border: 1px solid transparent; color: $accent_text; padding: 2px 1px;
}
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid $accent; }

QToolButton {
    background: transparent; color: $text; border: 1px solid transparent;
    border-radius: ${radius}px; padding: 4px;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:open { background: $line; }
QToolButton:checked { background: $raised; border: 1px solid $line; color: $accent_text; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton[tone="quiet"] { color: $quiet; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[popupMode="2"] { padding-right: 4px; }
QToolButton[kind="plain"] { border: 1px solid $line; background: $panel; padding: 4px 8px; }
QToolButton[kind="plain"]:hover { background: $raised; }
QToolButton[kind="plain"]:focus { border: 1px solid $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox {
    background: $panel; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    padding: 6px 8px; selection-background-color: $selection; selection-color: $text;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 1px solid $accent; }
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:focus {
    background: transparent; border: none; padding: 4px;
}
QLineEdit[state="error"] { border: 1px solid $loss; }

QComboBox {
    background: $raised; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    padding: 5px 8px; min-height: 16px;
}
QComboBox:hover { background: $hover_raised; }
QComboBox:focus { border: 1px solid $accent; }
QComboBox:disabled { color: $disabled; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$caret"); width: 10px; height: 10px; }
QComboBox QAbstractItemView {
    background: $raised; border: 1px solid $line; padding: 4px;
}

QCheckBox { spacing: 8px; color: $text; padding: 2px; border: 1px solid transparent;
    border-radius: 4px; }
QCheckBox:focus { border: 1px solid $accent; }
QCheckBox::indicator, QTreeView::indicator, QListView::indicator {
    width: 14px; height: 14px; border: 1px solid $quiet; border-radius: 4px;
    background: transparent;
}
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {
    background: $accent; border: 1px solid $accent; image: url("$check");
}

QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: transparent; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: $accent;
    border: 1px solid $accent;
}
QSlider::handle:horizontal:focus { border: 2px solid $text; }

QProgressBar {
    background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px;
}
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QAbstractScrollArea { background: transparent; border: none; }
QScrollArea[kind="stop"] { border: 1px solid transparent; }
QScrollArea[kind="stop"]:focus { border: 1px solid $accent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QAbstractItemView {
    background: transparent; border: none; outline: none; color: $text;
    selection-background-color: $selection; selection-color: $text;
}
QListView::item, QTreeView::item {
    padding: 4px 8px; border-radius: ${radius}px; border: 1px solid transparent;
}
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QListView::item:focus, QTreeView::item:focus { border: 1px solid $accent; }
QTableView { gridline-color: $line; alternate-background-color: $raised; }
QTableView::item { padding: 4px 8px; border: none; }
QTableView::item:selected { background: $selection; color: $text; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: $panel; color: $quiet; border: none; border-bottom: 1px solid $line;
    padding: 4px 8px; font-size: 11px; font-weight: 600;
}
QTableCornerButton::section { background: $panel; border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabBar::tab {
    background: transparent; color: $quiet; padding: 6px 12px; border: none;
    border-bottom: 2px solid transparent;
}
QTabBar[kind="dense"]::tab { padding: 6px; }
QTabBar::tab:focus { background: $raised; border-top: 1px solid $accent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }

QFrame[kind="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="card"] {
    background: $raised; border: 1px solid $line; border-radius: ${radius}px;
}
QFrame[kind="field"] {
    background: $panel; border: 1px solid $line; border-radius: ${radius}px;
}
QFrame[kind="field"][focused="true"] { border: 1px solid $accent; }
QFrame[kind="field"][state="error"] { border: 1px solid $loss; }
QFrame[kind="field"][state="drop"] { border: 1px dashed $accent; background: $accent_thin; }
QFrame[kind="popover"] {
    background: $raised; border: 1px solid $line; border-radius: 8px;
}
""")


def style_sheet(theme: Theme) -> str:
    """The style sheet in a theme's colours."""
    icons = (assets_folder() / "icons").as_posix()
    return _SHEET.substitute(
        window=theme.window,
        panel=theme.panel,
        raised=theme.raised,
        line=theme.line,
        text=theme.text,
        quiet=theme.quiet,
        accent=theme.accent,
        accent_text=theme.accent_text,
        on_accent=theme.on_accent,
        loss=theme.loss,
        disabled=theme.mixed("quiet", 0.6),
        hover=theme.mixed("text", 0.06, "window"),
        hover_raised=theme.mixed("text", 0.1, "raised"),
        selection=theme.mixed("accent", 0.28 if theme.dark else 0.2),
        accent_hover=theme.mixed("accent", 0.88, "text"),
        accent_thin=theme.mixed("accent", 0.08),
        radius=RADIUS,
        check=f"{icons}/check-{theme.name}.svg",
        caret=f"{icons}/caret-{theme.name}.svg",
        tick_accent=f"{icons}/tick-{theme.name}.svg",
    )
