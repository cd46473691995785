import { rightOf } from '@trackrecord/test-kit';
import {
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
  type IStylesOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { BoardPaper, PaperBlock } from '../../paper/board-paper.ts';
import { tableOf, wordsCell } from '../../paper/blocks.ts';
import { aBoardPaper, aSection } from '../../paper/testing/a-board-paper.ts';
import { setText, textOf } from '../../package/package-parts.ts';
import { changedParts } from '../../testing/changed-parts.ts';
import { describePaperRefusal } from '../paper-refusal.ts';
import { elementsOf, inStyle, readWord, wordsOf } from '../testing/read-word.ts';
import { wordPaper } from '../word-paper.ts';

const table: PaperBlock = tableOf(
  'One.',
  [{ head: 'Ref', share: 1, of: () => wordsCell('27') }],
  [0],
);

const paper = aBoardPaper([
  aSection([
    { _tag: 'Heading', level: 2, words: 'Priority 2' },
    table,
    { _tag: 'Bullets', items: ['A point.'] },
  ]),
]);

type Made = Readonly<{
  body?: ReadonlyArray<string | IParagraphOptions | Table>;
  section?: Partial<ISectionOptions>;
  styles?: IStylesOptions;
}>;

/** A template as somebody makes one: a cover, and the paper on its own line. */
const aTemplate = ({
  body = ['{{title}}', '{{paper}}'],
  section = {},
  styles = {},
}: Made = {}): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      styles,
      sections: [
        {
          ...section,
          children: body.map((one) =>
            one instanceof Table
              ? one
              : new Paragraph(typeof one === 'string' ? { text: one } : one),
          ),
        },
      ],
    }),
  );

const filled = async (template: Uint8Array, of: BoardPaper = paper) =>
  readWord(rightOf(await wordPaper(of, template)));

const refusal = async (template: Uint8Array): Promise<string> => {
  const written = await wordPaper(paper, template);
  return E.isLeft(written) ? describePaperRefusal(written.left) : 'it was taken';
};

describe('a template with placeholders', () => {
  it('given each of them, in the cover, the header and the footer, then its words stand there', async () => {
    const template = await aTemplate({
      body: [
        '{{title}} | {{subtitle}} | {{period}} | {{organisation}} | {{plan}}',
        '{{as of}} | {{known at}} | {{ordinal}} | {{made on}}',
        '{{paper}}',
        'After it',
      ],
      section: {
        headers: { default: new Header({ children: [new Paragraph('Of {{organisation}}')] }) },
        footers: { default: new Footer({ children: [new Paragraph('At {{ordinal}}')] }) },
      },
    });
    const { text, part } = await filled(template);
    expect(elementsOf(text, 'w:p').map(wordsOf)).toEqual([
      'Harbour Plan | Board paper, 2026 – 2028 | 2026 – 2028 | Harbour Partnership | harbour',
      '30 June 2026 | 1 July 2026 at 09:00 | 812 | 1 July 2026',
      'Summary',
      'Priority 2',
      'Ref',
      '27',
      '',
      'A point.',
      'Made by Trackrecord from plan harbour as of 2026-06-30, at ordinal 812',
      'After it',
    ]);
    expect(wordsOf(part('word/header1.xml'))).toBe('Of Harbour Partnership');
    expect(wordsOf(part('word/footer1.xml'))).toBe('At 812');
  });

  it('given one that Word has cut into runs, with capitals and spaces, then it is known', async () => {
    const middle: IRunOptions = { text: ' OF }', bold: true };
    const cut = { children: [new TextRun('{{ As'), new TextRun(middle), new TextRun('}')] };
    const { text } = await filled(await aTemplate({ body: [cut, '{{ Paper }}'] }));
    expect(elementsOf(text, 'w:p').map(wordsOf)[0]).toBe('30 June 2026');
  });

  it('given none for the title, then the paper brings its own', async () => {
    const { text } = await filled(await aTemplate({ body: ['{{paper}}'] }));
    expect(inStyle(text, 'Title')).toEqual(['Harbour Plan']);
  });

  it('given nothing to say for one, then nothing stands there', async () => {
    const without = { ...paper, about: { ...paper.about, organisation: null } };
    const template = await aTemplate({ body: ['Of {{organisation}}', '{{paper}}'] });
    const { text } = await filled(template, without);
    expect(elementsOf(text, 'w:p').map(wordsOf)[0]).toBe('Of ');
  });

  it('given words of the plan that look like one, then they stay words', async () => {
    const braces = aBoardPaper(
      [aSection([{ _tag: 'Paragraph', words: 'See {{title}} and {{paper}} at {{ordinal}}.' }])],
      { title: '{{ordinal}} {{title}}', subtitle: '{{title}}' },
    );
    const { text } = await filled(
      await aTemplate({
        body: ['{{ordinal}} {{title}} {{subtitle}}', '{{paper}}', '{{subtitle}} {{title}}'],
      }),
      braces,
    );
    expect(elementsOf(text, 'w:p').map(wordsOf)).toEqual([
      '812 {{ordinal}} {{title}} {{title}}',
      'Summary',
      'See {{title}} and {{paper}} at {{ordinal}}.',
      'Made by Trackrecord from plan harbour as of 2026-06-30, at ordinal 812',
      '{{title}} {{ordinal}} {{title}}',
    ]);
  });
});

describe('a template with styles', () => {
  it('given its own headings, by their names in Word, then the paper uses them as they are', async () => {
    const styles: IStylesOptions = {
      paragraphStyles: [
        { id: 'berschrift1', name: 'heading 1', run: { color: '6A1B4D' } },
        { id: 'Zelle', name: 'Board paper cell', run: { size: 20 } },
      ],
    };
    const template = await changedParts(await aTemplate({ styles }), (parts) => {
      const sheet = textOf(parts, 'word/styles.xml');
      setText(
        parts,
        'word/styles.xml',
        sheet.replace(/<w:style [^>]*w:styleId="Heading1"[\s\S]*?<\/w:style>/u, ''),
      );
    });
    const { text, part } = await filled(template);
    expect(inStyle(text, 'berschrift1')).toEqual(['Summary']);
    expect(inStyle(text, 'Zelle')).toEqual(['27']);
    const sheet = part('word/styles.xml');
    expect(sheet).toContain('6A1B4D');
    expect(sheet).not.toContain('w:styleId="Heading1"');
    // What it had not is there now, in the template's own letters.
    const added = elementsOf(sheet, 'w:style').filter((one) => one.includes('"PaperColumnHead"'));
    expect(added).toHaveLength(1);
    expect(added[0]).not.toContain('w:rFonts');
  });

  it('given a table style of its own, then tables are in it, and draw no lines', async () => {
    const template = await changedParts(await aTemplate(), (parts) => {
      const sheet = textOf(parts, 'word/styles.xml');
      const style =
        '<w:style w:type="table" w:styleId="Ours"><w:name w:val="Board Paper Table"/></w:style>';
      setText(parts, 'word/styles.xml', sheet.replace('</w:styles>', `${style}</w:styles>`));
    });
    const [found = ''] = elementsOf((await filled(template)).text, 'w:tbl');
    expect(found).toContain('<w:tblStyle w:val="Ours"/>');
    expect(found).not.toContain('<w:tblBorders>');
    expect(found).not.toContain('<w:shd');
  });

  it('given a page across with narrow margins, then tables are as wide as it is', async () => {
    const page = {
      size: { width: 11906, height: 16838, orientation: 'landscape' as const },
      margin: { left: 1000, right: 838 },
    };
    const { text } = await filled(await aTemplate({ section: { properties: { page } } }));
    // 16838 less 1838.
    expect(text).toContain('<w:gridCol w:w="15000"/>');
  });
});

describe('what a filled template says of itself', () => {
  it('given properties of the template, then they stay, and the paper’s own are added', async () => {
    const own = (pid: number, name: string, value: string) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${pid}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`;
    const template = await changedParts(await aTemplate(), (parts) => {
      const custom = textOf(parts, 'docProps/custom.xml');
      const kept = own(4, 'Department', 'Children') + own(5, 'Trackrecord.plan', 'another');
      setText(parts, 'docProps/custom.xml', custom.replace(/\/>$/u, `>${kept}</Properties>`));
    });
    const { part } = await filled(template);
    const custom = part('docProps/custom.xml');
    const found = [...custom.matchAll(/pid="(\d+)" name="([^"]*)"/gu)].map(([, ...one]) => one);
    expect(found).toEqual([
      ['4', 'Department'],
      ['5', 'Trackrecord.plan'],
      ['6', 'Trackrecord.ordinal'],
      ['7', 'Trackrecord.asOf'],
      ['8', 'Trackrecord.form'],
    ]);
    expect(custom).not.toContain('another');
    expect(part('docProps/core.xml')).toContain('<dc:title>Harbour Plan, as of 30 June 2026');
  });

  it('given a file that says it is a template (.dotx), then a document comes of it', async () => {
    const dotx = await changedParts(await aTemplate(), (parts) => {
      const types = textOf(parts, '[Content_Types].xml');
      setText(
        parts,
        '[Content_Types].xml',
        types.replace('document.main+xml', 'template.main+xml'),
      );
    });
    const types = (await filled(dotx)).part('[Content_Types].xml');
    expect(types).toContain('wordprocessingml.document.main+xml');
    expect(types).not.toContain('template.main+xml');
  });

  it('given the same template and paper again, then the same bytes', async () => {
    const template = await aTemplate();
    const [one, other] = [await wordPaper(paper, template), await wordPaper(paper, template)];
    expect(Buffer.compare(rightOf(one), rightOf(other))).toBe(0);
  });
});

describe('a template that is not taken', () => {
  const place =
    'Put {{paper}} once, in a paragraph of its own in the text of the template: that is where the paper goes.';

  it('given placeholders that nothing is known of, then they are named, and those that are accepted', async () => {
    expect(await refusal(await aTemplate({ body: ['{{logo}} {{Chair}}', '{{paper}}'] }))).toBe(
      'The template asks for {{logo}} and {{Chair}}, which nothing is known of. Accepted are {{title}}, {{subtitle}}, ' +
        '{{period}}, {{organisation}}, {{plan}}, {{as of}}, {{known at}}, {{ordinal}}, {{made on}} and {{paper}}.',
    );
  });

  it('given no place for the paper, then it says so', async () => {
    expect(await refusal(await aTemplate({ body: ['{{title}}'] }))).toBe(
      `The template does not say where the paper goes. ${place}`,
    );
  });

  const inTable = new Table({
    rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('{{paper}}')] })] })],
  });

  it.each([
    [
      'beside words',
      { body: ['See {{paper}} below'] },
      'The template has other words in the paragraph of {{paper}}, which would be lost.',
    ],
    ['twice', { body: ['{{paper}}', '{{paper}}'] }, 'The template has {{paper}} more than once.'],
    ['in a table', { body: [inTable] }, 'The template has {{paper}} in a table.'],
    [
      'in a header',
      {
        body: ['Text'],
        section: {
          headers: { default: new Header({ children: [new Paragraph('{{paper}}')] }) },
        },
      },
      'The template has {{paper}} in a header, a footer or a text box, where a paper has no room.',
    ],
  ] satisfies ReadonlyArray<readonly [string, Made, string]>)(
    'given a place for the paper %s, then it says so',
    async (_, made, words) => {
      expect(await refusal(await aTemplate(made))).toBe(`${words} ${place}`);
    },
  );

  it('given macros, then they are named', async () => {
    const template = await changedParts(await aTemplate(), (parts) => {
      setText(parts, 'word/vbaProject.bin', 'x');
    });
    expect(await refusal(template)).toMatch(
      /^The template holds macros \(in word\/vbaProject\.bin\)\./u,
    );
  });

  it('given a document for macros without any, then it is not taken either', async () => {
    const template = await changedParts(await aTemplate(), (parts) => {
      const types = textOf(parts, '[Content_Types].xml');
      setText(
        parts,
        '[Content_Types].xml',
        types.replace(
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
          'application/vnd.ms-word.document.macroEnabled.main+xml',
        ),
      );
    });
    expect(await refusal(template)).toMatch(/^The template holds macros/u);
  });

  it('given a password, then it says so', async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const encrypted = Buffer.concat([
      Buffer.from(ole),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await refusal(encrypted)).toMatch(/^The template is protected by a password\./u);
  });

  it.each([
    ['nothing', new Uint8Array(), /^The template is empty\./u],
    ['a text', new TextEncoder().encode('{{paper}}'), /^The template is no Word document/u],
    ['half a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /^The template is damaged/u],
  ])('given %s, then it is no template', async (_, bytes, words) => {
    expect(await refusal(bytes)).toMatch(words);
  });

  it('given a part whose XML is broken, then the part is named', async () => {
    const template = await changedParts(await aTemplate(), (parts) => {
      setText(parts, 'word/styles.xml', '<w:styles>');
    });
    expect(await refusal(template)).toMatch(/^The template is damaged: in word\/styles\.xml, /u);
  });
});
