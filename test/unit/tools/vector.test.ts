import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Pointer } from '../../../src/contract/tool.js';
import type { Vector } from '../../../src/shapes/vector/codec.js';
import { vectorShape } from '../../../src/shapes/vector/shape.js';
import type { Place } from '../../../src/tools/moved.js';
import { transformTool } from '../../../src/tools/transform.js';
import { vectorTool } from '../../../src/tools/vector.js';
import { drive, envWith, Hand, toolEnv } from '../../support/drive.js';

type At = readonly [number, number];

/** A hand that draws one region on paper: what the tool asks for is done, each settled step can be taken back. */
class Paper {
  readonly hand: Hand<At>;
  vector: Vector | undefined;
  readonly steps: (Vector | undefined)[] = [];
  selected: readonly string[] = [];
  finished = false;
  #heard = 0;
  #drawn = false;

  constructor(options: object = {}, snap = (at: unknown) => at) {
    const paper = this;
    this.hand = new Hand<At>(vectorTool, {
      ...toolEnv({ options: options as never }),
      snap,
      sight: { facts: { width: 200, height: 100 }, control: { attributes: options } as never },
      get created() {
        return paper.#drawn ? 'r' : undefined;
      },
      get selected() {
        return paper.selected;
      },
      region: (id) =>
        id === 'r' && paper.vector
          ? { id, order: 0, toName: 'o', fromName: 'c', shape: vectorShape.name, geometry: paper.vector }
          : undefined,
    });
  }

  do(act: (hand: Hand<At>) => void): this {
    act(this.hand);
    for (const intent of this.hand.asked.slice(this.#heard)) {
      if (intent.ask === 'create' || intent.ask === 'reshape') this.vector = intent.geometry as Vector;
      if (intent.ask === 'create') this.#drawn = true;
      if (intent.ask === 'remove') this.vector = undefined;
      if (intent.ask === 'select') this.selected = intent.regionIds;
      if (intent.ask !== 'settle') continue;
      this.steps.push(this.vector);
      this.finished = !intent.unfinished;
      if (intent.unfinished) this.selected = this.vector ? ['r'] : [];
    }
    this.#heard = this.hand.asked.length;
    return this;
  }

  press = (at: At, how: Partial<Pointer<At>> = {}): this => this.do((hand) => hand.press(at, how));
  move = (at: At): this => this.do((hand) => hand.move(at));
  release = (at?: At): this => this.do((hand) => hand.release(at));
  click = (at: At, how: Partial<Pointer<At>> = {}): this => this.press(at, how).release();
  double = (at: At): this =>
    this.click(at)
      .press(at)
      .do((hand) => hand.doublepress())
      .release();
  leave = (): this => this.do((hand) => hand.leave());
  back = (): this => this.do((hand) => hand.back());

  /** `a< b<a …` with the places. */
  get told(): string {
    return (this.vector?.vertices ?? [])
      .map(({ id, prevPointId, x, y }) => `${id}<${prevPointId ?? ''} ${x},${y}`)
      .join('; ');
  }
}

describe('transformTool', () => {
  const vector: Vector = {
    vertices: [
      { id: 'a', prevPointId: null, x: 10, y: 10, isBezier: false },
      { id: 'b', prevPointId: 'a', x: 30, y: 10, isBezier: false },
    ],
  };
  const env = envWith(vectorShape, { r: vector }, { selected: ['r'] });
  const tool = transformTool('stage2d');
  const on = (handle?: string) => ({ shift: true, hit: { regionId: 'r', ...(handle && { handle }) } });
  const places = (hand: Hand<Place>) =>
    hand.all('reshape').map(({ geometry }) => (geometry as Vector).vertices.map(({ x, y }) => [Math.round(x), y]));

  it('adds a vertex to the line that is selected, by Shift and a click on it', () => {
    for (const handle of [undefined, 'mb']) {
      const hand = drive(tool, env).press([16, 10], on(handle)).release();
      assert.deepEqual(places(hand), [
        [
          [10, 10],
          [16, 10],
          [30, 10],
        ],
      ]);
      assert.deepEqual(hand.all('settle'), [{ ask: 'settle' }]);
      assert.equal(hand.state, 'idle');
    }
  });

  it('adds none on a vertex, nor to what is not selected or may not be changed', () => {
    assert.deepEqual(places(drive(tool, env).press([30, 10], on('vb')).release()), []);
    assert.deepEqual(
      places(
        drive(tool, { ...env, selected: [] })
          .press([16, 10], on())
          .release(),
      ),
      [],
    );
    assert.deepEqual(
      places(
        drive(tool, { ...env, editable: () => false })
          .press([16, 10], on())
          .release(),
      ),
      [],
    );
  });
});

describe('vectorTool', () => {
  it('adds a vertex by every click, each a step of its own', () => {
    const paper = new Paper().click([10, 10]).click([20, 10]).click([20, 30]);
    assert.equal(paper.told, 'p1< 10,10; p2<p1 20,10; p3<p2 20,30');
    assert.deepEqual(
      paper.steps.map((step) => step?.vertices.length),
      [1, 2, 3],
    );
    assert.equal(paper.finished, false);
    assert.equal(paper.hand.all('create').length, 1);
    assert.deepEqual(paper.vector?.vertices[0], { id: 'p1', prevPointId: null, x: 10, y: 10, isBezier: false });
    assert.equal(paper.vector?.closed, false);
  });

  it('shows the line to the pointer', () => {
    const paper = new Paper().click([10, 10]).move([30, 40]);
    const sketch = paper.hand.all('sketch').at(-1)?.geometry as Vector | undefined;
    assert.deepEqual(
      sketch?.vertices.map(({ x, y }) => [x, y]),
      [
        [10, 10],
        [30, 40],
      ],
    );
  });

  it('is finished by leaving, and what it made is selected', () => {
    const paper = new Paper().click([10, 10]).click([20, 10]).leave();
    assert.equal(paper.finished, true);
    assert.equal(paper.hand.state, 'idle');
    assert.deepEqual(paper.selected, ['r']);
    assert.deepEqual(paper.hand.all('settle').at(-1), { ask: 'settle', finished: 'r' });
  });

  it('is finished by a double click, which adds one vertex', () => {
    const paper = new Paper().click([10, 10]).double([20, 10]);
    assert.equal(paper.told, 'p1< 10,10; p2<p1 20,10');
    assert.equal(paper.hand.state, 'idle');
    assert.equal(paper.finished, true);
    // Fingers do not come down on the same place twice.
    const blunt = new Paper().click([10, 10]).click([20, 10]).press([23, 12]);
    blunt.do((hand) => hand.doublepress()).release();
    assert.equal(blunt.told, 'p1< 10,10; p2<p1 20,10');
    assert.equal(blunt.finished, true);
  });

  it('takes away what has too few vertices', () => {
    for (const paper of [new Paper().click([10, 10]).leave(), new Paper().double([10, 10])]) {
      assert.equal(paper.vector, undefined);
      assert.deepEqual(paper.selected, []);
      assert.equal(paper.hand.state, 'idle');
    }
    const few = new Paper({ minPoints: 3 }).click([10, 10]).click([20, 10]).leave();
    assert.equal(few.vector, undefined);
    assert.deepEqual(few.hand.all('say'), [{ ask: 'say', message: 'This takes at least 3 points.' }]);
  });

  it('ends with the last vertex that there may be', () => {
    const paper = new Paper({ maxPoints: 3 }).click([10, 10]).click([20, 10]).click([30, 10]);
    assert.equal(paper.finished, true);
    assert.equal(paper.hand.state, 'idle');
  });

  it('closes by a click on the first vertex, where it may', () => {
    const first = { hit: { regionId: 'r', handle: 'vp1' } };
    const paper = new Paper({ closable: true }).click([10, 10]).click([20, 10]);
    // Two points close nothing.
    paper.click([10.5, 10.5], first).click([20, 30]).press([11, 12], first);
    assert.equal(paper.finished, false);
    paper.release();
    assert.equal(paper.vector?.closed, true);
    assert.equal(paper.vector?.vertices.length, 4);
    assert.deepEqual(paper.steps.at(-1), paper.vector);
    assert.equal(paper.finished, true);
    const open = new Paper().click([10, 10]).click([20, 10]).click([20, 30]).click([10, 10]).leave();
    assert.equal(open.vector?.closed, false);
    assert.equal(open.vector?.vertices.length, 4);
  });

  it('bends the line by a drag, where there may be curves', () => {
    const paper = new Paper({ curves: true }).press([10, 10]).move([10.4, 10.4]);
    assert.equal(paper.vector?.vertices[0]?.isBezier, false);
    paper.move([20, 15]).move([20, 20]).release().click([50, 50]);
    assert.deepEqual(paper.vector?.vertices[0], {
      id: 'p1',
      prevPointId: null,
      x: 10,
      y: 10,
      isBezier: true,
      controlPoint1: { x: 0, y: 0 },
      controlPoint2: { x: 20, y: 20 },
    });
    assert.deepEqual(
      paper.steps.map((step) => step?.vertices.length),
      [1, 2],
    );
    const straight = new Paper().press([10, 10]).move([20, 20]).release();
    assert.equal(straight.vector?.vertices[0]?.isBezier, false);
  });

  it('branches off the vertex that was clicked, in a skeleton', () => {
    const paper = new Paper({ skeleton: true }).click([10, 10]).click([20, 10]).click([30, 10]);
    paper.click([20, 10]).click([20, 40]).click([25, 60]);
    assert.equal(paper.told, 'p1< 10,10; p2<p1 20,10; p3<p2 30,10; p4<p2 20,40; p5<p4 25,60');
    assert.equal(paper.vector?.vertices[3]?.isBranching, true);
    assert.equal(paper.vector?.vertices[4]?.isBranching, undefined);
    // To choose where to go on is no step.
    assert.equal(paper.steps.length, 5);
  });

  it('adds a vertex on the line with Shift, and takes one away with Alt', () => {
    const on = { hit: { regionId: 'r' } };
    const paper = new Paper()
      .click([10, 10])
      .click([30, 10])
      .click([30, 50])
      .click([20, 12], { ...on, shift: true });
    assert.match(paper.told, /^p1< 10,10; p4<p1 20.*,10; p2<p4 30,10; p3<p2 30,50$/);
    paper.click([50, 50]);
    assert.equal(paper.vector?.vertices.at(-1)?.prevPointId, 'p3');
    paper.click([30, 10], { hit: { regionId: 'r', handle: 'vp2' }, alt: true });
    assert.deepEqual(
      paper.vector?.vertices.map(({ id, prevPointId }) => `${id}<${prevPointId}`),
      ['p1<null', 'p4<p1', 'p3<p4', 'p5<p3'],
    );
    assert.equal(paper.steps.length, 6);
    assert.equal(paper.hand.state, 'drawing');
  });

  it('takes back vertex after vertex by Backspace, and goes on from there', () => {
    const paper = new Paper().click([10, 10]).click([20, 10]).click([30, 10]).back().click([20, 40]);
    assert.equal(paper.told, 'p1< 10,10; p2<p1 20,10; p3<p2 20,40');
    paper.back().back().back();
    assert.equal(paper.vector, undefined);
    assert.equal(paper.hand.state, 'idle');
  });

  it('goes on from what undo left', () => {
    const paper = new Paper().click([10, 10]).click([20, 10]).click([30, 10]);
    paper.vector = paper.steps[1];
    paper.move([40, 40]).click([20, 40]);
    assert.equal(paper.told, 'p1< 10,10; p2<p1 20,10; p3<p2 20,40');
    paper.vector = undefined;
    paper.move([50, 50]);
    assert.equal(paper.hand.state, 'idle');
    assert.equal(paper.hand.all('sketch').at(-1)?.geometry, undefined);
  });

  it('goes on drawing when the pointer was taken away in mid-press', () => {
    const paper = new Paper({ curves: true }).click([10, 10]).press([20, 10]);
    paper.vector = paper.steps[0];
    paper.move([40, 40]);
    assert.equal(paper.hand.state, 'drawing');
    paper.click([30, 30]);
    assert.equal(paper.told, 'p1< 10,10; p2<p1 30,30');
  });

  it('sets vertices on the picture only, where the config snaps them', () => {
    const paper = new Paper({}, (at) => (at as At).map(Math.round)).click([-1, 10]);
    assert.equal(paper.vector, undefined);
    paper.click([10.4, 10.4]).click([101, 20]).click([20.6, 20.6]);
    assert.equal(paper.told, 'p1< 10,10; p2<p1 21,21');
  });

  it('only lets go of what is selected by a click beside it', () => {
    const paper = new Paper();
    paper.selected = ['other'];
    paper.click([10, 10]);
    assert.equal(paper.vector, undefined);
    assert.deepEqual(paper.selected, []);
    assert.equal(paper.hand.state, 'idle');
  });

  it('draws a line about the middle of the view by Enter', () => {
    const paper = new Paper().do((hand) => hand.key('enter', [50, 40]));
    assert.equal(paper.told, 'p1< 37.5,40; p2<p1 62.5,40');
    assert.equal(paper.finished, true);
    assert.equal(new Paper().do((hand) => hand.key('left', [50, 40])).vector, undefined);
  });
});
