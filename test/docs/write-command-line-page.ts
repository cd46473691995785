import { writeFileSync } from 'node:fs';
import { commandLinePage, commandLinePagePath } from './command-line-page.ts';

writeFileSync(new URL(`../../${commandLinePagePath}`, import.meta.url), await commandLinePage());
