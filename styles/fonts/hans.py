# Makes `ilrs-hans.otf` and `OFL.hans.txt` again, byte for byte, with what `subset.py` needs:
#     py/bin/python styles/fonts/hans.py
# It gets the package below from npm into a folder for a moment and holds it to its hash.
"""Cuts ILRS Hans out of Noto Sans Hans, whose reserved name no changed font may bear: the signs of the Chinese texts and
of the names in the record, for the pictures that shared links show. Run it again when a test misses a sign.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from subset import file, font, package, saved

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent.parent / "src"

NAME = "ILRS Hans"
PACKAGE = "@embedpdf/fonts-sc@1.0.0"
DIGEST = "ETXl7XCwaQLSSvMO3EUDwMNqtL64kX2LlFxarTRi/NsIGGOIxUurGfKtrkmtnKHrWy1jAJSt6oxK2uJhvdvQIw=="
FONT = "fonts/NotoSansHans-Regular.otf"

# Radicals and punctuation, the signs themselves, and wide forms.
CHINESE = [range(0x2E80, 0x3040), range(0x4E00, 0xA000), range(0xFF00, 0xFFF0)]
MODIFIED = f"""
This is a modified version: {NAME} was made from Noto Sans Hans (package {PACKAGE}) by leaving out characters, features
and hints; hans.py says which. It bears another name because "Noto Sans" is reserved, and stands under the same licence.
"""


def written():
    """Every Chinese sign of the texts and of the record."""
    texts = [path.read_text() for path in SOURCES.rglob("*") if path.suffix in {".po", ".toml"}]
    return {ord(one) for one in set().union(*texts) if any(ord(one) in part for part in CHINESE)}


def cut(content, characters):
    """A font of these characters alone, under another name, with the notice of its authors."""
    changed = font(content)
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 14]  # the notice, and where its licence stands
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx", "DSIG"]  # for lines from top to bottom
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(changed)
    for place, text in {1: NAME, 2: "Regular", 4: NAME, 6: NAME.replace(" ", "")}.items():
        changed["name"].setName(text, place, 3, 1, 0x409)
    return saved(changed)


def main():
    files = package(PACKAGE, DIGEST)
    characters = written()
    changed = cut(file(files, FONT), characters)
    (HERE / "ilrs-hans.otf").write_bytes(changed)
    notice, licence = file(files, "LICENSE").decode().split("\n\n", 1)
    (HERE / "OFL.hans.txt").write_text("\n".join([notice, MODIFIED, licence.strip() + "\n"]))
    print(f"ilrs-hans.otf: {len(changed)} bytes, {len(characters)} characters")


if __name__ == "__main__":
    main()
