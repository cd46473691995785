import { getDocumentProxy } from 'unpdf';
import { limits } from '../limits.ts';
import { refuse, RefusedFile } from '../refused-file.ts';
import { wordsIn } from './decoding.ts';

export type PdfFile = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfFile['getPage']>>;

/** What ends the reading of a part of a PDF, whatever the library throws. */
export const damagedPdf =
  (name: string, part: string) =>
  (thrown: unknown): never => {
    if (thrown instanceof RefusedFile) throw thrown;
    if (wordsIn(thrown, 'name') === 'PasswordException')
      return refuse({ _tag: 'Encrypted', name, looksLike: 'a PDF' });
    const said = wordsIn(thrown, 'message').slice(0, 200);
    const seen = said === '' ? 'it cannot be read' : `it cannot be read (${said})`;
    return refuse({ _tag: 'Damaged', name, part, seen, accepted: 'a whole PDF' });
  };

/**
 * Opens a PDF. Pictures in it are not unpacked, and nothing of it is run.
 * @returns the file, to be closed; refused where it is protected by a password, damaged, or has too many pages
 */
export const openPdf = async (name: string, bytes: Uint8Array): Promise<PdfFile> => {
  // The library takes the bytes for its own, and takes no Buffer.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    maxImageSize: 1,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
  }).catch(damagedPdf(name, 'the file'));
  if (pdf.numPages <= limits.pages) return pdf;
  const seen = pdf.numPages;
  await pdf.loadingTask.destroy();
  return refuse({
    _tag: 'OverLimit',
    name,
    part: 'the PDF',
    what: 'pages',
    seen,
    limit: limits.pages,
  });
};
