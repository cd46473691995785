import { RetractAssertions, retractAssertions } from '../document/retract-assertions.ts';
import { JoinOrganisation, joinOrganisation } from './join-organisation.ts';
import { LeaveBoardRole, leaveBoardRole } from './leave-board-role.ts';
import { LeaveOrganisation, leaveOrganisation } from './leave-organisation.ts';
import { MergeParty, mergeParty } from './merge-party.ts';
import { RegisterParty, registerParty } from './register-party.ts';
import { RemoveContactAddress, removeContactAddress } from './remove-contact-address.ts';
import { RenameParty, renameParty } from './rename-party.ts';
import { ResumeReminders, resumeReminders } from './resume-reminders.ts';
import { SetContactAddress, setContactAddress } from './set-contact-address.ts';
import { StopReminders, stopReminders } from './stop-reminders.ts';
import { TakeBoardRole, takeBoardRole } from './take-board-role.ts';

/** Every command on a person or an organisation: what each asks, and how it is decided. */
export const partyCommands = {
  JoinOrganisation: { asks: JoinOrganisation, decide: joinOrganisation },
  LeaveBoardRole: { asks: LeaveBoardRole, decide: leaveBoardRole },
  LeaveOrganisation: { asks: LeaveOrganisation, decide: leaveOrganisation },
  MergeParty: { asks: MergeParty, decide: mergeParty },
  RegisterParty: { asks: RegisterParty, decide: registerParty },
  RemoveContactAddress: { asks: RemoveContactAddress, decide: removeContactAddress },
  RenameParty: { asks: RenameParty, decide: renameParty },
  ResumeReminders: { asks: ResumeReminders, decide: resumeReminders },
  SetContactAddress: { asks: SetContactAddress, decide: setContactAddress },
  StopReminders: { asks: StopReminders, decide: stopReminders },
  TakeBoardRole: { asks: TakeBoardRole, decide: takeBoardRole },
  RetractAssertions: { asks: RetractAssertions, decide: retractAssertions },
};
