import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { decode, encode } from 'fast-png';
import { readPng } from '../../../../src/shapes/bitmask/png.js';
import { bitmaskShape } from '../../../../src/shapes/bitmask/shape.js';
import { alphaOf, rasterFrom, rasterOfAlpha, rowsOf } from '../../../support/raster.js';

type Picture = Parameters<typeof encode>[0];
const urlOf = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
const url = (picture: Picture) => urlOf(encode(picture));
const bytesIn = (text: string) => Buffer.from(text.slice(text.indexOf(',') + 1), 'base64');
const readRows = (text: string, how?: Parameters<typeof readPng>[1]) => {
  const { raster, fault } = readPng(text, how);
  assert.equal(fault, undefined);
  return raster ? rowsOf(raster) : [];
};
const { codec } = bitmaskShape;

describe('bitmaskShape', () => {
  before(() => bitmaskShape.load?.());

  it('keeps the text of one that nobody has changed', () => {
    const imageDataURL = url({ width: 2, height: 1, channels: 4, data: Uint8Array.of(0, 0, 0, 255, 0, 0, 0, 0) });
    const mask = codec.decode({ imageDataURL, bitmasklabels: ['Crack'] }, {}).value;
    assert.ok(mask);
    assert.deepEqual(codec.encode(mask, {}), { imageDataURL });
    const [mark] = bitmaskShape.marks(mask, { facts: {} });
    assert.deepEqual(mark?.draw === 'mask' && [...alphaOf(mark.raster)], [255, 0]);
  });

  it('has hard edges', () => {
    const data = Uint8Array.of(0, 0, 0, 127, 0, 0, 0, 128, 9, 9, 9, 1);
    const mask = codec.decode({ imageDataURL: url({ width: 3, height: 1, channels: 4, data }) }, {}).value;
    const [mark] = mask ? bitmaskShape.marks(mask, { facts: {} }) : [];
    assert.deepEqual(mark?.draw === 'mask' && [...alphaOf(mark.raster)], [0, 255, 0]);
  });

  it('writes black on nothing, of the size of the picture, and small', () => {
    const raster = rasterFrom('.........#', '##........');
    const written = String(codec.encode({ raster }, {}).imageDataURL);
    const { width, height, palette, depth } = decode(bytesIn(written));
    assert.deepEqual([width, height, depth], [10, 2, 1]);
    assert.deepEqual(palette, [
      [0, 0, 0, 0],
      [0, 0, 0, 255],
    ]);
    assert.deepEqual(readRows(written), rowsOf(raster));
    const large = codec.encode(
      { raster: rasterOfAlpha(1000, 800, new Uint8Array(800_000).fill(255, 9_000, 200_000)) },
      {},
    );
    assert.ok(String(large.imageDataURL).length < 2_000);
  });

  it('writes the same text for the same pixels, made once', () => {
    const raster = rasterFrom('.#');
    assert.equal(codec.encode({ raster }, {}).imageDataURL, codec.encode({ raster }, {}).imageDataURL);
  });

  it('is read back as it was written', () => {
    const picture = fc
      .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 12 }) })
      .chain(({ width, height }) =>
        fc
          .array(fc.constantFrom(0, 255), { minLength: width * height, maxLength: width * height })
          .map((alpha) => rasterOfAlpha(width, height, alpha)),
      );
    fc.assert(
      fc.property(picture, (raster) => {
        assert.deepEqual(readRows(String(codec.encode({ raster }, {}).imageDataURL)), rowsOf(raster));
      }),
    );
  });

  it('says what is wrong with a picture', () => {
    const whole = bytesIn(String(codec.encode({ raster: rasterFrom('.##..#', '#....#') }, {}).imageDataURL));
    const said = (imageDataURL: unknown) => {
      const { value, problems } = codec.decode({ imageDataURL } as never, {});
      assert.equal(value, undefined);
      assert.equal(problems?.[0]?.code, 'result/unreadable');
      return problems[0].message;
    };
    assert.match(said(undefined), /it has no pixels/);
    assert.match(said(7), /it has no pixels/);
    assert.match(said('https://example.org/mask.png'), /must be a data URL of a PNG/);
    assert.match(said('data:image/png;base64,'), /no size/);
    for (let length = 30; length < whole.length; length += 7) {
      assert.match(said(urlOf(whole.subarray(0, length))), /damaged/, String(length));
    }
    for (let at = 0; at < 8; at++) {
      const broken = Uint8Array.from(whole);
      broken[at * 5 + 12] = (broken[at * 5 + 12] ?? 0) ^ 0x55;
      assert.match(said(urlOf(broken)), /damaged|no size/, String(at));
    }
  });
});

describe('readPng', () => {
  before(() => bitmaskShape.load?.());

  it('reads alpha of all kinds of PNG', () => {
    const rows = ['#.#'];
    const two = { width: 3, height: 1 };
    assert.deepEqual(readRows(url({ ...two, channels: 2, data: Uint8Array.of(0, 255, 0, 0, 0, 200) })), rows);
    const deep = Uint16Array.of(0, 65535, 0, 0, 0, 40000);
    assert.deepEqual(readRows(url({ ...two, channels: 2, depth: 16, data: deep })), rows);
    const palette = [
      [9, 9, 9, 0],
      [1, 1, 1, 255],
    ];
    assert.deepEqual(readRows(url({ ...two, channels: 1, palette, data: Uint8Array.of(1, 0, 1) })), rows);
    assert.deepEqual(readRows(url({ ...two, channels: 1, depth: 2, palette, data: Uint8Array.of(0b01000100) })), rows);
    const bits = { width: 19, height: 1, channels: 1, depth: 1, palette } as const;
    for (const hard of [false, true]) {
      assert.deepEqual(readRows(url({ ...bits, data: Uint8Array.of(255, 0, 0b10100000) }), { hard }), [
        '########........#.#',
      ]);
    }
    assert.deepEqual(readRows(url({ ...two, channels: 3, data: new Uint8Array(9) })), ['###']);
  });

  it('takes brightness for the mask where a mask says nothing of alpha', () => {
    const grey = url({ width: 3, height: 1, channels: 1, data: Uint8Array.of(255, 0, 200) });
    assert.deepEqual(readRows(grey, { bright: true }), ['#.#']);
    assert.deepEqual(readRows(grey), ['###']);
    const white = url({ width: 2, height: 1, channels: 4, data: Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 255) });
    assert.deepEqual(readRows(white, { bright: true }), ['#.']);
    const clear = url({ width: 2, height: 1, channels: 4, data: Uint8Array.of(0, 0, 0, 255, 255, 255, 255, 0) });
    assert.deepEqual(readRows(clear, { bright: true }), ['#.']);
  });
});
