import * as t from 'io-ts';
import { must } from '@trackrecord/test-kit';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ChangedJson, ImportJson } from './kit/answers.ts';
import type { Desk } from './kit/desk.ts';

const folder = new URL('../../apps/cli/samples/harbour-and-vale/', import.meta.url);

/** Where a file of the sample is. */
export const sampleFile = (name: string): string => fileURLToPath(new URL(name, folder));

const Changes = t.readonlyArray(
  t.intersection([
    t.type({ id: t.string, on: t.string, after: t.string, command: t.readonlyArray(t.string) }),
    t.partial({ retracts: t.string }),
  ]),
);

/** The sample's papers and their dates. */
export const papers: ReadonlyArray<readonly [name: string, on: string]> = [
  ['plan-2025-q1.txt', '2025-03-31'],
  ['plan-2025-q2.txt', '2025-06-30'],
  ['plan-2025-q3.txt', '2025-09-30'],
  ['plan-2025-q4.txt', '2025-12-31'],
];

export const importPaper = (
  desk: Desk,
  name: string,
  on: string,
  ...rest: ReadonlyArray<string>
): Promise<ImportJson> => {
  const argv = ['import', sampleFile(name), '--plan', 'harbour', '--effective-on', on];
  return desk.json(ImportJson, ...argv, '--by', 'Rhoda Tansley', ...rest);
};

/** What a year left behind: the imports' reports by paper, and the ordinal of each change by its id. */
export type Year = Readonly<{
  reports: ReadonlyMap<string, ImportJson>;
  ordinals: ReadonlyMap<string, number>;
}>;

/** Lives through the sample's year: each paper on its date, each change on its own. */
export const liveThrough = async (desk: Desk): Promise<Year> => {
  const changes = must(Changes)(
    JSON.parse(readFileSync(sampleFile('changes-between.json'), 'utf8')),
  );
  const reports = new Map<string, ImportJson>();
  const ordinals = new Map<string, number>();
  for (const [name, on] of papers) {
    desk.setNow(on);
    reports.set(name, await importPaper(desk, name, on));
    for (const { id, on: date, command, retracts } of changes.filter(
      ({ after }) => after === name,
    )) {
      desk.setNow(date);
      const [verb = '', ...rest] = command;
      const what = retracts === undefined ? rest : [String(ordinals.get(retracts)), ...rest];
      const { ordinal } = await desk.json(ChangedJson, verb, 'harbour', ...what);
      ordinals.set(id, ordinal);
    }
  }
  desk.setNow('2026-01-15');
  return { reports, ordinals };
};
