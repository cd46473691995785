import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codePointsOf } from './code-points.ts';

/** The two cuts that papers are set in, and what they can draw. */
export type PaperFonts = Readonly<{
  regular: Uint8Array;
  bold: Uint8Array;
  /** Characters that both cuts hold. */
  drawable: ReadonlySet<number>;
}>;

const cut = (file: string): Uint8Array =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${file}`)));

const read = (): PaperFonts => {
  const regular = cut('400Regular/SourceSans3_400Regular.ttf');
  const bold = cut('600SemiBold/SourceSans3_600SemiBold.ttf');
  const inBold = codePointsOf(bold);
  return {
    regular,
    bold,
    drawable: new Set([...codePointsOf(regular)].filter((codePoint) => inBold.has(codePoint))),
  };
};

let kept: PaperFonts | undefined;

/** The fonts of papers (Source Sans 3, SIL Open Font License 1.1): read once, when the first paper asks. */
export const paperFonts = (): PaperFonts => (kept ??= read());
