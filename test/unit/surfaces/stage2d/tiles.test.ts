import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TiledSource } from '../../../../src/contract/surface.js';
import { levelFor, type Tile, TileStore, tileBox, tilesIn } from '../../../../src/surfaces/stage2d/tiles.js';

interface Asked {
  readonly key: string;
  readonly signal: AbortSignal;
  arrive(): Promise<void>;
  fail(): Promise<void>;
}

/** 1000 by 700, in tiles of 100; each is answered by hand. */
function handFed() {
  const asked: Asked[] = [];
  const closed: string[] = [];
  const source: TiledSource = {
    width: 1000,
    height: 700,
    revision: 0,
    tileSize: 100,
    levels: [
      { width: 1000, height: 700 },
      { width: 500, height: 350 },
      { width: 250, height: 175 },
    ],
    tile: (level, column, row, signal) =>
      new Promise((resolve, reject) => {
        const key = `${level}/${column}/${row}`;
        const act = (settle: () => void) => {
          settle();
          return new Promise<void>((done) => setImmediate(done));
        };
        const image = { width: 100, height: 100, close: () => closed.push(key) } as unknown as ImageBitmap;
        asked.push({
          key,
          signal,
          arrive: () => act(() => resolve(image)),
          fail: () => act(() => reject(new Error('gone'))),
        });
      }),
  };
  return { source, asked, closed, keys: () => asked.map(({ key }) => key) };
}

const row = (count: number): Tile[] => Array.from({ length: count }, (_, column) => ({ level: 0, column, row: 0 }));
const whole = { left: 0, top: 0, right: 100, bottom: 100 };

describe('levels and tiles', () => {
  const { source } = handFed();

  it('takes the coarsest level that is sharp enough', () => {
    assert.deepEqual(
      [0.01, 0.25, 0.3, 0.5, 0.6, 0.8, 1, 40].map((scale) => levelFor(source, scale)),
      [2, 2, 2, 1, 1, 0, 0, 0],
    );
  });

  it('covers the whole picture once, edges included', () => {
    for (const level of [0, 1, 2]) {
      let area = 0;
      for (const tile of tilesIn(source, level, whole)) {
        const { left, top, right, bottom } = tileBox(source, tile);
        assert.ok(left >= 0 && top >= 0 && right <= 1000 && bottom <= 700 && right > left && bottom > top);
        area += (right - left) * (bottom - top);
      }
      assert.equal(Math.round(area), 700_000);
    }
  });

  it('lists what meets a box, the middle first, and nothing beside the picture', () => {
    const tiles = tilesIn(source, 0, { left: 15, top: 20, right: 45, bottom: 40 });
    assert.deepEqual(tiles[0], { level: 0, column: 2, row: 1 });
    assert.equal(tiles.length, 8);
    assert.deepEqual(tilesIn(source, 0, { left: 120, top: 0, right: 140, bottom: 10 }), []);
    assert.equal(tilesIn(source, 0, { left: -500, top: -500, right: 500, bottom: 500 }).length, 70);
  });
});

describe('a pyramid without coarse levels', () => {
  it('is asked for a screenful in the middle', () => {
    const size = { width: 1e7, height: 1e7 };
    const source = { ...handFed().source, ...size, levels: [size] };
    const tiles = tilesIn(source, 0, whole);
    assert.equal(tiles.length, 48 * 48);
    assert.ok(Math.abs((tiles[0]?.column ?? 0) - 50_000) < 2);
  });
});

describe('TileStore', () => {
  it('asks for some at a time, in the order given', async () => {
    const { source, asked, keys } = handFed();
    const arrived: Tile[] = [];
    const store = new TileStore(source, (tile) => arrived.push(tile));
    store.want(row(10));
    assert.deepEqual(keys(), ['0/0/0', '0/1/0', '0/2/0', '0/3/0', '0/4/0', '0/5/0']);
    await asked[2]?.arrive();
    assert.equal(keys().at(-1), '0/6/0');
    assert.deepEqual(arrived, [{ level: 0, column: 2, row: 0 }]);
    assert.ok(store.has({ level: 0, column: 2, row: 0 }));
  });

  it('cancels what is no longer wanted, and asks once for what still is', () => {
    const { source, asked, keys } = handFed();
    const store = new TileStore(source, () => {});
    store.want(row(6));
    store.want(row(8).slice(4));
    assert.deepEqual(
      asked.map(({ signal }) => signal.aborted),
      [true, true, true, true, false, false, false, false],
    );
    assert.deepEqual(keys().slice(6), ['0/6/0', '0/7/0']);
  });

  it('drops a tile that comes after it was cancelled', async () => {
    const { source, asked, closed } = handFed();
    const store = new TileStore(source, () => assert.fail('it was not wanted'));
    store.want(row(1));
    store.want([]);
    await asked[0]?.arrive();
    assert.deepEqual(closed, ['0/0/0']);
  });

  it('asks again for a tile that failed only after it was out of sight', async () => {
    const { source, asked, keys } = handFed();
    const store = new TileStore(source, () => {});
    store.want(row(1));
    await asked[0]?.fail();
    store.want(row(1));
    assert.equal(keys().length, 1);
    store.want([]);
    store.want(row(1));
    assert.equal(keys().length, 2);
  });

  it('keeps to its budget, but keeps what is wanted', async () => {
    const { source, asked, closed } = handFed();
    const store = new TileStore(source, () => {}, 3 * 40_000);
    store.want(row(5));
    for (const each of [...asked]) await each.arrive();
    assert.deepEqual(closed, []);
    store.want(row(6).slice(4));
    await asked[5]?.arrive();
    assert.deepEqual(closed, ['0/0/0', '0/1/0', '0/2/0']);
    assert.equal([...store.kept].length, 3);
  });

  it('lets everything go at the end', async () => {
    const { source, asked, closed } = handFed();
    const store = new TileStore(source, () => {});
    store.want(row(2));
    await asked[0]?.arrive();
    store.dispose();
    assert.deepEqual(closed, ['0/0/0']);
    assert.ok(asked[1]?.signal.aborted);
  });
});
