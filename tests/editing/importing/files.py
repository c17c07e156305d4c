"""Files of the formats that are imported, made here and sent to no other program."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage

import pikepdf
import typst

from tests.editing.importing.builders import PARAGRAPHS

TITLE = "Towns meet over the lake"
_PDF = """
#set document(
  title: "Towns meet over the lake", author: "Jane Reed", date: datetime(year: 2023, month: 3, day: 10),
)
#set page(
  width: 140mm, height: 130mm, margin: 14mm, columns: {columns},
  header: [The Herald], footer: context [#counter(page).display("1 of 1", both: true)],
)
#set text(size: 9pt, lang: "en", hyphenate: true)
#set par(justify: true, {paragraphs})
#place(top, scope: "parent", float: true)[#text(16pt)[Towns meet over the lake]]
{text}
"""


def a_pdf(paragraphs: Sequence[str] = PARAGRAPHS, *, columns: int = 1, indents: bool = False) -> bytes:
    """A PDF with a running head, numbered pages and hyphenated lines."""
    spacing = "first-line-indent: 1em, spacing: 0.65em" if indents else ""
    text = "\n\n".join(paragraphs)
    source = _PDF.replace("{columns}", str(columns)).replace("{paragraphs}", spacing).replace("{text}", text)
    made: bytes = typst.compile(source.encode(), format="pdf")
    return made


def a_locked_pdf() -> bytes:
    """A PDF that opens with a password only."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
        pdf.save(stream, encryption=pikepdf.Encryption(owner="a", user="b"))
    return stream.getvalue()


def a_scanned_pdf() -> bytes:
    """A PDF whose page is a picture."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    picture = pdf.make_stream(b"\x80", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    picture.Width, picture.Height, picture.BitsPerComponent = 1, 1, 8
    picture.ColorSpace = pikepdf.Name.DeviceGray
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=picture))
    page.Contents = pdf.make_stream(b"q 200 0 0 200 0 0 cm /Im Do Q")
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


_CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    '/officeDocument" Target="word/document.xml"/></Relationships>'
)
_CORE = (
    '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata'
    '/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{title}</dc:title><dc:creator>Jane Reed</dc:creator>"
    "<dcterms:created>2023-03-10T08:00:00Z</dcterms:created></cp:coreProperties>"
)


def a_word_file(paragraphs: Sequence[str] = PARAGRAPHS, *, padding: int = 0, title: str = TITLE) -> bytes:
    """A Word document; with `padding` it holds so many more bytes when unpacked."""
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in (TITLE, *paragraphs))
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("docProps/core.xml", _CORE.format(title=title))
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>',
        )
        if padding:
            archive.writestr("word/media/image1.bmp", b"\0" * padding)
    return stream.getvalue()


def a_mail(plain: str | None = None, html: str | None = None, **fields: str) -> bytes:
    """A mail of a news agency."""
    message = EmailMessage()
    head = {
        "From": "Jane Reed <jane@herald.example>",
        "To": "desk@example.org",
        "Subject": f"Fwd: {TITLE}",
        "Date": "Fri, 10 Mar 2023 23:30:00 -0500",
    }
    for name, value in (head | fields).items():
        message[name.replace("_", "-")] = value
    message.set_content(plain if plain is not None else "\n\n".join(PARAGRAPHS))
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def a_saved_page(html: str, address: str) -> bytes:
    """A page as browsers save it in one file."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = address
    message["Subject"] = TITLE
    message.set_content(html, subtype="html", cte="quoted-printable")
    message["Content-Location"] = address
    message.make_related()
    message.add_related(b"GIF89a", "image", "gif")
    return message.as_bytes()


WORDS = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)


def a_feed(entries: int, *, words: str = WORDS, field: str = "content:encoded") -> bytes:
    """An RSS feed; the text of each of its entries is another."""
    items = "".join(
        f"""<item><title>Report {n}</title><link>https://herald.example/{n}</link>
<pubDate>Fri, 10 Mar 2023 08:00:00 GMT</pubDate><dc:creator>Jane Reed</dc:creator><{field}><![CDATA[
<p>Report {n} tells of {n} boats and {n * 7} herons.</p>{words}
]]></{field}></item>"""
        for n in range(1, entries + 1)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Herald</title>
<link>https://herald.example/</link><language>en-gb</language>{items}</channel></rss>""".encode()
