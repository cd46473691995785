const escaped = (part: string | undefined): string => (part ?? '').replaceAll('·', '··');

/**
 * The key of a register's member that several texts make up, readable and never the same for two different
 * lists: parts stand between single dots, dots within a part are doubled, parts missing at the end are left out.
 */
export const compoundKey = (...parts: ReadonlyArray<string | undefined>): string =>
  parts
    .slice(0, parts.findLastIndex((part) => part !== undefined) + 1)
    .map(escaped)
    .join(' · ');
