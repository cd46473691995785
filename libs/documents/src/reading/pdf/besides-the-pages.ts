import type { Aside } from '../flow/flow.ts';
import { plainWords, quoted } from '../flow/plain-words.ts';
import { isRecord, recordIn, wordsIn } from './decoding.ts';
import type { PdfFile } from './open-pdf.ts';

/** What a PDF holds that stands on no page. */
export type BesidesThePages = Readonly<{
  asides: ReadonlyArray<Aside>;
  properties: Readonly<Record<string, string>>;
}>;

const weakest: Aside = {
  kind: 'doubtful',
  words:
    'A PDF is read by the position of its words, which is the weakest way to read a plan: check each row. Pictures, charts and drawings in it are not read. Send the document that it was made from, where there is one.',
};

const propertiesIn = (metadata: unknown): Readonly<Record<string, string>> => {
  const info = recordIn(metadata, 'info');
  const custom = Object.entries(recordIn(info, 'Custom')).flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [],
  );
  const title = plainWords(wordsIn(info, 'Title'));
  return Object.fromEntries([...custom, ...(title === '' ? [] : [['dc:title', title] as const])]);
};

/** Reads what is said of a PDF as a whole: its properties, files and scripts inside it, forms. */
export const besidesThePages = async (pdf: PdfFile): Promise<BesidesThePages> => {
  const metadata: unknown = await pdf.getMetadata();
  const attached: unknown = await pdf.getAttachments();
  const hasScripts = await pdf.hasJSActions();
  const files = isRecord(attached)
    ? Object.values(attached).map((one) => wordsIn(one, 'filename'))
    : [];
  const isXfa = recordIn(metadata, 'info')['IsXFAPresent'] === true;
  return {
    asides: [
      weakest,
      ...files.map((name): Aside => ({
        kind: 'not read',
        words: `A file inside the PDF is not read: ${quoted(name)}.`,
      })),
      ...(hasScripts ? [{ kind: 'not read', words: 'Scripts, not run.' } as const] : []),
      ...(isXfa ? [{ kind: 'not read', words: 'A form (XFA) is not read.' } as const] : []),
    ],
    properties: propertiesIn(metadata),
  };
};
