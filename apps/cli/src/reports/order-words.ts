const participles: Readonly<Record<string, string>> = {
  Add: 'added',
  Assign: 'assigned',
  Change: 'changed',
  Choose: 'chosen',
  Close: 'closed',
  Create: 'created',
  Define: 'defined',
  Drop: 'dropped',
  Give: 'given',
  Link: 'linked',
  Meet: 'met',
  Move: 'moved',
  Raise: 'raised',
  Record: 'recorded',
  Register: 'registered',
  Release: 'released',
  Remove: 'removed',
  Rename: 'renamed',
  Renumber: 'renumbered',
  Reopen: 'reopened',
  Request: 'asked for',
  Reword: 'reworded',
  Set: 'set',
  Supersede: 'replaced',
  Tell: 'told',
  Unlink: 'unlinked',
  Withdraw: 'withdrawn',
};

const plural = (noun: string): string => {
  if (noun.endsWith('s')) return noun;
  return /[^aeiou]y$/u.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
};

/** "1 priority", "6 priorities", "6 days". */
export const counted = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : plural(noun)}`;

/** How many orders of a kind there are, as what they did: "27 ratings changed" for 27 of `ChangeRating`. */
export const ordersInWords = (order: string, count: number): string => {
  if (order === 'NoteKnownAs') return `${counted(count, 'earlier number')} noted`;
  const [verb = '', ...noun] = order.split(/(?=[A-Z])/u);
  const words = noun.join(' ').toLowerCase().replace(/s$/u, '');
  return `${counted(count, words)} ${participles[verb] ?? verb.toLowerCase()}`;
};
