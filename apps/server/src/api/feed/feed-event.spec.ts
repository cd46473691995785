import { ContactAddressSet, PartyRegistered } from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import { happened, holding, must, rightOf } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { feedEvent } from './feed-event.ts';

/** What every reader is told of a person who was registered, and of where reminders to them go. */
const toldOfBell = async () => {
  const { log } = await holding(
    ['party-p-1', happened(PartyRegistered, { kind: 'person', name: 'Asha Bell' }, '2026-01-01')],
    ['party-p-1', happened(ContactAddressSet, { address: 'asha@tide.example' }, '2026-01-01')],
  );
  const stream = must(StreamName)('party-p-1');
  const recorded = rightOf(await log.readStream(stream, { direction: 'forwards' })());
  return recorded.map((one, place) => feedEvent(new Map())(one, place + 1));
};

describe('what the feed tells of people', () => {
  it('given somebody is registered, then under which name', async () => {
    const [registered] = await toldOfBell();
    expect(registered?.says).toContainEqual(
      expect.objectContaining({ field: 'name', value: 'Asha Bell' }),
    );
  });

  it('given where reminders to them go is set, then that it was, and not the address', async () => {
    const [, set] = await toldOfBell();
    expect(set).toMatchObject({ type: 'ContactAddressSet', says: [] });
    expect(JSON.stringify(set)).not.toContain('tide.example');
  });
});
