import { type Format, readSafely, type ReadDocument } from '@trackrecord/documents';
import { rightOf } from '@trackrecord/test-kit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Layout, layouts, type ToldAction } from './kit/layouts.ts';
import {
  converted,
  lookupLibreOffice,
  lookupPython,
  runPython,
  workshop,
} from './kit/other-programs.ts';

const python = lookupPython();
const office = lookupLibreOffice();
for (const program of [python, office])
  if (program._tag === 'Missing') console.log(`Layouts of others: skipped, since ${program.why}`);

const place = workshop();
afterAll(place.remove);

/** Every file by its layout and format. */
const files = new Map<string, Uint8Array>();
const keyOf = (name: string, format: Format): string => `${name}.${format}`;

/** What LibreOffice makes of each kind, one run for each. */
const conversions: ReadonlyArray<readonly [to: Format, from: ReadonlyArray<Layout['from']>]> = [
  ['odt', ['docx']],
  ['doc', ['docx']],
  ['ods', ['xlsx']],
  ['html', ['docx', 'xlsx']],
  ['pdf', ['docx', 'xlsx']],
];

const build = (): void => {
  if (python._tag === 'Missing') return;
  runPython('build_layouts.py', [place.path], '');
  const pathOf = ({ name, from }: Layout): string => join(place.path, keyOf(name, from));
  for (const layout of layouts)
    files.set(keyOf(layout.name, layout.from), readFileSync(pathOf(layout)));
  if (office._tag === 'Missing') return;
  for (const [to, from] of conversions) {
    const own = layouts.filter((layout) => from.includes(layout.from));
    const made = converted(place.path, own.map(pathOf), to);
    for (const [at, { name }] of own.entries()) {
      const bytes = made[at];
      if (bytes !== undefined) files.set(keyOf(name, to), bytes);
    }
  }
};

const reading = new Map<string, Promise<ReadDocument>>();

/** A layout in a format, read once. */
const read = (name: string, format: Format): Promise<ReadDocument> => {
  const key = keyOf(name, format);
  const known = reading.get(key);
  if (known !== undefined) return known;
  const bytes = files.get(key) ?? new Uint8Array();
  const begun = readSafely({ name: key, bytes, corrections: [] }).then(rightOf);
  reading.set(key, begun);
  return begun;
};

/** What was read of each action, in the words of the layouts. */
const toldIn = ({ proposal }: ReadDocument): ReadonlyArray<ToldAction> => {
  const priorities = new Map(proposal.priorities.map(({ ref, title }) => [ref, title]));
  return proposal.actions.map(({ ref, title, under, rating, owners, timescale, notes }) => {
    const priority = priorities.get(under.priority ?? '');
    const [lead] = owners.filter(({ role }) => role === 'lead');
    const [support] = owners.filter(({ role }) => role === 'support');
    return {
      ref,
      title,
      ...(priority === undefined ? {} : { priority }),
      ...(rating === undefined ? {} : { rating }),
      ...(lead === undefined ? {} : { lead: lead.name }),
      ...(support === undefined ? {} : { support: support.name }),
      ...(timescale?.latest === undefined ? {} : { by: timescale.latest }),
      ...(notes.length === 0 ? {} : { notes: notes.map(({ text }) => text) }),
    };
  });
};

const heldIn = ({ actions, held = {} }: Layout, format: Format): ReadonlyArray<ToldAction> =>
  actions.map(held[format] ?? ((action) => action));

const formatsOf = ({ from }: Layout): ReadonlyArray<Format> => [
  from,
  ...conversions.flatMap(([to, kinds]) => (kinds.includes(from) ? [to] : [])),
];

const isHere = (format: Format): boolean =>
  python._tag === 'Found' && (office._tag === 'Found' || format === 'docx' || format === 'xlsx');

// Machines with other work take their time over LibreOffice.
beforeAll(build, 300_000);

const cases = layouts.flatMap((layout) =>
  formatsOf(layout).map((format) => ({ layout, format, says: layout.says })),
);

describe('plans in the layouts of other programs', () => {
  it.runIf(isHere('docx')).each(cases.filter(({ format }) => isHere(format)))(
    'given $says, as .$format, then it is read to the same actions',
    async ({ layout, format }) => {
      const document = await read(layout.name, format);
      expect(toldIn(document)).toEqual(heldIn(layout, format));
      const told = new Set(document.proposal.accounts.map(({ block }) => block));
      const untold = document.document.blocks.filter(({ index }) => !told.has(index));
      expect(untold.map(({ text }) => text)).toEqual([]);
    },
  );
});

/** How the ratings of a layout were written, as each format says it. */
const ratingsWritten = async (name: string, format: Format) =>
  (await read(name, format)).proposal.actions.map(({ ratingAsWritten }) => ratingAsWritten);

const remarksIn = async (name: string, format: Format) =>
  (await read(name, format)).document.remarks.map(({ kind, words }) => `${kind}: ${words}`);

describe.runIf(isHere('odt'))('what is said beside the actions', () => {
  it.each(['docx', 'odt', 'html', 'pdf'] as const)(
    'given colours alone as .%s, then each rating says by which',
    async (format) => {
      expect(await ratingsWritten('colours', format)).toEqual([
        "red by the cell's colour #FF0000",
        "complete by the cell's colour #0070C0",
        "amber by the cell's colour #FFBF00",
        "green by the cell's colour #92D050",
        undefined,
      ]);
    },
  );

  it.each(['xlsx', 'ods'] as const)(
    'given colours by rules as .%s, then each rating says so',
    async (format) => {
      expect(await ratingsWritten('coloured-by-rule', format)).toEqual([
        '"3", green by the sheet\'s colour rule #00B050',
        '"1", red by the sheet\'s colour rule #FF0000',
        '"2", amber by the sheet\'s colour rule #FFC000',
        undefined,
      ]);
    },
  );

  it.each(['docx', 'odt'] as const)(
    'given tracked changes and a comment as .%s, then each is told with its author and day',
    async (format) => {
      const said = (await remarksIn('tracked', format)).map((words) =>
        words.replace(/, (?:not )?read(?=:)/u, ''),
      );
      const by = 'by P. Quill, 2 November 2027: ';
      expect(said.toSorted()).toEqual([
        `comment: Comment ${by}“Is this still so?”`,
        `tracked change: Deleted ${by}“Red”`,
        `tracked change: Inserted ${by}“Amber”`,
        `tracked change: Inserted ${by}“Twelve drivers were spoken to.”`,
      ]);
    },
  );

  it.each(['xlsx', 'ods'] as const)(
    'given a hidden sheet as .%s, then it is named',
    async (format) => {
      expect(await remarksIn('numbers-by-format', format)).toEqual([
        expect.stringMatching(/^hidden: The sheet is hidden and not read/u),
      ]);
    },
  );

  it.each(['doc', 'pdf'] as const)(
    'given a .%s, then what it does not hold is said',
    async (format) => {
      const weak = { doc: 'only the words are read', pdf: 'the weakest way to read a plan' };
      expect((await remarksIn('letters', format)).join(' ')).toContain(weak[format]);
    },
  );

  it.each(['xlsx', 'ods', 'html', 'pdf'] as const)(
    'given the bare number of a day as .%s, then how it is read is said',
    async (format) => {
      const { proposal } = await read('dates', format);
      expect(proposal.warnings.map(({ message }) => message)).toEqual([
        expect.stringContaining('30 September 2028'),
      ]);
    },
  );
});
