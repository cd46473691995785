/** The place in words of something that has one, to be spread into what is made of it. */
export const placed = ({ place }: Readonly<{ place?: string }>): Readonly<{ place?: string }> =>
  place === undefined ? {} : { place };
