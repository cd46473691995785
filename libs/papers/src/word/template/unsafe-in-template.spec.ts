import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { type Parts, partsOf, setText, textOf } from '../../package/package-parts.ts';
import { changedParts } from '../../testing/changed-parts.ts';
import { aBoardPaper } from '../../paper/testing/a-board-paper.ts';
import { pdfPaperIn } from '../../pdf/pdf-paper.ts';
import { describePaperRefusal } from '../paper-refusal.ts';
import { wordPaper } from '../word-paper.ts';
import { exampleTemplate } from './example-template.ts';

const main = 'word/document.xml';
const paper = aBoardPaper([]);

const template = async (change: (parts: Parts) => void): Promise<Uint8Array> =>
  changedParts(await exampleTemplate(), change);

const withWords = (xml: string) => (parts: Parts) => {
  setText(
    parts,
    main,
    textOf(parts, main).replace('<w:body>', () => `<w:body>${xml}`),
  );
};

const withLink = (type: string, part: string) => (parts: Parts) => {
  const rels = `word/_rels/${part}.rels`;
  const before =
    textOf(parts, rels) ||
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const target = `Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://example.invalid/x" TargetMode="External"`;
  setText(
    parts,
    rels,
    before.replace('</Relationships>', `<Relationship ${target}/></Relationships>`),
  );
};

const refused = async (bytes: Uint8Array): Promise<ReadonlyArray<string>> =>
  [await wordPaper(paper, bytes), await pdfPaperIn(bytes, paper)].map((written) =>
    E.isLeft(written) ? describePaperRefusal(written.left) : 'taken',
  );

const run = (inside: string): string => `<w:p><w:r>${inside}</w:r></w:p>`;
const begin = '<w:fldChar w:fldCharType="begin"/>';
const code = (words: string): string => `<w:instrText>${words}</w:instrText>`;

describe('what a template may not hold', () => {
  it.each([
    ['a field in pieces', run(`${begin}${code(' DD')}${code('EAUTO cmd.exe')}`), 'DDEAUTO'],
    [
      'a field within another',
      run(`${begin}${code('PAGE')}${begin}${code('INCLUDETEXT x')}`),
      'INCLUDETEXT',
    ],
    ['a simple field', '<w:p><w:fldSimple w:instr=" LINK Excel.Sheet x"/></w:p>', 'LINK'],
    ['a field in other signs', run(`${begin}${code('&#68;DE x')}`), 'DDE'],
  ])('given %s that fetches something, then it is refused by name', async (_what, xml, name) => {
    const words = await refused(await template(withWords(xml)));
    for (const one of words) expect(one).toContain(`a field ${name}, which fetches or starts`);
  });

  it.each(['image', 'oleObject', 'frame'])(
    'given a part %s from elsewhere, then it is refused by name',
    async (type) => {
      const words = await refused(await template(withLink(type, 'document.xml')));
      for (const one of words) expect(one).toContain(`takes ${type} from elsewhere`);
    },
  );

  it('given a link and a template of its own, then it is taken, and the latter is left out', async () => {
    const bytes = await template((parts) => {
      withLink('hyperlink', 'document.xml')(parts);
      withLink('attachedTemplate', 'settings.xml')(parts);
      const settings = textOf(parts, 'word/settings.xml');
      setText(
        parts,
        'word/settings.xml',
        settings.replace(
          '</w:settings>',
          '<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdX"/></w:settings>',
        ),
      );
    });
    const written = await wordPaper(paper, bytes);
    const parts = await partsOf(E.isRight(written) ? written.right : new Uint8Array());
    expect(textOf(parts, 'word/settings.xml')).toMatch(/^<\?xml/u);
    expect(textOf(parts, 'word/settings.xml')).not.toContain('attachedTemplate');
    expect(textOf(parts, 'word/_rels/settings.xml.rels')).not.toContain('attachedTemplate');
  });

  it.each([
    ['page breaks', run('<w:br w:type="page"/>').repeat(201), 'page breaks'],
    ['runs', run('<w:t>x</w:t>').repeat(11_000), 'runs of words'],
    ['tabs', run(`<w:t>${'\t'.repeat(21_000)}</w:t>`), 'runs of words'],
  ])('given %s without end, then it is too much', async (_what, xml, name) => {
    const words = await refused(await template(withWords(xml)));
    for (const one of words) expect(one).toContain(name);
  });

  it('given text boxes in text boxes, then each says its words once, and at once', async () => {
    const boxes = Array.from({ length: 20 }).reduce<string>(
      (inside, _, at) =>
        run(
          `<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${run(`<w:t>Box${at}</w:t>`)}${inside}</w:txbxContent></v:textbox></v:shape></w:pict>`,
        ),
      '',
    );
    const written = await pdfPaperIn(await template(withWords(boxes)), paper, { compress: false });
    expect(E.isRight(written)).toBe(true);
  });
});
