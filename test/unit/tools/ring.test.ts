import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Outline } from '../../../src/contract/shape.js';
import type { Intent, Tool, ToolEnv } from '../../../src/contract/tool.js';
import type { Region } from '../../../src/model/document.js';
import { loadClip } from '../../../src/shapes/clip.js';
import type { MultiPolygon } from '../../../src/shapes/multipolygon/codec.js';
import { multiPolygonShape } from '../../../src/shapes/multipolygon/shape.js';
import type { Polygon } from '../../../src/shapes/polygon/codec.js';
import { polygonShape } from '../../../src/shapes/polygon/shape.js';
import { multiPolygonTool } from '../../../src/tools/multipolygon.js';
import { polygonTool } from '../../../src/tools/polygon.js';
import { toolEnv } from '../../support/drive.js';

type Point = readonly [number, number];
type Kind = 'press' | 'move' | 'release' | 'doublepress' | 'back' | 'leave' | 'undo' | 'enter';

/** A hand with a document: carries out what the tool asks for as the runner does, and undoes it. */
class Bench {
  regions = new Map<string, Region>();
  selected: readonly string[] = [];
  sketched: unknown;
  readonly #tool: Tool;
  #state: { readonly in: string };
  #created: string | undefined;
  #steps: Map<string, Region>[] = [];
  #before = this.regions;
  #ids = 0;

  constructor(tool: Tool, geometry?: unknown) {
    this.#tool = tool;
    this.#state = tool.initial;
    if (geometry === undefined) return;
    this.#put('given', geometry);
    this.#before = this.regions;
    this.selected = ['given'];
  }

  get state(): string {
    return this.#state.in;
  }
  get geometries(): readonly unknown[] {
    return [...this.regions.values()].map(({ geometry }) => geometry);
  }
  get steps(): number {
    return this.#steps.length;
  }

  click(at: Point, how: object = {}): this {
    return this.send('press', at, how).send('release', at, how);
  }

  send(kind: Kind, at: Point = [50, 50], how: object = {}): this {
    if (kind === 'undo') {
      this.regions = this.#steps.pop() ?? this.regions;
      this.#before = this.regions;
      this.selected = this.selected.filter((id) => this.regions.has(id));
      return this;
    }
    const name = kind === 'enter' ? 'key' : kind;
    const handler = this.#tool.states[this.#state.in]?.[name] as ((...given: unknown[]) => unknown) | undefined;
    const step = handler?.(this.#state, { kind: name, key: 'enter', at, ...how }, this.#env());
    const [next, ...asks] = (Array.isArray(step) ? step : [step ?? this.#state]) as [{ in: string }, ...Intent[]];
    this.#state = next;
    for (const ask of asks) this.#carryOut(ask);
    if (next.in === 'idle') this.#created = undefined;
    return this;
  }

  #put(id: string, geometry: unknown): void {
    const shape = this.#tool.shape ?? '';
    const region: Region = { id, order: 0, toName: 'img', fromName: 'area', shape, geometry };
    this.regions = new Map(this.regions).set(id, region);
  }

  #env(): ToolEnv {
    return toolEnv({
      created: this.#created,
      selected: this.selected,
      region: (id) => this.regions.get(id),
      editable: (id) => this.regions.has(id),
    });
  }

  #carryOut(intent: Intent): void {
    if (intent.ask === 'sketch') this.sketched = intent.geometry;
    else if (intent.ask === 'select') this.selected = intent.regionIds.filter((id) => this.regions.has(id));
    else if (intent.ask === 'create') {
      this.#created = `r${this.#ids++}`;
      this.#put(this.#created, intent.geometry);
    } else if (intent.ask === 'reshape') {
      assert.ok(this.regions.has(intent.regionId));
      this.#put(intent.regionId, intent.geometry);
    } else if (intent.ask === 'remove') {
      this.regions = new Map([...this.regions].filter(([id]) => id !== intent.regionId));
    } else if (intent.ask === 'settle') {
      if (this.#before !== this.regions) this.#steps.push(this.#before);
      this.#before = this.regions;
      const drawn = intent.finished ?? this.#created;
      if (drawn === undefined) return;
      this.selected = intent.unfinished && this.regions.has(drawn) ? [drawn] : [];
      if (!intent.unfinished) this.#created = undefined;
    }
  }
}

const corners: readonly Point[] = [
  [10, 10],
  [60, 10],
  [60, 60],
];
const drawn = (tool: Tool, points = corners) => points.reduce((bench, point) => bench.click(point), new Bench(tool));

const kinds = fc.constantFrom<Kind>('press', 'move', 'release', 'doublepress', 'back', 'leave', 'undo', 'enter');
const inputs = fc.array(
  fc.record({
    kind: kinds,
    at: fc.tuple(fc.double({ min: -20, max: 120, noNaN: true }), fc.double({ min: -20, max: 120, noNaN: true })),
    alt: fc.boolean(),
    shift: fc.boolean(),
  }),
  { maxLength: 40 },
);

describe('polygonTool', () => {
  it('keeps what it draws in the document, a step for each point', () => {
    const bench = drawn(polygonTool);
    assert.deepEqual(bench.geometries, [{ points: corners, closed: false }]);
    assert.equal(bench.steps, 3);
    assert.equal(bench.state, 'drawing');
  });

  it('sketches the line to the pointer, or to the first point where a click would close it', () => {
    const bench = drawn(polygonTool).send('move', [30, 80]);
    assert.deepEqual(bench.sketched, { points: [corners[2], [30, 80]], closed: false });
    assert.deepEqual(bench.send('move', [11, 12]).sketched, { points: [corners[2], corners[0]], closed: false });
  });

  it('lets go when its region is gone, or another is selected', () => {
    const gone = drawn(polygonTool).send('undo').send('undo').send('undo').send('move', [1, 1]);
    assert.equal(gone.state, 'idle');
    assert.equal(gone.sketched, undefined);
    const other = drawn(polygonTool);
    other.selected = ['other'];
    assert.equal(other.send('move', [1, 1]).state, 'idle');
    assert.deepEqual(other.geometries, [{ points: corners, closed: false }]);
  });

  it('adds no second point where a hand rests', () => {
    assert.deepEqual(drawn(polygonTool).click([60.5, 60.5]).geometries, [{ points: corners, closed: false }]);
  });

  it('takes a straight drag for an edge, and goes on by clicks', () => {
    const bench = new Bench(polygonTool).send('press', [10, 10]);
    for (const x of [20, 30, 40]) bench.send('move', [x, 10]);
    bench.send('release', [60, 10]).click([60, 60]);
    assert.deepEqual(bench.geometries, [{ points: corners, closed: false }]);
  });

  it('makes a triangle of full size at the edge of the picture, too', () => {
    const bench = new Bench(polygonTool).click([99, 99]).send('press', [99, 99]).send('doublepress', [99, 99]);
    const [{ points, closed }] = bench.geometries as [Polygon];
    assert.equal(closed, true);
    assert.deepEqual(points[0], [92.5, points[1]?.[1]]);
    assert.equal(points[1]?.[0], 100);
  });

  it('lets go of what is selected by a click, rather than to begin', () => {
    const bench = new Bench(polygonTool, { points: corners });
    bench.click([80, 80]);
    assert.deepEqual(bench.selected, []);
    assert.equal(bench.regions.size, 1);
  });

  it('goes on with an unfinished polygon only, and takes a press on its first point', () => {
    const open: Polygon = { points: corners, closed: false };
    assert.equal(polygonTool.continues?.({ points: corners }), false);
    assert.equal(polygonTool.continues?.(open), true);
    const at: Point = [10, 10];
    assert.equal(polygonTool.takes?.(open, { at, hit: { regionId: 'r', handle: 'v0' } }), true);
    assert.equal(polygonTool.takes?.(open, { at, hit: { regionId: 'r', handle: 'v1' } }), false);
    const bench = new Bench(polygonTool, open).click(at, { hit: { regionId: 'given', handle: 'v0' } });
    assert.deepEqual(bench.geometries, [{ points: corners, closed: true }]);
    assert.equal(new Bench(polygonTool, open).send('enter').geometries.length, 1);
  });

  it('leaves only polygons behind, whatever is done, and undo takes all of it back', () => {
    fc.assert(
      fc.property(inputs, (list) => {
        const bench = new Bench(polygonTool);
        for (const { kind, at, ...how } of list) bench.send(kind, at, how);
        bench.send('leave');
        for (const geometry of bench.geometries as Polygon[]) {
          if (geometry.closed) assert.ok(geometry.points.length >= 3);
          assert.ok(geometry.points.flat().every((value) => value >= 0 && value <= 100));
          assert.ok(polygonShape.codec.decode(polygonShape.codec.encode(geometry, {}), {}).value);
        }
        while (bench.steps > 0) bench.send('undo');
        assert.equal(bench.regions.size, 0);
      }),
    );
  });
});

describe('multiPolygonTool', () => {
  const island: Outline = [
    [
      [
        [70, 70],
        [95, 70],
        [95, 95],
      ],
    ],
  ];
  before(loadClip);

  it('adds what is drawn to the region that is selected, and cuts what was begun with Alt', () => {
    const added = new Bench(multiPolygonTool, { polygons: island });
    for (const point of corners) added.click(point);
    assert.deepEqual(added.geometries, [{ polygons: [...island, [corners]], open: true }]);
    added.click([10, 10]);
    assert.deepEqual(added.geometries, [{ polygons: [...island, [corners]] }]);
    assert.equal(added.steps, 4);
    const cut = new Bench(multiPolygonTool, { polygons: [[corners]] });
    cut.click([40, 0], { alt: true });
    for (const point of [
      [100, 0],
      [100, 100],
      [40, 100],
      [40, 0],
    ] as const)
      cut.click(point);
    const [left] = cut.geometries as MultiPolygon[];
    assert.ok(left?.polygons.flat(2).every(([x]) => x <= 40));
    assert.equal(left?.polygons.length, 1);
  });

  it('takes a press inside of the selected region with Alt only', () => {
    const press = { at: [80, 75] as Point, hit: { regionId: 'r' } };
    assert.equal(multiPolygonTool.takes?.({ polygons: island }, press), false);
    assert.equal(multiPolygonTool.takes?.({ polygons: island }, { ...press, alt: true }), true);
    const onHandle = { ...press, alt: true, hit: { regionId: 'r', handle: 'v0.0.0' } };
    assert.equal(multiPolygonTool.takes?.({ polygons: island }, onHandle), false);
  });

  it('leaves only polygons behind, whatever is done, and undo takes all of it back', () => {
    fc.assert(
      fc.property(inputs, fc.boolean(), (list, there) => {
        const bench = new Bench(multiPolygonTool, there ? { polygons: island } : undefined);
        for (const { kind, at, ...how } of list) bench.send(kind, at, how);
        bench.send('leave');
        for (const geometry of bench.geometries as MultiPolygon[]) {
          const { value } = multiPolygonShape.codec.decode(multiPolygonShape.codec.encode(geometry, {}), {});
          assert.ok(value);
          if (!geometry.open) assert.ok(value.polygons.flat().every((ring) => ring.length >= 3));
        }
        while (bench.steps > 0) bench.send('undo');
        assert.deepEqual(bench.geometries, there ? [{ polygons: island }] : []);
      }),
    );
  });
});
