"""The section *Groups* of the designer: what lines are grouped by, and each group's heading and place."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from signatories.block import headings
from signatories.block.pieces import plain
from signatories.block.settings import BlockSettings, GroupSettings
from signatories.errors import UserFacingError
from signatories.models.block import Grouping
from ui.pages.letter.block.group_fields import GroupFields
from ui.pages.letter.block.section import KnownGroup, Section
from ui.pages.letter.block.words import GROUPINGS
from ui.translation import translate
from ui.widgets.captioned import narrow
from ui.widgets.drag_list import DragList, Listed
from ui.widgets.form import Form
from ui.widgets.labels import small_label


class GroupsSection(Section):
    """Lists the groups that there are in their printed order; the chosen one can have a style of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = BlockSettings()
        self._by, self._of = narrow(QComboBox()), narrow(QComboBox())
        self._form = Form()
        self._form.add_row("by", self.tr("&Group by"), self._by)
        self._form.add_row("of", self.tr("Col&umn"), self._of)
        self._continued = QCheckBox(self.tr("Headings &again on each further page"))
        self._form.add_wide_row("continued", self._continued)
        self._list = DragList(self.tr("Groups, in their order"))
        self._empty = small_label(self.tr("No signatory has a value for this yet."), wrap=True)
        self._fields = GroupFields()
        for widget in (self._form, self._list, self._empty, self._fields):
            self._column.addWidget(widget)
        self._by.activated.connect(self._wish_grouping)
        self._of.activated.connect(self._wish_grouping)
        self._continued.clicked.connect(self._wish_continued)
        self._list.reordered.connect(self._wish_order)
        self._list.current_changed.connect(self._show_group)
        self._fields.edited.connect(self._wish_group)

    def show_settings(self, settings: BlockSettings) -> None:
        """Show the grouping, and the groups of the present list."""
        self._settings = settings
        self._offer()
        is_grouped = settings.grouping is not Grouping.NONE
        self._form.show_row("of", settings.grouping is Grouping.EXTRA)
        self._form.show_row("continued", is_grouped)
        self._continued.setChecked(settings.continued)
        has_groups = any(group.key for group in self.known.groups)
        self._list.show_lines([self._listed(group) for group in self.known.groups])
        self._list.setVisible(is_grouped and has_groups)
        self._empty.setVisible(is_grouped and not has_groups)
        self._show_group()

    def summary(self, settings: BlockSettings) -> str:
        """Say by what is grouped."""
        return settings.grouping_column or translate(GROUPINGS[settings.grouping])

    def _offer(self) -> None:
        """Offer what can be grouped by; the chosen column too when it is gone from the list."""
        settings = self._settings
        columns = list(dict.fromkeys((*self.known.columns, settings.grouping_column or "")))
        columns = [name for name in columns if name]
        self._by.clear()
        for grouping, words in GROUPINGS.items():
            if grouping is not Grouping.EXTRA or columns:
                self._by.addItem(translate(words), grouping)
        self._by.setCurrentIndex(self._by.findData(settings.grouping))
        self._of.clear()
        self._of.addItems(columns)
        self._of.setCurrentText(settings.grouping_column)

    def _show_group(self) -> None:
        key = self._list.current_key()
        group = next((group for group in self.known.groups if group.key == key), None)
        is_one = group is not None and self._list.isVisibleTo(self)
        self._fields.setVisible(is_one)
        if group is not None:
            chosen = group_of(self._settings, group.key)
            self._fields.show_group(chosen, group.words, self._settings, self.known)

    def _listed(self, group: KnownGroup) -> Listed:
        heading = group_of(self._settings, group.key).heading
        try:
            words = plain(headings.filled(heading, {"group": group.words, "count": group.size}))
        except UserFacingError:
            words = heading  # half typed
        return Listed(group.key, f"{words or group.words or self.tr('(without)')}  {group.size:n}")

    def _wish_grouping(self) -> None:
        grouping: Grouping = self._by.currentData()
        column = self._of.currentText() if grouping is Grouping.EXTRA else ""
        self.wanted.emit(
            lambda settings: replace(
                settings,
                grouping=grouping,
                grouping_column=column or (settings.grouping_column if column else ""),
                groups=settings.groups if grouping is settings.grouping else (),
            ),
            "",
        )

    def _wish_continued(self, continued: bool) -> None:
        self.wanted.emit(lambda settings: replace(settings, continued=continued), "")

    def _wish_order(self, keys: list[str]) -> None:
        self.wanted.emit(
            lambda settings: replace(
                settings, groups=tuple(group_of(settings, key) for key in keys)
            ),
            "",
        )

    def _wish_group(self, group: GroupSettings, typed_in: str) -> None:
        known = [group.key for group in self.known.groups]

        def put(settings: BlockSettings) -> BlockSettings:
            """All groups are named then, so that the one that was changed keeps its place."""
            named = [one.key for one in settings.groups]
            keys = named if group.key in named else list(dict.fromkeys((*known, *named)))
            groups = (group if key == group.key else group_of(settings, key) for key in keys)
            return replace(settings, groups=tuple(groups))

        self.wanted.emit(put, typed_in)


def group_of(settings: BlockSettings, key: str) -> GroupSettings:
    """What is set for a group; the defaults where nothing is."""
    found = (group for group in settings.groups if group.key == key)
    return next(found, GroupSettings(key))
