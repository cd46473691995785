import { namesAfter, namesBefore, splitNames } from './names-before.ts';
import { sentencesOf } from './sentences.ts';

export type UpdateRequest = Readonly<{ parties: ReadonlyArray<string>; words: string }>;

/** Words that ask for news, and words of which it is doubtful whether they do. */
export type UpdateRequests = Readonly<{
  asked: ReadonlyArray<UpdateRequest>;
  doubtful: ReadonlyArray<string>;
}>;

/** "X to update", and no object after it: "X to update the policy" is work, not news. */
const toUpdate =
  /\bto (?:provide (?:an )?|give (?:an )?)?update\b(?=\s*$|\s*[.?!,;:()–—-]|\s+(?:on|by|at|with|re|regarding|next|board)\b|\s+cross[ -]ref)/i;
const needed =
  /\b(?:(?:further|more|latest|progress|an?)\s+)?(?:report|update|information|feedback|news)s?\s+(?:is\s+|still\s+)?(?:needed|required|requested|awaited|outstanding)\b/i;
const updateFrom = /\b(?:update|report|news|feedback)\s+from\s+/i;
const bareQuestion =
  /^(?:any\s+|an\s+|latest\s+)?updates?(?:\s+please)?\s*\?$|^(?:please\s+update|update\s+please)\b/i;
const endsInUpdate = /^[A-Z][^.?!:;]{2,60}\supdate[.]?$/;

const withoutEnd = (words: string): string => words.trim().replace(/[.]$/, '');

const beforeCrossReference = (words: string): string => words.split(/\s+cross[ -]ref/i)[0] ?? words;

const askedOfNamed = (sentence: string): UpdateRequest | undefined => {
  const found = toUpdate.exec(sentence);
  if (found === null) return undefined;
  const names = namesBefore(sentence.slice(0, found.index));
  if (names === '') return undefined;
  const rest = beforeCrossReference(sentence.slice(found.index));
  return { parties: splitNames(names), words: withoutEnd(`${names} ${rest}`) };
};

const askedAsNeeded = (sentence: string): UpdateRequest | undefined => {
  const found = needed.exec(sentence);
  if (found === null) return undefined;
  const rest = sentence.slice(found.index + found[0].length);
  const from = /^\s+from\s+/i.exec(rest);
  const parties = from === null ? [] : splitNames(namesAfter(rest.slice(from[0].length)));
  return { parties, words: withoutEnd(beforeCrossReference(sentence.slice(found.index))) };
};

/** "Update from BEST" at a sentence's end; "an update from BEST was given" is news itself. */
const askedFromNamed = (sentence: string): UpdateRequest | undefined => {
  const found = updateFrom.exec(sentence);
  if (found === null) return undefined;
  const after = withoutEnd(sentence.slice(found.index + found[0].length));
  const names = namesAfter(after);
  if (names === '' || names.length < after.replace(/\s+/g, ' ').length) return undefined;
  return { parties: splitNames(names), words: withoutEnd(sentence.slice(found.index)) };
};

const askedOfNobody = (sentence: string): UpdateRequest | undefined =>
  bareQuestion.test(sentence) ? { parties: [], words: sentence } : undefined;

const askedIn = (sentence: string): UpdateRequest | undefined =>
  askedOfNamed(sentence) ??
  askedAsNeeded(sentence) ??
  askedFromNamed(sentence) ??
  askedOfNobody(sentence);

/** What a note asks for: of whom, and in which words. Linear in the note's length. */
export const readUpdateRequests = (note: string): UpdateRequests => {
  const asked: Array<UpdateRequest> = [];
  const doubtful: Array<string> = [];
  for (const sentence of sentencesOf(note)) {
    const request = askedIn(sentence);
    if (request !== undefined) asked.push(request);
    else if (endsInUpdate.test(sentence)) doubtful.push(withoutEnd(sentence));
  }
  return { asked, doubtful };
};
