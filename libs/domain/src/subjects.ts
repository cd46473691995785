/** The subjects of a plan's stream: one a priority, theme, enabler, result, action, target, data need, indicator. */
export type SubjectKind =
  'priority' | 'theme' | 'enabler' | 'result' | 'action' | 'target' | 'dataNeed' | 'indicator';

/** The subject's name in assertions: `action:27`. */
export const subjectOf = (kind: SubjectKind, ref: string): string => `${kind}:${ref}`;
