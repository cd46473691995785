import { copyForms } from '@trackrecord/documents';
import { type Drawing, roughly } from '../chart/drawing.ts';
import { lineChart } from '../chart/line-chart.ts';
import { ratingBars } from '../chart/rating-bars.ts';
import { copyFacts } from '../copies/copy-facts.ts';
import type {
  BoardPaper,
  PaperAbout,
  PaperBlock,
  PaperCell,
  PaperSection,
  PaperTable,
} from '../paper/board-paper.ts';
import { escapeHtml } from './escape-html.ts';
import { paperStyle } from './paper-style.ts';
import { svgOf } from './svg-of.ts';

/** Of pictures: in points, as wide as the text on a page of A4. */
const room = { width: 500, measure: roughly };

/** A cell of one paragraph has no need of an element for it. */
const paragraphs = (all: ReadonlyArray<string>): string =>
  all.length <= 1
    ? escapeHtml(all.join(''))
    : all.map((one) => `<p>${escapeHtml(one)}</p>`).join('');

const cell = (of: PaperCell, isRowHead: boolean, align: 'start' | 'end'): string => {
  if (of._tag === 'Rating')
    return isRowHead
      ? `<th scope="row" class="rating rating-${of.rating.tone}">${escapeHtml(of.rating.word)}</th>`
      : `<td class="rating rating-${of.rating.tone}">${escapeHtml(of.rating.word)}</td>`;
  const words = paragraphs(of.paragraphs);
  if (isRowHead) return `<th scope="row">${words}</th>`;
  return align === 'end' ? `<td class="end">${words}</td>` : `<td>${words}</td>`;
};

/** A table that is wider than the screen moves by itself, and can be reached by the keyboard for that. */
const table = ({ summary, columns, rows, rowHead }: PaperTable): string => {
  const heads = columns
    .map(
      ({ head, align }) =>
        `<th scope="col"${align === 'end' ? ' class="end"' : ''}>${escapeHtml(head)}</th>`,
    )
    .join('');
  const body = rows
    .map(
      (cells) =>
        `<tr>${cells.map((one, index) => cell(one, index === rowHead, columns[index]?.align ?? 'start')).join('')}</tr>`,
    )
    .join('\n');
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns
    .map(({ share }) => `<col style="width:${((100 * share) / shares).toFixed(2)}%">`)
    .join('');
  return `<div class="table" role="group" tabindex="0" aria-label="${escapeHtml(summary)}"><table><caption class="hidden">${escapeHtml(summary)}</caption><colgroup>${widths}</colgroup><thead><tr>${heads}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
};

const figure = (title: string, drawing: Drawing): string =>
  `<figure><figcaption>${escapeHtml(title)}</figcaption>${svgOf(drawing)}</figure>`;

const blockHtml = (block: PaperBlock): string => {
  switch (block._tag) {
    case 'Heading':
      return `<h${block.level + 1}>${escapeHtml(block.words)}</h${block.level + 1}>`;
    case 'Paragraph':
      return `<p>${escapeHtml(block.words)}</p>`;
    case 'Bullets':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'Table':
      return table(block);
    case 'RatingBars':
      return figure(block.title, ratingBars(block, room));
    case 'Lines':
      return figure(block.title, lineChart(block, room));
  }
};

const anchorOf = ({ kind }: PaperSection): string => kind.replaceAll(' ', '-');

const section = (one: PaperSection): string =>
  `<section${one.isWide ? ' class="wide"' : ''} aria-labelledby="${anchorOf(one)}"><h2 id="${anchorOf(one)}">${escapeHtml(one.heading)}</h2>\n${one.blocks.map(blockHtml).join('\n')}</section>`;

const contents = (sections: ReadonlyArray<PaperSection>): string =>
  `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ul>${sections.map((one) => `<li><a href="#${anchorOf(one)}">${escapeHtml(one.heading)}</a></li>`).join('')}</ul></nav>`;

/** What it was made from, as the properties of other files say it. */
const metas = (about: PaperAbout): string =>
  copyFacts(about, copyForms.boardPaper)
    .map(([name, value]) => `<meta name="${name}" content="${escapeHtml(value)}">`)
    .join('');

/** Nothing is fetched and nothing runs, whatever stands in the page. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;

/** A board paper as one page by itself: readable by everybody, printable, with nothing in it that runs. */
export const htmlPaper = (paper: BoardPaper): string =>
  `<!doctype html>
<html lang="${paper.about.language}">
<head><meta charset="utf-8">${policy}<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(`${paper.title}: ${paper.subtitle}`)}</title>${metas(paper.about)}<style>
${paperStyle(paper.footer)}
</style></head>
<body>
<header><h1>${escapeHtml(paper.title)}</h1><p class="subtitle">${escapeHtml(paper.subtitle)}</p>
<ul class="standing">${paper.standing.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul></header>
${contents(paper.sections)}
<main>
${paper.sections.map(section).join('\n')}
</main>
<footer class="ending"><p>${escapeHtml(paper.ending)}</p></footer>
</body>
</html>
`;
