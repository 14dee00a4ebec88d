# Makes the fonts of the site again, byte for byte, with the sheets that declare them. With Python 3.11 and npm:
#     python3 -m venv py && py/bin/pip install fonttools==4.60.1 brotli==1.1.0 uharfbuzz==0.51.4
#     py/bin/python styles/fonts/subset.py
# It gets the packages below from npm into a folder for a moment, holds them to their hashes, and prints what it made.
"""Cuts ILRS Serif and ILRS Sans out of Source Serif 4 and Source Sans 3, whose reserved name no changed font may bear.

A cut keeps the characters of `LATIN` or `CYRILLIC` and a part of the range of weights; Source Serif keeps one optical
size of many. The outlines are those of the OpenType files (CFF2), which pack a tenth smaller than the TrueType ones.
`font.css` declares the Latin cuts; `font.ru.css` the Cyrillic ones, for pages in Russian alone: names in Cyrillic on
other pages stay in a font of the reader's.

Until a font is there, so does all else. `stand-in.css` declares the fonts that readers have once more under names of
ours, scaled so that a text is as wide as it will be, with lines as high as they will be. The widths are measured on
fonts of the same metrics that npm has: Gelasio for Georgia, Tinos for Times New Roman, Arimo for Arial and Helvetica.
"""

import base64
import hashlib
import io
import subprocess
import tarfile
import tempfile
from pathlib import Path
from textwrap import wrap

import uharfbuzz
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).resolve().parent

# The packages, each with its hash as npm tells it.
SERIF = "source-serif@4.5.1", "NUAh5IzF7KiUu2gTpqE+ed9MNbMe4st7LIIXZ0OHHSPc6gg86H67j04M8sIhU2qqFd26btXaFQ2ge5u/p72j0Q=="
SANS = "source-sans@3.52.0", "xsm7qlMI/JwxwNdp6pvpR6l+aZjn90fzOzoeUz/qoohIYbKbDwQNRIz5/ItYs7/hvqLirQNUoDFGXSVA3TU9tw=="
MEASURED = {
    "gelasio": "V95Jr9GxtSCkigiWKEDTIqajefhJHk8251aQYrMBmrdSeYnjgbKRYxLjGpr3/NjpOAf2bejIiZPwtzJ9Bcpsgw==",
    "tinos": "VVDyyZdbcsLKxo/W7rClAvacD/7DsGc7J5xzzp51Tndib8kDkEe/0bqbb3Xb3iH6+IUjt07aRsvtQ9MGeGGi4w==",
    "noto-serif": "ZrMzjuQlBIcw+qma1slZQdU3YDJvrjLG+9CWU1bxSf3YTkucwqd3EYa/Kfo4Ts19w8IMTGAmtOE3d6wWlgnBtA==",
    "dejavu-serif": "mozsfkGAkRq8agQhJLw5xHgjX+qYr6n5zgtUxUUDNpPoY/7UGm+kMR7GaSDe/7erJXTKJ8wfWt7hW1f+SrrU9g==",
    "arimo": "nhxZ2sTVZYX8DJBgLuyX360B5vE4mxqpmjlKTRfucIqfcWRVx9vOYzWBc1IgEX0ist48VMC10PRKbFyH+4QFvQ==",
    "roboto": "BapRJOWYP+LZ21zp+wBQjfpPYKRoxc4LspJ/RLuI+HSMBD5u/X4O+ESDrSvEqDSy0rAl7GwBJ+09mdc16cVQ1Q==",
    "noto-sans": "fBCog2PY7DiVVTEEqtI/Qdinx/knobHYfoGpjFXdfBX5RoJaBp1Prw2G75p0OIsdlMZg3cLo0c+YbIUYOxnQJw==",
    "dejavu-sans": "F/tV+7S31Mo8jtGUhj857XfUzcDCl9JJC8bzMtZ0wcTuOm89dG4FPjAOHOesMfmoChYVQ3eg5fHafdhxFrQIxQ==",
}

# Basic Latin; Latin-1 but for accents that stand alone, the soft hyphen and a few signs that no text has; punctuation.
# Beyond Latin-1 the record has no Latin letter.
PUNCTUATION = {*map(ord, "–—‘’‚“”„•…′″‹›€−\u2009\u202f")}
LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x100)} - {*map(ord, "¤¦¨¬\u00ad¯´¸")} | PUNCTUATION
# What stands beside labels and figures alone: links, the order of a table, grades, about and at most.
SIGNS = {*map(ord, "←↑→↓●○≈≤≥")}
# Russian, Ukrainian and Belarusian; the rest of a Russian page is in the Latin cut.
CYRILLIC = {*range(0x410, 0x450), *map(ord, "ЁёЄєІіЇїЎўҐґ№")}

# Kerning, ligatures, and figures as they are by themselves: lining and of one width.
FEATURES = ["kern", "liga", "tnum", "lnum"]

# A family: its file in the package, the range of its axes, the weight of its headings, the characters of its Latin cut.
FAMILIES = {
    "ILRS Serif": (SERIF, "VAR/SourceSerif4Variable-Roman.otf", {"wght": (400, 400, 650), "opsz": 36}, LATIN),
    "ILRS Sans": (SANS, "VF/SourceSans3VF-Upright.otf", {"wght": (400, 400, 700)}, LATIN | SIGNS),
}
BOLD = 650  # the weight at which bold text is measured

# The readers' own fonts, best first: our name's ending, the package measured, and their names on Windows and macOS,
# Android and Linux.
LOCAL = {
    "ILRS Serif": [
        ("Georgia", "gelasio", ["Georgia", "Gelasio"]),
        ("Times", "tinos", ["Times New Roman", "Liberation Serif", "Tinos"]),
        ("Noto", "noto-serif", ["Noto Serif", "Noto Serif Regular"]),
        ("DejaVu", "dejavu-serif", ["DejaVu Serif"]),
    ],
    "ILRS Sans": [
        ("Arial", "arimo", ["Arial", "Helvetica", "Liberation Sans", "Arimo"]),
        ("Roboto", "roboto", ["Roboto", "Roboto Regular"]),
        ("Noto", "noto-sans", ["Noto Sans", "Noto Sans Regular"]),
        ("DejaVu", "dejavu-sans", ["DejaVu Sans"]),
    ],
}

# What is measured: letters, figures and marks about as often as the page has them.
SAMPLE = (
    "China and Russia announced the International Lunar Research Station in March 2021 and called on other countries, "
    "organisations and companies to join. The guide for partners of 16 June 2021 named five missions of the first "
    "phase that had not flown: Chang’e-6, Chang’e-7, Luna-25, Luna-26 and Luna-27. The station was to be built from "
    "2026 to 2035; in 2024 the basic model was promised by 2035, “around the south pole”, and the extended one by the "
    "2040s. Each date here has a source, a day on which it was stated and a grade: high, medium or low. What was "
    "promised for 2024 is now expected in 2028 – four years later – and the newest statement counts."
)

SHEETS = {
    "font.css": """\
/* The two families of the page. A sheet of its own: where scripts run, they declare what it says once the app
   is there. Not the element's.
   Made by fonts/subset.py; their licence is fonts/OFL.txt. */
""",
    "font.ru.css": """\
/* The same families beyond Latin, for pages in Russian alone. Made by fonts/subset.py. */
""",
    "stand-in.css": """\
/* Fonts that readers have, as wide and with lines as high as the families of the page, so that nothing moves when these
   come. Made by fonts/subset.py. */
""",
}
MODIFIED = """
These are modified versions: ILRS Serif was made from Source Serif 4 (package source-serif 4.5.1) and ILRS Sans from
Source Sans 3 (package source-sans 3.52.0) by leaving out characters, features, hints and a part of the axes; subset.py
says which. They bear other names because "Source" is reserved, and stand under the same licence.
"""


def package(name, digest):
    """The files of a package of npm, if it is what it was."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (path,) = Path(folder).iterdir()
        content = path.read_bytes()
    if base64.b64encode(hashlib.sha512(content).digest()).decode() != digest:
        raise SystemExit(f"{name} is not what it was")
    return tarfile.open(fileobj=io.BytesIO(content))


def file(files, path):
    return files.extractfile(f"package/{path}").read()


def font(content):
    return TTFont(io.BytesIO(content), recalcTimestamp=False)


def saved(changed, flavor=None):
    changed.flavor = flavor
    out = io.BytesIO()
    changed.save(out)
    return out.getvalue()


def cut(original, characters, axes, name):
    """A font of these characters and axes alone, under another name, with the notice of its authors."""
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 14]  # the notice, and where its licence stands
    options.drop_tables += ["STAT"]  # names of styles, for a menu
    changed = font(original)
    missing = [chr(one) for one in sorted(characters - changed.getBestCmap().keys())]
    if missing:
        raise SystemExit(f"{name} has no {missing}")
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(changed)
    changed = instantiateVariableFont(font(saved(changed)), axes)
    changed["fvar"].instances = []
    for place, text in {1: name, 2: "Regular", 4: name, 6: name.replace(" ", "")}.items():
        changed["name"].setName(text, place, 3, 1, 0x409)
    return saved(changed, "woff2")


def width(measured):
    """How wide the sample is as it is set, with kerning, in ems."""
    face = uharfbuzz.Face(saved(measured))
    text = uharfbuzz.Buffer()
    text.add_str(SAMPLE)
    text.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(face), text)
    return sum(glyph.x_advance for glyph in text.glyph_positions) / face.upem


def ranges(characters):
    """A list of characters as `unicode-range` has it."""
    runs = []
    for one in sorted(characters):
        if runs and one == runs[-1][1] + 1:
            runs[-1][1] = one
        else:
            runs.append([one, one])
    return ", ".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


def face(**descriptors):
    lines = [f"{name.replace('_', '-')}: {value};" for name, value in descriptors.items()]
    wrapped = [wrap(line, 118, initial_indent="  ", subsequent_indent="    ") for line in lines]
    return "\n".join(["@font-face {", *(line for one in wrapped for line in one), "}\n"])


def stand_in(name, ours, theirs, weights, installed):
    """The reader's own font, as wide as ours and with lines as high."""
    scale = width(ours) / width(theirs)
    lines, em = ours["hhea"], ours["head"].unitsPerEm
    figures = {
        "size_adjust": scale,
        "ascent_override": lines.ascent / em / scale,
        "descent_override": -lines.descent / em / scale,
        "line_gap_override": lines.lineGap / em / scale,
    }
    figures = {name: f"{100 * figure:.4g}%" for name, figure in figures.items()}
    print(f"{name} {weights}:", ", ".join(" ".join(figure) for figure in figures.items()))
    src = ", ".join(f'local("{one}")' for one in installed)
    return face(font_family=f'"{name}"', font_weight=weights, src=src, **figures)


def main():
    sheets, notices = dict(SHEETS), []
    for name, ((source, digest), path, axes, latin) in FAMILIES.items():
        files = package(source, digest)
        original = file(files, path)
        notice, licence = file(files, "LICENSE.md").decode().split("\n", 1)
        notices.append(notice.strip())
        lightest, _, heaviest = axes["wght"]
        cuts = []
        for script, sheet, characters in (("latin", "font.css", latin), ("cyrillic", "font.ru.css", CYRILLIC)):
            target = f"{name.lower().replace(' ', '-')}-{script}.woff2"
            cuts.append(cut(original, characters, axes, name))
            (HERE / target).write_bytes(cuts[-1])
            print(f"{target}: {len(cuts[-1])} bytes, {len(characters)} characters")
            sheets[sheet] += face(
                font_family=f'"{name}"',
                font_weight=f"{lightest} {heaviest}",
                font_display="swap",
                src=f'url("fonts/{target}") format("woff2")',
                unicode_range=ranges(characters),
            )
        regular, bold = (instantiateVariableFont(font(cuts[0]), {"wght": weight}) for weight in (lightest, BOLD))
        for ending, measured, installed in LOCAL[name]:
            files = package(f"@fontsource/{measured}@5.3.0", MEASURED[measured])
            theirs = [font(file(files, f"files/{measured}-latin-{weight}-normal.woff2")) for weight in (400, 700)]
            heavy = dict.fromkeys(one.removesuffix(" Regular") + " Bold" for one in installed)
            sheets["stand-in.css"] += stand_in(f"{name} {ending}", regular, theirs[0], "400", installed)
            sheets["stand-in.css"] += stand_in(f"{name} {ending}", bold, theirs[1], "600 700", heavy)
    for sheet, text in sheets.items():
        (HERE.parent / sheet).write_text(text)
    (HERE / "OFL.txt").write_text("\n".join([*notices, MODIFIED, licence.strip() + "\n"]))


if __name__ == "__main__":
    main()
