/**
 * The namespaces of the standards that are read, each by the prefix that its standard writes. Word and Excel have two
 * of each: transitional (ECMA-376, what everybody writes) and strict (ISO/IEC 29500).
 */
const ooxml: Readonly<Record<string, string>> = {
  w: 'wordprocessingml/2006/main wordprocessingml/main',
  x: 'spreadsheetml/2006/main spreadsheetml/main',
  r: 'officeDocument/2006/relationships officeDocument/relationships',
  a: 'drawingml/2006/main drawingml/main',
  wp: 'drawingml/2006/wordprocessingDrawing drawingml/wordprocessingDrawing',
  pic: 'drawingml/2006/picture drawingml/picture',
  c: 'drawingml/2006/chart drawingml/chart',
};

const others: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'op',
  'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes': 'vt',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main': 'x14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://www.w3.org/1999/xlink': 'xlink',
};

const opendocument = [
  'office',
  'text',
  'table',
  'style',
  'drawing',
  'meta',
  'presentation',
  'chart',
  'config',
  'manifest',
] as const;

const shorter: Readonly<Record<string, string>> = { drawing: 'draw' };

/** By URI. */
export const standardPrefixes: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ooxml).flatMap(([prefix, paths]) => {
    const [transitional = '', strict = ''] = paths.split(' ');
    return [
      [`http://schemas.openxmlformats.org/${transitional}`, prefix] as const,
      [`http://purl.oclc.org/ooxml/${strict}`, prefix] as const,
    ];
  }),
  ...Object.entries(others),
  ...opendocument.map(
    (part) => [`urn:oasis:names:tc:opendocument:xmlns:${part}:1.0`, shorter[part] ?? part] as const,
  ),
  ['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo'],
  ['urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0', 'number'],
  ['urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0', 'calcext'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
]);
