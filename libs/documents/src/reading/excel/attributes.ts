export type Attributes = Readonly<Record<string, string>>;

/** A whole number that is not negative; `undefined` where an attribute says none. */
export const wholeIn = (attributes: Attributes, name: string): number | undefined => {
  const words = attributes[name];
  return words !== undefined && /^\d{1,9}$/u.test(words) ? Number(words) : undefined;
};

/** Whether something is switched on (xsd:boolean). */
export const isOn = (words: string | undefined): boolean => words === '1' || words === 'true';
