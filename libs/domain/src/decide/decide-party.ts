import type { Decide } from '@trackrecord/kernel';
import {
  joinOrganisation,
  type JoinOrganisation,
  type JoinOrganisationRefusal,
} from '../party/join-organisation.ts';
import {
  leaveBoardRole,
  type LeaveBoardRole,
  type LeaveBoardRoleRefusal,
} from '../party/leave-board-role.ts';
import {
  leaveOrganisation,
  type LeaveOrganisation,
  type LeaveOrganisationRefusal,
} from '../party/leave-organisation.ts';
import { mergeParty, type MergeParty, type MergePartyRefusal } from '../party/merge-party.ts';
import {
  registerParty,
  type RegisterParty,
  type RegisterPartyRefusal,
} from '../party/register-party.ts';
import { renameParty, type RenameParty, type RenamePartyRefusal } from '../party/rename-party.ts';
import {
  takeBoardRole,
  type TakeBoardRole,
  type TakeBoardRoleRefusal,
} from '../party/take-board-role.ts';
import type { OrderOf } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import type { StreamState } from '../stream-state.ts';

/** Every command on a party's stream. */
export type PartyOrder =
  | OrderOf<typeof JoinOrganisation>
  | OrderOf<typeof LeaveBoardRole>
  | OrderOf<typeof LeaveOrganisation>
  | OrderOf<typeof MergeParty>
  | OrderOf<typeof RegisterParty>
  | OrderOf<typeof RenameParty>
  | OrderOf<typeof TakeBoardRole>;

export type PartyRefusal =
  | JoinOrganisationRefusal
  | LeaveBoardRoleRefusal
  | LeaveOrganisationRefusal
  | MergePartyRefusal
  | RegisterPartyRefusal
  | RenamePartyRefusal
  | TakeBoardRoleRefusal;

/** Decides any command on a party. */
export const decideParty: Decide<StreamState, PartyOrder, PartyRefusal, PartyBody> =
  (state) => (order) => {
    switch (order.type) {
      case 'JoinOrganisation':
        return joinOrganisation(state)(order.data);
      case 'LeaveBoardRole':
        return leaveBoardRole(state)(order.data);
      case 'LeaveOrganisation':
        return leaveOrganisation(state)(order.data);
      case 'MergeParty':
        return mergeParty(state)(order.data);
      case 'RegisterParty':
        return registerParty(state)(order.data);
      case 'RenameParty':
        return renameParty(state)(order.data);
      case 'TakeBoardRole':
        return takeBoardRole(state)(order.data);
    }
  };
