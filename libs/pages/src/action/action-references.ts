import type { ActionDetails, PlanAnswer } from '@trackrecord/application';
import type { ActionLinks } from './action-links.ts';

type Reference = Readonly<{ asWritten: string; to?: string | null | undefined }>;
type Actions = PlanAnswer['actions'];

/** A reference on a page: in which words, to which action where it is one of this plan, how it is taken away. */
export type ReferenceView = Readonly<{
  words: string;
  action: Readonly<{ text: string; href: string }> | null;
  removeHref: string | null;
}>;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Whether words name an action by its ref: "see Action 14", not "Action 140" nor "Action 14.2". */
const names = (words: string, ref: string): boolean =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])action\\s+${escaped(ref)}(?![\\p{L}\\p{N}(]|\\.[\\p{N}])`,
    'iu',
  ).test(words);

const isTo =
  ({ asWritten, to }: Reference) =>
  ({ ref, knownAs }: Readonly<{ ref: string; knownAs: ReadonlyArray<string> }>): boolean =>
    [to ?? '', asWritten].some((words) => names(words, ref) || knownAs.includes(words));

/** What an action refers to. */
export const referencesFrom = (
  { actions }: Pick<PlanAnswer, 'actions'>,
  { ref, crossReferences }: Pick<ActionDetails, 'ref' | 'crossReferences'>,
  links: ActionLinks,
  mayChange: boolean,
): ReadonlyArray<ReferenceView> =>
  crossReferences.map((reference) => {
    const other = actions.find((one) => one.ref !== ref && isTo(reference)(one));
    return {
      words: reference.asWritten,
      action:
        other === undefined
          ? null
          : { text: `Action ${other.ref}: ${other.title}`, href: links.action(other.ref) },
      removeHref: mayChange ? links.form('unrefer', { link: reference.link }) : null,
    };
  });

const referring = (actions: Actions, own: Pick<ActionDetails, 'ref' | 'knownAs'>) =>
  actions
    .filter(({ ref }) => ref !== own.ref)
    .flatMap((other) =>
      other.crossReferences
        .filter((reference) => isTo(reference)(own))
        .map(({ asWritten }) => ({ other, asWritten })),
    );

/** What refers to an action: other actions of the plan, and the plan's own text. */
export const referencesTo = (
  { actions, crossReferences }: Pick<PlanAnswer, 'actions' | 'crossReferences'>,
  own: Pick<ActionDetails, 'ref' | 'knownAs'>,
  links: ActionLinks,
): ReadonlyArray<ReferenceView> => [
  ...referring(actions, own).map(({ other, asWritten }) => ({
    words: asWritten,
    action: { text: `Action ${other.ref}: ${other.title}`, href: links.action(other.ref) },
    removeHref: null,
  })),
  ...crossReferences
    .filter((reference) => isTo(reference)(own))
    .map(({ asWritten }) => ({ words: asWritten, action: null, removeHref: null })),
];
