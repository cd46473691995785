import type { BoardPaper } from '../paper/board-paper.ts';
import { contentTypes, escaped, type Parts, setText, textOf, within } from './package-parts.ts';
import { copyPropertiesOf } from './properties.ts';

const custom = 'docProps/custom.xml';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const customType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const values = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const customNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
/** The set that properties of users belong to (ECMA-376, part 1, 22.3.2.2). */
const set = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

const emptyCustom = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${customNamespace}" xmlns:vt="${values}"></Properties>`;

const addCustomPart = (parts: Parts): void => {
  setText(parts, custom, emptyCustom);
  setText(
    parts,
    contentTypes,
    within(
      textOf(parts, contentTypes),
      'Types',
      `<Override PartName="/${custom}" ContentType="${customType}"/>`,
    ),
  );
  const root = '_rels/.rels';
  setText(
    parts,
    root,
    within(
      textOf(parts, root),
      'Relationships',
      `<Relationship Id="rIdPaperProperties" Type="${relationships}/custom-properties" Target="${custom}"/>`,
    ),
  );
};

const isOurs = (property: string): boolean => property.includes('name="Trackrecord.');

/** A template's own properties stay; what an earlier paper said of itself does not. Numbers begin at 2. */
export const setCustomProperties = (parts: Parts, paper: BoardPaper): void => {
  if (!parts.has(custom)) addCustomPart(parts);
  else if (!textOf(parts, custom).includes('<Properties')) setText(parts, custom, emptyCustom);
  const kept = textOf(parts, custom).replace(/<property\b[\s\S]*?<\/property>/gu, (property) =>
    isOurs(property) ? '' : property,
  );
  const numbers = [...kept.matchAll(/\bpid="(\d+)"/gu)].map(([, pid]) => Number(pid));
  const next = Math.max(1, ...numbers) + 1;
  const added = copyPropertiesOf(paper).map(
    ([name, value], place) =>
      `<property fmtid="${set}" pid="${next + place}" name="${escaped(name)}"><vt:lpwstr xmlns:vt="${values}">${escaped(value)}</vt:lpwstr></property>`,
  );
  setText(parts, custom, within(kept, 'Properties', added.join('')));
};
