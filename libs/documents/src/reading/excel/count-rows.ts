import { walkXml } from '../xml/parse-xml.ts';
import type { Part } from '../xml/part.ts';

/** How many rows of a sheet hold something. @param bytes the sheet's part */
export const countRows = (part: Part, bytes: Uint8Array): number => {
  let rows = 0;
  let isFilled = false;
  walkXml(part, bytes, {
    open: (element) => {
      if (element === 'x:row') isFilled = false;
      else if (element === 'x:v' || element === 'x:is' || element === 'x:f') isFilled = true;
    },
    text: () => undefined,
    close: (element) => {
      if (element === 'x:row' && isFilled) rows += 1;
    },
  });
  return rows;
};
