"""The little that Fusion and the palette leave to a style sheet; colours come in by role."""

from string import Template

STYLE_SHEET = Template("""
* { outline: none; }
QToolTip { color: $text; background: $surface; border: 1px solid $border; padding: 4px 8px; }
QLabel[textSize="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[textSize="small"] { font-size: ${small}pt; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="success"] { color: $success; }
QLabel[role="paper"], QLabel[role="no_paper"] { border: 1px solid $border; border-radius: 4px; }
QLabel[role="paper"] { background: #ffffff; } /* paper is white, in dark mode too */
QLabel[role="no_paper"] { color: $muted; }

QPushButton { min-height: 30px; padding: 0 12px; border: 1px solid $border; border-radius: 4px;
    background: $surface; color: $text; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $border; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $muted; background: $window; }
QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton[primary="true"] { background: $accent; border-color: $accent; color: $on_accent;
    font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton[primary="true"]:focus { border-color: $text; }
QPushButton[primary="true"]:disabled { background: $hover; border-color: $border; color: $muted; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; color: $accent;
    font-weight: 600; padding: 0 8px; }
QPushButton[toggle="true"]:checked { background: $selection; }
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus { border-color: $accent; }
QPushButton[flat="true"]:disabled { color: $muted; }
QToolButton { min-height: 22px; min-width: 22px; padding: 4px; border: 1px solid transparent;
    border-radius: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton[tile="true"] { min-height: 52px; border-color: $border; background: $surface; }
QToolButton[tile="true"]:hover { background: $hover; }
QToolButton[tile="true"]:checked { background: $selection; border-color: $accent; }
QToolButton[tile="true"]:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QLineEdit, QPlainTextEdit, QTextEdit { background: $surface; border: 1px solid $border;
    border-radius: 4px; padding: 0 8px; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit { min-height: 30px; }
QPlainTextEdit, QTextEdit { padding: 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: $accent; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $window; color: $muted;
    border-color: $border; }
QTableView QLineEdit { min-height: 0; border-radius: 0; border-color: $accent; }
QLineEdit QToolButton { min-height: 0; min-width: 0; padding: 0; border: none; background: none; }
QAbstractSpinBox { min-height: 28px; padding: 0; border: 1px solid $border;
    border-radius: 4px; background: $surface; color: $text; selection-background-color: $accent;
    selection-color: $on_accent; }
QAbstractSpinBox:focus { border-color: $accent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 20px; border: none;
    background: transparent; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url("$arrow_up"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QDateTimeEdit::drop-down { border: none; width: 24px; background: transparent; }
QDateTimeEdit::down-arrow { image: url("$arrow"); width: 16px; height: 16px; }
QComboBox { min-height: 30px; padding: 0 8px; border: 1px solid $border; border-radius: 4px;
    background: $surface; color: $text; }
QComboBox:focus, QComboBox:on { border-color: $accent; }
QComboBox:disabled { color: $muted; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$arrow"); width: 16px; height: 16px; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px;
    border: 1px solid $muted; border-radius: 3px; background: $surface; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent;
    border-color: $accent; image: url("$check"); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: $muted; border: 4px solid $selection; }
QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:disabled { border-color: $border; background: $window; }
QComboBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QAbstractSpinBox QLineEdit { border: none; padding: 0; min-height: 0;
    background: transparent; }

QAbstractItemView { background: $surface; border: 1px solid $border; border-radius: 4px;
    selection-background-color: $selection; selection-color: $text; }
QTableView::item { padding: 0 5px; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; padding: 0 8px;
    border-bottom: 1px solid $border; min-height: 32px; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url("$arrow_up"); }
QHeaderView::down-arrow { image: url("$arrow"); }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 10px; height: 10px;
    subcontrol-position: top center; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabWidget#letterTabs::tab-bar { left: 20px; }
QTabBar::tab { padding: 8px 4px; margin-right: 20px; border: none;
    border-bottom: 2px solid transparent; color: $muted; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }

QProgressBar { border: none; border-radius: 3px; background: $border; min-height: 6px;
    max-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: $accent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $border; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }

#sidebar { background: $window; border: none; }
#sidebar::item { border-radius: 4px; }
#sidebar::item:hover { background: $hover; }
#sidebar::item:selected { background: $selection; color: $text; }
#statusLine { background: $window; border-top: 1px solid $border; }
#banner { background: $warning_ground; border-bottom: 1px solid $border; }
#desk { background: $desk; border: 1px solid $border; border-radius: 4px; }
#finder QListView { border: none; }
#finder QListView::item { min-height: 28px; border-radius: 4px; }
#finder { background: $surface; border: 1px solid $border; }
QPushButton[field="true"] { text-align: left; color: $muted; }
#sheet { background: $surface; border: 1px solid $border; border-radius: 4px; }
""")
