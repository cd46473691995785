import {
  OwnerAssigned,
  PartyRegistered,
  PlanId,
  RatingChanged,
  ActionRenumbered,
} from '@trackrecord/domain';
import { LocalDate, StreamName } from '@trackrecord/kernel';
import {
  anAction,
  aPlan,
  appendEvents,
  eventsFrom,
  happened,
  memoryTrackrecord,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { takenBackInWords } from './taken-back.ts';

const plan = must(PlanId)('harbour');
const may = must(LocalDate)('2026-05-01');

describe('what an import would take back of what people said', () => {
  it('given a rating and an owner, then in words, by whom, and by the ref that the action has now', async () => {
    const deps = await memoryTrackrecord();
    const registered = (name: string) => happened(PartyRegistered, { name, kind: 'person' });
    // Who records things in specifications is p-4c1f.
    const clerk = eventsFrom(91, registered('R. Tansley'));
    await appendEvents(deps, must(StreamName)('party-p-4c1f'), clerk);
    await appendEvents(
      deps,
      must(StreamName)('party-p-reed'),
      eventsFrom(92, registered('M. Reed')),
    );
    const past = [
      aPlan,
      anAction('27'),
      happened(RatingChanged, { action: '27', rating: 'Red' }, may),
      happened(OwnerAssigned, { action: '27', party: 'p-reed', role: 'lead' }, may),
      happened(ActionRenumbered, { action: '27', ref: '31', label: '31.' }, may),
    ];
    await appendEvents(deps, must(StreamName)('plan-harbour'), eventsFrom(1, ...past));
    rightOf(await deps.views.catchUp()());
    const takesBack = [
      { subject: 'action:27', field: 'rating', held: 'Red', heldSince: may, says: 'Green' },
      { subject: 'action:27', field: 'owner/p-reed', held: 'lead', heldSince: may, says: null },
      { subject: 'action:27', field: 'rating', held: 'Amber', heldSince: may, says: 'Green' },
    ];
    const about = { subject: 'action 31', ref: '31', heldSince: may };
    expect(rightOf(takenBackInWords(deps)(plan, takesBack))).toEqual([
      { ...about, field: 'rating', member: null, held: 'Red', by: 'R. Tansley', says: 'Green' },
      {
        ...about,
        field: 'owner',
        member: 'p-reed',
        held: 'M. Reed (lead)',
        by: 'R. Tansley',
        says: null,
      },
      { ...about, field: 'rating', member: null, held: 'Amber', by: null, says: 'Green' },
    ]);
  });

  it('given nothing, then nothing', async () => {
    const deps = await memoryTrackrecord();
    expect(rightOf(takenBackInWords(deps)(plan, []))).toEqual([]);
  });
});
