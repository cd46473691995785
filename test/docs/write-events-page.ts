import { writeFileSync } from 'node:fs';
import { eventsPage, eventsPagePath } from './events-page.ts';

const page = new URL(`../../${eventsPagePath}`, import.meta.url);

writeFileSync(page, await eventsPage());
