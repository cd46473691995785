import { zipOf } from './zip.ts';

const namespaces = [
  'office',
  'text',
  'table',
  'style',
  'meta',
  'manifest',
  ...['drawing draw', 'xsl-fo-compatible fo', 'datastyle number', 'svg-compatible svg'],
]
  .map((one) => {
    const [part = '', prefix = part] = one.split(' ');
    return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${part}:1.0"`;
  })
  .join(' ');

const others =
  'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" ' +
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"';

/** What a file for specs is made of: XML inside its elements. */
export type OpenDocument = Readonly<{
  kind: 'text' | 'spreadsheet';
  body: string;
  /** Automatic styles of content.xml. */
  styles?: string;
  /** Of styles.xml. */
  named?: string;
  masters?: string;
  meta?: string;
  manifest?: string;
}>;

const part = (root: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${namespaces} ${others}>${inside}</office:${root}>`;

/** An OpenDocument file for specs. */
export const openDocumentOf = ({
  kind,
  body,
  styles = '',
  named = '',
  masters = '',
  meta = '',
  manifest = '',
}: OpenDocument): Uint8Array =>
  zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': part(
      'document-content',
      `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body>`,
    ),
    'styles.xml': part(
      'document-styles',
      `<office:styles>${named}</office:styles><office:master-styles>${masters}</office:master-styles>`,
    ),
    'meta.xml': part('document-meta', `<office:meta>${meta}</office:meta>`),
    'META-INF/manifest.xml': `<manifest:manifest ${namespaces}>${manifest}</manifest:manifest>`,
  });
