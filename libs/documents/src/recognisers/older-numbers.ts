const inside = /(?:\band|[.;])\s+(\d{1,3})\.\s+(?=[A-Z])/g;

/** Numbers of an older plan inside a title: "… to one month and 30. Support the …", "… 14. All schools …". */
export const listOlderNumbers = (title: string): ReadonlyArray<string> =>
  [...title.matchAll(inside)].flatMap((found) => (found[1] === undefined ? [] : [found[1]]));
