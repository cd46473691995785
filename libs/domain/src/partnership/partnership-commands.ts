import { RegisterPartnership, registerPartnership } from './register-partnership.ts';

/** Every command on a partnership: what each asks, and how it is decided. */
export const partnershipCommands = {
  RegisterPartnership: { asks: RegisterPartnership, decide: registerPartnership },
};
