"""Turn a file as received into an article: check it, extract its text, normalise the text once."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from slugify import slugify

from .corpus import Seed
from .model import Article, Problem, Provenance, Refused

MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_LINE_CHARACTERS = 1_000_000
TEXT_SUFFIXES = (".txt", ".text")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
ARTICLE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
UNKNOWN = "unknown"

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"{\\rtf")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file and what the file itself says of where it comes from (``None``: nothing)."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def normalise(text: str) -> str:
    """Normalise a text: LF newlines, NFC, no byte order mark, no control characters, no blank edges.

    Idempotent: ``normalise(normalise(t)) == normalise(t)``.
    """
    text = _FORBIDDEN.sub("", _NEWLINES.sub("\n", text))
    return unicodedata.normalize("NFC", text).strip()


def safe_id(name: str) -> str:
    """Make an article id of a file's name: ``Ferry Sinks.txt`` gives ``ferry-sinks``.

    Raises Refused (``bad-id``) when nothing of the name can be kept.
    """
    made = slugify(PurePath(name).stem, max_length=64)
    if not made:
        raise Refused(Problem(name, "bad-id", "no id can be made of this file's name", "give one: --id ID"))
    return made


def check_id(article_id: str) -> str:
    """Return an id that follows the rule for article ids. Raises Refused (``bad-id``) for any other."""
    if ARTICLE_ID.fullmatch(article_id):
        return article_id
    fact = f"{article_id!r} is not an id: 1 to 64 lower-case letters, digits and hyphens, no hyphen first"
    raise Refused(Problem("--id", "bad-id", fact, f"for example: --id {slugify(article_id, max_length=64) or 'a1'}"))


def collisions(ids: Sequence[tuple[str, str]]) -> list[Problem]:
    """Find files whose names give the same article id; ``ids`` holds pairs of file name and id."""
    first: dict[str, str] = {}
    problems = []
    for name, article_id in ids:
        if article_id in first and first[article_id] != name:
            fact = f"its id would be {article_id!r}, and so would that of {first[article_id]}"
            problems.append(Problem(name, "id-collision", fact, "rename one of the two, or add it alone with --id ID"))
        first.setdefault(article_id, name)
    return problems


def extract(content: bytes, name: str) -> Extracted:
    """Check a file's bytes and extract its text, normalised.

    Raises Refused: ``empty-file``, ``binary-file``, ``not-utf8``, ``file-too-large``, ``line-too-long``,
    ``no-article`` (HTML in which no article is found), ``missing-extra`` (exit code 2).
    """
    text = _decode(content, name)
    extracted = _extract_html(text, name) if is_html(name) else Extracted(text)
    text = normalise(extracted.text)
    if not text:
        raise Refused(Problem(name, "empty-file", "there is no text in it", "add a file that has text"))
    _check_lines(text, name)
    return Extracted(text, *(getattr(extracted, field) for field in Extracted.__slots__[1:]))


def is_html(name: str) -> bool:
    """Decide by its name whether a file is a web page."""
    return PurePath(name).suffix.lower() in HTML_SUFFIXES


def check_suffix(name: str) -> None:
    """Refuse (``unsupported-file``) a file that its name does not call a text or a web page.

    A name that is not UTF-8 is refused as ``bad-id``: no sidecar could hold it.
    """
    if not name.isprintable():
        raise Refused(Problem(ascii(name), "bad-id", "its name cannot be written down", "rename it"))
    suffix = PurePath(name).suffix.lower()
    if suffix not in TEXT_SUFFIXES + HTML_SUFFIXES:
        fact = f"files named *{suffix} are not taken in" if suffix else "a file without a suffix is not taken in"
        repair = f"name it {PurePath(name).stem}.txt if it is plain text, or move it elsewhere"
        raise Refused(Problem(name, "unsupported-file", fact, repair))


def check_size(size: int, name: str) -> None:
    """Refuse (``file-too-large``) a file of more than MAX_FILE_BYTES."""
    if size > MAX_FILE_BYTES:
        fact = f"it has {size:,} bytes; an article has at most {MAX_FILE_BYTES:,}"
        raise Refused(Problem(name, "file-too-large", fact, "split it into articles"))


def seed_of(content: bytes, file: str, told: Extracted, given: Mapping[str, str], language: str) -> Seed:
    """Make a seed's provenance: what the user gave, else what the file itself says, else unknown.

    ``language`` stands in where neither names one.
    """
    says = {name: getattr(told, name) for name in ("title", "publisher", "published", "url", "language")}
    facts = {"language": language} | {name: value for name, value in (says | dict(given)).items() if value}
    return Seed(file=file, sha256=hashlib.sha256(content).hexdigest(), **facts)


def remembered(article: Article, file: str, content: bytes) -> Seed:
    """Make a seed's provenance again of what its article says: the reverse of :func:`to_article`."""
    said = {name: getattr(article.provenance, name) for name in ("origin", "publisher", "published", "url")}
    said |= {"rights": article.provenance.license, "title": article.title}
    said["language"] = UNKNOWN if article.language == "und" else article.language
    facts = {name: value for name, value in said.items() if value}
    return Seed(file=file, sha256=hashlib.sha256(content).hexdigest(), **facts)


def to_article(article_id: str, text: str, seed: Seed) -> Article:
    """Make an article, not yet segmented, of a normalised text and its provenance."""
    provenance = Provenance(
        file=seed.file,
        file_sha256=seed.sha256,
        origin=_known(seed.origin),
        publisher=_known(seed.publisher),
        published=_known(seed.published),
        url=_known(seed.url),
        license=seed.rights,
    )
    return Article(article_id, text, _known(seed.language) or "und", provenance, title=_known(seed.title))


def _known(value: str | None) -> str | None:
    return None if value == UNKNOWN else value


def _decode(content: bytes, name: str) -> str:
    """Decode UTF-8 text, or refuse with the place of the first byte that is wrong."""
    check_size(len(content), name)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        repair = f"convert it: iconv -f UTF-16 -t UTF-8 {PurePath(name).name}"
        raise Refused(Problem(name, "not-utf8", "it is UTF-16, not UTF-8", repair))
    controls = len(content) - len(content.translate(None, bytes([*range(9), *range(14, 32), 127])))
    if content.startswith(_MAGIC) or controls * 20 > len(content):
        fact = "it is a binary file, not text"
        raise Refused(Problem(name, "binary-file", fact, "save its text as UTF-8 or HTML and add that"))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        fact = f"byte {error.start} (0x{content[error.start]:02x}) on line {line} is not UTF-8"
        repair = f"convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 {PurePath(name).name}"
        raise Refused(Problem(f"{name}:{line}", "not-utf8", fact, repair)) from None


def _check_lines(text: str, name: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE_CHARACTERS:
            fact = f"the line has {len(line):,} characters; a paragraph has at most {MAX_LINE_CHARACTERS:,}"
            raise Refused(Problem(f"{name}:{number}", "line-too-long", fact, "put each paragraph on a line of its own"))


def _extract_html(html: str, name: str) -> Extracted:
    """Extract the main text of a web page, and its metadata, with trafilatura."""
    try:
        import trafilatura
    except ImportError:
        repair = "install it: pip install 'pressmark[html]'"
        raise Refused(Problem(name, "missing-extra", "HTML needs trafilatura", repair), exit_code=2) from None
    text = trafilatura.extract(html, include_comments=False, include_tables=False, output_format="txt")
    if not text:
        repair = "save the article's text as a .txt file and add that"
        raise Refused(Problem(name, "no-article", "no article was found in this page", repair))
    page = trafilatura.extract_metadata(html)
    language = re.search(r"<html[^>]{0,500}?\blang=[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\b", html[:5000])
    published = page.date if page.date and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", page.date) else None
    url = page.url if page.url and re.fullmatch(r"https?://[^ ]+", page.url) else None
    return Extracted(text, page.title, page.sitename, published, url, language[1] if language else None)
