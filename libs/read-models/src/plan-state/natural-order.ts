const collator = new Intl.Collator('en', { numeric: true });

/** Orders refs as people number: "2" before "10", "2(i).4" before "2(i).11", "7a" before "7b". */
export const byRef = (a: Readonly<{ ref: string }>, b: Readonly<{ ref: string }>): number =>
  collator.compare(a.ref, b.ref);
