import { SaxesParser, type SaxesTagNS } from 'saxes';
import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import { standardPrefixes } from './namespaces.ts';
import { growingTree } from './growing-tree.ts';
import type { Part } from './part.ts';
import type { XmlElement } from './xml-element.ts';

/** What is told of a part while it is parsed, element by element, with nothing of it kept. */
export type XmlListener = Readonly<{
  open: (name: string, attributes: Attributes) => void;
  text: (words: string) => void;
  close: (name: string) => void;
}>;

type Named = (uri: string, local: string) => string;

/** Names with their standard's prefix, each put together once: a sheet has millions of elements of a few names. */
const naming = (): Named => {
  const known = new Map<string, Map<string, string>>();
  return (uri, local) => {
    let names = known.get(uri);
    if (names === undefined) {
      names = new Map();
      known.set(uri, names);
    }
    let name = names.get(local);
    if (name === undefined) {
      const prefix = standardPrefixes.get(uri);
      name = prefix === undefined ? local : `${prefix}:${local}`;
      names.set(local, name);
    }
    return name;
  };
};

type Attributes = Readonly<Record<string, string>>;

/** One for all elements that have none. */
const noAttributes: Attributes = {};

const attributesOf = ({ attributes }: SaxesTagNS, named: Named): Attributes => {
  let read: Record<string, string> | undefined;
  for (const key in attributes) {
    const found = attributes[key];
    if (found === undefined) continue;
    const { uri, local, prefix, value } = found;
    read ??= {};
    read[prefix === '' ? local : named(uri, local)] = value;
  }
  return read ?? noAttributes;
};

const decoderOf = (bytes: Uint8Array) =>
  new TextDecoder(
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8',
  );

/** So much is decoded at once: a whole part as one string would stand in memory twice. */
const chunk_bytes = 256 * 1024;

/**
 * Parses an XML part strictly: well-formed, with no entities but XML's own; nothing is fetched. A part that is not
 * well-formed, or goes deeper than `limits.depth`, is refused with its line and column.
 */
export const walkXml = ({ name, part }: Part, bytes: Uint8Array, listener: XmlListener): void => {
  const parser = new SaxesParser({ xmlns: true });
  const named = naming();
  let depth = 0;
  parser.on('error', ({ message }) => {
    const accepted = 'well-formed XML';
    refuse({ _tag: 'Damaged', name, part, seen: `the XML is broken at ${message}`, accepted });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.depth) {
      const what = 'elements inside one another';
      refuse({ _tag: 'OverLimit', name, part, what, seen: depth, limit: limits.depth });
    }
    listener.open(named(tag.uri, tag.local), attributesOf(tag, named));
  });
  parser.on('text', listener.text);
  parser.on('cdata', listener.text);
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close(named(tag.uri, tag.local));
  });
  const decoder = decoderOf(bytes);
  for (let at = 0; at < bytes.length; at += chunk_bytes) {
    parser.write(decoder.decode(bytes.subarray(at, at + chunk_bytes), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
};

/** An XML part as a tree. @returns its root element */
export const parseXml = (of: Part, bytes: Uint8Array): XmlElement => {
  const { open, text, close, whole } = growingTree(of);
  walkXml(of, bytes, { open, text, close });
  return whole();
};
