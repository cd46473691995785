/** A column of a table that may be sorted by. */
export type SortColumn = Readonly<{
  /** As the address names it; without it the column cannot be sorted by. */
  by?: string | undefined;
  text: string;
  numeric?: boolean | undefined;
  classes?: string | undefined;
}>;

/** What a table is sorted by. */
export type Sorting = Readonly<{ by: string; direction: 'ascending' | 'descending' }>;

/** One header cell, for the macro `sortableHeader`. */
export type SortHeader = Readonly<{
  text: string;
  numeric: boolean;
  classes: string | undefined;
  sort: 'ascending' | 'descending' | 'none';
  /** Sorts by this column, and the other way about where it is sorted by already; `null` where it cannot be. */
  href: string | null;
}>;

/** The header cells of a table, each with where its link leads. */
export const sortHeaders = (
  columns: ReadonlyArray<SortColumn>,
  current: Sorting | null,
  hrefOf: (sorting: Sorting) => string,
): ReadonlyArray<SortHeader> =>
  columns.map(({ by, text, numeric, classes }) => {
    const sort = by !== undefined && current?.by === by ? current.direction : 'none';
    return {
      text,
      numeric: numeric ?? false,
      classes,
      sort,
      href:
        by === undefined
          ? null
          : hrefOf({ by, direction: sort === 'ascending' ? 'descending' : 'ascending' }),
    };
  });
