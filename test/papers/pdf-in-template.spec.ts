import { resolveQuestion, workbookAnswer } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { writePaper } from '@trackrecord/papers';
import { livedInHarbour, must, rightOf } from '@trackrecord/test-kit';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookupPython } from '../formats/kit/other-programs.ts';
import { lookupTool } from './lookup-tool.ts';

/** 3 × 1 points, with clear ones: made by another program (ImageMagick), so that nothing here knows how. */
const logo =
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAABCAYAAAAb4BS0AAAAD0lEQVQI12P4z8DwnwEKABT4Af+8i/6EAAAAAElFTkSuQmCC';

const run = (name: string, ...args: ReadonlyArray<string>) => {
  const { status, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
};

const hasPython = lookupPython()._tag === 'Found';
const hasTools = lookupTool('pdfinfo', 'poppler-utils') && lookupTool('qpdf', 'qpdf');

// The template is built by python-docx, and the paper is judged by poppler and qpdf.
describe.runIf(hasPython && hasTools)('a PDF paper in a template that somebody made', () => {
  let directory = '';
  let file = '';
  let notTaken: ReadonlyArray<string> = [];

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'trackrecord-house-'));
    file = join(directory, 'paper.pdf');
    const [picture, template] = [join(directory, 'logo.png'), join(directory, 'house.docx')];
    writeFileSync(picture, Buffer.from(logo, 'base64'));
    const script = fileURLToPath(new URL('./build_template.py', import.meta.url));
    expect(run('/usr/bin/python3', script, picture, template)).toMatchObject({ status: 0 });
    const deps = await livedInHarbour();
    rightOf(await deps.views.catchUp()());
    const question = rightOf(resolveQuestion(deps)(must(PlanId)('harbour'), {}));
    const answer = rightOf(workbookAnswer(deps)(question, { withHistory: false }));
    const made = { madeOn: must(LocalDate)('2026-07-01') };
    const wanted = { kind: 'pdf', template: readFileSync(template) } as const;
    const paper = rightOf(await writePaper(answer, made, wanted)());
    writeFileSync(file, paper.bytes);
    notTaken = paper.notTaken;
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const wordsOn = (page: number): string =>
    run('pdftotext', '-layout', '-f', String(page), '-l', String(page), file, '-').stdout;

  it('then its cover comes first, filled in, on an upright page without header and footer', () => {
    const words = wordsOn(1).replace(/\s+/gu, ' ').trim();
    expect(words).toMatch(/^Harbour Children’s Plan Paper for the board, 30 June 2026$/u);
    expect(run('pdfinfo', '-f', '1', '-l', '2', file).stdout).toMatch(
      /Page +1 size: +595\.\d+ x 841\.\d+ pts \(A4\)[\s\S]*Page +2 size: +841\.\d+ x 595\.\d+ pts/u,
    );
  });

  it('then the paper lies across after it, between the header and the footer, with page numbers', () => {
    const pages = Number(/^Pages: +(\d+)/mu.exec(run('pdfinfo', file).stdout)?.[1]);
    expect(pages).toBeGreaterThan(2);
    for (let page = 2; page <= pages; page += 1) {
      const words = wordsOn(page);
      expect(words).toContain('Children and young people');
      expect(words).toMatch(new RegExp(`At ordinal \\d+, page ${page} of ${pages}`, 'u'));
    }
    expect(wordsOn(2)).toContain('Summary');
    expect(wordsOn(pages)).toContain('Harbour House, 1 Quay Street');
  });

  it('then its logos are there, in their sizes', () => {
    const pictures = run('pdfimages', '-list', '-f', '1', '-l', '2', file)
      .stdout.split('\n')
      .slice(2, 4);
    expect(pictures.map((line) => line.trim().split(/ +/u).slice(0, 5))).toEqual([
      ['1', '0', 'image', '3', '1'],
      ['2', '1', 'image', '3', '1'],
    ]);
    const inches = pictures.map((line) => Number(line.trim().split(/ +/u)[12]));
    // Three points over eight centimetres (3 × 2.54 / 8), and over three, which poppler rounds.
    expect(inches[0]).toBeCloseTo(0.9525, 2);
    expect(inches[1]).toBe(3);
  });

  it('when a reader asks for its structure, then pictures, title and sections in their order', () => {
    const { stdout, stderr } = run('pdfinfo', '-struct-text', file);
    expect(stderr).toBe('');
    const types = Array.from(stdout.matchAll(/^ {2}(\w+)/gmu), ([, type]) => type);
    expect(types.slice(0, 5)).toEqual(['Figure', 'H1', 'P', 'Figure', 'Sect']);
    expect(stdout).not.toMatch(/At ordinal \d+, page/u);
  });

  it('when qpdf checks it, then it finds nothing wrong', () => {
    expect(run('qpdf', '--check', file)).toMatchObject({ status: 0, stderr: '' });
  });

  it('then whoever made the template is told what is not taken', () => {
    expect(notTaken.join('\n')).toContain('the fonts of the template (Georgia) are not taken');
  });
});
