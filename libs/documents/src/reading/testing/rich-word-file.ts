import { p, r, tbl, tc, tr, wordParts } from './word-file.ts';

const level = (ilvl: number, text: string, format = 'decimal'): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlRestart w:val="1"/><w:lvlText w:val="${text}"/></w:lvl>`;

const numPr = (numId: number, ilvl: number): string =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`;

const by = 'w:author="J. Fox" w:date="2027-05-03T10:00:00Z"';

const mark = (type: string, inside = ''): string =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;

const field = `${mark('begin')}<w:r><w:instrText>HYPERLINK "https://a.example"</w:instrText></w:r>${mark('separate')}${r('there')}${mark('end')}`;

const form = mark(
  'begin',
  '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Amber"/></w:ddList></w:ffData>',
);

const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr name="Box 1" descr="A box"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>${p('Boxed')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`;

const table = tbl(
  tr([tc(p('Action'), '<w:gridSpan w:val="2"/>'), tc(p('RAG'))], '<w:tblHeader/>'),
  tr([
    tc(p('', numPr(1, 0)), '<w:vMerge w:val="restart"/>'),
    tc(p('Open it') + tbl(tr([tc(p('nested')), tc(p('cell'))]))),
    tc(
      '<w:p/>',
      '<w:shd w:val="pct50" w:color="FF0000" w:fill="auto" w:themeFill="accent1" w:themeFillTint="99"/>',
    ),
  ]),
  tr(
    [tc('<w:p/>', '<w:vMerge/>'), tc(p('Close it')), tc(p('●'))],
    `<w:gridBefore w:val="0"/><w:ins ${by}/>`,
  ),
  tr([tc(p('gone'))], `<w:del ${by}/>`),
);

const body = [
  p('The plan', '<w:pStyle w:val="T"/>'),
  p('Health', '<w:pStyle w:val="H"/><w:outlineLvl w:val="0"/>'),
  p('One', numPr(1, 0)) + p('Under one', numPr(1, 1)) + p('Two', numPr(2, 0)),
  `<w:p>${r('Words ', '<w:highlight w:val="yellow"/><w:color w:val="C00000"/>')}<w:ins ${by}>${r('in')}</w:ins><w:del ${by}><w:r><w:delText>out</w:delText></w:r></w:del><w:r><w:br/><w:tab/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`,
  `<w:p>${field}${form}<w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="0"/><w:hyperlink r:id="l">${r('link')}</w:hyperlink></w:p>`,
  `<w:p>${drawing}<w:sdt><w:sdtPr/><w:sdtContent>${r('Amber')}</w:sdtContent></w:sdt></w:p>`,
  table,
  '<w:altChunk r:id="l"/>',
  '<w:sectPr><w:headerReference r:id="rId-header1"/></w:sectPr>',
].join('');

const styles =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:color w:val="auto"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="H"/></w:style>';

/** The parts of a Word document that has something of everything that is read, to be damaged. */
export const richWordParts = (): Record<string, string | Uint8Array> =>
  wordParts({
    body,
    styles,
    numbering:
      `<w:abstractNum w:abstractNumId="0">${level(0, '%1.')}${level(1, '%1.%2', 'lowerRoman')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>',
    comments: `<w:comment w:id="0" ${by}>${p('Still amber?')}</w:comment>`,
    footnotes: `<w:footnote w:id="1">${p('A note.')}</w:footnote>`,
    headers: [p('Board')],
    theme: '<a:accent1><a:srgbClr val="4472C4"/></a:accent1>',
    custom: '<property name="key"><vt:lpwstr>value</vt:lpwstr></property>',
    core: '<dc:title>The plan</dc:title>',
    links: { l: 'https://b.example' },
  });
