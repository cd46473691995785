/**
 * What the last heading said that follows. `opening` is right after the heading of a priority, theme, enabler or
 * result, before any heading of a section.
 */
export type Section =
  | 'opening'
  | 'actions'
  | 'targets'
  | 'indicators'
  | 'results'
  | 'baselines'
  | 'story'
  | 'data needs'
  | 'glossary'
  | 'cross-references'
  | 'contents'
  | 'legend'
  | 'board'
  | 'narrative';
