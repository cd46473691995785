import {
  ActionClosed,
  BoardRoleTaken,
  OrganisationJoined,
  OwnerAssigned,
  PartyMerged,
  PartyRegistered,
  PlanId,
  PlanRegistered,
  RatingChanged,
  UpdateRequested,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { anAction, happened, holding, type Logged, must, rightOf } from '@trackrecord/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import { type DirectoryAnswer, directoryAnswer } from './directory-answer.ts';

const registered = (name: string, kind = 'person') =>
  happened(PartyRegistered, { kind, name }, '2026-01-01');

const plan = (id: string, on = '2026-01-01') =>
  happened(PlanRegistered, { plan: id, title: `Plan ${id}`, timeZone: 'Europe/London' }, on);

const owner = (action: string, party: string, role: string, on = '2026-02-01') =>
  happened(OwnerAssigned, { action, party, role }, on);

const rated = (action: string, on: string) =>
  happened(RatingChanged, { action, rating: 'Green' }, on);

// Today is 30 June 2026; updates are due every three months.
const log: ReadonlyArray<Logged> = [
  ['party-p-1', registered('Mary Reed')],
  ['party-p-2', registered('M. Read')],
  ['party-p-2', happened(PartyMerged, { into: 'p-1' }, '2026-01-02')],
  ['party-p-3', registered('Harbour Trust', 'organisation')],
  ['party-p-4', registered('Dr Mary Reed')],
  ['party-p-1', happened(OrganisationJoined, { organisation: 'p-3' }, '2026-01-02')],
  ['party-p-1', happened(BoardRoleTaken, { board: 'Board', role: 'Chair' }, '2026-01-02')],
  ['plan-harbour', plan('harbour')],
  ['plan-harbour', anAction('1')],
  ['plan-harbour', anAction('2')],
  ['plan-harbour', anAction('3')],
  ['plan-harbour', owner('1', 'p-1', 'lead')],
  // The same action under both spellings is led once.
  ['plan-harbour', owner('1', 'p-2', 'lead')],
  ['plan-harbour', owner('2', 'p-2', 'support')],
  ['plan-harbour', owner('3', 'p-1', 'lead')],
  ['plan-harbour', rated('1', '2026-06-01')],
  ['plan-harbour', rated('2', '2026-06-01')],
  ['plan-harbour', happened(ActionClosed, { action: '3' }, '2026-06-01')],
  [
    'plan-harbour',
    happened(
      UpdateRequested,
      {
        ...{ action: '2', request: 'r-1' },
        asked: { of: ['p-3'], words: 'Report needed', state: 'open', askedOn: '2026-06-10' },
      },
      '2026-06-10',
    ),
  ],
  ['plan-vale', plan('vale', '2026-05-01')],
];

describe('people and organisations', () => {
  let deps: Writable;

  beforeAll(async () => {
    deps = await holding(...log);
  });

  const ask = (...args: Parameters<ReturnType<typeof directoryAnswer>>): DirectoryAnswer => {
    return rightOf(directoryAnswer(deps)(...args));
  };

  const party = ({ parties }: DirectoryAnswer, id: string) => parties.find((one) => one.id === id);

  it('given everybody, then each once, by name, with spellings, organisations and roles', () => {
    const { parties } = ask({});
    expect(parties.map(({ name }) => name)).toEqual(['Dr Mary Reed', 'Harbour Trust', 'Mary Reed']);
    expect(party(ask({}), 'p-1')).toMatchObject({
      kind: 'person',
      spellings: ['M. Read'],
      organisations: [{ id: 'p-3', name: 'Harbour Trust' }],
      boardRoles: [{ board: 'Board', role: 'Chair' }],
    });
  });

  it('given what plans say, then what each leads, supports, is asked for and owes; nothing of closed actions', () => {
    const answer = ask({});
    expect(answer.plans).toEqual([
      { id: 'harbour', title: 'Plan harbour' },
      { id: 'vale', title: 'Plan vale' },
    ]);
    expect(party(answer, 'p-1')?.work).toEqual([
      { plan: 'harbour', leads: ['1'], supports: ['2'], askedFor: [], owes: [] },
    ]);
    expect(party(answer, 'p-3')?.work).toEqual([
      { plan: 'harbour', leads: [], supports: [], askedFor: ['2'], owes: ['2'] },
    ]);
    expect(party(answer, 'p-4')?.work).toEqual([]);
  });

  it('given a past date, then what was so then, in the plans that were there', () => {
    const answer = ask({ asOf: must(LocalDate)('2026-03-31') });
    expect([answer.asOf, answer.plans.map(({ id }) => id)]).toEqual(['2026-03-31', ['harbour']]);
    expect(party(answer, 'p-1')?.work[0]?.leads).toEqual(['1', '3']);
    expect(party(answer, 'p-3')?.work).toEqual([]);
  });

  it('given only some plans that may be seen, then everybody, and nothing of the others', () => {
    const answer = ask({}, new Set([must(PlanId)('vale')]));
    expect(answer.plans.map(({ id }) => id)).toEqual(['vale']);
    expect(answer.parties.map(({ work }) => work)).toEqual([[], [], []]);
  });

  it('given two names that differ by a title, then they may be one; those merged already are one', () => {
    expect(
      ask({}).duplicates.map(({ parties, likeness }) => [...parties.map(({ id }) => id), likeness]),
    ).toEqual([['p-1', 'p-4', 'same words']]);
  });
});
