import { PartyId, PartyMerged, PartyRegistered } from '@trackrecord/domain';
import { LocalDate, StreamName } from '@trackrecord/kernel';
import {
  appendEvents,
  eventIdNumber,
  eventsOf,
  happened,
  type Happened,
  memoryTrackrecord,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import { bringingIn } from './bringing-in.ts';
import { lookupParty, partyNamed } from './parties.ts';
import { rememberingStreams } from '../carrying-out/remembering-streams.ts';

type Known = readonly [id: string, ...past: ReadonlyArray<Happened>];

const named = (name: string): Happened => happened(PartyRegistered, { kind: 'person', name });

/** A log that knows these parties. */
const knowing = async (...parties: ReadonlyArray<Known>): Promise<Writable> => {
  const deps = await memoryTrackrecord();
  for (const [place, [id, ...past]] of parties.entries()) {
    const events = eventsOf(past).map((event, index) => ({
      ...event,
      id: eventIdNumber(1000 * place + index + 1),
    }));
    await appendEvents(deps, must(StreamName)(`party-${id}`), events);
  }
  rightOf(await deps.views.catchUp()());
  return deps;
};

const today = must(LocalDate)('2026-06-30');

const aPerson = (name: string) => ({ name, kind: 'person' }) as const;

describe('the party of a name', () => {
  it('given one who goes by it, then that one, however it is spelt', async () => {
    const deps = await knowing(['p-a', named('M. Reed')], ['p-b', named('Ann Lee')]);
    expect(lookupParty(deps)('m reed')).toEqual(E.right('p-a'));
    expect(lookupParty(deps)('Nobody')).toEqual(E.right(undefined));
  });

  it('given an id, then the party of it', async () => {
    const deps = await knowing(['p-a', named('M. Reed')]);
    expect(lookupParty(deps)('p-a')).toEqual(E.right('p-a'));
    expect(lookupParty(deps)('p-z')).toEqual(E.right(undefined));
  });

  it('given a spelling that was merged into another, then that other', async () => {
    const deps = await knowing(
      ['p-a', named('M. Reed')],
      ['p-b', named('Mary Reed'), happened(PartyMerged, { into: 'p-a' })],
    );
    expect(lookupParty(deps)('Mary Reed')).toEqual(E.right('p-a'));
  });

  it('given several who go by it, then none is taken, and their ids are said', async () => {
    const deps = await knowing(['p-a', named('Ann Lee')], ['p-b', named('Ann Lee')]);
    const several = lookupParty(deps)('Ann Lee');
    expect(several).toMatchObject(E.left({ _tag: 'Invalid' }));
    expect(JSON.stringify(several)).toContain('p-a, p-b');
    expect(await partyNamed(deps)(aPerson('Ann Lee'), today)()).toEqual(several);
  });

  it('given two of one name who are one, then that one', async () => {
    const deps = await knowing(
      ['p-a', named('Ann Lee')],
      ['p-b', named('Ann Lee'), happened(PartyMerged, { into: 'p-a' })],
    );
    expect(lookupParty(deps)('Ann Lee')).toEqual(E.right('p-a'));
  });
});

describe('the party of a name, registered where there is none', () => {
  it('given nobody of the name, then somebody is registered, once', async () => {
    const deps = await knowing();
    const first = rightOf(await partyNamed(deps)(aPerson('M. Reed'), today)());
    expect(PartyId.is(first)).toBe(true);
    expect(await partyNamed(deps)(aPerson('M. Reed'), today)()).toEqual(E.right(first));
    expect(rightOf(deps.views.head())).toBe(1);
    const [event] = rightOf(await deps.log.readAll(undefined, 10)());
    expect(event).toMatchObject({
      stream: `party-${first}`,
      event: {
        type: 'PartyRegistered',
        effectiveOn: today,
        // Nobody else is known yet: it stands for itself, unverified.
        recordedBy: { party: first, verified: false },
        data: { kind: 'person', name: 'M. Reed' },
      },
    });
  });

  it('given the channel by which somebody stands for themselves, then it is theirs', async () => {
    const deps = await knowing();
    rightOf(await partyNamed(deps)(aPerson('M. Reed'), today, { channel: 'web' })());
    const [event] = rightOf(await deps.log.readAll(undefined, 10)());
    expect(event?.event).toMatchObject({ channel: 'web', recordedBy: { verified: false } });
  });

  it('given many who name the same new person at once, where people take turns, then she is registered once', async () => {
    const deps = await knowing();
    const taking = { ...deps, streams: rememberingStreams(deps.log) };
    const spellings = ['M. Reed', 'm reed', 'M. Reed'];
    const ids = await Promise.all(
      spellings.map((name) => partyNamed(taking)(aPerson(name), today)()),
    );
    expect(new Set(ids.map(rightOf)).size).toBe(1);
    expect(rightOf(deps.views.head())).toBe(1);
  });

  it('given that somebody is brought in within the turn of another, then it does not wait for itself', async () => {
    const deps = await knowing();
    const taking = { ...deps, streams: rememberingStreams(deps.log) };
    const id = await bringingIn(taking)((inTurn) => partyNamed(inTurn)(aPerson('A. Lee'), today))();
    expect(lookupParty(taking)('A. Lee')).toEqual(id);
  });

  it.each(['', '   '])('given the name %j, then nobody is registered', async (name) => {
    const deps = await knowing();
    expect(await partyNamed(deps)(aPerson(name), today)()).toMatchObject(
      E.left({ _tag: 'Invalid' }),
    );
    expect(rightOf(deps.views.head())).toBe(0);
  });
});
