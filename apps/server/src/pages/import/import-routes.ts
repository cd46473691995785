import type { Route } from '../../http/route.ts';
import { showAbout, takeAbout } from './about-import.ts';
import { chooseClashes } from './choose-clashes.ts';
import { chooseColumns } from './choose-columns.ts';
import { commitImport } from './commit-import.ts';
import { documentFile, documentText } from './document-source.ts';
import { showFix, takeFix } from './fix-block.ts';
import { settleDoubts } from './settle-doubts.ts';
import { showBlocks } from './show-blocks.ts';
import { showDocument, showDocuments } from './show-documents.ts';
import { showPreview } from './show-preview.ts';
import { undoCorrection } from './undo-correction.ts';
import { showUndo, takeUndo } from './undo-document.ts';
import { correctedFile, dropOwn, dropUpload, ownFile, uploadedFile } from './upload-file.ts';
import { uploadRoutes } from './upload-routes.ts';

const managed = { audience: 'people', may: 'manage' } as const;
const upload = '/plans/:plan/imports/:upload';
const document = '/plans/:plan/documents/:document';

/** Documents on their way into a plan: uploaded, previewed, put right by hand, recorded, undone. */
export const importRoutes: ReadonlyArray<Route> = [
  ...uploadRoutes,
  { ...managed, method: 'GET', path: '/imports/uploads/:upload/file', answer: ownFile },
  { ...managed, method: 'POST', path: '/imports/uploads/:upload/drop', answer: dropOwn },
  { ...managed, method: 'GET', path: upload, answer: showPreview },
  { ...managed, method: 'POST', path: upload, answer: commitImport },
  { ...managed, method: 'GET', path: `${upload}/about`, answer: showAbout },
  { ...managed, method: 'POST', path: `${upload}/about`, answer: takeAbout },
  { ...managed, method: 'GET', path: `${upload}/blocks`, answer: showBlocks },
  { ...managed, method: 'GET', path: `${upload}/blocks/:block`, answer: showFix },
  { ...managed, method: 'POST', path: `${upload}/blocks/:block`, answer: takeFix },
  {
    ...managed,
    method: 'POST',
    path: `${upload}/corrections/:start/undo`,
    answer: undoCorrection,
  },
  { ...managed, method: 'POST', path: `${upload}/clashes`, answer: chooseClashes },
  { ...managed, method: 'POST', path: `${upload}/columns`, answer: chooseColumns },
  { ...managed, method: 'POST', path: `${upload}/settle`, answer: settleDoubts },
  { ...managed, method: 'GET', path: `${upload}/file`, answer: uploadedFile },
  { ...managed, method: 'GET', path: `${upload}/corrected`, answer: correctedFile },
  { ...managed, method: 'POST', path: `${upload}/drop`, answer: dropUpload },
  {
    audience: 'people',
    may: 'read',
    method: 'GET',
    path: '/plans/:plan/documents',
    answer: showDocuments,
  },
  { audience: 'people', may: 'read', method: 'GET', path: document, answer: showDocument },
  {
    audience: 'people',
    may: 'read',
    method: 'GET',
    path: `${document}/text`,
    answer: documentText,
  },
  {
    audience: 'people',
    may: 'read',
    method: 'GET',
    path: `${document}/file`,
    answer: documentFile,
  },
  { ...managed, method: 'GET', path: `${document}/undo`, answer: showUndo },
  { ...managed, method: 'POST', path: `${document}/undo`, answer: takeUndo },
];
