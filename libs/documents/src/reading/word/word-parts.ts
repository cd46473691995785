import { customPropertiesOf } from '../package/custom-properties.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { relationshipsPartOf } from '../package/relationships.ts';
import { mostWordedOf } from '../most-worded.ts';
import { refuse } from '../refused-file.ts';
import { type ParagraphNames, parseParagraphs } from '../xml/parse-paragraphs.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childrenNamed, type XmlElement } from '../xml/xml-element.ts';
import { lookupRelated, type Relations, relationsOf } from './relations.ts';

/** A Word document's parts: those that are read whole, and how to come by the others. */
export type WordParts = Readonly<{
  name: string;
  /** The part that holds the body, by its name in the file. */
  main: string;
  document: XmlElement;
  /** Of the main part. */
  relations: Relations;
  /** The file's own, by name. */
  properties: Readonly<Record<string, string>> | undefined;
  package: Package;
  /** The part of a type that the main part refers to; `undefined` where it refers to none. */
  related: (type: string) => Promise<XmlElement | undefined>;
  /** A part by its name, refused where it is missing or is not well-formed. */
  parse: (part: string) => Promise<XmlElement>;
}>;

/** The content types of a document and of a template without macros, transitional and strict alike. */
const mainTypes = /wordprocessingml\.(?:document|template)\.main\+xml$/u;

const contentTypes = '[Content_Types].xml';

/** The main part by the file's list of what its parts are, where no relation names it. */
const mainByContentType = async (
  name: string,
  { lookup }: Package,
): Promise<string | undefined> => {
  const bytes = await lookup(contentTypes);
  if (bytes === undefined) return undefined;
  const root = parseXml({ name, part: contentTypes }, bytes);
  const found = childrenNamed(root, 'ct:Override').find(({ attributes }) =>
    mainTypes.test(attributes['ContentType'] ?? ''),
  );
  return found?.attributes['PartName']?.replace(/^\//, '');
};

const missing = (name: string, part: string, accepted: string): never =>
  refuse({ _tag: 'Damaged', name, part, seen: 'the part is missing', accepted });

/** Parts that a document with this folder would refer to: without its relations their numbers and notes are lost. */
const neighbours = /\/(?:styles|numbering|footnotes|endnotes|comments)\.xml$/iu;

const checkRelations = (
  name: string,
  main: string,
  opened: Package,
  relations: Relations,
): void => {
  const own = relationshipsPartOf(main);
  if (relations.size === 0 && opened.names.some((part) => neighbours.test(part)))
    missing(name, own, 'a Word document that says which parts belong to it');
};

const paragraphNames: ParagraphNames = {
  paragraphs: new Set(['w:p']),
  words: new Set(['w:t']),
  apart: new Set(['mc:Fallback']),
};

/** Opens a Word document and finds its parts by what they say of one another, not by their usual names. */
export const openWord = async (name: string, bytes: Uint8Array): Promise<WordParts> => {
  const opened = await openPackage(name, bytes);
  const parse = async (part: string): Promise<XmlElement> =>
    parseXml({ name, part }, await opened.read(part));
  const fileRelations = await relationsOf(name, opened, '');
  const properties = await customPropertiesOf(name, opened);
  const main =
    lookupRelated(fileRelations, 'officeDocument') ??
    (await mainByContentType(name, opened)) ??
    missing(name, 'the main part', 'a Word document that says which part holds its words');
  const document = parseParagraphs(
    { name, part: main },
    await opened.read(main),
    paragraphNames,
    mostWordedOf(properties),
  );
  const relations = await relationsOf(name, opened, main);
  checkRelations(name, main, opened, relations);
  return {
    name,
    main,
    document,
    relations,
    properties,
    package: opened,
    parse,
    related: async (type) => {
      const part = lookupRelated(relations, type);
      return part === undefined ? undefined : parse(part);
    },
  };
};
