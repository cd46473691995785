import { Buffer } from 'node:buffer';
import type { Chance } from '../cluster-chance.ts';
import type { Damaged } from './damage-bytes.ts';

type TextDamage = (text: string, chance: Chance) => Readonly<{ how: string; text: string }>;

const htmlTricks = [
  '<td colspan="99999999" rowspan="99999999">x</td>',
  '<td rowspan="0" colspan="-1">x</td>',
  '<ol start="99999999999999999999"><li value="NaN">x</ol>',
  '<script>while (true) {}</script>',
  '<iframe src="file:///etc/passwd"></iframe><img src="http://169.254.169.254/">',
  '<style>td { background: url(http://a.example) } } } {{{{ a:b</style>',
  '<td style="background:#ff0000;;;;:::color:;rgb(999,-1">x</td>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '<svg><math><mtext><table><mglyph><style><!--</style><img>',
  '<![CDATA[ x ]]><?php echo 1 ?>',
  '<table><table><table><tr><tr></table>',
  '&#x110000;&#0;&notanentity;&amp',
  '</body></html><p>after</p>',
  '<template><tr><td>x</template><noscript><p>',
  '<a href="javascript:alert(1)">x</a>',
] as const;

const htmlNests = [
  ['<div>', '</div>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['<ul><li>', '</li></ul>'],
  ['<b><i>', '</i></b>'],
  ['<blockquote><p>', '</p></blockquote>'],
] as const;

const anywhere = (text: string, chance: Chance, into: string): string => {
  const at = text.indexOf('>', chance.below(text.length)) + 1;
  return text.slice(0, at) + into + text.slice(at);
};

const damageHtml: TextDamage = (text, chance) => {
  if (chance.comes(0.3)) {
    const [open, close] = htmlNests[chance.below(htmlNests.length)] ?? htmlNests[0];
    const depth = chance.oneOf(9, 60, 300, 20_000, 100_000);
    const inside = `${open.repeat(depth)}x${chance.comes(0.7) ? close.repeat(depth) : ''}`;
    return { how: 'elements inside one another', text: anywhere(text, chance, inside) };
  }
  if (chance.comes(0.05)) {
    const many = chance.oneOf('<tr><td>x</td></tr>', '<p>x</p>', '<td>x</td>').repeat(80_000);
    return { how: 'elements without end', text: anywhere(text, chance, many) };
  }
  const trick = htmlTricks[chance.below(htmlTricks.length)] ?? '';
  return { how: 'HTML tricks', text: anywhere(text, chance, trick) };
};

const markdownTricks = [
  '> '.repeat(30_000),
  '- '.repeat(10_000),
  '['.repeat(50_000),
  '*a_ '.repeat(4_000),
  '`'.repeat(30_000),
  `|${'a|'.repeat(5_000)}\n|${'-|'.repeat(5_000)}\n`,
  '![a](b)'.repeat(10_000),
  '<div>'.repeat(10_000),
  `${'    '.repeat(2_000)}x\n`,
  '99999999999999999999. x\n',
  '---\na: b\n'.repeat(500),
  '[a]: <b>\n[a]'.repeat(2_000),
  '<!--',
  '~~~\n',
  '\\',
  '&#x110000; &nbsp; \u0000',
  '1. x\n   '.repeat(200),
  '<script>while (true) {}</script>',
] as const;

const damageMarkdown: TextDamage = (text, chance) => {
  const at = chance.below(text.length);
  const trick = markdownTricks[chance.below(markdownTricks.length)] ?? '';
  return { how: 'Markdown tricks', text: text.slice(0, at) + trick + text.slice(at) };
};

const valueTricks = [
  '"',
  '""'.repeat(10_000),
  ','.repeat(600),
  `${','.repeat(499)}\n`.repeat(1_300),
  'x,'.repeat(20_000),
  '\n'.repeat(150_000),
  'x'.repeat(150_000),
  '\u0000',
  ';\t|,'.repeat(3_000),
  "=cmd|'/c calc'!A1,",
  '\r',
  '"a"b"c"\n',
  'a\n'.repeat(100_001),
] as const;

const damageValues: TextDamage = (text, chance) => {
  const at = chance.below(text.length);
  const trick = valueTricks[chance.below(valueTricks.length)] ?? '';
  return { how: 'tricks with values', text: text.slice(0, at) + trick + text.slice(at) };
};

const byEnding: Readonly<Record<string, TextDamage>> = {
  html: damageHtml,
  md: damageMarkdown,
  csv: damageValues,
};

/** What can happen to a file of text. @param ending of its name: html, md or csv */
export const damageText = (whole: Buffer, ending: string, chance: Chance): Damaged => {
  if (chance.comes(0.1)) {
    const order = Buffer.from(whole.toString('utf8'), 'utf16le');
    if (chance.comes(0.5)) order.swap16();
    const mark = chance.oneOf([0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], []);
    return { how: 'another encoding', bytes: Buffer.concat([Buffer.from(mark), order]) };
  }
  const damage = byEnding[ending] ?? damageMarkdown;
  let done = damage(whole.toString('utf8'), chance);
  for (let more = chance.below(3); more > 0; more -= 1) done = damage(done.text, chance);
  return { how: done.how, bytes: Buffer.from(done.text) };
};
