const colour =
  /\bby (?:(?:the cell's|its) colour|its highlight|the colour of its words|the sheet's colour rule) #[\dA-F]{6}\b.*$/u;

/**
 * How a rating was read where it was nothing but a colour, from its words as the log keeps them: "by the cell's colour
 * #FFC000" in "amber by the cell's colour #FFC000". `undefined` where words said it.
 */
export const byColour = (words: string | undefined): string | undefined =>
  words === undefined ? undefined : colour.exec(words)?.[0];
