/**
 * Writes the shared pieces as pages, with photographs of each at 1280, 640 (as at 200 % zoom) and 360 pixels and as
 * a PDF, for people to look at; says what the browser and axe have to complain of in any of them:
 * `node --conditions=@trackrecord/source test/pages/gallery.ts [folder]`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeFindings, bringAxe, overflowOf } from './faults-of.ts';
import { sharedPieces } from './shared-pieces.ts';
import { launchChromium, stagePages, visit } from './stage.ts';

const folder = process.argv[2] ?? join(tmpdir(), 'trackrecord-gallery');
mkdirSync(folder, { recursive: true });

const pages = await sharedPieces();
const browser = await launchChromium();
for (const width of [1280, 640, 360]) {
  const context = await stagePages(browser, pages, { width });
  await bringAxe(context);
  for (const [path, html] of pages) {
    const name = path.slice(1);
    writeFileSync(join(folder, `${name}.html`), html);
    const page = await context.newPage();
    const complaints = await visit(page, path);
    const overflow = await overflowOf(page);
    [
      ...complaints,
      ...(overflow > 0 ? [`${overflow} pixels wider than the window`] : []),
      ...(await axeFindings(page)),
    ].forEach((fault) => {
      console.error(`${name} at ${width}: ${fault}`);
    });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
    if (width === 1280)
      await page.pdf({ path: join(folder, `${name}.pdf`), format: 'A4', landscape: true });
    await page.close();
  }
  await context.close();
}
await browser.close();
console.log(`Written to ${folder}`);
