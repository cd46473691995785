import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../deploy/make-certificates.sh', import.meta.url));

// As es-gencert-cli 1.0.2 behaves (its certificates/create_ca.go, create_node.go): files that cannot be written to, a
// refusal where the directory is there already, and the end with 0 of a `create-ca` that failed.
const tool = `#!/bin/sh
command=$1; shift
while [ $# -gt 0 ]; do
  case $1 in -out) out=$2 ;; -dns-names) names=$2 ;; -ca-key) key=$2 ;; -days) days=$2 ;; esac
  shift 2
done
echo "$command $names $days" >> "$CALLS"
count=$(wc -l < "$CALLS")
case $command in
  create-ca) [ -z "$BROKEN" ] || exit 0
    mkdir "$out" || exit 0
    echo "authority $count" > "$out/ca.crt"; echo "key of authority $count" > "$out/ca.key"
    chmod 444 "$out/ca.crt"; chmod 400 "$out/ca.key" ;;
  create-node) mkdir "$out" || exit 1
    echo "$names by $(cat "$key"), $count" > "$out/node.crt"; echo "key $count" > "$out/node.key"
    chmod 444 "$out/node.crt"; chmod 400 "$out/node.key" ;;
esac
`;
const giveAway = '#!/bin/sh\necho "$1 ${2##*/}" >> "$OWNERS"\n';

describe.skipIf(process.platform === 'win32')('the service that makes certificates', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'trackrecord-certificates-'));
    for (const place of ['bin', 'authority', 'trust', 'nodes/a', 'nodes/b'])
      mkdirSync(join(root, place), { recursive: true });
    for (const [name, text] of [
      ['es-gencert-cli', tool],
      ['chown', giveAway],
    ] as const) {
      writeFileSync(join(root, 'bin', name), text);
      chmodSync(join(root, 'bin', name), 0o755);
    }
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const run = (given: ReadonlyArray<string> = [], environment: Record<string, string> = {}) =>
    spawnSync('sh', [script, ...given], {
      encoding: 'utf8',
      env: {
        PATH: `${root}/bin:/usr/bin:/bin`,
        ROOT: root,
        SERVERS: 'a b',
        OWNER: '1001:1001',
        CALLS: `${root}/calls`,
        OWNERS: `${root}/owners`,
        ...environment,
      },
    });
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const modeOf = (file: string) => (statSync(join(root, file)).mode & 0o777).toString(8);
  const everything = () =>
    ['authority', 'trust', 'nodes/a', 'nodes/b'].flatMap((place) =>
      readdirSync(join(root, place)).map((name) => `${place}/${name}`),
    );

  it('given nothing, when it runs, then there are an authority and a certificate for each server', () => {
    expect(run().status).toBe(0);
    expect(read('calls')).toBe(
      'create-ca  3650\ncreate-node a,localhost 365\ncreate-node b,localhost 365\n',
    );
    expect(everything()).toEqual([
      'authority/ca.crt',
      'authority/ca.key',
      'trust/ca.crt',
      'nodes/a/node.crt',
      'nodes/a/node.key',
      'nodes/b/node.crt',
      'nodes/b/node.key',
    ]);
    expect(read('trust/ca.crt')).toBe(read('authority/ca.crt'));
    expect(read('nodes/b/node.crt')).toBe('b,localhost by key of authority 1, 3\n');
  });

  it('given nothing, when it runs, then no key can be read but by its owner, the server', () => {
    run();
    expect(modeOf('authority/ca.key')).toBe('400');
    expect(modeOf('nodes/a/node.key')).toBe('400');
    expect(modeOf('trust/ca.crt')).toBe('444');
    // Given away before they come to stand where the server looks.
    expect(read('owners').split('\n').sort()).toEqual([
      '',
      '1001:1001 node.crt.partial',
      '1001:1001 node.crt.partial',
      '1001:1001 node.key.partial',
      '1001:1001 node.key.partial',
    ]);
  });

  it('given all of it, when it runs again, then nothing is made anew', () => {
    run();
    const before = everything().map(read);
    expect(run().status).toBe(0);
    expect(everything().map(read)).toEqual(before);
    expect(read('calls').trim().split('\n')).toHaveLength(3);
  });

  it('given one server without, when it runs, then only that one gets a certificate', () => {
    run();
    const kept = read('nodes/a/node.crt');
    rmSync(join(root, 'nodes/b/node.key'));
    expect(run().status).toBe(0);
    expect(read('nodes/a/node.crt')).toBe(kept);
    expect(read('nodes/b/node.crt')).toBe('b,localhost by key of authority 1, 4\n');
  });

  it('given all of it, when they are renewed, then the servers get new ones by the same authority', () => {
    run();
    const authority = read('authority/ca.crt');
    expect(run(['renew']).status).toBe(0);
    expect(read('authority/ca.crt')).toBe(authority);
    expect(read('nodes/a/node.crt')).toBe('a,localhost by key of authority 1, 4\n');
    expect(read('nodes/b/node.key')).toBe('key 5\n');
  });

  it('given an authority that was lost, when it runs, then the servers get certificates by the new one', () => {
    run();
    rmSync(join(root, 'authority/ca.key'));
    expect(run().status).toBe(0);
    expect(read('trust/ca.crt')).toBe('authority 4\n');
    expect(read('nodes/a/node.crt')).toBe('a,localhost by key of authority 4, 5\n');
  });

  it('given a run that was killed halfway through a renewal, when it runs, then key and certificate belong together', () => {
    run();
    rmSync(join(root, 'nodes/a/node.crt'));
    writeFileSync(join(root, 'nodes/a/node.crt.partial'), 'half', { mode: 0o400 });
    expect(run().status).toBe(0);
    expect(read('nodes/a/node.crt')).toBe('a,localhost by key of authority 1, 4\n');
    expect(read('nodes/a/node.key')).toBe('key 4\n');
    expect(everything()).not.toContain('nodes/a/node.crt.partial');
  });

  it('given a tool that makes nothing and says nothing, when it runs, then it fails and says so', () => {
    const { status, stderr } = run([], { BROKEN: 'yes' });
    expect(status).toBe(1);
    expect(stderr).toContain('no authority was made');
    expect(everything()).toEqual([]);
  });

  it('given another word than renew, when it runs, then it is refused and nothing is made', () => {
    const { status, stderr } = run(['renwe']);
    expect(status).toBe(1);
    expect(stderr).toContain('renwe');
    expect(existsSync(join(root, 'calls'))).toBe(false);
  });
});
