import { LineRuleType, Paragraph } from 'docx';
import type { ChartRun } from 'docx/charts';

/** A chart has a paragraph to itself, as high as it is, and the table below it stays with it. */
export const picture = (chart: ChartRun): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 60, after: 120, line: 240, lineRule: LineRuleType.AUTO },
    children: [chart],
  });
