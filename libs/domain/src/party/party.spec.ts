import { events, givenParty, happened, nothingNew, order, refused } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { ContactAddressRemoved } from './contact-address-removed.ts';
import { ContactAddressSet } from './contact-address-set.ts';
import { BoardRoleTaken } from './board-role-taken.ts';
import { JoinOrganisation } from './join-organisation.ts';
import { LeaveBoardRole } from './leave-board-role.ts';
import { LeaveOrganisation } from './leave-organisation.ts';
import { MergeParty } from './merge-party.ts';
import { OrganisationJoined } from './organisation-joined.ts';
import { PartyRegistered } from './party-registered.ts';
import { RegisterParty } from './register-party.ts';
import { RemindersStopped } from './reminders-stopped.ts';
import { RemoveContactAddress } from './remove-contact-address.ts';
import { RenameParty } from './rename-party.ts';
import { ResumeReminders } from './resume-reminders.ts';
import { SetContactAddress } from './set-contact-address.ts';
import { StopReminders } from './stop-reminders.ts';
import { TakeBoardRole } from './take-board-role.ts';

const reed = happened(PartyRegistered, { kind: 'person', name: 'M. Reed' }, '2026-01-01');
const role = { board: 'Harbour Board', role: 'Secondary headteacher' };
const at = { address: 'm@a.example' };
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
    [order(SetContactAddress, { address: 'm@a.example' }), 'ContactAddressSet', at],
    [order(StopReminders, {}), 'RemindersStopped', {}],
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

describe('where reminders go', () => {
  const addressed = [reed, happened(ContactAddressSet, at, '2026-03-31')];

  it('given an address, then it can be another, with its domain in lower case', () => {
    const asked = order(SetContactAddress, { address: ' M.Reed@Harbour.Example ' });
    expect(givenParty(...addressed).when(asked)).toEqual(
      events(['ContactAddressSet', { address: 'M.Reed@harbour.example' }]),
    );
  });

  it('given that address, said for the same date, then it is nothing new', () => {
    expect(givenParty(...addressed).when(order(SetContactAddress, at), '2026-03-31')).toEqual(
      nothingNew,
    );
  });

  it('given what can be no address, then there is no such command', () => {
    expect(() => order(SetContactAddress, { address: 'M. Reed' })).toThrow();
  });

  it('given an address, then it can be taken away', () => {
    expect(givenParty(...addressed).when(order(RemoveContactAddress, {}))).toEqual(
      events(['ContactAddressRemoved', {}]),
    );
  });

  it.each([
    ['none', [reed]],
    ['one that was taken away', [...addressed, happened(ContactAddressRemoved, {}, '2026-04-30')]],
    ['one that comes later', [reed, happened(ContactAddressSet, at, '2026-07-01')]],
  ])('given %s, then taking it away is refused', (_what, past) => {
    expect(givenParty(...past).when(order(RemoveContactAddress, {}))).toEqual(
      refused({ _tag: 'NoContactAddress' }),
    );
  });

  it('given somebody who wanted no more reminders, then they can take them again', () => {
    const stopped = [reed, happened(RemindersStopped, {}, '2026-03-31')];
    expect(givenParty(...stopped).when(order(ResumeReminders, {}))).toEqual(
      events(['RemindersResumed', {}]),
    );
    expect(givenParty(...stopped).when(order(StopReminders, {}), '2026-03-31')).toEqual(nothingNew);
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
    order(SetContactAddress, at),
    order(RemoveContactAddress, {}),
    order(StopReminders, {}),
    order(ResumeReminders, {}),
  ])('given $type, then it is refused', (asked) => {
    expect(givenParty().when(asked)).toEqual(refused({ _tag: 'NotRegistered', what: 'party' }));
  });
});
