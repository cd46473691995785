import { resolveQuestion, workbookAnswer, type WorkbookAnswer } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { livedInHarbour, must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { paperKinds } from './paper-kinds.ts';
import { type PaperWanted, writePaper } from './write-paper.ts';

const made = { madeOn: must(LocalDate)('2026-07-01') };
const at: { answer?: WorkbookAnswer } = {};

beforeAll(async () => {
  const deps = await livedInHarbour();
  rightOf(await deps.views.catchUp()());
  const question = rightOf(resolveQuestion(deps)(must(PlanId)('harbour'), {}));
  at.answer = rightOf(workbookAnswer(deps)(question, { withHistory: true }));
});

const written = (wanted: PaperWanted, change: Partial<WorkbookAnswer> = {}) => {
  if (at.answer === undefined) throw new Error('there is no answer yet');
  return writePaper({ ...at.answer, ...change }, made, wanted)();
};

/** How files of a kind begin. */
const beginnings: Readonly<Record<(typeof paperKinds)[number], string>> = {
  docx: 'PK\u0003\u0004',
  pdf: '%PDF-1.',
  xlsx: 'PK\u0003\u0004',
  csv: '\u00ef\u00bb\u00bfAction id,Ref,',
  tsv: '\u00ef\u00bb\u00bfAction id\tRef\t',
  md: '# Harbour',
  html: '<!doctype html>',
};

describe('a plan as a file', () => {
  it.each(paperKinds)(
    'given the kind %s, then a file of it, named by plan and date',
    async (kind) => {
      const { bytes, name } = rightOf(await written({ kind }));
      expect(Buffer.from(bytes).toString('latin1').startsWith(beginnings[kind])).toBe(true);
      const table = kind === 'csv' || kind === 'tsv' ? '-actions' : '';
      expect(name).toBe(`harbour-2026-06-30${table}.${kind}`);
    },
  );

  it('given a table, then that one, and its name in the file’s', async () => {
    const { bytes, name, mediaType } = rightOf(await written({ kind: 'csv', table: 'owed' }));
    expect(new TextDecoder().decode(bytes)).toMatch(/^Ref,What,Who owes it,/u);
    expect(name).toBe('harbour-2026-06-30-owed.csv');
    expect(mediaType).toBe('text/csv; charset=utf-8');
  });

  it('given a table of a file that holds none, then it is refused, naming the tables', async () => {
    expect(await written({ kind: 'pdf', table: 'owed' })).toEqual(
      E.left({
        _tag: 'Invalid',
        field: 'table',
        message:
          'table: a pdf file holds no single table; csv and tsv files do. Accepted there are actions, history, changes, owed, indicators, targets.',
      }),
    );
  });

  it('given a template for anything but Word, then it is refused', async () => {
    expect(await written({ kind: 'xlsx', template: new Uint8Array() })).toMatchObject({
      left: { _tag: 'Invalid', field: 'template' },
    });
  });

  it('given a history that whoever asks may not see, then no table of it; a workbook without it', async () => {
    expect(await written({ kind: 'csv', table: 'history' }, { history: null })).toMatchObject({
      left: { _tag: 'NotAuthorised' },
    });
    expect(E.isRight(await written({ kind: 'xlsx' }, { history: null }))).toBe(true);
  });
});
