// Prints what the reference plans beside this clone hold, so that nx runs tests again when they change:
// files outside the workspace are no input that nx can watch by itself.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const directory = fileURLToPath(new URL('../../../../shared/plans/', import.meta.url));
const names = existsSync(directory) ? readdirSync(directory).sort() : [];
const hash = createHash('sha256');
for (const name of names) hash.update(name).update(readFileSync(`${directory}${name}`));
process.stdout.write(names.length === 0 ? 'missing\n' : `${hash.digest('hex')}\n`);
