/** What an action's page may be asked besides its dates: how much of its history it shows. */
export type ActionParams = Readonly<{
  /** One field of the history; `null` for all of them. */
  field: string | null;
  /** Also what documents merely said again. */
  confirmed: boolean;
  /** All of a long history. */
  all: boolean;
}>;

/** What the address said, as it came; whatever is not understood asks for nothing. */
export type TypedActionParams = Readonly<{
  field?: string | undefined;
  confirmed?: string | undefined;
  all?: string | undefined;
}>;

export const parseActionParams = ({ field, confirmed, all }: TypedActionParams): ActionParams => ({
  field: field ?? null,
  confirmed: confirmed === 'yes',
  all: all === 'yes',
});

/** The address's part that asks for it; empty for the history as it is shown first. */
export const actionQuery = ({ field, confirmed, all }: ActionParams): string => {
  const query = new URLSearchParams({
    ...(field === null ? {} : { field }),
    ...(confirmed ? { confirmed: 'yes' } : {}),
    ...(all ? { all: 'yes' } : {}),
  }).toString();
  return query === '' ? '' : `?${query}`;
};
