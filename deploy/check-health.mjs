// The container's own health check: well while the node says that it is ready.
import process from 'node:process';

const url = process.argv[2] ?? 'http://127.0.0.1:3000/health/ready';

try {
  const answer = await globalThis.fetch(url);
  process.stdout.write(`${answer.status} ${await answer.text()}\n`);
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  process.stdout.write(`${url} does not answer: ${String(error.cause ?? error)}\n`);
  process.exitCode = 1;
}
