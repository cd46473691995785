/** The address of a person or an organisation. */
export const partyPath = (id: string): string => `/parties/${encodeURIComponent(id)}`;

/** Where two are merged, with the one filled in that is to remain. */
export const mergePath = (party: string, into?: string): string =>
  `${partyPath(party)}/merge${into === undefined ? '' : `?${new URLSearchParams({ into }).toString()}`}`;
