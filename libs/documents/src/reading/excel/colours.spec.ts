import { describe, expect, it } from 'vitest';
import { parseXml } from '../xml/parse-xml.ts';
import { coloursOf } from './colours.ts';
import { blended, tinted } from './tinted.ts';

const xmlOf = (text: string) =>
  parseXml({ name: 'plan.xlsx', part: 'xl/styles.xml' }, new TextEncoder().encode(text));

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const theme = xmlOf(
  `<a:theme xmlns:a="${drawing}"><a:themeElements><a:clrScheme name="Office">
     <a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>
     <a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
     <a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>
     <a:accent1><a:srgbClr val="4F81BD"/></a:accent1><a:accent2><a:srgbClr val="C00000"/></a:accent2>
   </a:clrScheme></a:themeElements></a:theme>`,
);

describe('given the colour that a workbook says', () => {
  const colourOf = coloursOf(undefined, theme);

  it.each([
    [{ rgb: 'FFFFC000' }, '#FFC000'],
    [{ rgb: '00ffc000' }, '#FFC000'],
    [{ rgb: '00B050' }, '#00B050'],
    // Excel counts light before dark, which the theme lists the other way round.
    [{ theme: '0' }, '#FFFFFF'],
    [{ theme: '1' }, '#000000'],
    [{ theme: '2' }, '#EEECE1'],
    [{ theme: '3' }, '#1F497D'],
    [{ theme: '5' }, '#C00000'],
    // A theme that does not say it: as Office has it.
    [{ theme: '9' }, '#F79646'],
    [{ indexed: '10' }, '#FF0000'],
    [{ indexed: '51' }, '#FFCC00'],
    // Half way from black to white.
    [{ theme: '1', tint: '0.5' }, '#808080'],
    [{ theme: '0', tint: '-0.25' }, '#BFBFBF'],
  ])('when it is %o then it is %s', (said, hex) => {
    expect(colourOf(said)).toBe(hex);
  });

  it.each([
    [undefined],
    [{}],
    [{ auto: '1' }],
    [{ indexed: '64' }],
    [{ theme: '12' }],
    [{ theme: '-1' }],
    [{ rgb: 'red' }],
    [{ indexed: '1e9' }],
  ])('when it is %o then it is none', (said) => {
    expect(colourOf(said)).toBeUndefined();
  });

  it('when the workbook has a palette of its own then its colours are counted in it', () => {
    const styles = xmlOf(
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><colors><indexedColors>
         <rgbColor rgb="00123456"/></indexedColors></colors></styleSheet>`,
    );
    expect(coloursOf(styles, undefined)({ indexed: '0' })).toBe('#123456');
    expect(coloursOf(styles, undefined)({ indexed: '1' })).toBe('#FFFFFF');
  });
});

describe('given a colour to make lighter or darker', () => {
  it('when its lightness changes then its hue stays', () => {
    // Red has the lightness 1/2: with a tint of 0.6 it has 0.5 × 0.4 + 0.6 = 0.8, so that green and blue are 0.6 of 255.
    expect(tinted('#FF0000', 0.6)).toBe('#FF9999');
    // With a tint of -0.5 it has 1/4: red is 0.5 of 255.
    expect(tinted('#FF0000', -0.5)).toBe('#800000');
    expect(tinted('#00B050', 0)).toBe('#00B050');
    expect(tinted('#00B050', Number.NaN)).toBe('#00B050');
    expect(tinted('#00B050', 5)).toBe('#00B050');
    expect(tinted('#00B050', 1)).toBe('#FFFFFF');
    expect(tinted('#00B050', -1)).toBe('#000000');
  });

  it('when one lies over another in part then it is between them', () => {
    expect(blended('#FF0000', '#FFFFFF', 0.5)).toBe('#FF8080');
    expect(blended('#000000', '#FFFFFF', 0.25)).toBe('#BFBFBF');
  });
});
