import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { govukFolder, sourceFolder } from '../frame/template-environment.ts';
import type { Asset, Assets } from './asset.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

// Both compilers are loaded when they are needed: whoever only renders pages does not wait for them.
const stylesheet = async (): Promise<Uint8Array> => {
  const { compile } = await import('sass');
  const { css } = compile(join(sourceFolder, 'assets/application.scss'), {
    loadPaths: [govukFolder],
    style: 'compressed',
    quietDeps: true,
  });
  return new TextEncoder().encode(css);
};

const script = async (): Promise<Uint8Array> => {
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(sourceFolder, 'browser/application.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    // Browsers that the GOV.UK template lets run scripts at all.
    target: 'es2020',
    // Nothing of the compiler's settings: where this is deployed they are not there.
    tsconfigRaw: '{}',
    legalComments: 'none',
    logLevel: 'silent',
  });
  // Its process would stay for as long as this one.
  await stop();
  return outputFiles[0]?.contents ?? new Uint8Array();
};

const icon = (): Uint8Array => readFileSync(join(sourceFolder, 'assets/favicon.svg'));

const addressed = (file: string, body: Uint8Array): readonly [path: string, asset: Asset] => {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const ending = extname(file);
  const path = `/assets/${file.slice(0, -ending.length)}-${hash}${ending}`;
  return [path, { type: types[ending] ?? 'application/octet-stream', body }];
};

const compileAll = async (): Promise<Assets> => {
  const [js, css] = await Promise.all([script(), stylesheet()]);
  return new Map([
    addressed('application.css', css),
    addressed('application.js', js),
    addressed('favicon.svg', icon()),
  ]);
};

const once: { assets?: Promise<Assets> } = {};

/**
 * Everything that pages ask for beside themselves, by path. Compiled from source when the process first asks,
 * in a second or so; the same promise afterwards.
 * @throws where a stylesheet or a script is broken: the server does not start with it
 */
export const buildAssets = (): Promise<Assets> => (once.assets ??= compileAll());
