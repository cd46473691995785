import { describe, expect, it } from 'vitest';
import { blocksOfPieces } from '../../document/blocks-of-pieces.ts';
import { RefusedFile } from '../refused-file.ts';
import { readMarkdown } from './read-markdown.ts';

const read = async (text: string) =>
  readMarkdown({
    name: 'plan.md',
    bytes: new TextEncoder().encode(text),
    progress: () => undefined,
  });

const told = async (text: string) =>
  blocksOfPieces((await read(text)).pieces).map(({ kind, marker, text: words, level, table }) => {
    const place = table === undefined ? '' : ` ${table.table}.${table.row}.${table.column}`;
    return `${kind}${level === undefined ? '' : ` ${level}`}${place}${marker === undefined ? '' : ` ${marker}`}|${words}`;
  });

const refusalOf = async (text: string) =>
  read(text).then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof RefusedFile ? thrown.refusal : thrown),
  );

describe('a Markdown text', () => {
  it('given headings, paragraphs, lists and a table, then they are those of the page that it makes', async () => {
    expect(
      await told(
        [
          '# Harbour plan',
          '',
          'One **paragraph**',
          'on two lines.  ',
          'A line of its own.',
          '',
          '3. third',
          '4. fourth',
          '   - inside',
          '',
          '- [x] done',
          '- [ ] to do',
          '',
          '| Action | RAG |',
          '| --- | :-: |',
          '| Mend \\| paint | 🟢 |',
          '| Check | |',
        ].join('\n'),
      ),
    ).toEqual([
      'heading 1|Harbour plan',
      'paragraph|One paragraph on two lines.',
      'paragraph|A line of its own.',
      'list item 3.|third',
      'list item 4.|fourth',
      'list item •|inside',
      'list item •|☑ done',
      'list item •|☐ to do',
      'cell 1.1.1|Action',
      'cell 1.1.2|RAG',
      'cell 1.2.1|Mend | paint',
      'cell 1.2.2|🟢',
      'cell 1.3.1|Check',
      'cell 1.3.2|',
    ]);
  });

  it('given HTML in it, then it is read and not run, with its colours', async () => {
    const { pieces, remarks } = await read(
      '<table><tr><td bgcolor="#ffc000">a</td></tr></table>\n\n<script>alert(1)</script>\n\n[site](https://a.example/)',
    );
    expect(pieces.map(({ text, fill }) => [text, fill?.hex])).toEqual([
      ['a', '#FFC000'],
      ['site', undefined],
    ]);
    expect(remarks.map(({ words }) => words)).toEqual([
      '“site” leads to https://a.example/',
      '1 script, not run.',
    ]);
  });

  it('given properties above it, then they are no words of it', async () => {
    const { pieces, properties } = await read(
      '---\ntitle: "Harbour plan"\nplan: p-1\ntags:\n  - boats\n---\n\nWords',
    );
    expect(pieces.map(({ text }) => text)).toEqual(['Words']);
    expect(properties).toEqual({ 'dc:title': 'Harbour plan', plan: 'p-1' });
  });

  it('given a rule above its words, then they are words', async () => {
    expect(await told('---\n\nSome words: and more\n\nand more\n\n---\n')).toEqual([
      'paragraph|Some words: and more',
      'paragraph|and more',
    ]);
  });

  it.each([
    ['quotations without end', '>'.repeat(100_000), 'OverLimit'],
    ['lists in one line without end', '- '.repeat(10_000), 'OverLimit'],
    ['quotations in lists without end', '> 1. '.repeat(1_000), 'OverLimit'],
    ['HTML without end', '<div>'.repeat(1_000), 'OverLimit'],
  ])('given %s, then it is refused by name', async (_, text, tag) => {
    expect(await refusalOf(text)).toMatchObject({ _tag: tag });
  });

  it('given bytes that are not UTF-8, then it is refused as a text is', async () => {
    const bytes = new Uint8Array([0x41, 0xa3]);
    await expect(
      readMarkdown({ name: 'plan.md', bytes, progress: () => undefined }),
    ).rejects.toMatchObject({ refusal: { _tag: 'NotUtf8', offset: 1 } });
  });
});
