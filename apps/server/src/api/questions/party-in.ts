import { PartyId } from '@trackrecord/domain';
import type { Asking } from '../question.ts';

/** The party that the path names. What none can be called was refused before. */
export const partyIn = ({ exchange: { params } }: Pick<Asking, 'exchange'>): PartyId => {
  const { party } = params;
  if (PartyId.is(party)) return party;
  throw new Error('the path names a party');
};
