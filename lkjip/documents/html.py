"""A paper as one HTML page, ready to print: no script, no other file."""

from functools import cache
from typing import TYPE_CHECKING

from lkjip.documents.paper import Paper

if TYPE_CHECKING:
    from jinja2 import Template

_PAGE = """\
<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ paper.title }}</title>
<style>
@page { size: A4 landscape; margin: 14mm }
body { font: 10pt/1.35 "Liberation Sans", Arial, sans-serif; color: #000; background: #fff; margin: 1rem auto; max-width: 62rem }
h1 { font-size: 15pt; margin: 0 0 .4rem }
h2 { font-size: 12pt; margin: 1.1rem 0 .3rem; break-after: avoid }
p { margin: .1rem 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border: 1px solid #444; padding: .25rem .35rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line }
th { background: #e8edf5 }
tr { break-inside: auto }
thead { display: table-header-group }
.basis, .note { color: #333; font-size: 9pt }
.signs { display: flex; justify-content: space-between; margin-top: 2.2rem; break-inside: avoid }
.signs div { width: 40% }
.signs .line { border-bottom: 1px solid #000; height: 3.4rem; margin-bottom: .2rem }
</style>
</head>
<body>
<main>
<h1>{{ paper.title }}</h1>
{% for line in paper.about %}<p>{{ line }}</p>
{% endfor %}<p class="basis">Dasar: {{ paper.basis }}</p>
{% for s in paper.sections %}
<h2>{{ s.title }}</h2>
<table>
<colgroup>{% for w in s.widths %}<col style="width: {{ w }}%">{% endfor %}</colgroup>
<thead><tr>{% for c in s.columns %}<th scope="col">{{ c }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in s.rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>
{% endfor %}</tbody>
</table>
{% if s.note %}<p class="note">{{ s.note }}</p>{% endif %}
{% endfor %}
{% if paper.signed %}<div class="signs"><div><p>Pereviu,</p><div class="line"></div><p>Nama dan tanggal</p></div>
<div><p>Mengetahui,</p><div class="line"></div><p>Nama dan tanggal</p></div></div>{% endif %}
</main>
</body>
</html>
"""


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined).from_string(_PAGE)


def as_html(paper: Paper) -> str:
    """The page; text from reports is always escaped."""
    return _template().render(paper=paper)
