import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { download } from '../../../../src/media/audio/download.js';
import type { FileBytes } from '../../../../src/media/audio/file-bytes.js';

const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
});

const file = (size: number) => new Uint8Array(size).map((_, i) => (i * 31 + (i >> 8)) & 255);
const same = (found: Uint8Array, bytes: Uint8Array, start: number, end: number) =>
  assert.equal(Buffer.compare(found, bytes.subarray(start, end)), 0, `${start} to ${end}`);

interface Server {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly piece?: number;
  readonly ranges?: boolean;
  /** Bytes after which the connection breaks. */
  readonly breaks?: number;
  readonly headers?: Record<string, string>;
}

/** The ranges that were asked for. */
let asked: string[] = [];

function serve({ bytes, piece = 1000, ranges = true, breaks = Infinity, headers = {} }: Server): void {
  asked = [];
  globalThis.fetch = (async (_: unknown, init?: RequestInit) => {
    const range = new Headers(init?.headers).get('range');
    if (range) asked.push(range);
    const [, from, to] = (ranges && /^bytes=(\d+)-(\d+)$/.exec(range ?? '')) || [];
    if (from !== undefined) return new Response(bytes.slice(Number(from), Number(to) + 1), { status: 206 });
    let at = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (at >= breaks) return controller.error(new TypeError('network error'));
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, at + piece));
        at += piece;
      },
    });
    const usual = { 'content-length': String(bytes.length), ...(ranges && { 'accept-ranges': 'bytes' }) };
    return new Response(body, { headers: { ...usual, ...headers } });
  }) as typeof fetch;
}

async function begin(onLoaded: (loaded: number, total: number | undefined) => void = () => {}): Promise<FileBytes> {
  const found = await download({ url: 'https://host/a.wav', credentials: 'same-origin', onLoaded });
  return typeof found === 'object' ? found : assert.fail(`not there: ${found}`);
}

async function all(stream: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

describe('download', () => {
  it('reads any parts while the file comes, and streams all of it', async () => {
    const bytes = file(20_000);
    const part = fc.tuple(fc.nat(21_000), fc.nat(5000));
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 5 }),
        fc.nat(20_500),
        fc.integer({ min: 300, max: 7000 }),
        async (parts, start, piece) => {
          serve({ bytes, piece });
          const found = await begin();
          for (const [at, length] of parts) same(await found.read(at, at + length), bytes, at, at + length);
          same(await all(found.stream(start)), bytes, start, bytes.length);
          for (const [at, length] of parts) same(await found.read(at, at + length), bytes, at, at + length);
          assert.equal(found.broken, false);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keeps what is small, or cannot be asked for again', async () => {
    const bytes = file(17_000_000);
    serve({ bytes, piece: 1_000_000, ranges: false });
    const found = await begin();
    found.forget();
    assert.equal((await all(found.stream(0))).length, bytes.length);
    same(await found.read(9_000_000, 9_000_100), bytes, 9_000_000, 9_000_100);
    assert.deepEqual(asked, []);
    assert.equal((await found.whole()).size, bytes.length);
  });

  it('asks again for parts of what is large, and not twice for the same', async () => {
    const bytes = file(17_000_000);
    serve({ bytes, piece: 1_000_000 });
    const found = await begin();
    same(await found.read(0, 100), bytes, 0, 100);
    found.forget();
    assert.equal((await all(found.stream(50))).length, bytes.length - 50);
    same(await found.read(9_000_000, 9_000_100), bytes, 9_000_000, 9_000_100);
    same(await found.read(9_000_200, 9_000_300), bytes, 9_000_200, 9_000_300);
    same(await found.read(16_999_990, 17_000_050), bytes, 16_999_990, 17_000_000);
    assert.equal(asked.length, 2);
  });

  it('fetches what is far ahead by itself', async () => {
    const bytes = file(5_000_000);
    serve({ bytes, piece: 10_000 });
    const found = await begin();
    same(await found.read(4_900_000, 5_000_000), bytes, 4_900_000, 5_000_000);
    assert.equal(asked.length, 1);
  });

  it('waits for it where the server has no ranges after all', async () => {
    const bytes = file(3_000_000);
    serve({ bytes, piece: 100_000, ranges: false, headers: { 'accept-ranges': 'bytes' } });
    const found = await begin();
    same(await found.read(2_900_000, 3_000_000), bytes, 2_900_000, 3_000_000);
  });

  it('says that the connection broke, and keeps what came', async () => {
    const bytes = file(10_000);
    serve({ bytes, breaks: 4000 });
    const found = await begin();
    same(await found.read(0, 9000), bytes, 0, 4000);
    assert.equal(found.broken, true);
  });

  it('says how much has come, and of how much where it is known', async () => {
    const told: (number | undefined)[][] = [];
    serve({ bytes: file(2500) });
    await (await begin((...state) => told.push(state))).whole();
    assert.deepEqual(told, [
      [1000, 2500],
      [2000, 2500],
      [2500, 2500],
    ]);
    serve({ bytes: file(2500), headers: { 'content-encoding': 'gzip' } });
    const packed = await begin();
    assert.equal(packed.size, undefined);
    await packed.whole();
    assert.equal(packed.size, 2500);
  });

  it('gives the status of a server that refuses, and nothing where nothing came', async () => {
    globalThis.fetch = async () => new Response('', { status: 404 });
    const request = { url: 'https://host/a.wav', credentials: 'same-origin', onLoaded: () => {} } as const;
    assert.equal(await download(request), 404);
    globalThis.fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    assert.equal(await download(request), undefined);
  });
});
