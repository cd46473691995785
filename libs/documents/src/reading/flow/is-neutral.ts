/** So far apart may red, green and blue be, of 255, in what people call black, grey or white. */
const widest = 24;

/** Whether a colour, as "#F2F2F2", is black, white or a grey between: one that says nothing. */
export const isNeutral = (hex: string): boolean => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) <= widest;
};
