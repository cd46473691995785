import { parse } from 'csv-parse/sync';
import { Document, Packer, Paragraph } from 'docx';
import * as t from 'io-ts';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPaper, papers, sampleFile } from './harbour-year.ts';
import { PlanJson } from './kit/answers.ts';
import { setUpDesk } from './kit/desk.ts';

const Exported = t.type({
  file: t.string,
  mediaType: t.string,
  bytes: t.number,
  plan: t.string,
  asOf: t.string,
  ordinal: t.number,
});

const Taken = t.type({ copyOf: t.union([t.type({ asOf: t.string }), t.null]) });

const Rows = t.readonlyArray(t.record(t.string, t.string));

/** A CSV file as whoever reads it finds it: by a library that did not write it. */
const rowsIn = (text: string): ReadonlyArray<Readonly<Record<string, string>>> => {
  const read: unknown = parse(text, { bom: true, columns: true });
  if (Rows.is(read)) return read;
  throw new Error('no rows');
};

describe('a plan that is given out', () => {
  const desk = setUpDesk();
  const directory = dirname(desk.file('here.txt', ''));
  const at = (name: string): string => join(directory, name);
  const [[first, march], [second, june]] = [papers[0] ?? ['', ''], papers[1] ?? ['', '']];

  beforeAll(async () => {
    desk.setNow('2025-07-01');
    await importPaper(desk, first, march);
    await importPaper(desk, second, june);
  });

  it.each([
    ['docx', 'PK'],
    ['pdf', '%PDF'],
    ['xlsx', 'PK'],
    ['csv', '\u00ef\u00bb\u00bfAction id,Ref,'],
    ['tsv', '\u00ef\u00bb\u00bfAction id\tRef\t'],
    ['md', '# '],
    ['html', '<!doctype html>'],
  ])('given a name that ends in .%s, then such a file, and what it is of', async (kind, start) => {
    const file = at(`paper.${kind}`);
    const told = await desk.json(Exported, 'export', 'harbour', '--to', file);
    const bytes = readFileSync(file);
    expect(bytes.toString('latin1').startsWith(start)).toBe(true);
    expect(told).toMatchObject({ file, bytes: bytes.length, plan: 'harbour', asOf: '2025-07-01' });
  });

  it('given the table of actions, then a row an action, with what the plan says of it', async () => {
    const { actions } = await desk.json(PlanJson, 'plan', 'harbour');
    const rows = rowsIn(readFileSync(at('paper.csv'), 'utf8'));
    expect(rows.map((row) => [row['Ref'], row['Rating'], row['Action']])).toEqual(
      actions.map(({ ref, rating, title }) => [ref, rating, title]),
    );
  });

  it('given a date and as known then, then what was said by then', async () => {
    const file = at('march.csv');
    await desk.done('export', 'harbour', '--to', file, '--as-of', march);
    const { actions } = await desk.json(PlanJson, 'plan', 'harbour', '--as-of', march);
    expect(rowsIn(readFileSync(file, 'utf8')).map((row) => row['Rating'])).toEqual(
      actions.map(({ rating }) => rating),
    );
    expect(actions).not.toEqual((await desk.json(PlanJson, 'plan', 'harbour')).actions);
  });

  it('given the workbook again as it is, then that it is a copy is told, and nothing is new', async () => {
    const again = ['import', at('paper.xlsx'), '--plan', 'harbour', '--effective-on', '2025-07-01'];
    const { stdout } = await desk.run(...again, '--dry-run');
    expect(stdout.replace(/\s+/gu, ' ')).toMatch(
      /A copy of the plan as of 1 July 2025, made at ordinal \d+: what was edited in it since counts, and nothing else\./u,
    );
    expect(stdout).toContain('New: nothing.');
    const { copyOf } = await desk.json(Taken, ...again, '--dry-run');
    expect(copyOf?.asOf).toBe('2025-07-01');
    const anew = await desk.json(Taken, ...again, '--dry-run', '--as-document');
    expect(anew.copyOf).toBeNull();
  });

  it('given since when, then what changed since then', async () => {
    const argv = ['export', 'harbour', '--to', '-', '--format', 'csv', '--table', 'changes'];
    const since = async (date: string): Promise<number> => {
      const { stdout } = await desk.run(...argv, '--since', date);
      return rowsIn(Buffer.from(stdout, 'latin1').toString('utf8')).filter(
        (row) => row['What changed'] !== 'Silent',
      ).length;
    };
    expect(await since(june)).toBe(0);
    expect(await since(march)).toBeGreaterThan(10);
  });

  it('given a file that is there, then it stays, unless it is to be written over', async () => {
    const file = desk.file('kept.md', 'mine');
    const refused = await desk.run('export', 'harbour', '--to', file);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain('with --force it is written over');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await desk.done('export', 'harbour', '--to', file, '--force');
    expect(readFileSync(file, 'utf8')).toMatch(/^# /u);
  });

  it('given a template that a PDF takes not all of, then what is missing is said, wherever the file goes', async () => {
    const template = at('ours.docx');
    const styles = { default: { document: { run: { font: 'Papyrus' } } } };
    const children = ['{{title}}', '{{paper}}'].map((text) => new Paragraph(text));
    const ours = new Document({ styles, sections: [{ children }] });
    writeFileSync(template, await Packer.toBuffer(ours));
    const missing = 'the fonts of the template (Papyrus) are not taken';
    const file = at('ours.pdf');
    const argv = ['export', 'harbour', '--template', template] as const;
    expect(await desk.done(...argv, '--to', file)).toContain(missing);
    const Told = t.type({ notTaken: t.readonlyArray(t.string) });
    const told = await desk.json(Told, ...argv, '--to', file, '--force');
    expect(told.notTaken.join(' ')).toContain(missing);
    const printed = await desk.run(...argv, '--to', '-', '--format', 'pdf');
    expect(printed.stdout.startsWith('%PDF')).toBe(true);
    expect(printed.stderr).toContain(missing);
    const word = await desk.run(...argv, '--to', at('ours-filled.docx'));
    expect(word.stdout).not.toContain('not taken');
  });

  it('given all of that, then nothing stands beside the files', () => {
    expect(readdirSync(directory).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.each<readonly [argv: ReadonlyArray<string>, code: number, words: string]>([
    [['--to', 'paper.txt'], 2, 'accepted are .docx, .pdf, .xlsx, .csv, .tsv, .md, .html'],
    [['--to', 'paper'], 2, 'cannot be told from its ending'],
    [['--to', '-'], 2, '--to - needs --format'],
    [['--to', '-', '--format', 'doc'], 2, '"doc" is no kind of file'],
    [['--to', '-', '--format', 'md', '--json'], 2, '--to - prints the file itself'],
    [['--to', 'x.csv', '--table', 'people'], 2, 'actions, history, changes, owed'],
    [['--to', 'x.pdf', '--table', 'owed'], 2, 'holds no single table'],
    [['--to', 'x.docx', '--template', 'none.docx'], 3, 'There is no file none.docx'],
    [['--to', 'x.md', '--template', sampleFile(first)], 2, 'docx and pdf files may have one'],
    [['--to', 'x.pdf', '--template', sampleFile(first)], 2, 'The template is no Word document'],
    [['--to', 'x.docx', '--template', sampleFile(first)], 2, 'The template is no Word document'],
    [['--to', 'nowhere/x.pdf'], 3, 'There is no directory for nowhere/x.pdf'],
    [['--to', 'x.pdf', '--since', '2025-08-01'], 2, 'come after the paper'],
    [['--to', 'x.pdf', '--as-of', '2020-01-01'], 3, 'harbour'],
  ])('given %j, then it is refused, and nothing is written', async (argv, code, words) => {
    const ran = await desk.run('export', 'harbour', ...argv);
    expect({ ...ran, stderr: ran.stderr.includes(words) ? words : ran.stderr }).toEqual({
      code,
      stdout: '',
      stderr: words,
    });
  });
});
