import { zipOf } from './zip.ts';

/** The parts of a Word document for specs: each the inside of its root element; what is not given is not there. */
export type WordFileParts = Readonly<{
  /** Inside `w:body`. */
  body: string;
  styles?: string;
  numbering?: string;
  comments?: string;
  footnotes?: string;
  endnotes?: string;
  headers?: ReadonlyArray<string>;
  footers?: ReadonlyArray<string>;
  /** Inside `a:clrScheme`. */
  theme?: string;
  /** Inside `Properties` of the custom properties. */
  custom?: string;
  /** Inside the core properties. */
  core?: string;
  /** Addresses outside, by the ids that links name. */
  links?: Readonly<Record<string, string>>;
  /** Further parts of the file, whole. */
  more?: Readonly<Record<string, string | Uint8Array>>;
  /** ISO/IEC 29500 strict, where the namespaces are others. */
  isStrict?: boolean;
}>;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const packageSchema = 'http://schemas.openxmlformats.org/package/2006';

const schemas = (isStrict: boolean) => ({
  w: isStrict
    ? 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    : 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  a: isStrict
    ? 'http://purl.oclc.org/ooxml/drawingml/main'
    : 'http://schemas.openxmlformats.org/drawingml/2006/main',
});

const others = [
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

type Related = Readonly<{ id: string; type: string; part: string; root: string; inside: string }>;

const relatedOf = (parts: WordFileParts): ReadonlyArray<Related> => {
  const one = (type: string, root: string, inside: string | undefined): ReadonlyArray<Related> =>
    inside === undefined
      ? []
      : [{ id: `rId-${type}`, type, part: `word/${type}.xml`, root, inside }];
  const around = (type: 'header' | 'footer', root: string, all: ReadonlyArray<string> = []) =>
    all.map((inside, at) => ({
      id: `rId-${type}${at + 1}`,
      type,
      part: `word/${type}${at + 1}.xml`,
      root,
      inside,
    }));
  return [
    ...one('styles', 'styles', parts.styles),
    ...one('numbering', 'numbering', parts.numbering),
    ...one('comments', 'comments', parts.comments),
    ...one('footnotes', 'footnotes', parts.footnotes),
    ...one('endnotes', 'endnotes', parts.endnotes),
    ...around('header', 'hdr', parts.headers),
    ...around('footer', 'ftr', parts.footers),
  ];
};

const relationships = (inside: string): string =>
  `${xml}<Relationships xmlns="${packageSchema}/relationships">${inside}</Relationships>`;

const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode}/>`;

/** What the file as a whole refers to. */
const fileRelations = (parts: WordFileParts, r: string): string =>
  relationships(
    [
      relationship('rId1', `${r}/officeDocument`, 'word/document.xml'),
      ...(parts.core === undefined
        ? []
        : [
            relationship(
              'rId2',
              `${packageSchema}/relationships/metadata/core-properties`,
              'docProps/core.xml',
            ),
          ]),
      ...(parts.custom === undefined
        ? []
        : [relationship('rId3', `${r}/custom-properties`, 'docProps/custom.xml')]),
    ].join(''),
  );

const ofDocument = (parts: WordFileParts, r: string): string =>
  relationships(
    [
      ...relatedOf(parts).map(({ id, type, part }) =>
        relationship(id, `${r}/${type}`, part.replace('word/', '')),
      ),
      ...(parts.theme === undefined
        ? []
        : [relationship('rId-theme', `${r}/theme`, 'theme/theme1.xml')]),
      ...Object.entries(parts.links ?? {}).map(([id, address]) =>
        relationship(id, `${r}/hyperlink`, address, ' TargetMode="External"'),
      ),
    ].join(''),
  );

const optional = (
  part: string,
  inside: string | undefined,
  whole: (inside: string) => string,
): Readonly<Record<string, string>> => (inside === undefined ? {} : { [part]: whole(inside) });

/**
 * The parts of a Word document by their names, to be packed or first to be damaged. A header is named by
 * `rId-header1` in the body's `w:sectPr`, the next by `rId-header2`.
 */
export const wordParts = (parts: WordFileParts): Record<string, string | Uint8Array> => {
  const { w, r, a } = schemas(parts.isStrict ?? false);
  const names = `xmlns:w="${w}" xmlns:r="${r}" xmlns:a="${a}" ${others}`;
  const rooted = (root: string, inside: string): string =>
    `${xml}<w:${root} ${names}>${inside}</w:${root}>`;
  return {
    '[Content_Types].xml':
      `${xml}<Types xmlns="${packageSchema}/content-types">` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': fileRelations(parts, r),
    'word/document.xml': rooted('document', `<w:body>${parts.body}</w:body>`),
    'word/_rels/document.xml.rels': ofDocument(parts, r),
    ...Object.fromEntries(relatedOf(parts).map((one) => [one.part, rooted(one.root, one.inside)])),
    ...optional(
      'word/theme/theme1.xml',
      parts.theme,
      (inside) =>
        `${xml}<a:theme xmlns:a="${a}"><a:themeElements><a:clrScheme name="x">${inside}</a:clrScheme></a:themeElements></a:theme>`,
    ),
    ...optional(
      'docProps/custom.xml',
      parts.custom,
      (inside) =>
        `${xml}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${inside}</Properties>`,
    ),
    ...optional(
      'docProps/core.xml',
      parts.core,
      (inside) =>
        `${xml}<cp:coreProperties xmlns:cp="${packageSchema}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${inside}</cp:coreProperties>`,
    ),
    ...parts.more,
  };
};

/** A Word document for specs. */
export const wordFile = (parts: WordFileParts): Uint8Array => zipOf(wordParts(parts));

/** A paragraph of plain words, with the inside of its properties where it has some. */
export const p = (words: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${r(words)}</w:p>`;

/** A run of words, with the inside of its properties where it has some. */
export const r = (words: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;

/** A cell: its paragraphs, with the inside of its properties where it has some. */
export const tc = (inside: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;

/** A row of cells, with the inside of its properties where it has some. */
export const tr = (cells: ReadonlyArray<string>, properties = ''): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;

export const tbl = (...rows: ReadonlyArray<string>): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
