import type { DirectoryAnswer } from '@trackrecord/application';
import type { FormItem } from '../change/form-field.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { likenessWords } from './likeness-words.ts';
import { mergePath, partyPath } from './party-links.ts';

/** Where somebody says which other one a party is. */
export type MergePageOf = Readonly<{
  party: Readonly<{ id: string; name: string }>;
  duplicates: DirectoryAnswer['duplicates'];
  /** Everybody else. */
  others: ReadonlyArray<FormItem>;
  errors: FormErrors;
}>;

type Likely = Link & Readonly<{ why: string }>;

const likelyOf = ({ party, duplicates }: MergePageOf): ReadonlyArray<Likely> =>
  duplicates.flatMap(({ parties: [a, b], likeness }) => {
    const other = a.id === party.id ? b : a;
    return a.id === party.id || b.id === party.id
      ? [{ text: other.name, href: mergePath(party.id, other.id), why: likenessWords[likeness] }]
      : [];
  });

/** The page: its title for the frame, and its content. Nothing is changed on it. */
export const mergePage = (of: MergePageOf): Readonly<{ title: string; content: string }> => ({
  title: `Merge ${of.party.name} with another`,
  content: renderTemplate('parties/merge.njk', {
    name: of.party.name,
    action: mergePath(of.party.id),
    likely: likelyOf(of),
    others: of.others,
    back: partyPath(of.party.id),
    errors: of.errors,
  }),
});
