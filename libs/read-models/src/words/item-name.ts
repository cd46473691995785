/** What an item of a plan is called: by what it goes, and its title; "" where the former says it all. */
export type ItemName = Readonly<{ short: string; title: string }>;

/** A ref that is no number is the title, or the beginning of a long one. */
const shortestCut = 40;

/** Where a document does not number its priorities or themes, each is known by its title. */
const isKnownByTitle = (ref: string, title: string): boolean =>
  ref === title || (ref.length >= shortestCut && title.startsWith(ref));

/**
 * Names an item by its kind and its ref: "Priority 2"; one that is known by its title is called by that alone:
 * "Priority: Be safe".
 */
export const itemName = (kind: string, ref: string, title: string): ItemName =>
  isKnownByTitle(ref, title)
    ? { short: `${kind}: ${title}`, title: '' }
    : { short: `${kind} ${ref}`, title };

/** What a small heading has of an item whose kind is clear: "2.1 Be safe", or its title alone. */
export const refAndTitle = (ref: string, title: string): string =>
  isKnownByTitle(ref, title) ? title : `${ref} ${title}`;

/** The whole name on one line: "Priority 2: Be healthy"; "Priority 2" where it has no title. */
export const itemInWords = (kind: string, ref: string, title: string): string => {
  const name = itemName(kind, ref, title);
  return name.title === '' ? name.short : `${name.short}: ${name.title}`;
};
