import { zipOf } from './zip.ts';

/** A sheet for specs: what stands inside its `sheetData`, and around it. */
export type SheetForSpecs = Readonly<{
  name: string;
  /** Rows as XML; see `rowOf`. */
  rows?: string;
  before?: string;
  after?: string;
  state?: 'hidden' | 'veryHidden';
  /** Its relationships, as XML. */
  relationships?: string;
}>;

export type WorkbookForSpecs = Readonly<{
  sheets: ReadonlyArray<SheetForSpecs>;
  /** Shared strings: plain words, or an `si`'s content as XML. */
  strings?: ReadonlyArray<string>;
  /** What stands inside `styleSheet`. */
  styles?: string;
  /** What stands inside `clrScheme`. */
  theme?: string;
  /** What stands before the list of sheets. */
  properties?: string;
  /** Further relationships of the workbook, as XML. */
  relationships?: string;
  /** Further parts by name; they may stand in place of those above. */
  parts?: Readonly<Record<string, string>>;
}>;

const transitional = 'http://schemas.openxmlformats.org';
const spreadsheet = `${transitional}/spreadsheetml/2006/main`;
const official = `${transitional}/officeDocument/2006/relationships`;
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const relationship = (id: string, kind: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${official}/${kind}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;

export const relationshipsPart = (inside: string): string =>
  `${xml}<Relationships xmlns="${transitional}/package/2006/relationships">${inside}</Relationships>`;

const sheetPart = ({ before = '', rows = '', after = '' }: SheetForSpecs): string =>
  `${xml}<worksheet xmlns="${spreadsheet}" xmlns:r="${official}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A cell with words of its own. */
export const words = (reference: string, text: string, style = 0): string =>
  `<c r="${reference}" t="inlineStr" s="${style}"><is><t>${escaped(text)}</t></is></c>`;

export const number = (reference: string, value: number | string, style = 0): string =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`;

/** A cell with a style and nothing else. */
export const bare = (reference: string, style: number): string =>
  `<c r="${reference}" s="${style}"/>`;

export const rowOf = (row: number, cells: string, attributes = ''): string =>
  `<row r="${row}" ${attributes}>${cells}</row>`;

/** The content of `styleSheet` with these fills, fonts, number formats (from 164 on), cell styles and rules. */
export const stylesOf = (
  of: Readonly<{
    fills?: ReadonlyArray<string>;
    fonts?: ReadonlyArray<string>;
    formats?: ReadonlyArray<string>;
    cells: ReadonlyArray<string>;
    rules?: ReadonlyArray<string>;
    colors?: string;
  }>,
): string =>
  [
    `<numFmts>${(of.formats ?? []).map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>`,
    `<fonts>${(of.fonts ?? ['']).map((font) => `<font>${font}</font>`).join('')}</fonts>`,
    `<fills>${(of.fills ?? ['']).map((fill) => `<fill>${fill}</fill>`).join('')}</fills>`,
    `<cellXfs>${of.cells.map((attributes) => `<xf ${attributes}/>`).join('')}</cellXfs>`,
    `<dxfs>${(of.rules ?? []).map((rule) => `<dxf>${rule}</dxf>`).join('')}</dxfs>`,
    of.colors ?? '',
  ].join('');

/** A fill of one colour, said by attributes: `rgb="FFFFC000"`. */
export const solid = (colour: string): string =>
  `<patternFill patternType="solid"><fgColor ${colour}/></patternFill>`;

const list = (items: ReadonlyArray<string | undefined>): string =>
  items.filter((item) => item !== undefined).join('');

const sheetParts = (sheets: ReadonlyArray<SheetForSpecs>): Readonly<Record<string, string>> => {
  const parts: Record<string, string> = {};
  for (const [at, sheet] of sheets.entries()) {
    const file = `sheet${at + 1}.xml`;
    parts[`xl/worksheets/${file}`] = sheetPart(sheet);
    if (sheet.relationships !== undefined)
      parts[`xl/worksheets/_rels/${file}.rels`] = relationshipsPart(sheet.relationships);
  }
  return parts;
};

/** The parts of a workbook as Excel writes them, for specs to change. */
export const workbookParts = (workbook: WorkbookForSpecs): Readonly<Record<string, string>> => {
  const { sheets, strings, styles, theme, properties = '' } = workbook;
  const named = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="s${at + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
  );
  const shared = (strings ?? []).map((one) =>
    one.startsWith('<') ? `<si>${one}</si>` : `<si><t>${escaped(one)}</t></si>`,
  );
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="${transitional}/package/2006/content-types"/>`,
    '_rels/.rels': relationshipsPart(relationship('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${xml}<workbook xmlns="${spreadsheet}" xmlns:r="${official}">${properties}<sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsPart(
      list([
        ...sheets.map((_, at) =>
          relationship(`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
        ),
        styles === undefined ? undefined : relationship('st', 'styles', 'styles.xml'),
        theme === undefined ? undefined : relationship('th', 'theme', 'theme/theme1.xml'),
        strings === undefined
          ? undefined
          : relationship('ss', 'sharedStrings', 'sharedStrings.xml'),
        workbook.relationships,
      ]),
    ),
    ...sheetParts(sheets),
    ...(styles === undefined
      ? {}
      : { 'xl/styles.xml': `${xml}<styleSheet xmlns="${spreadsheet}">${styles}</styleSheet>` }),
    ...(theme === undefined
      ? {}
      : {
          'xl/theme/theme1.xml': `${xml}<a:theme xmlns:a="${transitional}/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">${theme}</a:clrScheme></a:themeElements></a:theme>`,
        }),
    ...(strings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `${xml}<sst xmlns="${spreadsheet}">${shared.join('')}</sst>` }),
    ...workbook.parts,
  };
};

/** An Excel workbook for specs. */
export const xlsxOf = (workbook: WorkbookForSpecs): Uint8Array => zipOf(workbookParts(workbook));
