import { RetractAssertions, retractAssertions } from '../document/retract-assertions.ts';
import { RenamePartnership, renamePartnership } from './rename-partnership.ts';
import { RegisterPartnership, registerPartnership } from './register-partnership.ts';

/** Every command on a partnership: what each asks, and how it is decided. */
export const partnershipCommands = {
  RegisterPartnership: { asks: RegisterPartnership, decide: registerPartnership },
  RenamePartnership: { asks: RenamePartnership, decide: renamePartnership },
  RetractAssertions: { asks: RetractAssertions, decide: retractAssertions },
};
