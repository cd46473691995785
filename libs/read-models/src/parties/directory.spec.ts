import {
  BoardRoleTaken,
  ContactAddressRemoved,
  ContactAddressSet,
  OrganisationJoined,
  PartyMerged,
  PartyRegistered,
  PartyRenamed,
  RemindersResumed,
  RemindersStopped,
} from '@trackrecord/domain';
import { eventsOf, happened, type Happened, stateAfter } from '@trackrecord/test-kit';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect, it } from 'vitest';
import { canonicalParty, directoryOf, nameOf, normalisedName, partiesNamed } from './directory.ts';
import { type PartyState, partyStateOf } from './party-state.ts';

const party = (id: string, ...past: ReadonlyArray<Happened>): O.Option<PartyState> =>
  partyStateOf(id, stateAfter(eventsOf(past), '2026-06-30').cut);

const person = (name: string): Happened => happened(PartyRegistered, { kind: 'person', name });

const merged = (into: string): Happened => happened(PartyMerged, { into });

const directory = directoryOf(
  [
    party('p-1', person('M. Reed')),
    party('p-2', person('Mary Reed'), merged('p-1')),
    party('p-3', person('M Read'), merged('p-2')),
    party('p-4', person('Ann  Lee')),
    party('p-5', person('ann lee')),
    // Nobody should merge two into each other; nobody should be kept waiting for an answer by it either.
    party('p-6', person('One'), merged('p-7')),
    party('p-7', person('Other'), merged('p-6')),
  ].flatMap((one) =>
    O.match(
      () => [],
      (found: PartyState) => [found],
    )(one),
  ),
);

describe('a party', () => {
  it('given what its stream holds, then its name, kind, organisations and roles', () => {
    expect(
      party(
        'p-1',
        person('M. Reed'),
        happened(PartyRenamed, { name: 'Mary Reed' }),
        happened(OrganisationJoined, { organisation: 'p-77' }),
        happened(BoardRoleTaken, { board: 'Harbour Board', role: 'Chair' }),
      ),
    ).toEqual(
      O.some({
        id: 'p-1',
        kind: 'person',
        name: 'Mary Reed',
        mergedInto: null,
        organisations: ['p-77'],
        address: null,
        addressAt: null,
        declines: false,
        boardRoles: [{ board: 'Harbour Board', role: 'Chair' }],
      }),
    );
  });

  it('given an address and that no reminders are wanted, then both, and where the log says so; taken back, none', () => {
    const past = [
      person('M. Reed'),
      happened(ContactAddressSet, { address: 'm.reed@harbour.example' }, '2026-03-01'),
      happened(RemindersStopped, {}, '2026-04-01'),
    ];
    expect(party('p-1', ...past)).toMatchObject({
      value: { address: 'm.reed@harbour.example', addressAt: 2, declines: true },
    });
    const later = [
      happened(ContactAddressRemoved, {}, '2026-05-01'),
      happened(RemindersResumed, {}, '2026-05-01'),
    ];
    expect(party('p-1', ...past, ...later)).toMatchObject({
      value: { address: null, declines: false },
    });
  });

  it('given that it was never registered, then none', () => {
    expect(party('p-1')).toEqual(O.none);
  });
});

describe('the directory', () => {
  it.each([
    ['p-1', 'p-1', 'M. Reed'],
    ['p-2', 'p-1', 'M. Reed'],
    ['p-3', 'p-1', 'M. Reed'],
    ['p-unknown', 'p-unknown', 'p-unknown'],
  ])('given %s, then it stands for %s, by the name %s', (id, canonical, name) => {
    expect(canonicalParty(directory)(id)).toBe(canonical);
    expect(nameOf(directory)(id)).toBe(name);
  });

  it('given two that were merged into each other, then one of them answers', () => {
    expect(['p-6', 'p-7']).toContain(canonicalParty(directory)('p-6'));
  });

  it.each([
    ['M. Reed', ['p-1']],
    ['m reed', ['p-1']],
    ['Mary Reed', ['p-1']],
    [' M  READ ', ['p-1']],
    ['Ann Lee', ['p-4', 'p-5']],
    ['Anne Lee', []],
  ])('given the name "%s", then those who go or went by it: %j', (name, ids) => {
    expect(partiesNamed(directory)(name)).toEqual(ids);
  });

  it('given names, then case, full stops and white space make no difference, and letters do', () => {
    expect(normalisedName('  M.A.  Reed ')).toBe(normalisedName('m a reed'));
    expect(normalisedName('Müller')).not.toBe(normalisedName('Muller'));
  });
});
