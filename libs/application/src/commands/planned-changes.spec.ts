import {
  ActionCreated,
  AssertionsRetracted,
  AssignOwner,
  ChangeRating,
  CreateAction,
  PartyId,
  PlanId,
  type PlanOrder,
  RatingChanged,
  RecordImport,
} from '@trackrecord/domain';
import { LocalDate, StreamName } from '@trackrecord/kernel';
import {
  anAction,
  aPlan,
  appendEvents,
  documentNumber,
  eventIdNumber,
  eventsFrom,
  happened,
  memoryTrackrecord,
  must,
  order,
  rightOf,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { Importable } from '../ports/importable.ts';
import { previewImport } from './import-document.ts';
import { plannedChanges } from './planned-changes.ts';

const plan = must(PlanId)('harbour');
const june = must(LocalDate)('2026-06-30');

const orders = (partyId: (name: string) => PartyId): ReadonlyArray<PlanOrder> => [
  order(ChangeRating, { action: '27', rating: 'Red' }),
  order(AssignOwner, { action: '27', party: partyId('M. Reed'), role: 'lead' }),
  order(CreateAction, {
    action: '28',
    ref: '28',
    label: 'Action 28.',
    title: 'Open the hall',
    under: { results: [] },
  }),
  order(RecordImport, {
    document: documentNumber(1),
    name: 'june.txt',
    on: june,
    blocks: 9,
    confirmed: [],
  }),
];

/** A document that rates action 27 Red, names an owner whom nobody knows, and brings action 28; lines are 10 times the step. */
const paper: Importable = {
  document: { sha256: documentNumber(1), name: 'june.txt', blocks: 9 },
  parties: [{ name: 'M. Reed', kind: 'person', boardRoles: [] }],
  indicators: [],
  reconcile: (_state, partyId) => ({
    steps: orders(partyId).map((one, step) => ({
      order: one,
      source: { document: documentNumber(1), block: step + 1, line: 10 * (step + 1) },
    })),
    confirmed: [],
    takesBack: [],
    changes: {},
    warnings: [],
    clashes: [],
  }),
  leftBehind: () => [],
};

describe('what an import would change', () => {
  it('given its preview, then each field with what it is and what it would be, in words', async () => {
    const deps = await memoryTrackrecord();
    const amber = happened(RatingChanged, { action: '27', rating: 'Amber' }, '2026-03-31');
    const past = eventsFrom(11, aPlan, anAction('27'), amber);
    await appendEvents(deps, must(StreamName)('plan-harbour'), past);
    const job = {
      plan,
      importable: paper,
      said: { effectiveOn: june, channel: 'document' as const },
    };
    const preview = rightOf(await previewImport(deps)(job)());
    const changes = rightOf(await plannedChanges(deps)(job, preview)());
    expect(
      changes.map(({ subject, isNew, field, from, to, source }) => [
        subject,
        isNew,
        field,
        from,
        to,
        source?.line,
      ]),
    ).toEqual([
      ['action 27', false, 'rating', 'Amber', 'Red', 10],
      ['action 27', false, 'owner', null, 'M. Reed (lead)', 20],
      ['action 28', true, 'ref', null, '28', 30],
      ['action 28', true, 'label', null, 'Action 28.', 30],
      ['action 28', true, 'title', null, 'Open the hall', 30],
      ['action 28', true, 'under', null, '', 30],
      ['action 28', true, 'status', null, 'open', 30],
    ]);
    expect(changes[0]?.words).toBe('Amber → Red');
    expect(rightOf(await deps.log.readAll(undefined, 10)())).toHaveLength(3);
  });

  it('given what stands already, then nothing', async () => {
    const deps = await memoryTrackrecord();
    const red = happened(RatingChanged, { action: '27', rating: 'Red' }, '2026-06-30');
    const past = eventsFrom(11, aPlan, anAction('27'), red);
    await appendEvents(deps, must(StreamName)('plan-harbour'), past);
    const importable: Importable = {
      ...paper,
      parties: [],
      reconcile: (state) => ({
        ...paper.reconcile(state, () => must(PartyId)('p-1')),
        steps: orders(() => must(PartyId)('p-1'))
          .slice(0, 1)
          .map((one) => ({ order: one })),
      }),
    };
    const job = { plan, importable, said: { effectiveOn: june, channel: 'document' as const } };
    const preview = rightOf(await previewImport(deps)(job)());
    expect(rightOf(await plannedChanges(deps)(job, preview)())).toEqual([]);
  });

  it('given what was taken back, then it never held; and what comes on a later date is new before it', async () => {
    const deps = await memoryTrackrecord();
    const past = eventsFrom(
      11,
      aPlan,
      anAction('27'),
      happened(RatingChanged, { action: '27', rating: 'Amber' }, '2026-03-31'),
      happened(RatingChanged, { action: '27', rating: 'Green' }, '2026-04-30'),
      happened(AssertionsRetracted, { events: [eventIdNumber(14)] }, '2026-05-01'),
      happened(
        ActionCreated,
        { action: '28', ref: '28', label: '28.', title: 'Open the hall', under: { results: [] } },
        '2026-09-30',
      ),
    );
    await appendEvents(deps, must(StreamName)('plan-harbour'), past);
    const job = {
      plan,
      importable: paper,
      said: { effectiveOn: june, channel: 'document' as const },
    };
    const preview = rightOf(await previewImport(deps)(job)());
    const changes = rightOf(await plannedChanges(deps)(job, preview)());
    expect(changes[0]).toMatchObject({ subject: 'action 27', from: 'Amber', to: 'Red' });
    expect(changes.find(({ subject }) => subject === 'action 28')).toMatchObject({ isNew: true });
  });
});
