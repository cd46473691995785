import express from 'express';
import multer from 'multer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { howFarIs, progressField } from './how-far.ts';
import { inMemoryUpTo } from './in-memory-up-to.ts';

const most = 1000;

describe('files of forms in memory', () => {
  const app = express();
  app.post(
    '/',
    multer({ storage: inMemoryUpTo(most), limits: { fileSize: 10 * most } }).any(),
    (request, response) => {
      const { files } = request;
      const fields: unknown = request.body;
      response.json({
        files: Array.isArray(files)
          ? files.map(({ originalname, size, buffer }) => [originalname, size, buffer.length])
          : [],
        fields,
      });
    },
  );
  const server = app.listen(0, '127.0.0.1');
  let url = '';

  beforeAll(async () => {
    if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('it listens at a port');
    url = `http://127.0.0.1:${address.port}/`;
  });

  afterAll(() => {
    server.close();
  });

  const sent = async (size: number): Promise<unknown> => {
    const form = new FormData();
    form.append('before', 'a');
    form.append('file', new Blob(['x'.repeat(size)]), 'plan.txt');
    form.append('after', 'b');
    return (await fetch(url, { method: 'POST', body: form })).json();
  };

  it.each([0, 1, most])('given a file of %d bytes, then all of it is held', async (size) => {
    expect(await sent(size)).toEqual({
      files: [['plan.txt', size, size]],
      fields: { before: 'a', after: 'b' },
    });
  });

  it.each([most + 1, 9 * most])(
    'given a file of %d bytes, then none of it, only its size, and the fields that come after it',
    async (size) => {
      expect(await sent(size)).toEqual({
        files: [['plan.txt', size, 0]],
        fields: { before: 'a', after: 'b' },
      });
    },
  );

  it('given a word by which its progress is asked for, then all of what came is told of by it', async () => {
    const word = '5c0c1f6e-4f6e-4d6a-8f39-6f0f1b8a7e21';
    const form = new FormData();
    form.append(progressField, word);
    form.append('file', new Blob(['x'.repeat(9 * most)]), 'plan.txt');
    const body = new Response(form);
    const bytes = await body.arrayBuffer();
    await fetch(url, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': body.headers.get('content-type') ?? '' },
    });
    expect(howFarIs(word)).toEqual({ doing: 'sending', share: (9 * most) / bytes.byteLength });
  });
});
