import { events, givenParty, happened, nothingNew, order, refused } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { BoardRoleTaken } from './board-role-taken.ts';
import { JoinOrganisation } from './join-organisation.ts';
import { LeaveBoardRole } from './leave-board-role.ts';
import { LeaveOrganisation } from './leave-organisation.ts';
import { MergeParty } from './merge-party.ts';
import { OrganisationJoined } from './organisation-joined.ts';
import { PartyRegistered } from './party-registered.ts';
import { RegisterParty } from './register-party.ts';
import { RenameParty } from './rename-party.ts';
import { TakeBoardRole } from './take-board-role.ts';

const reed = happened(PartyRegistered, { kind: 'person', name: 'M. Reed' }, '2026-01-01');
const role = { board: 'Harbour Board', role: 'Secondary headteacher' };
const organisation = { organisation: 'p-77aa' };

describe('RegisterParty', () => {
  const register = order(RegisterParty, { kind: 'organisation', name: 'Harbour Trust' });

  it('given nobody, then somebody is registered', () => {
    expect(givenParty().when(register)).toEqual(events(['PartyRegistered', register.data]));
  });

  it('given somebody under that id, then it is refused', () => {
    expect(givenParty(reed).when(register)).toEqual(
      refused({ _tag: 'AlreadyRegistered', what: 'Harbour Trust' }),
    );
  });
});

describe('a registered person', () => {
  it.each([
    [order(RenameParty, { name: 'Morgan Reed' }), 'PartyRenamed', { name: 'Morgan Reed' }],
    [order(JoinOrganisation, organisation), 'OrganisationJoined', organisation],
    [order(TakeBoardRole, role), 'BoardRoleTaken', role],
    [order(MergeParty, { party: 'p-1', into: 'p-2' }), 'PartyMerged', { into: 'p-2' }],
  ])('given $type, then it is carried out', (asked, type, data) => {
    expect(givenParty(reed).when(asked)).toEqual(events([type, data]));
  });

  it('given a membership, then it can be left', () => {
    expect(
      givenParty(reed, happened(OrganisationJoined, organisation)).when(
        order(LeaveOrganisation, organisation),
      ),
    ).toEqual(events(['OrganisationLeft', organisation]));
  });

  it('given no such membership, then leaving it is refused', () => {
    expect(givenParty(reed).when(order(LeaveOrganisation, organisation))).toEqual(
      refused({ _tag: 'NotFound', kind: 'organisation', ref: 'p-77aa' }),
    );
  });

  it('given a role on a board, then it can be left', () => {
    expect(
      givenParty(reed, happened(BoardRoleTaken, role)).when(order(LeaveBoardRole, role)),
    ).toEqual(events(['BoardRoleLeft', role]));
  });

  it('given no such role, then leaving it is refused', () => {
    expect(givenParty(reed).when(order(LeaveBoardRole, role))).toEqual(
      refused({
        _tag: 'NotFound',
        kind: 'board role',
        ref: 'Harbour Board · Secondary headteacher',
      }),
    );
  });

  it('given the name that they have had since that date, then it is nothing new', () => {
    expect(givenParty(reed).when(order(RenameParty, { name: 'M. Reed' }), '2026-01-01')).toEqual(
      nothingNew,
    );
  });

  it('given themselves, then merging is refused', () => {
    expect(givenParty(reed).when(order(MergeParty, { party: 'p-1', into: 'p-1' }))).toEqual(
      refused({ _tag: 'IntoItself', what: 'party' }),
    );
  });
});

describe('nobody', () => {
  it.each([
    order(RenameParty, { name: 'Morgan Reed' }),
    order(JoinOrganisation, organisation),
    order(LeaveOrganisation, organisation),
    order(TakeBoardRole, role),
    order(LeaveBoardRole, role),
    order(MergeParty, { party: 'p-1', into: 'p-2' }),
  ])('given $type, then it is refused', (asked) => {
    expect(givenParty().when(asked)).toEqual(refused({ _tag: 'NotRegistered', what: 'party' }));
  });
});
