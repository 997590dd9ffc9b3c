"""Makes src/report/assets/gradcheck-math.woff2, the part of TeX Gyre Pagella Math that the pages use.

Needs Python with fonttools and brotli, and the font itself (Debian: fonts-texgyre-math, python3-fonttools,
python3-brotli). Run it from the package's folder: python3 tools/math-font.py path/to/texgyrepagella-math.otf
"""
import sys
from fontTools import subset
from fontTools.ttLib import TTFont

assets = "src/report/assets/"
names = {
    1: "Gradcheck Math",
    2: "Regular",
    3: "Gradcheck Math 1",
    4: "Gradcheck Math",
    5: "Version 1.0; subset of TeX Gyre Pagella Math 1.632",
    6: "GradcheckMath",
}

with open(assets + "gradcheck-math.glyphs.txt", encoding="utf-8") as lines:
    glyphs = [line.split("#")[0].strip() for line in lines]
spans = [[int(end, 16) for end in glyph.split("-")] for glyph in glyphs if glyph]
characters = {code for span in spans for code in range(span[0], span[-1] + 1)}

options = subset.Options(flavor="woff2", layout_features=[], name_IDs=[0, 13], recalc_timestamp=False, hinting=False)
font = TTFont(sys.argv[1], recalcTimestamp=False)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=characters)
subsetter.subset(font)
# The licence asks that a derived font carries another name; the copyright stays.
for identifier, text in names.items():
    font["name"].setName(text, identifier, 3, 1, 0x409)
font.flavor = "woff2"
font.save(assets + "gradcheck-math.woff2")
