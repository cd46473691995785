import type { Chance } from '../cluster-chance.ts';

/** What was done to a part of XML, in words, and what came of it. */
export type DamagedXml = Readonly<{ how: string; text: string }>;
type XmlDamage = (text: string, chance: Chance) => DamagedXml;

const nonsense = [
  '',
  '-1',
  '0',
  'NaN',
  '1e308',
  '99999999999999999999',
  '2147483648',
  '65536',
  '1048577',
  'FFFFFFF',
  'constructor',
  '__proto__',
  'toString',
  '../../../etc/passwd',
  'file:///etc/passwd',
  'http://169.254.169.254/',
  '%1%2%3%4%5%6%7%8%9',
  'A1:XFD1048576',
  '$A$1:$ZZZ$99999999',
  '31 February 2028',
  '\u0000',
  '&#0;',
  '&#x110000;',
  '&lt;'.repeat(50),
  'x'.repeat(120_000),
  '=WEBSERVICE("http://a.example")',
  '(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((',
  '"',
] as const;

const anyNonsense = (chance: Chance): string => nonsense[chance.below(nonsense.length)] ?? '';

/** Where an attribute's value stands, looked for from anywhere on. */
const anyValue = (text: string, chance: Chance): readonly [number, number] | undefined => {
  const start = text.indexOf('="', chance.below(text.length));
  const end = start < 0 ? -1 : text.indexOf('"', start + 2);
  return end < 0 ? undefined : [start + 2, end];
};

const wrongValues: XmlDamage = (whole, chance) => {
  let text = whole;
  for (let count = 1 + chance.below(6); count > 0; count -= 1) {
    const found = anyValue(text, chance);
    if (found !== undefined)
      text = `${text.slice(0, found[0])}${anyNonsense(chance)}${text.slice(found[1])}`;
  }
  return { how: 'attributes that say nonsense', text };
};

/** Names of attributes that count, refer or stretch. */
const counting =
  /\b([\w-]+:)?(?:id|val|r|s|ref|sqref|min|max|count|uniqueCount|idx|dxfId|numFmtId|fillId|fontId|xfId|number-columns-repeated|number-rows-repeated|number-columns-spanned|number-rows-spanned|style-name|start-value|level|c|span|spans|gridSpan|Target|Id|name)="[^"]*"/gu;

const hugeNumbers: XmlDamage = (whole, chance) => {
  const found = [...whole.matchAll(counting)];
  const one = found[chance.below(Math.max(1, found.length))];
  if (one === undefined) return wrongValues(whole, chance);
  const [name = ''] = one[0].split('=');
  const value = chance.oneOf('999999999', '1000000', '100000', '16384', '1', '-5', '0', '2');
  const text = chance.comes(0.5)
    ? whole.replaceAll(new RegExp(`(?<=[ ])${name}="[^"]*"`, 'gu'), `${name}="${value}"`)
    : `${whole.slice(0, one.index)}${name}="${value}"${whole.slice(one.index + one[0].length)}`;
  return { how: 'counts and references that cannot be', text };
};

const stretching = [
  ['<w:tcPr>', '<w:tcPr><w:gridSpan w:val="#"/>'],
  ['<w:tr>', '<w:tr><w:trPr><w:gridBefore w:val="#"/></w:trPr>'],
  ['<w:pPr>', '<w:pPr><w:numPr><w:ilvl w:val="#"/><w:numId w:val="#"/></w:numPr>'],
  ['<table:table-cell', '<table:table-cell table:number-columns-repeated="#"'],
  [
    '<table:table-cell',
    '<table:table-cell table:number-columns-spanned="#" table:number-rows-spanned="#"',
  ],
  ['<table:table-row', '<table:table-row table:number-rows-repeated="#"'],
  ['<text:span', '<text:s text:c="#"/><text:span'],
  ['</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:XFD#"/></mergeCells>'],
  ['<sheetData>', '<cols><col min="1" max="#" width="9" style="#"/></cols><sheetData>'],
  ['<row r="2"', '<row r="#"'],
  ['<c r="B2"', '<c r="XFD#"'],
] as const;

const stretched: XmlDamage = (whole, chance) => {
  const fitting = stretching.filter(([at]) => whole.includes(at));
  const [at, into] = fitting[chance.below(Math.max(1, fitting.length))] ?? ['', ''];
  if (at === '') return hugeNumbers(whole, chance);
  const number = chance.oneOf('20', '3000', '70000', '1048576', '2147483647', '99999999999');
  const filled = into.replaceAll('#', number);
  const text = chance.comes(0.5) ? whole.replaceAll(at, filled) : whole.replace(at, filled);
  return { how: 'cells that are stretched or repeated without end', text };
};

const broken: XmlDamage = (whole, chance) => {
  const at = chance.below(whole.length);
  const length = chance.below(chance.oneOf(1, 8, 80));
  const instead = chance.oneOf(
    '',
    '<',
    '>',
    '"',
    '&',
    '</w:p>',
    '<!--',
    ']]>',
    '<![CDATA[',
    '\u0007',
    '</',
    '<?x',
  );
  return { how: 'XML broken', text: whole.slice(0, at) + instead + whole.slice(at + length) };
};

const elementNames = (text: string): ReadonlyArray<string> => [
  ...new Set([...text.matchAll(/<([A-Za-z][\w:.-]*)/gu)].map(([, name = '']) => name)),
];

const renamed: XmlDamage = (whole, chance) => {
  const names = elementNames(whole);
  const from = names[chance.below(names.length)] ?? '';
  const to = chance.oneOf(names[chance.below(names.length)] ?? 'x', 'constructor', 'x:y', 'zzz');
  return {
    how: 'elements by other names',
    text: whole.replaceAll(new RegExp(`(</?)${from}(?=[ />])`, 'gu'), `$1${to}`),
  };
};

const emptied: XmlDamage = (whole, chance) => {
  const names = elementNames(whole);
  const name = names[chance.below(names.length)] ?? '';
  return {
    how: 'elements emptied',
    text: whole.replaceAll(new RegExp(`(<${name}(?: [^>]*)?>).*?(</${name}>)`, 'gsu'), '$1$2'),
  };
};

const withoutAttributes: XmlDamage = (whole, chance) => {
  const attributes = [
    ...new Set([...whole.matchAll(/ ([\w:.-]+)="/gu)].map(([, name = '']) => name)),
  ];
  const name = attributes[chance.below(attributes.length)] ?? '';
  return {
    how: 'attributes left out',
    text: whole.replaceAll(new RegExp(` ${name}="[^"]*"`, 'gu'), ''),
  };
};

/** What can stand inside itself, and what it needs around it. */
const nestable: ReadonlyArray<readonly [part: string, open: string, close: string]> = [
  ['<w:body>', '<w:tbl><w:tr><w:tc>', '<w:p/></w:tc></w:tr></w:tbl>'],
  ['<w:body>', '<w:p><w:ins w:id="1"><w:r><w:t>x</w:t></w:r>', '</w:ins></w:p>'],
  ['<w:body>', '<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
  ['<office:text', '<text:list><text:list-item>', '</text:list-item></text:list>'],
  [
    '<office:text',
    '<table:table><table:table-row><table:table-cell>',
    '</table:table-cell></table:table-row></table:table>',
  ],
  ['<office:spreadsheet', '<table:table-row-group>', '</table:table-row-group>'],
  ['<sheetData', '<row><c><is>', '</is></c></row>'],
  ['<', '<x>', '</x>'],
];

const nested: XmlDamage = (whole, chance) => {
  const fitting = nestable.filter(([part]) => whole.includes(part));
  const [part, open, close] = fitting[chance.below(fitting.length)] ?? ['<', '<x>', '</x>'];
  const depth = chance.oneOf(7, 9, 60, 200, 5_000, 100_000);
  const start = part === '<' ? whole.search(/<[A-Za-z]/u) : whole.indexOf(part);
  const at = whole.indexOf('>', start) + 1;
  const inside = `${open.repeat(depth)}${chance.comes(0.8) ? close.repeat(depth) : ''}`;
  return {
    how: 'elements inside one another',
    text: whole.slice(0, at) + inside + whole.slice(at),
  };
};

const entities = [
  '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://169.254.169.254/x.dtd">%p;]>',
  '<!DOCTYPE x [<!ENTITY e "&e;">]>',
  '<!DOCTYPE x SYSTEM "http://a.example/x.dtd">',
] as const;

const entityTrick: XmlDamage = (whole, chance) => {
  const doctype = entities[chance.below(entities.length)] ?? '';
  const at = whole.search(/<[A-Za-z]/u);
  const words = whole.replace(/>([^<>]+)</u, '>&e;<');
  return {
    how: 'entities of its own',
    text: whole.slice(0, Math.max(0, at)) + doctype + words.slice(Math.max(0, at)),
  };
};

/** What can happen to a part of XML. */
export const damageXml: XmlDamage = (whole, chance) =>
  chance.oneOf(
    wrongValues,
    wrongValues,
    hugeNumbers,
    stretched,
    stretched,
    broken,
    renamed,
    emptied,
    withoutAttributes,
    nested,
    entityTrick,
  )(whole, chance);
