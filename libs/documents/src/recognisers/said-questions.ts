/** How many questions a sentence says there are: "the seven performance accountability questions". */
export type SaidQuestions = Readonly<{ count: number; words: string }>;

const figures = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const said = new RegExp(
  `\\b(${figures.join('|')}|\\d{1,2})\\s+(?:[a-z-]{2,20}\\s+){0,4}questions\\b`,
  'i',
);

export const recogniseSaidQuestions = (sentence: string): SaidQuestions | undefined => {
  const found = said.exec(sentence);
  if (found?.[1] === undefined) return undefined;
  const figure = figures.indexOf(found[1].toLowerCase());
  return { count: figure < 0 ? Number(found[1]) : figure + 1, words: found[0] };
};
