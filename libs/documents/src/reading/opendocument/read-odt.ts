import type { Flow } from '../flow/flow.ts';
import { piecesOfFlow } from '../flow/pieces-of-flow.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { childAt } from '../xml/xml-element.ts';
import { aroundThePage } from './around-the-page.ts';
import { flowOfBlocks } from './flow-of-blocks.ts';
import { levelsOf } from './list-levels.ts';
import { openDocumentParts, type OpenDocumentParts } from './open-document-parts.ts';
import { propertiesOf } from './properties-of.ts';
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

/** Reads an OpenDocument text, with its colours, its automatic numbers and what stands beside its words. */
export const readOdt: Reader = async ({ progress, ...source }) => {
  const parts = await openDocumentParts(source);
  const { name } = parts;
  const text =
    childAt(parts.content, 'office:body', 'office:text') ??
    refuse({
      _tag: 'Damaged',
      name,
      part: 'content.xml',
      seen: 'there is no office:text in it',
      accepted: 'an OpenDocument text',
    });
  progress(1, 2);
  const flow: ReadonlyArray<Flow> = [
    ...flowOfBlocks(text, newStory(parts)),
    ...aroundThePage(parts.styles),
  ];
  const read = piecesOfFlow(name, flow);
  progress(2, 2);
  return { ...read, ...propertiesOf(parts.meta) };
};
