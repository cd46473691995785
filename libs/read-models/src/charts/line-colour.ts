const first = '#12436d';

/** Each of 5 to 1 on white at the least. */
const colours = [first, '#801650', '#28696f', '#a65a1f', '#3d3d3d', '#54319f'];

/** The colour of the line at a place of a picture with several; after six they begin again. */
export const lineColour = (index: number): string => colours[index % colours.length] ?? first;
