"""Plants a name into a finished redacted PDF, as somebody with a text editor, qpdf and poppler would.

    plant.py WAYS                    prints the names of all ways, one a line
    plant.py WAY NAME IN.pdf OUT.pdf

It imports nothing of Saqta's and knows of its files only what stands in them: classic tables, one page tree, one font
whose codes are UTF-16.
"""
import base64
import gzip
import io
import os
import re
import subprocess
import sys
import tempfile
import zipfile
import zlib


class Pdf:
    """A file to which a further save is added."""

    def __init__(self, data):
        self.data = data
        self.size = int(re.findall(rb"/Size (\d+)", data)[-1])
        self.start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
        self.new = {}
        self.trailer = b""

    def body(self, number):
        if number in self.new:
            return self.new[number]
        found = re.search(rb"(?:^|\n)%d 0 obj\s(.*?)\sendobj" % number, self.data, re.S)
        return found.group(1)

    def add(self, body):
        number = self.size
        self.size += 1
        self.new[number] = body
        return number

    def stream(self, data, entries=b"", pack=False):
        if pack:
            data = zlib.compress(data)
            entries += b"/Filter/FlateDecode"
        return self.add(b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data))

    def put(self, number, entries):
        """Further entries in a dictionary that is there; they come first."""
        self.new[number] = re.sub(rb"^<<", lambda _: b"<<" + entries, self.body(number), count=1)

    @property
    def page(self):
        return int(re.search(rb"/Kids\s*\[\s*(\d+)", self.body(2)).group(1))

    def contents(self, extra, resources=b""):
        """Operators after the page's own."""
        page = self.body(self.page)
        own = int(re.search(rb"/Contents (\d+) 0 R", page).group(1))
        number = self.stream(extra)
        page = page.replace(b"/Contents %d 0 R" % own, b"/Contents[%d 0 R %d 0 R]" % (own, number))
        if resources:
            page = page.replace(b"/Resources <<", b"/Resources<<").replace(b"/Resources<<", b"/Resources<<" + resources, 1)
        self.new[self.page] = page

    def save(self):
        out = bytearray(self.data)
        if not out.endswith(b"\n"):
            out += b"\n"
        table = b"xref\n"
        for number in sorted(self.new):
            table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, self.new[number])
        at = len(out)
        out += table
        out += b"trailer\n<</Size %d/Root 1 0 R/Prev %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (self.size, self.start, self.trailer, at)
        return bytes(out)


def text(name):
    return b"<FEFF" + name.encode("utf-16-be").hex().encode() + b">"


def coded(name):
    return b"<" + name.encode("utf-16-be").hex().encode() + b">"


def octal(name):
    return b"(" + b"".join(b"\\%03o" % byte for byte in b"\xfe\xff" + name.encode("utf-16-be")) + b")"


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def by_qpdf(data, *options):
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "in.pdf"), os.path.join(folder, "out.pdf")
        open(source, "wb").write(data)
        run("qpdf", *options, source, target)
        return open(target, "rb").read()


def by_overlay(data, above):
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "in.pdf"), os.path.join(folder, "out.pdf")
        open(source, "wb").write(data)
        run("qpdf", source, "--overlay", above, "--", target)
        return open(target, "rb").read()


def letters_page(name):
    """A small page with the name in Helvetica: Latin letters only."""
    pdf = b"%PDF-1.4\n"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 36]/Contents 4 0 R/Resources<</Font<</H 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % ((lambda c: (len(c), c))(b"BT /H 18 Tf 12 11 Td (" + name.encode("latin-1") + b") Tj ET")),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(pdf)
    pdf += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return pdf + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % at


def picture(name):
    """The name as grey samples: width, height, bytes."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "in.pdf")
        open(source, "wb").write(letters_page(name))
        run("pdftoppm", "-gray", "-r", "150", "-singlefile", source, os.path.join(folder, "out"))
        pgm = open(os.path.join(folder, "out.pgm"), "rb").read()
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", pgm)
    return int(head.group(1)), int(head.group(2)), pgm[head.end():]


def image(pdf, name, entries=b"", samples=None):
    width, height, own = picture(name)
    shown = own if samples is None else bytes([samples]) * (width * height)
    return pdf.stream(shown, b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8%s" % (width, height, entries), pack=True)


def attach(pdf, name, data, called):
    file = pdf.stream(data, b"/Type/EmbeddedFile", pack=True)
    spec = pdf.add(b"<</Type/Filespec/F(x)/UF %s/EF<</F %d 0 R>>>>" % (text(called), file))
    pdf.put(1, b"/Names<</EmbeddedFiles<</Names[(x)%d 0 R]>>>>" % spec)


def annotation(pdf, body):
    pdf.put(pdf.page, b"/Annots[%d 0 R]" % pdf.add(body))


def catalog(entries):
    return lambda pdf, name: pdf.put(1, entries(pdf, name))


def info(pdf, name):
    pdf.trailer += b"/Info %d 0 R" % pdf.add(b"<</Author %s>>" % text(name))


def form(pdf, name, more=b""):
    return pdf.stream(b"BT /F 12 Tf 4 4 Td %s Tj ET" % coded(name), b"/Type/XObject/Subtype/Form/BBox[0 0 300 30]/Resources<</Font<</F 3 0 R>>>>" + more, pack=True)


def hidden_layer(pdf, name):
    layer = pdf.add(b"<</Type/OCG/Name(x)>>")
    pdf.put(1, b"/OCProperties<</OCGs[%d 0 R]/D<</OFF[%d 0 R]/Order[]>>>>" % (layer, layer))
    pdf.contents(b"/OC/L BDC BT 3 Tr /F 12 Tf 9 9 Td %s Tj ET EMC" % coded(name), b"/Properties<</L %d 0 R>>" % layer)


def under_box(pdf, name):
    picture_number = image(pdf, name)
    pdf.contents(b"q 200 0 0 36 10 10 cm /P Do Q 0 g 10 10 200 36 re f", b"/ColorSpace<<>>")
    pdf.new[pdf.page] = pdf.new[pdf.page].replace(b"/XObject<<", b"/XObject<</P %d 0 R" % picture_number)


def field(pdf, entries):
    number = pdf.add(b"<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/Rect[0 0 9 9]/F 2%s>>" % entries)
    pdf.put(1, b"/AcroForm<</Fields[%d 0 R]>>" % number)


def lost_object(data, name):
    return data + b"\n900 0 obj\n<</Filter/FlateDecode>>\nstream\n" + zlib.compress(name.encode("utf-16-le")) + b"\nendstream\nendobj\n"


def zipped(name):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/list.txt", "list: " + name)
    return out.getvalue()


def escaped(name):
    return "".join("\\\\u%04x" % ord(letter) for letter in name).encode()


def percent(name):
    return "".join("%%%02X" % byte for byte in name.encode()).encode()


SAVED = {
    "information": info,
    "xmp": lambda p, n: p.put(1, b"/Metadata %d 0 R" % p.stream(("<x:xmpmeta>%s</x:xmpmeta>" % n).encode(), b"/Type/Metadata/Subtype/XML")),
    "xmp-packed-utf16": lambda p, n: p.put(1, b"/Metadata %d 0 R" % p.stream(("<x>%s</x>" % n).encode("utf-16"), b"/Type/Metadata/Subtype/XML", True)),
    "xmp-base64": lambda p, n: p.put(1, b"/Metadata %d 0 R" % p.stream(b"<x>" + base64.b64encode(n.encode()) + b"</x>", b"/Type/Metadata", True)),
    "attachment": lambda p, n: attach(p, n, ("list: " + n).encode(), "list.txt"),
    "attachment-gzip": lambda p, n: attach(p, n, gzip.compress(n.encode()), "list.gz"),
    "attachment-zip": lambda p, n: attach(p, n, zipped(n), "list.zip"),
    "attachment-name": lambda p, n: attach(p, n, b"x", n + ".txt"),
    "unused-stream": lambda p, n: p.stream(n.encode("utf-16-be"), pack=True),
    "unused-form": lambda p, n: form(p, n),
    "hidden-layer": hidden_layer,
    "note": lambda p, n: annotation(p, b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents %s>>" % text(n)),
    "hidden-stamp": lambda p, n: annotation(p, b"<</Type/Annot/Subtype/Stamp/Rect[0 0 300 30]/F 2/AP<</N %d 0 R>>>>" % form(p, n)),
    "link": lambda p, n: annotation(p, b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org/%s)>>>>" % percent(n)),
    "script": catalog(lambda p, n: b"/OpenAction<</S/JavaScript/JS(var a='%s')>>" % escaped(n)),
    "outline": catalog(lambda p, n: b"/Outlines %d 0 R" % p.add(b"<</Type/Outlines/First %d 0 R>>" % p.add(b"<</Title %s>>" % text(n)))),
    "destination": catalog(lambda p, n: b"/Dests<</%s[%d 0 R/Fit]>>" % ("".join("#%02x" % byte for byte in n.encode()).encode(), p.page)),
    "page-label": catalog(lambda p, n: b"/PageLabels<</Nums[0<</P %s>>]>>" % text(n)),
    "application-data": catalog(lambda p, n: b"/PieceInfo<</A<</Private %s>>>>" % octal(n)),
    "invisible-text": lambda p, n: p.contents(b"BT 3 Tr /F 9 Tf 9 9 Td %s Tj ET" % coded(n)),
    "text-off-the-page": lambda p, n: p.contents(b"BT 3 Tr /F 9 Tf 9000 9 Td %s Tj ET" % coded(n)),
    "text-in-pieces": lambda p, n: p.contents(b"BT 3 Tr /F 9 Tf 9 9 Td [%s] TJ ET" % b" -9 ".join(coded(letter) for letter in n)),
    "actual-text": lambda p, n: p.contents(b"/Span<</ActualText %s>>BDC BT 3 Tr /F 9 Tf 9 9 Td <002e> Tj ET EMC" % text(n)),
    "structure": catalog(lambda p, n: b"/StructTreeRoot<</Type/StructTreeRoot/K<</S/P/Alt %s>>>>" % text(n)),
    "field-value": lambda p, n: field(p, b"/V " + text(n)),
    "field-default": lambda p, n: field(p, b"/DV " + octal(n)),
    "xfa": catalog(lambda p, n: b"/AcroForm<</Fields[]/XFA %d 0 R>>" % p.stream(("<a>%s</a>" % n).encode(), pack=True)),
    "signature": catalog(lambda p, n: b"/Perms<</DocMDP<</Type/Sig/Reason %s>>>>" % text(n)),
    "font-name": lambda p, n: p.add(b"<</Type/Font/Subtype/Type1/BaseFont/%s>>" % "".join("#%02X" % byte for byte in n.encode()).encode()),
}
PICTURES = {
    "picture-under-a-box": under_box,
    "unused-picture": lambda p, n: image(p, n),
    "mask-of-a-picture": lambda p, n: image(p, n, b"/SMask %d 0 R" % image(p, n), samples=255),
    "thumbnail": lambda p, n: p.put(p.page, b"/Thumb %d 0 R" % image(p, n)),
}
BYTES = {
    "after-the-end": lambda d, n: d + n.encode() + b"\n",
    "after-the-end-cp1251": lambda d, n: d + b"\n" + n.encode("cp1251", "replace") + b"\n",
    "zip-after-the-end": lambda d, n: d + zipped(n),
    "in-a-comment": lambda d, n: d.replace(b"%%EOF", b"%" + n.encode("utf-16-le").hex().encode() + b"\n%%EOF"),
    "identifier": lambda d, n: d.replace(b"/Root 1 0 R", b"/Root 1 0 R/ID[<" + n.encode().hex().encode() + b"><00>]"),
    "object-that-no-table-knows": lost_object,
    "by-qpdf-packed-objects": lambda d, n: by_qpdf(SAVE(d, n, info), "--object-streams=generate"),
    "by-qpdf-encrypted": lambda d, n: by_qpdf(SAVE(d, n, info), "--encrypt", "", "owner", "256", "--"),
    "by-qpdf-overlay": lambda d, n: OVERLAY(d, n),
}
# Letters of Helvetica and of Windows-1251.
RUSSIAN = {"after-the-end-cp1251"}
LATIN = set(PICTURES) | {"by-qpdf-overlay"}


def SAVE(data, name, way):
    pdf = Pdf(data)
    way(pdf, name)
    return pdf.save()


def OVERLAY(data, name):
    with tempfile.TemporaryDirectory() as folder:
        above = os.path.join(folder, "above.pdf")
        open(above, "wb").write(letters_page(name))
        return by_overlay(data, above)


def main():
    if sys.argv[1] == "WAYS":
        for way in [*SAVED, *PICTURES, *BYTES]:
            print(way, "latin" if way in LATIN else "russian" if way in RUSSIAN else "any")
        return
    way, name, source, target = sys.argv[1:5]
    data = open(source, "rb").read()
    if way in BYTES:
        planted = BYTES[way](data, name)
    else:
        planted = SAVE(data, name, SAVED.get(way) or PICTURES[way])
    open(target, "wb").write(planted)


main()
