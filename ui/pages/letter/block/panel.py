"""The left side of the tab *Block*: the settings in folded sections."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from signatories.block.settings import BlockSettings
from ui.pages.letter.block.form_section import FormSection
from ui.pages.letter.block.groups_section import GroupsSection
from ui.pages.letter.block.late_section import LateSection
from ui.pages.letter.block.line_section import LineSection
from ui.pages.letter.block.notices_section import NoticesSection
from ui.pages.letter.block.order_section import OrderSection
from ui.pages.letter.block.place_section import PlaceSection
from ui.pages.letter.block.preset_bar import PresetBar
from ui.pages.letter.block.recipient_section import RecipientSection
from ui.pages.letter.block.section import Change, Known, Section
from ui.pages.letter.block.who_section import WhoSection
from ui.theme import GRID
from ui.widgets.folded_part import FoldedPart
from ui.widgets.form import Form
from ui.widgets.tab_order import follow

WIDTH = 360  # pixels
OPEN = 2  # sections that are open at first: what the lines look like


class DesignerPanel(QScrollArea):
    """Holds the settings as they are in sight, and tells of each change of them."""

    changed = Signal(object, str)  # the new BlockSettings; the field that is being typed in

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self._settings, self._known = BlockSettings(), Known()
        self._sections: dict[Section, FoldedPart] = {}
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(GRID // 2)
        self._presets = PresetBar()
        self._column.addWidget(self._presets)
        self._presets.wanted.connect(self._take)
        for title, section in self._made_sections():
            self._add(title, section)
        self._column.addStretch(1)
        follow(self._presets, *self._sections.values())
        self.show_settings(self._settings)
        self.setWidget(content)
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it

    @property
    def settings(self) -> BlockSettings:
        """Return the settings in sight."""
        return self._settings

    @property
    def known(self) -> Known:
        """Return what the present list has."""
        return self._known

    def show_settings(self, settings: BlockSettings) -> None:
        """Show settings in all sections."""
        self._settings = settings
        self._presets.show_settings(settings)
        for section, part in self._sections.items():
            section.show_settings(settings)
            part.set_summary(section.summary(settings))

    def show_known(self, known: Known) -> None:
        """Offer what the present list has."""
        if known != self._known:
            self._known = known
            for section in self._sections:
                section.known = known
            self.show_settings(self._settings)

    def show_setting(self, name: str) -> None:
        """Unfold the section of a setting, and go to its field; one that has none is left alone."""
        for section, part in self._sections.items():
            for form in section.findChildren(Form):
                if name in form.names:
                    part.set_open(True)
                    form.focus_on(name)

    @property
    def presets(self) -> PresetBar:
        """Return the chooser of presets, whose wishes the tab fulfils."""
        return self._presets

    def wish(self, change: Change) -> None:
        """Change the settings from elsewhere on the tab."""
        self._take(change, "")

    def _made_sections(self) -> tuple[tuple[str, Section], ...]:
        return (
            (self.tr("Form"), FormSection()),
            (self.tr("Line"), LineSection()),
            (self.tr("Order"), OrderSection()),
            (self.tr("Who is in it"), WhoSection()),
            (self.tr("Groups"), GroupsSection()),
            (self.tr("Counts and notices"), NoticesSection()),
            (self.tr("Late signers"), LateSection()),
            (self.tr("Where it stands"), PlaceSection()),
            (self.tr("For each recipient"), RecipientSection()),
        )

    def _add(self, title: str, section: Section) -> None:
        part = FoldedPart(title, section)
        part.set_open(len(self._sections) < OPEN)
        self._sections[section] = part
        self._column.addWidget(part)
        section.wanted.connect(self._take)

    def _take(self, change: Change, typed_in: str) -> None:
        settings = change(self._settings)
        if settings != self._settings:
            self.show_settings(settings)
            self.changed.emit(settings, typed_in)
