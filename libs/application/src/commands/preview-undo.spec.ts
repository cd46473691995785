import {
  ActionCreated,
  DocumentImported,
  IndicatorLinked,
  OwnerAssigned,
  PartyRegistered,
  PlanId,
  PlanRegistered,
  RatingChanged,
} from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import {
  anAction,
  aPlan,
  appendEvents,
  documentNumber,
  eventsFrom,
  happened,
  type Happened,
  memoryTrackrecord,
  must,
  rightOf,
  saidBy,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import { previewUndo } from './preview-undo.ts';

const plan = must(PlanId)('harbour');

const june = (document: number): Happened =>
  saidBy(document, DocumentImported, {
    document: documentNumber(document),
    name: 'june.txt',
    on: '2026-06-30',
    blocks: 9,
    confirmed: [],
  });

const logOf = async (...past: ReadonlyArray<Happened>): Promise<Writable> => {
  const deps = await memoryTrackrecord();
  const reed = happened(PartyRegistered, { name: 'M. Reed', kind: 'person' });
  await appendEvents(deps, must(StreamName)('party-p-reed'), eventsFrom(91, reed));
  await appendEvents(deps, must(StreamName)('plan-harbour'), eventsFrom(1, ...past));
  rightOf(await deps.views.catchUp()());
  return deps;
};

const rated = (rating: string, on: string) => happened(RatingChanged, { action: '27', rating }, on);

const newAction = {
  action: '28',
  ref: '28',
  label: '28.',
  title: 'Open the hall',
  under: { results: [] },
};

describe('what undoing an import would take back', () => {
  it('given a document that changed and brought things, then what would be gone and what would be again', async () => {
    const deps = await logOf(
      aPlan,
      anAction('27'),
      rated('Amber', '2026-03-31'),
      saidBy(1, RatingChanged, { action: '27', rating: 'Red' }),
      saidBy(1, OwnerAssigned, { action: '27', party: 'p-reed', role: 'lead' }),
      saidBy(1, ActionCreated, newAction),
      june(1),
    );
    const before = rightOf(await deps.log.readAll(undefined, 20)()).length;
    const undone = rightOf(await previewUndo(deps)(plan, documentNumber(1))());
    expect(undone).toMatchObject({
      facts: 4,
      isPlanGone: false,
      gone: [{ subject: 'action 28', title: 'Open the hall' }],
    });
    expect(
      undone.changed.map(({ subject, field, member, from, to, words }) => [
        ...[subject, field, member, from, to, words],
      ]),
    ).toEqual([
      ['action 27', 'rating', null, 'Red', 'Amber', 'Red → Amber'],
      [
        ...['action 27', 'owner', 'p-reed', 'M. Reed (lead)', null],
        'M. Reed removed as lead owner',
      ],
    ]);
    expect(rightOf(await deps.log.readAll(undefined, 20)())).toHaveLength(before);
  });

  it('given what people said of it since, then that stays as they said', async () => {
    const deps = await logOf(
      aPlan,
      anAction('27'),
      saidBy(1, RatingChanged, { action: '27', rating: 'Red' }),
      june(1),
      rated('Green', '2026-07-15'),
    );
    const undone = rightOf(await previewUndo(deps)(plan, documentNumber(1))());
    expect(undone).toMatchObject({ facts: 2, gone: [], changed: [] });
  });

  it('given the document that made the plan, then the plan would be gone', async () => {
    const deps = await logOf(
      saidBy(1, PlanRegistered, { plan: 'harbour', title: 'Harbour', timeZone: 'Europe/London' }),
      saidBy(1, ActionCreated, newAction),
      saidBy(1, IndicatorLinked, { indicator: 'ni-1', to: 'plan' }),
      june(1),
    );
    expect(rightOf(await previewUndo(deps)(plan, documentNumber(1))())).toMatchObject({
      facts: 4,
      isPlanGone: true,
      gone: [
        { subject: 'action 28', title: 'Open the hall' },
        { subject: 'indicator ni-1', title: null },
      ],
      changed: [],
    });
  });

  it('given a document that was not imported, then that is refused', async () => {
    const deps = await logOf(aPlan, june(1));
    expect(await previewUndo(deps)(plan, documentNumber(2))()).toMatchObject(
      E.left({ _tag: 'Refused', refusal: { _tag: 'DocumentNotImported' } }),
    );
  });
});
