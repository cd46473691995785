/** That no action was found in a text, and what one would look like. */
export const noPlanInIt = (name: string): string =>
  `No action was found in ${name}. Actions are lines labelled “Action 12”, “12.” or “1.2.3”, bullets under a priority or under a heading such as “Actions”, and rows of a table that names a column so.`;
