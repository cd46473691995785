import { resolveQuestion, workbookAnswer, type WorkbookAnswer } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { writePaper } from '@trackrecord/papers';
import { anActionAnswer, livedInHarbour, must, rightOf } from '@trackrecord/test-kit';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookupTool } from './lookup-tool.ts';

const ratings = ['Red', 'Amber', 'Green', 'Not rated'];

/** The plan with so many more actions, their titles up to a few lines long. */
const withActions = (answer: WorkbookAnswer, count: number): WorkbookAnswer => {
  const more = Array.from({ length: count }, (_, index) =>
    anActionAnswer(`x${index + 1}`, {
      title: `Open hub ${index + 1}${' for all who live by the sea'.repeat(index % 7)}`,
      rating: ratings[index % ratings.length] ?? '',
      under: { priority: index % 2 === 0 ? '2' : '3', theme: null, enabler: null, results: [] },
    }),
  );
  return { ...answer, plan: { ...answer.plan, actions: [...answer.plan.actions, ...more] } };
};

// Judged by poppler and qpdf, which know nothing of how the paper is made.
describe('a board paper as PDF, in the hands of others', () => {
  let directory = '';
  let file = '';

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'trackrecord-papers-'));
    file = join(directory, 'paper.pdf');
    const deps = await livedInHarbour();
    rightOf(await deps.views.catchUp()());
    const question = rightOf(resolveQuestion(deps)(must(PlanId)('harbour'), {}));
    const answer = rightOf(workbookAnswer(deps)(question, { withHistory: false }));
    const made = { madeOn: must(LocalDate)('2026-07-01') };
    const told = { ...withActions(answer, 60), partnership: 'TIDE & Łódź' };
    const paper = rightOf(await writePaper(told, made, { kind: 'pdf' })());
    writeFileSync(file, paper.bytes);
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const run = (name: string, ...args: ReadonlyArray<string>) => {
    const { status, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  describe.runIf(lookupTool('pdfinfo', 'poppler-utils'))('by poppler', () => {
    it('when it is asked what the file is, then tagged A4 pages of PDF 1.7 with a title', () => {
      const { stdout } = run('pdfinfo', file);
      expect(stdout).toMatch(/^Tagged: +yes$/mu);
      expect(stdout).toMatch(/^PDF version: +1\.7$/mu);
      expect(stdout).toMatch(/^Title: +Harbour Children’s Plan: Board paper, 2026 – 2028$/mu);
      expect(stdout).toMatch(/^Author: +TIDE & Łódź$/mu);
      expect(stdout).toMatch(/^CreationDate: +Wed Jul +1 00:00:00 2026/mu);
      expect(stdout).toMatch(/^JavaScript: +no$/mu);
    });

    it('when it reads the structure, then heads of columns and rows, and every action in a row', () => {
      const { stdout, stderr } = run('pdfinfo', '-struct-text', file);
      expect(stderr).toBe('');
      const heads = [
        'H1',
        'H2',
        'H3',
        'L ',
        'LI',
        'Lbl',
        'LBody',
        'Table',
        'THead',
        'TBody',
        'Figure',
      ];
      for (const type of heads) expect(stdout).toMatch(new RegExp(`^ +${type}`, 'mu'));
      expect(stdout).toMatch(/TH:\n +\/Scope \/Column\n +"Rating"/u);
      for (let action = 1; action <= 60; action += 1)
        expect(stdout).toMatch(new RegExp(`TH:\\n +/Scope /Row\\n +"x${action}"`, 'u'));
    });

    it('when its words are taken out, then they come in the order of the paper', () => {
      const { stdout } = run('pdftotext', '-layout', file, '-');
      const order = [
        'Harbour Children’s Plan',
        'Summary',
        'Actions by priority',
        'Updates owed',
        'How to read',
      ];
      const places = order.map((words) => stdout.indexOf(words));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    });

    it('when its fonts are listed, then every one is embedded, in part, and can be read as text', () => {
      const fonts = run('pdffonts', file).stdout.trim().split('\n').slice(2);
      expect(fonts).toHaveLength(2);
      for (const font of fonts) expect(font).toMatch(/Identity-H +yes yes yes/u);
    });

    it('when its metadata is read, then it is XML that says what it is', () => {
      const { stdout } = run('pdfinfo', '-meta', file);
      expect(stdout).toContain('<rdf:li>TIDE &amp; Łódź</rdf:li>');
      expect(stdout).toContain('<pdfuaid:part>1</pdfuaid:part>');
    });
  });

  describe.runIf(lookupTool('qpdf', 'qpdf'))('by qpdf', () => {
    it('when it checks the file, then it finds nothing wrong', () => {
      const { status, stdout } = run('qpdf', '--check', file);
      expect(stdout).toContain('No syntax or stream encoding errors found');
      expect(status).toBe(0);
    });
  });
});
