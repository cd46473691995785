import type { Package } from '../package/open-package.ts';
import { type Relationship, relationshipsOf } from '../package/relationships.ts';
import { refuse } from '../refused-file.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childAt, childrenNamed, type XmlElement } from '../xml/xml-element.ts';
import { isOn } from './attributes.ts';

/** A sheet as the workbook lists it. */
export type ListedSheet = Readonly<{
  name: string;
  /** Whether people see it: hidden sheets can be shown by anybody, very hidden ones by a program alone. */
  isHidden: boolean;
  /** "worksheet", "chartsheet", "dialogsheet". */
  kind: string;
  part: string;
}>;

export type Workbook = Readonly<{
  sheets: ReadonlyArray<ListedSheet>;
  is1904: boolean;
  relationships: ReadonlyArray<Relationship>;
}>;

const usualPart = 'xl/workbook.xml';

const listedSheet = (
  name: string,
  part: string,
  relationships: ReadonlyArray<Relationship>,
): ((sheet: XmlElement, at: number) => ListedSheet) => {
  const byId = new Map(relationships.map((one) => [one.id, one]));
  return ({ attributes }, at) => {
    const sheetName = attributes['name'] ?? `Sheet ${at + 1}`;
    const id = attributes['r:id'] ?? '';
    const found = byId.get(id);
    const { kind, target } =
      found === undefined || found.isExternal
        ? refuse({
            _tag: 'Damaged',
            name,
            part,
            seen: `sheet “${sheetName}” refers to “${id}”, which is not there`,
            accepted: 'a workbook whose sheets are all in it',
          })
        : found;
    const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
    return { name: sheetName, isHidden, kind, part: target };
  };
};

/** Reads which sheets a workbook has, in their order; refused where it lists one that it has not. */
export const workbookOf = async (name: string, file: Package): Promise<Workbook> => {
  const atRoot = await relationshipsOf(name, file, '');
  const part = atRoot.find(({ kind }) => kind === 'officeDocument')?.target ?? usualPart;
  const root = parseXml({ name, part }, await file.read(part));
  const relationships = await relationshipsOf(name, file, part);
  const sheets = childAt(root, 'x:sheets');
  const properties = childAt(root, 'x:workbookPr');
  const listed = sheets === undefined ? [] : childrenNamed(sheets, 'x:sheet');
  return {
    sheets: listed.map(listedSheet(name, part, relationships)),
    is1904: isOn(properties?.attributes['date1904']),
    relationships,
  };
};
