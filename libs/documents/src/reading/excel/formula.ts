/** A formula of a rule, as far as it is read: cells, what is written out, comparisons and a few functions. */
export type Formula =
  | Readonly<{ is: 'literal'; value: number | string | boolean }>
  | Readonly<{
      is: 'cell';
      row: number;
      column: number;
      isRowFixed: boolean;
      isColumnFixed: boolean;
    }>
  | Readonly<{ is: 'call'; of: string; arguments: ReadonlyArray<Formula> }>
  | Readonly<{ is: 'comparison'; operator: Operator; left: Formula; right: Formula }>;

export type Operator = '=' | '<>' | '<' | '>' | '<=' | '>=';
