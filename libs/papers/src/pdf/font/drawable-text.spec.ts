import { describe, expect, it } from 'vitest';
import { drawableText, standIn } from './drawable-text.ts';
import { paperFonts } from './paper-fonts.ts';

const { drawable } = paperFonts();
const drawn = (text: string) => drawableText(drawable, text);

describe('the letters of papers', () => {
  it.each([
    ['Welsh', 'ŵ ŷ Ŵ Ŷ ẁ ẃ ẅ ỳ â ê î ô û ä ë ï ö'],
    ['Scottish Gaelic and Irish', 'à è ì ò ù á é í ó ú ḃ ċ ḋ ḟ ġ ṁ ṗ ṡ ṫ'],
    ['Polish', 'ą ć ę ł ń ó ś ź ż Ą Ć Ę Ł Ń Ó Ś Ź Ż'],
    ['Romanian, Lithuanian, Czech, Turkish', 'ș ț ă ė į š ų ž č ď ě ň ř ť ů ğ ı ş'],
    ['Greek and Cyrillic', 'Ελλάδα Україна Ґ ї є'],
    ['signs', '“ ” ‘ ’ – — … • · ≤ ≥ ≠ ± × ÷ → ← ↑ ↓ £ € ½ ° % ✓ ✗ ■ ▲ ● № ™ ©'],
  ])('given %s, then nothing is lost', (_, text) => {
    expect(drawn(text)).toEqual({ text, lost: [] });
  });

  it('given a script that the font lacks, then each character is replaced, and told', () => {
    expect(drawn('Help 日本 now')).toEqual({
      text: `Help ${standIn}${standIn} now`,
      lost: ['日', '本'],
    });
  });

  it('given a letter and its accent apart, then they are one letter', () => {
    expect(drawn('y\u0302')).toEqual({ text: 'ŷ', lost: [] });
  });

  it.each([
    ['a bullet of Word’s Symbol font', '\uf0b7 item', '• item'],
    ['a tick as a picture', '✅ done', '✓ done'],
    ['letters of full width', 'ＲＡＧ', 'RAG'],
    ['a number in a circle, which the font lacks', '㉑', '21'],
  ])('given %s, then its nearest relative stands for it', (_, text, expected) => {
    expect(drawn(text)).toEqual({ text: expected, lost: [] });
  });

  it('given what nobody sees, then nothing is drawn for it', () => {
    expect(drawn('a\u00ad\u200d\ufeff\u202e\u0007b').text).toBe('ab');
  });

  it('given line feeds and tabs, then lines stay, and a tab is a space', () => {
    expect(drawn('a\tb\nc 日').text).toBe(`a b\nc ${standIn}`);
  });

  it('given half a character, then it is replaced, and nothing fails', () => {
    expect(drawn('a\ud83d')).toEqual({ text: `a${standIn}`, lost: ['\ud83d'] });
  });
});
