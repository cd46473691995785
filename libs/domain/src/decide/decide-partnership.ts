import type { Decide } from '@trackrecord/kernel';
import {
  registerPartnership,
  type RegisterPartnership,
  type RegisterPartnershipRefusal,
} from '../partnership/register-partnership.ts';
import type { OrderOf } from '../command.ts';
import type { PartnershipBody } from '../event/domain-event.ts';
import type { StreamState } from '../stream-state.ts';

/** Every command on a partnership's stream. */
export type PartnershipOrder = OrderOf<typeof RegisterPartnership>;

export type PartnershipRefusal = RegisterPartnershipRefusal;

/** Decides any command on a partnership. */
export const decidePartnership: Decide<
  StreamState,
  PartnershipOrder,
  PartnershipRefusal,
  PartnershipBody
> = (state) => (order) => {
  switch (order.type) {
    case 'RegisterPartnership':
      return registerPartnership(state)(order.data);
  }
};
