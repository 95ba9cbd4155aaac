"""The command line: results go to standard output, everything else to standard error.

Exit status: 0 all done; 2 something that was asked for could not be read, found or written, each named on one line of
standard error; 130 interrupted, 141 the reader of standard output went away, as for other Unix tools.
"""

from __future__ import annotations

import functools
import gc
import io
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, Literal, NoReturn, TypeAlias

import click

from unodc_report import __version__
from unodc_report.errors import UnodcReportError
from unodc_report.folders import list_reports, printable
from unodc_report.sources.limits import MAX_BYTES, MAX_CHARACTERS, MAX_PAGES

if TYPE_CHECKING:
    from unodc_report.report import Report

PROGRAM: Final = "unodc-report"
STDIN: Final = "-"
_FORMATS: Final = ("jsonl", "json", "csv", "html", "parquet")
_INTERRUPTED: Final = 130
_READER_GONE: Final = 141
_SIGNALS: Final[dict[type[BaseException], signal.Signals]] = {KeyboardInterrupt: signal.SIGINT, SystemExit: signal.SIGTERM}
_COLLECT_AFTER: Final = 50_000  # new objects
_MOMENT: Final = 0.01  # seconds

_LIMITS: Final = {"bytes": MAX_BYTES, "pages": MAX_PAGES, "characters": MAX_CHARACTERS}
_Reading: TypeAlias = dict[str, Any]
"""Arguments of `read` that were given as options."""


class _Refusal(Exception):  # noqa: N818  # what was asked for cannot be done; no fault of the program
    """One line for standard error."""


class _Commands(click.Group):
    """Ends the way Unix tools end, whichever command ran."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # as click has it
        """Run the command; what stops it becomes one line and an exit status."""
        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
        except BrokenPipeError:
            _leave_quietly()
        except KeyboardInterrupt:
            os._exit(_INTERRUPTED)  # not by sys.exit: Python ends itself with the signal where it came inside an `exec`
        except (_Refusal, UnodcReportError) as error:
            _say(str(error))
            ctx.exit(2)
        except OSError as error:
            _say(f"{printable(str(error.filename or 'standard output'))}: {error.strerror or error}")
            ctx.exit(2)
        return result


def _reading(command: Callable[..., None]) -> Callable[..., None]:
    """The options of the commands that read files: what opens them, and how large they may be. They come as `reading`."""

    @functools.wraps(command)
    def with_reading(**given: Any) -> None:  # noqa: ANN401  # whatever the command takes
        reading = {name: given.pop(name) for name in ("password", *(f"max_{what}" for what in _LIMITS))}
        command(reading={name: value for name, value in reading.items() if value is not None}, **given)

    for what, default in reversed(_LIMITS.items()):
        about = f"Refuse a file of more {what}; {default:,} if not given."
        option = click.option(f"--max-{what}", type=click.IntRange(min=1), metavar="N", help=about)
        with_reading = option(with_reading)
    return click.option("--password", metavar="TEXT", help="Of an encrypted PDF.")(with_reading)


@click.group(PROGRAM, cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
def cli() -> None:
    """Read United Nations reports in Chinese: typed, located, normalised mentions.

    \b
      unodc-report show report.txt                      what the report is and what it holds
      unodc-report extract report.txt > mentions.jsonl  every mention, one a line
      unodc-report explain report.txt --paragraph 75    why each mention of a paragraph is one
      unodc-report schema                               the fields of the rows, as JSON Schema
      unodc-report fetch A/76/122                       the PDF from the United Nations, by its symbol

    FILE is a PDF (extra pdf), a Word file (.docx, extra docx), a web page, a text file (UTF-8, UTF-16 or GB18030) or - for
    standard input.
    """


@cli.command(short_help="Every mention of one or many reports, as rows.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("-f", "--format", "form", type=click.Choice(_FORMATS), default="jsonl", show_default=True, help="See above.")
@click.option("-o", "--output", metavar="OUT", help="Write to this file, in one step when all is read.")
@click.option("-k", "--keep-going", is_flag=True, help="Write OUT although some files could not be read.")
@_reading
def extract(*, files: tuple[str, ...], form: str, output: str | None, keep_going: bool, reading: _Reading) -> None:
    """Print every mention of the reports.

    FILE is a PDF, a Word file, a web page, a text file, a folder (its .pdf, .docx, .html and .txt files and those of the folders
    in it, in sorted order) or - for standard input.
    With a folder or several files each row begins with a field `file`.

    \b
      jsonl  a mention a line: type, start, end (offsets in the file),
             text, paragraph, the fields of its type, rule, inferred
      json   a report a line: metadata, structure, mentions, observations, exhibits, notes
      csv    a mention a line under a header of the fields of all types
      html   one page for the browser, of one FILE
      parquet  a data set in the folder OUT (needs -o, and the extra arrow): a table
             a folder, read by all cores; a run that was stopped goes on where it was

    A file that cannot be read is named on standard error; the others are printed all the same, each whole, and the exit status
    is 2. With -o nothing is written then, unless --keep-going says so: an OUT that is there is complete.
    """
    from unodc_report.display.progress import Progress

    refused = _Refused()
    sources, named = _sources(files, refused)
    if form == "html" and named:
        raise _Refusal("--format html makes the page of one report: give one file")
    if form == "parquet":
        if reading:
            raise _Refusal("--format parquet reads with the limits that are set and without passwords")
        _write_data_set(sources, output, refused)
        sys.exit(2 if refused else 0)
    write = _writer(form)
    with _destination(output) as stream, Progress(len(sources), shown=output is not None or not sys.stdout.isatty()) as progress:
        for source in sources:
            progress.step(printable(source))
            report = refused.guard(source, reading)
            if report is not None:
                write(report, stream, printable(source) if named else None)
                stream.flush()
        if refused and output is not None and not keep_going:
            raise _Refusal(f"{printable(output)}: not written, as not everything could be read (--keep-going writes the rest)")
    if refused:
        sys.exit(2)


@cli.command(short_help="A summary of one report for the terminal.")
@click.argument("file")
@click.option("--all", "everything", is_flag=True, help="List every quantity, not the first ones only.")
@_reading
def show(*, file: str, everything: bool, reading: _Reading) -> None:
    """Print what a report is and what it holds: title and symbol, structure, mentions by type, countries, quantities."""
    from unodc_report.display.summary import print_summary

    print_summary(_read(file, reading), _output(), everything=everything)


@cli.command(short_help="Why each mention of a paragraph is one.")
@click.argument("file")
@click.option("-p", "--paragraph", metavar="N", required=True, help="Number of a paragraph, or the id of a block (21(a), s1, h3, note2).")
@_reading
def explain(*, file: str, paragraph: str, reading: _Reading) -> None:
    """Print every mention of a paragraph with its rule, its pattern, what context told, and what was vetoed."""
    from unodc_report.display.explanation import print_paragraph

    report = _read(file, reading)
    if not any(paragraph in (block.id, block.paragraph) for block in report.blocks):
        last = report.paragraphs[-1].id if report.paragraphs else None
        there = f"its paragraphs are {report.paragraphs[0].id} to {last}" if last else "it has no numbered paragraphs"
        raise _Refusal(f"{printable(file)}: no paragraph {paragraph}; {there}")
    print_paragraph(report, paragraph, _output())


@cli.command(short_help="JSON Schema of the rows and of the report.")
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of what `extract` prints: the row of each type, and the report of `--format json`."""
    import json

    from unodc_report.export.schema import schema as made

    _output().write(json.dumps(made(), ensure_ascii=False, indent=2) + "\n")


@cli.command(short_help="Fetch documents by their symbols.")
@click.argument("symbols", metavar="SYMBOL...", nargs=-1, required=True)
@click.option("-l", "--language", default="zh", show_default=True, help="ar, zh, en, fr, ru or es.")
@click.option("-f", "--format", "form", type=click.Choice(["pdf", "docx"]), default="pdf", show_default=True, help="What to ask for.")
@click.option("-o", "--output", metavar="FOLDER", default=".", help="Where to save them.  [default: here]")
@click.option("--address", hidden=True, help="Of another service of the same kind.")
def fetch(*, symbols: tuple[str, ...], language: str, form: Literal["pdf", "docx"], output: str, address: str | None) -> None:
    """Fetch documents from the document service of the United Nations and print where each was saved.

    A/76/122 becomes A_76_122.zh.pdf. What is there already is not fetched again. Nothing else in this command uses the network.
    """
    from unodc_report import fetching

    refused = _Refused()
    for symbol in symbols:
        try:
            found = fetching.fetch(symbol, language=language, format=form, cache=output, address=address or fetching.ADDRESS)
        except UnodcReportError as error:
            refused.add(str(error))
        else:
            _output().write(f"{found.path}\n")
    if refused:
        sys.exit(2)


class _Refused:
    """Counts what could not be read, each named as it is met."""

    def __init__(self) -> None:
        self._count = 0

    def __bool__(self) -> bool:
        return self._count > 0

    def add(self, line: str) -> None:
        """Name one."""
        self._count += 1
        _say(line)

    def guard(self, source: str, reading: _Reading) -> Report | None:
        """The report of a source, or None where it cannot be read."""
        try:
            return _read(source, reading)
        except UnodcReportError as error:
            self.add(str(error))
            return None


def _sources(files: Sequence[str], refused: _Refused) -> tuple[list[str], bool]:
    """The files to read, in the order given, folders spread out; and whether rows must say which file they come from."""

    def unreadable(error: OSError) -> None:
        refused.add(f"{printable(str(error.filename))}: {error.strerror}")

    sources: list[str] = []
    folders = [file for file in files if file != STDIN and Path(file).is_dir()]
    for file in files:
        if file not in folders:
            sources.append(file)
            continue
        inside = [str(path) for path in list_reports(file, unreadable)]
        if not inside:
            refused.add(f"{printable(file)}: no .txt files in this folder, nor .pdf, .docx or .html")
        sources += inside
    return sources, len(files) > 1 or bool(folders)


def _read(source: str, reading: _Reading) -> Report:
    """The report of a path or of standard input; one in another script is read all the same, with a warning.

    Raises:
        UnodcReportError: it cannot be read; the message names it.
    """
    from unodc_report.report import read

    if source == STDIN and sys.stdin is None:
        raise _Refusal("standard input is closed")
    report = read(sys.stdin.buffer if source == STDIN else source, **reading)
    for note in report.notes:
        _say(f"{printable(source)}: {note}")
    return report


@contextmanager
def _destination(output: str | None) -> Iterator[IO[str]]:
    """Standard output, or a file that is written whole or not at all."""
    from unodc_report.output import whole_file

    if output is None:
        yield _output()
        return
    try:
        with whole_file(output) as stream:
            yield stream
    except OSError as error:
        raise _Refusal(f"{printable(output)}: cannot be written: {error.strerror or error}") from error


def _writer(form: str) -> Callable[[Report, IO[str], str | None], None]:
    from unodc_report.export import rows

    if form == "html":
        from unodc_report.display.html import write_page

        return write_page
    if form == "jsonl":
        return rows.write_jsonl
    if form == "json":
        return rows.write_json
    header = iter([True])

    def write(report: Report, stream: IO[str], file: str | None) -> None:
        rows.write_csv(report, stream, file, header=next(header, False))

    return write


def _write_data_set(sources: Sequence[str], output: str | None, refused: _Refused) -> None:
    if output is None or STDIN in sources:
        raise _Refusal("--format parquet reads files into a folder: say which with -o")
    from unodc_report.corpus import Corpus

    for refusal in Corpus(list(sources), into=output).read().errors:
        refused.add(refusal.error)


def _output() -> IO[str]:
    """Standard output.

    Raises:
        _Refusal: the caller has closed it (`>&-`).
    """
    if sys.stdout is None:
        raise _Refusal("standard output is closed")
    return _utf8(sys.stdout)


def _utf8(stream: IO[str]) -> IO[str]:
    """The stream, in UTF-8 with plain line ends whatever the locale says; on a terminal that cannot show a character, with a `?`."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", newline="\n")
    return stream


def _say(line: str) -> None:
    click.echo(f"{PROGRAM}: {' '.join(line.split())}", err=True)


def _leave_quietly() -> NoReturn:
    """Exit without a word, as the reader is gone: what is left in the buffer of standard output goes nowhere."""
    with suppress(OSError, ValueError):  # no real file behind it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(_READER_GONE)


def _interrupt_again(unheard: sys.UnraisableHookArgs) -> None:
    """What a signal raises inside a finalizer (those of imports, say) goes nowhere: the signal comes again when that has ended."""
    sent = _SIGNALS.get(unheard.exc_type)
    if sent is None:
        sys.__unraisablehook__(unheard)
    else:
        threading.Timer(_MOMENT, signal.pthread_kill, [threading.main_thread().ident, sent]).start()


def main() -> None:
    """Run the command line and exit."""
    gc.set_threshold(_COLLECT_AFTER)  # what is loaded at the start stays: to look at it again and again takes a tenth of a short run
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that unfinished files are removed
    if hasattr(signal, "pthread_kill"):
        sys.unraisablehook = _interrupt_again
    cli(prog_name=PROGRAM)
