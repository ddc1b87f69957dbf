"""stub"""

from textual.widgets import Static

from tabletop.table.port import View


class OrderLine(Static):
    def show(self, view: View, seat: str) -> None: ...

    def open(self) -> None: ...
