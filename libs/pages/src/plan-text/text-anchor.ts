/** The id of a section of a plan's text in its page: `#text-1-introduction`. */
export const textAnchor = (section: string): string =>
  `text-${section.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
