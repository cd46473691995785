/** Where something is, in words for people. */
export const inSheet = (sheet: string): string => `sheet “${sheet}”`;

export const inCell = (sheet: string, reference: string): string =>
  `${inSheet(sheet)}, cell ${reference}`;
