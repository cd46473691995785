import { describe, expect, it } from 'vitest';
import { documentOf } from '../../testing/document-of.ts';
import { p, r, tbl, tc, tr, wordFile } from '../../testing/word-file.ts';

// Office's theme of 2013.
const theme =
  '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>' +
  '<a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent6><a:srgbClr val="70AD47"/></a:accent6>';

const fillsOf = async (body: string, styles = '') =>
  (await documentOf('c.docx', wordFile({ body, theme, styles }))).blocks.map(({ fill }) =>
    fill === undefined ? '' : `${fill.hex} ${fill.by}`,
  );

const shaded = (attributes: string): string => tbl(tr([tc(p('x'), `<w:shd ${attributes}/>`)]));

describe('a theme with a colour of a name that JavaScript knows', () => {
  it('given it, then it is of no use and does no harm', async () => {
    const odd = '<constructor><a:srgbClr val="FF0000"/></constructor>';
    const body = shaded('w:themeFill="accent4"');
    const file = wordFile({ body, theme: odd + theme });
    expect((await documentOf('c.docx', file)).blocks.map(({ fill }) => fill?.hex)).toEqual([
      '#FFC000',
    ]);
  });
});

describe('the colour of a cell', () => {
  it.each([
    ['clear', 'w:val="clear" w:color="auto" w:fill="ffc000"', '#FFC000 cell'],
    ['clear without a pattern', 'w:fill="FFC000"', '#FFC000 cell'],
    ['automatic', 'w:val="clear" w:color="auto" w:fill="auto"', ''],
    ['white', 'w:val="clear" w:fill="FFFFFF"', ''],
    ['nil', 'w:val="nil" w:fill="FF0000"', ''],
    [
      'solid: the pattern’s own colour',
      'w:val="solid" w:color="FF0000" w:fill="00FF00"',
      '#FF0000 cell',
    ],
    // Half red, half white: (255, 127.5, 127.5).
    ['half of a pattern', 'w:val="pct50" w:color="FF0000" w:fill="FFFFFF"', '#FF8080 cell'],
    // A quarter black on white: 255 × 0.75 = 191.25.
    ['a grey pattern', 'w:val="pct25" w:color="auto" w:fill="auto"', '#BFBFBF cell'],
    ['nonsense', 'w:val="clear" w:fill="12"', ''],
  ])('given shading that is %s (%s), then the cell has “%s”', async (_, attributes, expected) => {
    expect(await fillsOf(shaded(attributes))).toEqual([expected]);
  });

  // The values that Word writes for these tints and shades of its own theme, from its colour picker.
  it.each([
    ['a colour of the theme', 'w:themeFill="accent4"', '#FFC000 cell'],
    ['darker by a quarter', 'w:themeFill="accent1" w:themeFillShade="BF"', '#2F5496 cell'],
    [
      'lighter by 40 in 100, as Word rounds it',
      'w:fill="A8D08D" w:themeFill="accent6" w:themeFillTint="99"',
      '#A8D08D cell',
    ],
    // L = (173 + 71) / 2 / 255 = 0.478; 0.478 × 0.4 + 0.6 = 0.791; S = 102 / 244 = 0.418; C = 0.418 × 0.418 = 0.175:
    // green 0.791 + 0.087 = 0.878 = 224, blue 0.704 = 180, red between, by hue 95.9°: 180 + 44.5 × 0.402 = 197.
    ['lighter by 60 in 100', 'w:themeFill="accent6" w:themeFillTint="66"', '#C5E0B4 cell'],
    [
      'another than the theme says: the theme’s',
      'w:fill="FF0000" w:themeFill="accent4"',
      '#FFC000 cell',
    ],
    ['the page’s', 'w:themeFill="background1"', ''],
    ['a theme’s that it does not have', 'w:fill="00B050" w:themeFill="accent9"', '#00B050 cell'],
  ])('given %s (%s), then the cell has “%s”', async (_, attributes, expected) => {
    expect(await fillsOf(shaded(`w:val="clear" ${attributes}`))).toEqual([expected]);
  });
});

describe('the colour of words', () => {
  const ink = (colour: string): string => `<w:color w:val="${colour}"/>`;
  const para = (...runs: ReadonlyArray<string>): string => `<w:p>${runs.join('')}</w:p>`;

  it('given words all in one colour, then it is told; where some are plain it is not', async () => {
    const body =
      para(r('On '), r('track', ink('00B050'))) +
      para(r('On ', ink('00B050')), r('   '), r('track', ink('00B050'))) +
      para(r('Plain', ink('auto'))) +
      para(r('Black', ink('000000')));
    expect(await fillsOf(body)).toEqual(['', '#00B050 words', '', '']);
  });

  it('given a coloured sign before plain words, then its colour is told; two signs that differ tell none', async () => {
    const body =
      para(r('● ', ink('FF0000')), r('Delayed')) +
      para(r('●', ink('FF0000')), r('●', ink('00B050')), r('Both'));
    expect(await fillsOf(body)).toEqual(['#FF0000 words', '']);
  });

  it('given a cell of two paragraphs, then words tell a colour only where all have it', async () => {
    const body = tbl(
      tr([
        tc(para(r('Red', ink('FF0000'))) + para(r('since May'))),
        tc(para(r('Red', ink('FF0000'))) + para(r('since May', ink('FF0000')))),
      ]),
    );
    expect(await fillsOf(body)).toEqual(['', '', '#FF0000 words', '#FF0000 words']);
  });

  it('given highlighted words, then the highlighter’s colour is told before that of the words', async () => {
    const body =
      para(r('Amber', `<w:highlight w:val="yellow"/>${ink('FF0000')}`)) +
      para(r('Am', '<w:highlight w:val="darkGreen"/>'), r('ber')) +
      para(r('Off', '<w:highlight w:val="none"/>')) +
      para(r('Run', '<w:shd w:val="clear" w:fill="92D050"/>')) +
      p('Paragraph', '<w:shd w:val="clear" w:fill="92D050"/>');
    expect(await fillsOf(body)).toEqual([
      '#FFFF00 highlight',
      '',
      '',
      '#92D050 highlight',
      '#92D050 highlight',
    ]);
  });

  it('given a cell with a colour, then it counts before what its words have', async () => {
    const word = para(r('Amber', '<w:highlight w:val="yellow"/>'));
    const body = tbl(tr([tc(word, '<w:shd w:val="clear" w:fill="FF0000"/>'), tc(word)]));
    expect(await fillsOf(body)).toEqual(['#FF0000 cell', '#FFFF00 highlight']);
  });

  it('given a cell with nothing but highlighted spaces, then they tell its colour', async () => {
    const bar = para(r('    ', '<w:highlight w:val="red"/>'));
    expect(await fillsOf(tbl(tr([tc(bar)])))).toEqual(['#FF0000 highlight']);
  });

  it('given colours of styles, then those for emphasis are told; a heading’s, a link’s and the text’s own are not', async () => {
    const style = (type: string, id: string, name: string, inside: string, more = '') =>
      `<w:style w:type="${type}" w:styleId="${id}"${more}><w:name w:val="${name}"/><w:rPr>${inside}</w:rPr></w:style>`;
    const styles =
      style('paragraph', 'N', 'Normal', ink('333333'), ' w:default="1"') +
      style('paragraph', 'H', 'heading 1', ink('2F5496')) +
      style('paragraph', 'A', 'Alert', ink('C00000')) +
      style('character', 'L', 'Hyperlink', ink('0563C1')) +
      style('character', 'G', 'Good', ink('00B050'));
    const body =
      p('Text') +
      p('Head', '<w:pStyle w:val="H"/>') +
      p('Alert', '<w:pStyle w:val="A"/>') +
      para(r('Link', '<w:rStyle w:val="L"/>')) +
      para(`<w:hyperlink w:anchor="x">${r('Here', ink('0000FF'))}</w:hyperlink>`) +
      para(r('Good', '<w:rStyle w:val="G"/>'));
    expect(await fillsOf(body, styles)).toEqual(['', '', '#C00000 words', '', '', '#00B050 words']);
  });

  it('given a table’s style with coloured rows, then they are no colour of the cells', async () => {
    const styles =
      '<w:style w:type="table" w:styleId="T"><w:name w:val="Bands"/><w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:fill="C6EFCE"/></w:tcPr></w:tblStylePr></w:style>';
    const body = `<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>${tr([tc(p('x'))])}</w:tbl>`;
    expect(await fillsOf(body, styles)).toEqual(['']);
  });
});
