import { childAt } from '../xml/xml-element.ts';
import { levelsOf } from './list-levels.ts';
import type { OpenDocumentParts } from './open-document-parts.ts';
import type { Story } from './story.ts';
import { styleSheetOf } from './style-sheet.ts';
import { trackedChangesOf } from './tracked-changes.ts';

/** A document as it stands before its first paragraph is read. */
export const newStory = (parts: OpenDocumentParts): Story => ({
  name: parts.name,
  styles: styleSheetOf(parts),
  changes: trackedChangesOf(childAt(parts.content, 'office:body', 'office:text')),
  insertions: new Map(),
  outline: {
    levels: levelsOf(childAt(parts.styles, 'office:styles', 'text:outline-style')),
    counters: new Map(),
  },
  listsById: new Map(),
  listsByStyle: new Map(),
  levelsByStyle: new Map(),
});
