"""A second copy on another disk: made with the save, kept with it, and losing redacted words with it."""

from pathlib import Path

from click.testing import CliRunner

from tabletop.cli.main import tabletop

ROOT = Path(__file__).parents[2]
SMALL = str(ROOT / "tests" / "scenarios" / "two-keys")


def run(*words: str) -> str:
    told = CliRunner().invoke(tabletop, list(words), catch_exceptions=False)
    assert told.exit_code == 0, told.output
    return told.output


def test_a_copy_is_made_with_the_save_and_redacted_words_leave_it_too(tmp_path: Path) -> None:
    save, stick, moves = tmp_path / "s.toml", tmp_path / "stick", tmp_path / "m.toml"
    moves.write_text('[[move]]\nseat = "control"\ndo = "note"\ntext = "said in confidence"\n')
    run("new", SMALL, "--save", str(save), "--mirror", str(stick))
    copy = stick / "s.toml"
    assert copy.read_bytes() == save.read_bytes()

    run("apply", str(save), str(moves))
    run("redact", str(save), "--all-text", "--mirror", str(stick))

    assert copy.read_bytes() == save.read_bytes()
    assert b"said in confidence" not in copy.read_bytes()
