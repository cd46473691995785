/** Which values of an indicator are shown: of one place, of one breakdown; `null` for all. */
export type IndicatorParams = Readonly<{ geography: string | null; breakdown: string | null }>;

/** What an address asks for. A place or breakdown without values is one that shows none: the page then says so. */
export const parseIndicatorParams = (
  one: (name: string) => string | undefined,
): IndicatorParams => ({
  geography: one('geography') ?? null,
  breakdown: one('breakdown') ?? null,
});
