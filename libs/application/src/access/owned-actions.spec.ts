import {
  OrganisationJoined,
  OwnerAssigned,
  PartyMerged,
  PartyRegistered,
  UpdateRequested,
  UpdateWaived,
  ActionCreated,
} from '@trackrecord/domain';
import { directoryOf, listActions, type PartyState, partyStateOf } from '@trackrecord/read-models';
import { eventsOf, happened, type Happened, stateAfter } from '@trackrecord/test-kit';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect, it } from 'vitest';
import { owns, partiesOf } from './owned-actions.ts';

const party = (id: string, ...past: ReadonlyArray<Happened>): ReadonlyArray<PartyState> =>
  O.match(
    () => [],
    (found: PartyState) => [found],
  )(partyStateOf(id, stateAfter(eventsOf(past), '2026-06-30').cut));

const person = happened(PartyRegistered, { kind: 'person', name: 'Somebody' });
const organisation = happened(PartyRegistered, { kind: 'organisation', name: 'A trust' });

/** Reed was written in two spellings; they belong to a trust that was too, under the spelling that went. */
const directory = directoryOf([
  ...party('p-reed', person, happened(OrganisationJoined, { organisation: 'p-trust-old' })),
  ...party('p-reed-old', person, happened(PartyMerged, { into: 'p-reed' })),
  ...party('p-trust', organisation),
  ...party('p-trust-old', organisation, happened(PartyMerged, { into: 'p-trust' })),
  ...party('p-lee', person),
]);

describe('the parties that somebody is', () => {
  it.each(['p-reed', 'p-reed-old'])(
    'given %s, then every spelling of them and of their organisation',
    (id) => {
      expect(partiesOf(directory, id)).toEqual(
        new Set(['p-reed', 'p-reed-old', 'p-trust', 'p-trust-old']),
      );
    },
  );

  it('given somebody who belongs to nobody, or is not known, then themselves', () => {
    expect(partiesOf(directory, 'p-lee')).toEqual(new Set(['p-lee']));
    expect(partiesOf(directory, 'p-unheard-of')).toEqual(new Set(['p-unheard-of']));
  });
});

const created = happened(ActionCreated, {
  action: '27',
  ref: '27',
  label: '27.',
  title: 'Open the centre',
  under: { results: [] },
});

const asked = (...of: ReadonlyArray<string>): Happened =>
  happened(UpdateRequested, {
    action: '27',
    request: 'r1',
    asked: { of, words: 'Report needed', state: 'open', askedOn: '2026-06-01' },
  });

const waived = happened(UpdateWaived, {
  action: '27',
  requests: [
    {
      request: 'r1',
      asked: { of: ['p-reed'], words: 'Report needed', state: 'waived', askedOn: '2026-06-01' },
    },
  ],
});

const owner = (id: string, role: string): Happened =>
  happened(OwnerAssigned, { action: '27', party: id, role });

describe('whose an action is', () => {
  const reed = partiesOf(directory, 'p-reed');

  it.each<readonly [string, boolean, ReadonlyArray<Happened>]>([
    ['they lead it', true, [owner('p-reed', 'lead')]],
    ['they support it', true, [owner('p-reed', 'support')]],
    ['another spelling of them leads it', true, [owner('p-reed-old', 'lead')]],
    ['their organisation leads it', true, [owner('p-trust', 'lead')]],
    ['an open request asks them', true, [owner('p-lee', 'lead'), asked('p-lee', 'p-reed-old')]],
    ['a request asked them that is settled', false, [asked('p-reed'), waived]],
    ['an open request asks nobody by name', false, [asked()]],
    ['somebody else leads it', false, [owner('p-lee', 'lead'), asked('p-lee')]],
    ['it has no owner', false, []],
  ])('given that %s, then theirs: %s', (_what, theirs, past) => {
    const { cut } = stateAfter(eventsOf([created, ...past]), '2026-06-30');
    const [action] = listActions(cut);
    expect(action === undefined ? undefined : owns(reed, action)).toBe(theirs);
  });
});
