import {
  AddNote,
  AssignOwner,
  ChangeRating,
  CreateAction,
  IndicatorId,
  isThere,
  PartyId,
  PartyRegistered,
  PlanId,
  type PlanOrder,
  RatingChanged,
  RecordImport,
  RegisterPlan,
  type StreamState,
} from '@trackrecord/domain';
import { LocalDate, type Ordinal, StreamName } from '@trackrecord/kernel';
import {
  appendEvents,
  documentNumber,
  eventIdNumber,
  eventsOf,
  happened,
  memoryTrackrecord,
  must,
  order,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../failure.ts';
import type { Importable } from '../ports/importable.ts';
import type { Writable } from '../trackrecord.ts';
import type { Said } from '../carrying-out/circumstances.ts';
import { type Imported, importDocument, previewImport } from './import-document.ts';

const harbour = must(PlanId)('harbour');
const quarter = '2026-03-31';

const said: Said = {
  by: must(PartyId)('p-clerk'),
  effectiveOn: must(LocalDate)(quarter),
  channel: 'document',
};

type MakeOrders = (
  state: StreamState,
  partyId: (name: string) => string,
) => ReadonlyArray<PlanOrder>;

const registered: PlanOrder = order(RegisterPlan, {
  plan: 'harbour',
  title: 'Harbour Plan',
  timeZone: 'Europe/London',
});

const created = (action: string): PlanOrder =>
  order(CreateAction, {
    action,
    ref: action,
    label: `${action}.`,
    title: `Do ${action}`,
    under: { results: [] },
  });

const recorded: PlanOrder = order(RecordImport, {
  document: documentNumber(1),
  name: 'march.txt',
  on: quarter,
  blocks: 3,
  confirmed: [],
});

/** A document that registers the plan with action 27 where it is not there, led by M. Reed. */
const usual: MakeOrders = ({ cut }, partyId) => [
  ...(isThere(cut, 'plan') ? [] : [registered, created('27')]),
  order(AssignOwner, { action: '27', party: partyId('M. Reed'), role: 'lead' }),
  recorded,
];

const aDocument = (orders: MakeOrders = usual): Importable => ({
  document: { sha256: documentNumber(1), name: 'march.txt', blocks: 3 },
  title: 'Harbour Plan',
  parties: [
    { name: 'M. Reed', kind: 'person', boardRoles: ['Chair'] },
    { name: 'Play Forum', kind: 'organisation', boardRoles: [] },
  ],
  indicators: [
    { id: must(IndicatorId)('ni-901'), code: 'NI 901', title: 'Places to play', breakdowns: [] },
  ],
  reconcile: (state, partyId) => ({
    steps: orders(state, partyId).map((one) => ({ order: one })),
    confirmed: [],
    takesBack: [],
    changes: {},
    warnings: [],
    clashes: [],
  }),
  leftBehind: () => [],
});

const job = (importable: Importable) => ({ plan: harbour, importable, said });

/** Imports a document after its preview was accepted. */
const importing =
  (deps: Writable) =>
  (importable: Importable): TE.TaskEither<Failure, Imported> =>
    pipe(
      previewImport(deps)(job(importable)),
      TE.chain((preview) => importDocument(deps)(job(importable), preview)),
    );

/** What the log holds, in its order: streams by their kind, and event types. */
const logged = async ({ log }: Writable): Promise<ReadonlyArray<string>> =>
  rightOf(await log.readAll(undefined, 100)()).map(
    ({ stream, event }) => `${stream.split('-')[0] ?? ''} ${event.type}`,
  );

const whole = [
  'party PartyRegistered',
  'party BoardRoleTaken',
  'party PartyRegistered',
  'indicator IndicatorDefined',
  'plan PlanRegistered',
  'plan ActionCreated',
  'plan OwnerAssigned',
  'plan DocumentImported',
];

describe('previewing an import', () => {
  it('given a document, then it says what the import would do, and nothing is written', async () => {
    const deps = await memoryTrackrecord();
    const preview = rightOf(await previewImport(deps)(job(aDocument()))());
    expect(preview.events.map(({ type }) => type)).toEqual([
      'PlanRegistered',
      'ActionCreated',
      'OwnerAssigned',
      'DocumentImported',
    ]);
    expect(preview.ordinal).toBeNull();
    expect(await logged(deps)).toEqual([]);
  });

  it('given a document that would be refused, then the preview is refused as the import would be', async () => {
    const deps = await memoryTrackrecord();
    const document = aDocument(() => [registered, created('27'), created('27')]);
    const refused = await previewImport(deps)(job(document))();
    expect(refused).toMatchObject(E.left({ _tag: 'Refused', step: 2 }));
    expect(await importing(deps)(document)()).toEqual(refused);
  });
});

describe('importing a document', () => {
  it('given a new plan, then parties and indicators come first, and the plan in one append at the end', async () => {
    const deps = await memoryTrackrecord();
    const done = rightOf(await importing(deps)(aDocument())());
    expect(await logged(deps)).toEqual(whole);
    expect(done.ordinal).toBe(8);
    expect(rightOf(deps.views.head())).toBe(8);
    expect(new Set(done.events.map(({ commandId }) => commandId)).size).toBe(1);
    expect(new Set(done.events.map(({ channel }) => channel))).toEqual(new Set(['document']));
    const [reed] = rightOf(await deps.log.readAll(undefined, 1)());
    expect(`party-${JSON.stringify(done.events[2]?.data)}`).toContain(
      (reed?.stream ?? '').replace('party-', ''),
    );
  });

  it('given the same document for the same date again, then nothing is new', async () => {
    const deps = await memoryTrackrecord();
    rightOf(await importing(deps)(aDocument())());
    const again = rightOf(await importing(deps)(aDocument())());
    expect(again.events).toEqual([]);
    expect(await logged(deps)).toEqual(whole);
  });

  it('given a document that is refused, then nobody is registered either', async () => {
    const deps = await memoryTrackrecord();
    const document = aDocument(() => [registered, created('27'), created('27')]);
    expect(E.isLeft(await importing(deps)(document)())).toBe(true);
    expect(await logged(deps)).toEqual([]);
  });

  it('given more than one append holds, then it is refused before anything is written', async () => {
    const deps = await memoryTrackrecord();
    const note = (n: number): PlanOrder =>
      order(AddNote, { action: '27', note: `n-${n}`, text: 'x'.repeat(90_000) });
    const document = aDocument(() => [
      registered,
      created('27'),
      ...Array.from({ length: 12 }, (_, n) => note(n)),
    ]);
    const refused = await importing(deps)(document)();
    expect(refused).toMatchObject(E.left({ _tag: 'Unreadable' }));
    expect(JSON.stringify(refused)).toContain('1,024 kB at most');
    expect(await logged(deps)).toEqual([]);
  });

  it('given that the plan cannot be appended, then whom it registered is found again by the next try', async () => {
    const deps = await memoryTrackrecord();
    const full = { _tag: 'Unavailable', message: 'the disk is full' } as const;
    const failing: Writable = {
      ...deps,
      log: {
        ...deps.log,
        append: (stream, expected, events) =>
          stream.startsWith('plan-')
            ? () => Promise.resolve(E.left(full))
            : deps.log.append(stream, expected, events),
      },
    };
    expect(await importing(failing)(aDocument())()).toEqual(
      E.left({ _tag: 'Storage', error: full }),
    );
    expect(await logged(deps)).toEqual(whole.slice(0, 4));
    rightOf(await importing(deps)(aDocument())());
    expect(await logged(deps)).toEqual(whole);
  });

  it('given a name that several go by, then the import asks which, and writes nothing', async () => {
    const deps = await memoryTrackrecord();
    for (const [place, id] of ['p-a', 'p-b'].entries()) {
      const events = eventsOf([happened(PartyRegistered, { kind: 'person', name: 'M. Reed' })]);
      await appendEvents(
        deps,
        must(StreamName)(`party-${id}`),
        events.map((event) => ({ ...event, id: eventIdNumber(place + 1) })),
      );
    }
    rightOf(await deps.views.catchUp()());
    expect(await importing(deps)(aDocument())()).toMatchObject(E.left({ _tag: 'Invalid' }));
    expect(await logged(deps)).toEqual(['party PartyRegistered', 'party PartyRegistered']);
  });

  it('given what somebody changed since it was looked at, then that is a conflict, and nothing of the plan changes', async () => {
    const deps = await memoryTrackrecord();
    rightOf(await importing(deps)(aDocument())());
    const looked = rightOf(await deps.views.catchUp()());
    const plan = must(StreamName)('plan-harbour');
    const rated = happened(RatingChanged, { action: '27', rating: 'Red' }, quarter);
    await appendEvents(
      deps,
      plan,
      eventsOf([rated]).map((event) => ({ ...event, id: eventIdNumber(99) })),
    );
    const before = await logged(deps);
    const amber = aDocument(() => [order(ChangeRating, { action: '27', rating: 'Amber' })]);
    const attempt = (basedOn: Ordinal) =>
      importDocument(deps)(
        { ...job(amber), basedOn },
        {
          reconciled: {
            steps: [],
            confirmed: [],
            takesBack: [],
            changes: {},
            warnings: [],
            clashes: [],
          },
        },
      )();
    expect(await attempt(looked)).toMatchObject(
      E.left({ _tag: 'Conflict', changed: { field: 'rating', value: 'Red' } }),
    );
    expect(await logged(deps)).toEqual(before);
    expect(await attempt(rightOf(await deps.views.catchUp()()))).toMatchObject(
      E.right({ events: [{ type: 'RatingChanged' }] }),
    );
  });
});
