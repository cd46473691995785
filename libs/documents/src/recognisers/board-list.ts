/** A sentence that introduces who is on the board: "The organisations currently represented are:". */
export const introducesBoard = (words: string): boolean =>
  /:\s*$/.test(words) &&
  /\b(?:board|partnership|group)\b/i.test(words) &&
  /\b(?:organisations|members|membership|agencies|partners)\b[^.]{0,60}\b(?:represented|are|include|is)\b[^.]{0,40}:\s*$/i.test(
    words.slice(-200),
  );
