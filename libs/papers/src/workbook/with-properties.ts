import { editZip, unzip } from '@cj-tech-master/excelts/archive';

const part = 'docProps/custom.xml';
const contentTypes = '[Content_Types].xml';
const relationships = '_rels/.rels';
const partType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const relation =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const values = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
/** The set that properties of users belong to (ECMA-376, part 1, 22.3.2.2). */
const set = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

const escaped = (text: string): string =>
  text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');

type Properties = ReadonlyArray<readonly [name: string, value: string]>;

/** Numbers begin at 2: 0 and 1 are kept back. */
const propertiesXml = (properties: Properties): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<Properties xmlns="${namespace}" xmlns:vt="${values}">`,
    ...properties.map(
      ([name, value], index) =>
        `<property fmtid="${set}" pid="${index + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
    ),
    '</Properties>',
  ].join('');

const before = (end: string, xml: string, added: string): string =>
  xml.replace(end, () => `${added}${end}`);

/**
 * A written Office file with properties of its own, which the library that writes workbooks has no way to give it.
 * @param file a package without any, as that library writes it
 */
export const withProperties = async (
  file: Uint8Array,
  properties: Properties,
): Promise<Uint8Array> => {
  const parts = unzip(file);
  const textOf = async (name: string): Promise<string> =>
    new TextDecoder().decode((await parts.bytes(name)) ?? new Uint8Array());
  const types = await textOf(contentTypes);
  const related = await textOf(relationships);
  const edited = await editZip(file, { reproducible: true });
  edited.set(
    contentTypes,
    before('</Types>', types, `<Override PartName="/${part}" ContentType="${partType}"/>`),
  );
  edited.set(
    relationships,
    before(
      '</Relationships>',
      related,
      `<Relationship Id="rIdProperties" Type="${relation}" Target="${part}"/>`,
    ),
  );
  edited.set(part, propertiesXml(properties));
  return edited.bytes();
};
