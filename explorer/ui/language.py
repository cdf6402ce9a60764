"""The language of the window: Qt translations read from the `.ts` files in `assets`.

A `.ts` file is what Qt Linguist and Weblate edit. Qt wants it compiled; a compiled copy would be
one more file to keep in step, and the few hundred texts of a window are read in milliseconds.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from explorer.bundled import assets_folder
from explorer.viewstate.settings import LanguageChoice
from explorer.viewstate.translations import read_translations

NAMES: dict[LanguageChoice, str] = {"en": "English", "de": "Deutsch", "ar": "العربية"}
"""What each language calls itself."""

LOCALES: dict[LanguageChoice, str] = {"ar": "ar_MA"}
"""Where a language is written with the figures that stand in paths, sizes and scores as well."""

RIGHT_TO_LEFT: tuple[LanguageChoice, ...] = ("ar",)


class Language(QTranslator):
    """Answers Qt's questions for a text in one language.

    A text means the same wherever it stands, so the context that Qt hands over is not looked at.
    """

    def __init__(self, texts: dict[str, str], parent: QCoreApplication) -> None:
        super().__init__(parent)
        self.texts = texts

    def isEmpty(self) -> bool:
        return not self.texts

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        # Nothing, not an empty text, says that there is no translation.
        return self.texts.get(sourceText)


def spoken_patterns() -> tuple[str, ...]:
    """Texts that the language in use has translations of."""
    application = QCoreApplication.instance()
    language = application.findChild(Language) if application is not None else None
    return tuple(language.texts) if isinstance(language, Language) else ()


def wanted_language(choice: LanguageChoice) -> LanguageChoice:
    """The language to use; of the system's ones the first that there is."""
    if choice != "system":
        return choice
    for name in QLocale.system().uiLanguages():
        code = name.split("-")[0]
        for known in NAMES:
            if code == known:
                return known
    return "en"


def use_language(application: QApplication, choice: LanguageChoice) -> None:
    """Speak this language in every window that is made from now on, and write its way round."""
    language = wanted_language(choice)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    right_to_left = language in RIGHT_TO_LEFT
    application.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    system = QLocale.system()
    # The C locale of a bare system parts no thousands; a person reads them parted.
    follows = choice == "system" and system.language() != QLocale.Language.C
    QLocale.setDefault(system if follows else QLocale(LOCALES.get(language, language)))
    if right_to_left:
        QFontDatabase.addApplicationFont(
            str(assets_folder() / "fonts" / "NotoSansArabic-Regular.ttf")
        )
    if language != "en":
        # Qt's own buttons and dialogs: "Close", "Cancel", the choice of a file.
        own, folder = QTranslator(application), QLibraryInfo.LibraryPath.TranslationsPath
        if own.load(f"qtbase_{language}", QLibraryInfo.path(folder)):
            application.installTranslator(own)
        file = assets_folder() / "translations" / f"explorer_{language}.ts"
        application.installTranslator(Language(read_translations(file), application))
