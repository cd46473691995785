import type { Flow } from '../flow/flow.ts';
import { piecesOfFlow } from '../flow/pieces-of-flow.ts';
import { mostWordedOf } from '../most-worded.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { type ParagraphNames, parseParagraphs } from '../xml/parse-paragraphs.ts';
import { childAt } from '../xml/xml-element.ts';
import { aroundThePage } from './around-the-page.ts';
import { flowOfBlocks } from './flow-of-blocks.ts';
import { newStory } from './new-story.ts';
import { openDocumentParts } from './open-document-parts.ts';
import { propertiesOf } from './properties-of.ts';

const paragraphs = new Set(['text:p', 'text:h']);

const paragraphNames: ParagraphNames = {
  paragraphs,
  words: paragraphs,
  apart: new Set(['text:tracked-changes', 'office:annotation']),
};

/** Reads an OpenDocument text, with its colours, its automatic numbers and what stands beside its words. */
export const readOdt: Reader = async ({ progress, ...source }) => {
  const parts = await openDocumentParts(source, (of, bytes, { meta }) =>
    parseParagraphs(of, bytes, paragraphNames, mostWordedOf(propertiesOf(meta).properties)),
  );
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
