import {
  contentTypes,
  escaped,
  packageRelationships,
  type Parts,
  setText,
  textOf,
  within,
} from './package-parts.ts';

const customPart = 'docProps/custom.xml';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const customType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const values = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const customNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
/** The set that properties of users belong to (ECMA-376, part 1, 22.3.2.2). */
const set = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

const emptyCustom = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${customNamespace}" xmlns:vt="${values}"></Properties>`;

const addCustomPart = (parts: Parts): void => {
  setText(parts, customPart, emptyCustom);
  setText(
    parts,
    contentTypes,
    within(
      textOf(parts, contentTypes),
      'Types',
      `<Override PartName="/${customPart}" ContentType="${customType}"/>`,
    ),
  );
  setText(
    parts,
    packageRelationships,
    within(
      textOf(parts, packageRelationships),
      'Relationships',
      `<Relationship Id="rIdPaperProperties" Type="${relationships}/custom-properties" Target="${customPart}"/>`,
    ),
  );
};

/** The text of a value; another's part need not have its prefix. */
const valueTag = (xml: string): string =>
  /<Properties\b[^>]*\sxmlns:vt=/u.test(xml) ? '<vt:lpwstr>' : `<vt:lpwstr xmlns:vt="${values}">`;

const isOurs = (property: string): boolean => property.includes('name="Trackrecord.');

/** Properties that somebody gave a name to, in the order in which they are written. */
export type CustomProperties = ReadonlyArray<readonly [name: string, value: string]>;

/**
 * Gives an Office file properties of its own. Others' stay; what an earlier copy said of itself does not. Numbers begin
 * at 2: 0 and 1 are kept back.
 * @param parts at least the list of contents and the package's relationships
 */
export const setCustomProperties = (parts: Parts, properties: CustomProperties): void => {
  if (!parts.has(customPart)) addCustomPart(parts);
  else if (!textOf(parts, customPart).includes('<Properties'))
    setText(parts, customPart, emptyCustom);
  const kept = textOf(parts, customPart).replace(/<property\b[\s\S]*?<\/property>/gu, (property) =>
    isOurs(property) ? '' : property,
  );
  const numbers = [...kept.matchAll(/\bpid="(\d+)"/gu)].map(([, pid]) => Number(pid));
  const next = Math.max(1, ...numbers) + 1;
  const tag = valueTag(kept);
  const added = properties.map(
    ([name, value], place) =>
      `<property fmtid="${set}" pid="${next + place}" name="${escaped(name)}">${tag}${escaped(value)}</vt:lpwstr></property>`,
  );
  setText(parts, customPart, within(kept, 'Properties', added.join('')));
};
