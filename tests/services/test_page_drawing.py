"""A PDF's page as a picture, through the real parser process."""

from concurrent.futures import Future
from pathlib import Path

from app.domain.document import PageImage
from app.domain.errors import DocumentError
from app.services.page_drawing import PageDrawing
from app.services.workroom import Workroom
from tests.parsing.made_files import pdf

PATIENCE_S = 60.0


def test_a_page_is_drawn_and_a_missing_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf("The height of the lantern tower is 41 metres."))
    room = Workroom()
    drawing = PageDrawing(room, lambda then, _: then(()))
    try:
        image: Future[PageImage] = Future()
        room.post(lambda: drawing.draw(str(path), 1, ((4, 10),), 400, image.set_result, image.set_exception))
        drawn = image.result(PATIENCE_S)
        assert drawn.png.startswith(b"\x89PNG")
        assert drawn.width == 400
        ((mark,),) = drawn.marks
        assert 0 < mark[0] < mark[2] < 400
        problem: Future[PageImage] = Future()
        gone = str(tmp_path / "gone.pdf")
        room.post(lambda: drawing.draw(gone, 1, (), 400, problem.set_result, problem.set_exception))
        assert isinstance(problem.exception(PATIENCE_S), DocumentError)
        path.write_bytes(pdf("The gate is green.", password="open-sesame-41"))
        locked: Future[PageImage] = Future()
        room.post(lambda: drawing.draw(str(path), 1, (), 400, locked.set_result, locked.set_exception))
        error = locked.exception(PATIENCE_S)
        assert isinstance(error, DocumentError)
        assert error.code == "document_locked"
    finally:
        room.do(drawing.close).result(PATIENCE_S)
        room.close()
