import { ratingColours } from '@trackrecord/read-models';
import { cssString } from './escape-html.ts';

const ratingRules = Object.entries(ratingColours)
  .map(([tone, { fill, ink }]) => `.rating-${tone}{background:${fill};color:${ink}}`)
  .join('');

/**
 * The looks of a paper as a page, on the screen and in print: the row of heads on every page, no row split over two,
 * sections of wide tables on pages across.
 * @param footer on every printed page, before its number
 */
export const paperStyle = (footer: string): string =>
  [
    ':root{color-scheme:light}',
    'body{margin:0 auto;padding:1.5rem;max-width:72rem;color:#0b0c0c;background:#fff;font:1rem/1.5 Arial,Helvetica,sans-serif}',
    'h1{margin:0;font-size:2rem;line-height:1.2}h2{margin:2.5rem 0 .75rem;font-size:1.5rem}h3{margin:1.5rem 0 .5rem;font-size:1.2rem}h4{margin:1rem 0 .5rem;font-size:1rem}',
    'h2,h3,h4{break-after:avoid;line-height:1.3}',
    '.subtitle{margin:.25rem 0 1rem;color:#383f43;font-size:1.2rem}.standing{margin:0;padding:0;list-style:none}',
    'nav{margin-top:1.5rem;padding:.75rem 1rem;border-left:4px solid #1d3d5c;background:#f3f5f7}nav h2{margin:0;font-size:1rem}nav ul{margin:.25rem 0 0}nav a{color:#16548a}',
    'a:focus{outline:3px solid #ffb52e;outline-offset:2px}',
    '.table{overflow-x:auto}.table:focus{outline:3px solid #ffb52e}',
    'table{width:100%;border-collapse:collapse;margin:.5rem 0 1rem;font-size:.9rem}',
    'th,td{padding:.4rem .5rem;border:1px solid #b1b4b6;text-align:left;vertical-align:top;overflow-wrap:break-word}',
    // On a narrow screen a table moves, and its words stay whole; on paper nothing can.
    '@media screen{.wide table{min-width:46rem}}',
    'thead th{background:#1d3d5c;color:#fff}tbody th{font-weight:bold}.end{text-align:right}',
    'td p,th p{margin:0 0 .3rem}td p:last-child,th p:last-child{margin:0}',
    '.rating{font-weight:bold}',
    ratingRules,
    'figure{margin:1rem 0;break-inside:avoid}figcaption{margin-bottom:.25rem;font-weight:bold}svg{width:100%;max-width:44rem;height:auto;font-family:Arial,Helvetica,sans-serif}',
    '.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}',
    '.ending{margin-top:2rem;color:#505a5f;font-size:.85rem}',
    '@media print{body{max-width:none;padding:0;font-size:10pt}nav{display:none}.table{overflow:visible}table{font-size:9pt}th,td{overflow-wrap:anywhere}thead{display:table-header-group}tr{break-inside:avoid}.rating,thead th,svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}.wide{page:wide}}',
    `@page{size:A4;margin:18mm 15mm 20mm;@bottom-left{content:${cssString(footer)};font:8pt Arial,sans-serif;color:#505a5f}@bottom-right{content:"Page " counter(page) " of " counter(pages);font:8pt Arial,sans-serif;color:#505a5f}}`,
    '@page wide{size:A4 landscape}',
  ].join('\n');
