// A peer as a process of its own, for benchmarks and for tests that stop and go on with a whole process:
// `node --conditions=@trackrecord/source test/cluster-peer/serve.ts [PORT]` prints its connection string and ends
// with its standard input.
import { startPeer } from './start-peer.ts';

const [port] = process.argv.slice(2);
const peer = await startPeer(port === undefined ? {} : { port: Number(port) });
process.stdout.write(`${peer.connectionString}\n`);
process.stdin.resume();
process.stdin.once('end', () => void peer.stop());
