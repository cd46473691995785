export type SubjectKind =
  | 'plan'
  | 'priority'
  | 'theme'
  | 'enabler'
  | 'result'
  | 'action'
  | 'target'
  | 'indicator'
  | 'story'
  | 'data need'
  | 'outcome'
  | 'glossary term'
  | 'party'
  | 'cross-reference';

/** What became of a block: a field of something, or part of a narrative section. A block may have several. */
export type Account = Readonly<{ block: number; line: number }> &
  (
    | Readonly<{ as: 'field'; of: Readonly<{ kind: SubjectKind; ref: string; field: string }> }>
    | Readonly<{ as: 'narrative'; section: string }>
  );
