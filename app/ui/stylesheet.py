"""The one style sheet of the window, made from the colour tokens. Pure text.

Widgets are told apart by the dynamic property `look`, set through `app.ui.parts`.
"""

from app.ui.icons import FOLDER
from app.ui.tokens import RADIUS_CARD, RADIUS_CONTROL, RADIUS_SHEET, Colours


def stylesheet(c: Colours) -> str:
    """The style sheet for one theme."""
    return _surfaces(c) + _controls(c) + _fields(c) + _lists(c)


def _surfaces(c: Colours) -> str:
    return f"""
QMainWindow, QDialog, QWidget[look="page"] {{ background: {c.bg}; color: {c.text}; }}
QWidget[look="panel"] {{ background: {c.panel}; border: none; border-right: 1px solid {c.line}; }}
QWidget[look="panel-at-right"] {{ background: {c.panel}; border: none; border-left: 1px solid {c.line}; }}
QWidget[look="header"] {{ background: {c.bg}; border: none; border-bottom: 1px solid {c.line}; }}
QWidget[look="side-panel"] {{ background: {c.panel}; border: none; }}
QFrame[look="side-head"] {{ background: {c.panel}; border: none; border-bottom: 1px solid {c.line}; }}
QTabBar[look="side-tabs"] {{ font-size: 13px; font-weight: 500; background: transparent; }}
QLabel[look="side-value"] {{ color: {c.text}; font-size: 12.5px; }}
QFrame[look="card"] {{
    background: {c.card}; border: 1px solid {c.line}; border-radius: {RADIUS_CARD}px;
}}
QFrame[look="card-chosen"] {{
    background: {c.card}; border: 1px solid {c.accent}; border-radius: {RADIUS_CARD}px;
}}
QDialog[look="sheet"] {{
    background: {c.card}; border: 1px solid {c.line}; border-radius: {RADIUS_SHEET}px;
}}
QFrame[look="private"] {{ background: {c.local_soft}; border: none; border-radius: 10px; }}
QFrame[look="shared"] {{ background: {c.cloud_soft}; border: none; border-radius: 10px; }}
QFrame[look="toast"] {{
    background: {c.text}; border: none; border-radius: {RADIUS_CONTROL}px;
}}
QFrame[look="chip"] {{ background: {c.bg}; border: 1px solid {c.line}; border-radius: 9px; }}
QFrame[look="popup"] {{ background: {c.card}; border: 1px solid {c.line}; border-radius: {RADIUS_CARD}px; }}
QLabel[look="chip-name"] {{ color: {c.text}; font-size: 12.5px; }}
QLabel[look="chip-ready"] {{ color: {c.local}; font-size: 12px; }}
QLabel[look="chip-problem"] {{ color: {c.danger}; font-size: 12px; }}
QPushButton[look="chip-action"] {{
    background: transparent; color: {c.accent_text}; border: 2px solid transparent; border-radius: 6px;
    padding: 0 5px; font-size: 12px; font-weight: 600;
}}
QPushButton[look="chip-action"]:hover {{ background: {c.sel}; }}
QPushButton[look="chip-action"]:focus {{ border-color: {c.accent}; }}
QFrame[look="rule"] {{ background: {c.line}; border: none; max-height: 1px; min-height: 1px; }}
QLabel {{ background: transparent; color: {c.text}; border: none; }}
QLabel[look="muted"] {{ color: {c.muted}; font-size: 12.5px; }}
QLabel[look="lead"] {{ color: {c.muted}; font-size: 15px; }}
QLabel[look="foot"] {{ color: {c.faint}; font-size: 11.5px; }}
QLabel[look="brand"] {{ font-weight: 600; font-size: 15px; }}
QLabel[look="heading"] {{ font-weight: 600; font-size: 20px; }}
QLabel[look="display"] {{ font-weight: 600; font-size: 28px; }}
QLabel[look="title"] {{ font-weight: 600; font-size: 14.5px; }}
QLabel[look="group"] {{ color: {c.muted}; font-size: 11px; font-weight: 600; padding: 10px 0 3px 0; }}
QLabel[look="strong"] {{ font-weight: 600; }}
QLabel[look="problem"] {{ color: {c.danger}; font-size: 13px; }}
QLabel[look="private-strong"] {{ color: {c.local}; font-weight: 600; font-size: 13px; }}
QLabel[look="private-line"] {{ color: {c.local}; font-size: 12px; }}
QLabel[look="shared-strong"] {{ color: {c.cloud}; font-weight: 600; font-size: 13px; }}
QLabel[look="shared-line"] {{ color: {c.cloud}; font-size: 12px; }}
QLabel[look="figure"] {{ color: {c.text}; font-size: 21px; font-weight: 600; }}
QLabel[look="figure-none"] {{ color: {c.local}; font-size: 21px; font-weight: 600; }}
QLabel[look="chain-ok"] {{ color: {c.local}; font-size: 12.5px; }}
QLabel[look="toast-text"] {{ color: {c.bg}; font-size: 13px; }}
QLabel[look="tag"] {{
    background: {c.sel}; color: {c.muted}; border-radius: 5px; padding: 1px 7px;
    font-size: 11px; font-weight: 600;
}}
QLabel[look="tag-cloud"] {{
    background: {c.cloud_soft}; color: {c.cloud}; border-radius: 5px; padding: 1px 7px;
    font-size: 11px; font-weight: 600;
}}
QLabel[look="cloud-line"] {{ color: {c.cloud}; font-size: 12.5px; font-weight: 500; }}
QLabel[look="cloud-why"] {{ color: {c.cloud}; font-size: 13px; }}
QLabel[look="tag-ok"] {{
    background: {c.local_soft}; color: {c.local}; border-radius: 5px; padding: 1px 7px;
    font-size: 11px; font-weight: 600;
}}
QLabel[look="tag-cited"] {{
    background: {c.accent_soft}; color: {c.accent_text}; border-radius: 5px; padding: 1px 7px;
    font-size: 11px; font-weight: 600;
}}
QLabel[look="tag-chosen"] {{
    background: {c.accent}; color: {c.on_accent}; border-radius: 5px; padding: 1px 7px;
    font-size: 11px; font-weight: 600;
}}
QLabel[look="tag-problem"] {{
    background: {c.sel}; color: {c.danger}; border-radius: 5px; padding: 1px 7px;
    font-size: 11px; font-weight: 600;
}}
QLabel[look="code"] {{
    background: {c.code}; border: 1px solid {c.line}; border-radius: {RADIUS_CONTROL}px;
    padding: 14px; font-family: "JetBrains Mono", "DejaVu Sans Mono", monospace; font-size: 15px;
}}
QToolTip {{
    background: {c.card}; color: {c.text}; border: 1px solid {c.line}; padding: 5px 8px; font-size: 12.5px;
}}
"""


def _controls(c: Colours) -> str:
    tick = (FOLDER / ("tick-light.svg" if c.on_accent == "#ffffff" else "tick-dark.svg")).as_posix()
    return f"""
QPushButton, QToolButton {{
    background: {c.card}; color: {c.text}; border: 1px solid {c.line};
    border-radius: {RADIUS_CONTROL}px; padding: 6px 12px; font-size: 13px; font-weight: 500;
}}
QPushButton:hover, QToolButton:hover {{ background: {c.sel}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.line}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.accent}; padding: 5px 11px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.faint}; background: transparent; }}
QPushButton[look="primary"] {{ background: {c.accent}; border-color: {c.accent}; color: {c.on_accent}; }}
QPushButton[look="primary"]:hover {{ background: {c.accent}; border-color: {c.text}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[look="primary"]:disabled {{ background: {c.sel}; border-color: {c.sel}; color: {c.muted}; }}
QPushButton[look="danger"] {{ background: transparent; border-color: {c.danger}; color: {c.danger}; }}
QPushButton[look="danger"]:focus {{ border: 2px solid {c.danger}; }}
QPushButton[look="ghost"], QToolButton[look="ghost"] {{
    background: transparent; border-color: transparent; color: {c.muted};
}}
QPushButton[look="ghost"]:hover, QToolButton[look="ghost"]:hover {{ background: {c.sel}; color: {c.text}; }}
QPushButton[look="ghost"]:focus, QToolButton[look="ghost"]:focus {{ border: 2px solid {c.accent}; }}
QPushButton[look="link"], QPushButton[look="link"]:focus {{
    background: transparent; border: 2px solid transparent; border-radius: 5px; color: {c.muted};
    font-size: 12.5px; font-weight: 400; padding: 0; min-height: 20px; text-decoration: underline;
}}
QPushButton[look="link"]:hover {{ color: {c.text}; }}
QPushButton[look="link"]:focus {{ border-color: {c.accent}; color: {c.text}; }}
QToolButton, QToolButton:focus {{ padding: 2px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton[look="key"] {{ padding: 4px 9px; font-size: 12px; color: {c.muted}; }}
QPushButton[look="key"]:pressed {{ color: {c.text}; }}
QPushButton[look="key"]:focus {{ padding: 3px 8px; }}
QPushButton[look="new"] {{ padding: 4px 9px; }}
QPushButton[look="new"]:focus {{ padding: 3px 8px; }}
QPushButton[look="nav"], QPushButton[look="nav-here"] {{
    background: transparent; border: 2px solid transparent; border-radius: 8px; color: {c.muted};
    text-align: left; padding: 4px 6px; min-height: 20px;
}}
QPushButton[look="nav"]:hover, QPushButton[look="nav-here"] {{ background: {c.sel}; color: {c.text}; }}
QPushButton[look="nav"]:focus, QPushButton[look="nav-here"]:focus {{
    border: 2px solid {c.accent}; padding: 4px 6px;
}}
QPushButton[look="pill"] {{ border-radius: 14px; padding: 5px 11px; font-size: 12.5px; }}
QPushButton[look="pill"]:focus {{ padding: 4px 10px; }}
QPushButton[look="pill"]::menu-indicator {{ image: none; width: 0; }}
QPushButton[look="local-pill"] {{
    background: {c.local_soft}; border: 1px solid {c.local_soft}; color: {c.local};
    border-radius: 14px; padding: 5px 11px; font-size: 12.5px;
}}
QPushButton[look="local-pill"]:hover {{ border-color: {c.local}; }}
QPushButton[look="local-pill"]:focus {{ border: 2px solid {c.local}; padding: 4px 10px; }}
QPushButton[look="cloud-pill"] {{
    background: {c.cloud_soft}; border: 1px solid {c.cloud_soft}; color: {c.cloud};
    border-radius: 14px; padding: 5px 11px; font-size: 12.5px;
}}
QPushButton[look="cloud-pill"]:hover {{ border-color: {c.cloud}; }}
QPushButton[look="cloud-pill"]:focus {{ border: 2px solid {c.cloud}; padding: 4px 10px; }}
QPushButton[look="cloud"] {{ background: {c.cloud}; border-color: {c.cloud}; color: {c.card}; }}
QPushButton[look="cloud"]:hover {{ border-color: {c.text}; }}
QPushButton[look="cloud"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[look="cloud"]:disabled {{ background: {c.sel}; border-color: {c.sel}; color: {c.muted}; }}
QToolButton[look="send"] {{
    background: {c.accent}; border: none; border-radius: 10px; padding: 0;
    min-width: 32px; max-width: 32px; min-height: 32px; max-height: 32px;
}}
QToolButton[look="send"]:hover {{ border: 1px solid {c.text}; }}
QToolButton[look="send"]:focus {{ border: 2px solid {c.text}; }}
QToolButton[look="send"]:disabled {{ background: {c.sel}; }}
QToolButton[look="toast-action"], QPushButton[look="toast-action"] {{
    background: transparent; border: 1px solid {c.faint}; color: {c.bg}; padding: 3px 9px;
}}
QToolButton[look="toast-action"]:focus, QPushButton[look="toast-action"]:focus {{
    border: 2px solid {c.bg}; padding: 2px 8px;
}}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QFrame[look="segments"] {{ background: {c.sel}; border: none; border-radius: {RADIUS_CONTROL}px; }}
QRadioButton[look="segment"] {{
    border: 2px solid transparent; border-radius: 7px; padding: 3px 10px; spacing: 0; font-size: 13px;
    color: {c.muted};
}}
QRadioButton[look="segment"]:checked {{ background: {c.card}; color: {c.text}; font-weight: 500; }}
QRadioButton[look="segment"]:hover {{ color: {c.text}; }}
QRadioButton[look="segment"]:focus {{ border-color: {c.accent}; }}
QRadioButton[look="segment"]::indicator {{ width: 0; height: 0; image: none; border: none; }}
QCheckBox, QRadioButton {{ color: {c.text}; spacing: 8px; padding: 3px; border: 2px solid transparent;
    border-radius: 6px; background: transparent; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.accent}; }}
QCheckBox:disabled {{ color: {c.faint}; }}
QCheckBox::indicator {{
    width: 16px; height: 16px; border: 1px solid {c.faint}; border-radius: 5px; background: {c.card};
}}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url({tick}); }}
QCheckBox::indicator:disabled {{ border-color: {c.line}; }}
QPushButton[look="foot"] {{
    background: transparent; border: 2px solid transparent; border-radius: 6px; color: {c.faint};
    font-size: 11.5px; font-weight: 400; padding: 0 3px; min-height: 20px;
}}
QPushButton[look="foot"]:hover {{ color: {c.text}; }}
QPushButton[look="foot"]:focus {{ border: 2px solid {c.accent}; padding: 0 3px; }}
QProgressBar {{
    background: {c.line}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
}}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
QProgressBar[look="meter"] {{
    min-height: 4px; max-height: 4px; border-radius: 2px; min-width: 70px; max-width: 70px;
}}
QProgressBar[look="meter"]::chunk {{ border-radius: 2px; }}
"""


def _fields(c: Colours) -> str:
    arrow = (FOLDER / "arrow-down.svg").as_posix()
    return f"""
QPlainTextEdit[look="payload"] {{
    background: {c.code}; color: {c.text}; border: 1px solid {c.line}; border-radius: {RADIUS_CONTROL}px;
    padding: 6px 8px; font-family: "JetBrains Mono", "DejaVu Sans Mono", monospace; font-size: 12px;
}}
QPlainTextEdit[look="payload"]:focus {{ border: 2px solid {c.accent}; padding: 5px 7px; }}
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit[look="field"] {{
    background: {c.card}; color: {c.text}; border: 1px solid {c.line};
    border-radius: {RADIUS_CONTROL}px; padding: 6px 10px; font-size: 13px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
    placeholder-text-color: {c.faint};
}}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit[look="field"]:focus {{
    border: 2px solid {c.accent}; padding: 5px 9px;
}}
QLineEdit[look="wrong"], QLineEdit[look="wrong"]:focus {{ border: 2px solid {c.danger}; padding: 5px 9px; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
    background: transparent; border: none; border-radius: 0; padding: 0;
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QLineEdit:disabled {{ color: {c.faint}; background: {c.panel}; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url({arrow}); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{
    background: {c.card}; color: {c.text}; border: 1px solid {c.line};
    selection-background-color: {c.sel}; selection-color: {c.text}; outline: none;
}}
QPlainTextEdit[look="prompt"] {{
    background: {c.code}; color: {c.text}; border: 1px solid {c.line}; border-radius: {RADIUS_CONTROL}px;
    padding: 8px; font-size: 12px; font-family: "JetBrains Mono", "DejaVu Sans Mono", monospace;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QPlainTextEdit[look="prompt"]:focus {{ border: 2px solid {c.accent}; padding: 7px; }}
QTextEdit[look="composer"], QPlainTextEdit[look="composer"] {{
    background: transparent; border: none; color: {c.text}; font-size: 14px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; placeholder-text-color: {c.faint};
}}
"""


def _lists(c: Colours) -> str:
    return f"""
QListView[look="conversations"] {{ background: transparent; border: none; outline: none; }}
QScrollArea, QScrollArea > QWidget > QWidget[look="scrolled"] {{ background: transparent; border: none; }}
QScrollArea[look="reading"] {{ border: 2px solid transparent; border-radius: 6px; }}
QScrollArea[look="reading"]:focus {{ border-color: {c.accent}; }}
QTreeWidget[look="branches"] {{ background: transparent; border: none; outline: none; color: {c.text}; }}
QTreeWidget[look="branches"]::item {{ padding: 4px 2px; border: 1px solid transparent; }}
QTreeWidget[look="branches"]::item:hover {{ background: {c.sel}; color: {c.text}; }}
QTreeWidget[look="branches"]::item:selected {{
    background: {c.sel}; color: {c.text}; border-color: {c.accent}; border-radius: 7px;
}}
QTreeWidget[look="branches"]::branch {{ background: transparent; }}
QTreeWidget[look="branches"]:focus {{ border: 1px solid {c.accent}; border-radius: 9px; }}
QListWidget[look="choices"] {{
    background: transparent; border: 2px solid transparent; border-radius: 9px; outline: none; padding: 2px;
    font-size: 13px;
}}
QListWidget[look="choices"]::item {{
    padding: 4px 8px; border: 1px solid transparent; border-radius: 7px; color: {c.text};
}}
QListWidget[look="choices"]::item:selected {{ background: {c.sel}; color: {c.text}; border-color: {c.accent}; }}
QListWidget[look="choices"]:focus {{ border-color: {c.accent}; }}
QTableView[look="ledger"] {{
    background: {c.card}; color: {c.text}; border: 2px solid {c.line}; border-radius: {RADIUS_CARD}px;
    outline: none; font-size: 13px; padding: 4px 8px;
}}
QTableView[look="ledger"]:focus {{ border-color: {c.accent}; }}
QTableView[look="ledger"]::item {{ border: none; border-bottom: 1px solid {c.line}; padding: 0 6px; }}
QTableView[look="ledger"]::item:selected {{
    background: {c.sel}; color: {c.text}; border-top: 1px solid {c.accent}; border-bottom: 1px solid {c.accent};
}}
QTableView[look="ledger"] QHeaderView {{ background: {c.card}; border: none; }}
QTableView[look="ledger"] QHeaderView::section {{
    background: {c.card}; color: {c.muted}; border: none; border-bottom: 1px solid {c.line};
    padding: 6px 9px; font-size: 12px; font-weight: 500;
}}
QListWidget[look="palette"] {{ background: transparent; border: none; outline: none; }}
QMenu {{
    background: {c.card}; color: {c.text}; border: 1px solid {c.line}; padding: 5px;
    font-size: 13px;
}}
QMenu::item {{ padding: 6px 22px 6px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {c.sel}; }}
QMenu::item:disabled {{ color: {c.faint}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 5px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {c.line}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 30px; }}
QScrollBar::handle:horizontal {{ min-width: 30px; }}
QScrollBar::handle:hover {{ background: {c.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
