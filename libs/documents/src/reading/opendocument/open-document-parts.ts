import { openPackage, type Package } from '../package/open-package.ts';
import type { Source } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { Part } from '../xml/part.ts';
import { childrenNamed, elementsOf, type XmlElement } from '../xml/xml-element.ts';

/** The parts of an OpenDocument file that are read. */
export type OpenDocumentParts = Readonly<{
  name: string;
  content: XmlElement;
  styles: XmlElement | undefined;
  meta: XmlElement | undefined;
}>;

const rootOf = async (
  name: string,
  file: Package,
  part: string,
): Promise<XmlElement | undefined> => {
  const bytes = await file.lookup(part);
  return bytes === undefined ? undefined : parseXml({ name, part }, bytes);
};

/** An encrypted file says so in its manifest, of each part or of the package inside it. */
const isEncrypted = (manifest: XmlElement): boolean =>
  childrenNamed(manifest, 'manifest:file-entry').some((entry) =>
    elementsOf(entry).some(({ name }) => /encryption-data$/u.test(name)),
  );

/** The parts besides the content. */
export type PartsBesides = Pick<OpenDocumentParts, 'styles' | 'meta'>;

/** Parses the part that holds the content, with what the others say at hand. */
export type ParseContent = (of: Part, bytes: Uint8Array, besides: PartsBesides) => XmlElement;

/** Opens an OpenDocument file; refused where it is protected by a password, or damaged. */
export const openDocumentParts = async (
  { name, bytes }: Pick<Source, 'name' | 'bytes'>,
  parseContent: ParseContent = parseXml,
): Promise<OpenDocumentParts> => {
  const file = await openPackage(name, bytes);
  const manifest = await rootOf(name, file, 'META-INF/manifest.xml');
  if (manifest !== undefined && isEncrypted(manifest)) {
    refuse({ _tag: 'Encrypted', name, looksLike: 'an OpenDocument file' });
  }
  const part = 'content.xml';
  const styles = await rootOf(name, file, 'styles.xml');
  const meta = await rootOf(name, file, 'meta.xml');
  const content = parseContent({ name, part }, await file.read(part), { styles, meta });
  return { name, content, styles, meta };
};
