const members =
  /\b(?:organisations|members|membership|agencies|partners|represented|board)\s+(?:on\s+(?:it|the board)\s+)?(?:(?:currently|now)\s+)?(?:represented\s+)?(?:are|is|include)?\s*:$|\b(?:organisations|agencies|members)\s*:$/i;

const board = /\b(?:board|partnership|group)\b/i;

/** A sentence ends near its colon. */
const reach = 200;

/** A sentence that introduces who is on the board: "The organisations currently represented are:". */
export const introducesBoard = (words: string): boolean =>
  words.endsWith(':') && board.test(words) && members.test(words.slice(-reach));
