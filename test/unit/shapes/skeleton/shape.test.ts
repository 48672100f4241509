import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../../src/config/read.js';
import type { Keypoint, Skeleton } from '../../../../src/shapes/skeleton/codec.js';
import { skeletonShape } from '../../../../src/shapes/skeleton/shape.js';
import { skeletonIn, templateOf } from '../../../../src/shapes/skeleton/template.js';
import { skeletonLabelsTag } from '../../../../src/tags/labels/skeletonlabels.tag.js';
import { lookup } from '../../config/tags.js';

const read = (inside: string) => {
  const { byName, problems, options } = readConfig(
    `<View><Image name="i" value="x"/><SkeletonLabels name="s" toName="i"><Label value="P"/>${inside}</SkeletonLabels></View>`,
    {},
    lookup(),
  );
  const control = byName.get('s');
  assert.ok(control);
  return { control, problems, options };
};
const stick = `<keypoint value="left_hand" x="0" y="50"/><Keypoint value="neck" x="50" y="0"/>
<View><KEYPOINT value="right_hand" x="100" y="50"/></View>
<Edge from="neck" to="left_hand"/><edge from="neck" to="right_hand"/><Edge from="neck" to="tail"/>`;
const sight = { facts: { width: 200, height: 100 }, control: read(stick).control };
const point = (name: string, x: number, y: number, visible?: number): Keypoint =>
  ({ name, x, y, ...(visible !== undefined && { visible }) }) as Keypoint;
const skeleton: Skeleton = {
  keypoints: [point('left_hand', 10, 60, 2), point('neck', 30, 20), point('right_hand', 50, 60, 1)],
};
const places = ({ keypoints }: Skeleton) => keypoints.map(({ x, y }) => [x, y]);
const operate = (geometry: Skeleton, name: string) =>
  skeletonShape.operations?.find((operation) => operation.name === name)?.apply(geometry, sight);

describe('templateOf', () => {
  it('reads keypoints and edges at any depth, in any letter case', () => {
    const { control, problems } = read(stick);
    // Of one edge an end is nowhere.
    assert.deepEqual(
      problems.map(({ code, at }) => [code, at?.tag]),
      [['config/missing-part', 'Edge']],
    );
    assert.deepEqual(templateOf(control), {
      points: [
        { name: 'left_hand', at: [0, 50] },
        { name: 'neck', at: [50, 0] },
        { name: 'right_hand', at: [100, 50] },
      ],
      edges: [
        ['neck', 'left_hand'],
        ['neck', 'right_hand'],
      ],
    });
    assert.deepEqual(templateOf(undefined), { points: [], edges: [] });
  });

  it('puts keypoints without a place on a ring, and takes the first of two with one name', () => {
    const { control } = read(
      '<Keypoint value="a"/><Keypoint value="b" x="20" y="30"/><Keypoint value="c"/><Keypoint value="a" x="1" y="1"/>',
    );
    assert.deepEqual(
      templateOf(control).points.map(({ name, at }) => [name, ...at.map(Math.round)]),
      [
        ['a', 50, 0],
        ['b', 20, 30],
        ['c', 50, 100],
      ],
    );
  });

  it('fills a box', () => {
    assert.deepEqual(places(skeletonIn(templateOf(sight.control), [10, 20], [30, 60])), [
      [10, 40],
      [20, 20],
      [30, 40],
    ]);
  });

  it('keeps keypoints apart from labels, and from the control of nearly the same name', () => {
    const { options, control } = read(stick);
    assert.deepEqual(
      options.get(control.key)?.map(({ id }) => id),
      ['P'],
    );
    const { problems } = readConfig(
      '<View><Image name="i" value="x"/><KeyPoint name="k" toName="i"/></View>',
      {},
      lookup(),
    );
    assert.deepEqual(problems, []);
    const alone = readConfig('<View><Edge from="a" to="b"/></View>', {}, lookup()).problems;
    assert.deepEqual(
      alone.map(({ code }) => code),
      ['config/unknown-tag'],
    );
  });

  it('comes with a person of 17 keypoints', () => {
    const [example] = skeletonLabelsTag.examples;
    const { nodes, problems } = readConfig(example?.config ?? '', example?.data, lookup());
    assert.deepEqual(problems, []);
    const template = templateOf(nodes.find(({ module }) => module === skeletonLabelsTag));
    assert.equal(template.points.length, 17);
    assert.equal(template.edges.length, 19);
    for (const part of skeletonLabelsTag.parts ?? []) {
      assert.ok(nodes.some(({ module }) => module === part));
      assert.match(part.about, /^[A-Z].*\.$/);
      for (const { about } of Object.values(part.attributes)) assert.match(about, /^[A-Z].*\.$/);
    }
  });
});

describe('skeletonShape', () => {
  it('draws an edge as a line, a keypoint as a dot, a hollow one where it is hidden', () => {
    assert.deepEqual(skeletonShape.marks(skeleton, sight), [
      {
        draw: 'path',
        points: [
          [30, 20],
          [10, 60],
        ],
      },
      {
        draw: 'path',
        points: [
          [30, 20],
          [50, 60],
        ],
      },
      { draw: 'dot', at: [10, 60] },
      { draw: 'dot', at: [30, 20] },
      { draw: 'dot', at: [50, 60], hollow: true },
    ]);
  });

  it('draws nothing of what is not labelled', () => {
    const without = { keypoints: [point('left_hand', 0, 0, 0), ...skeleton.keypoints.slice(1)] };
    assert.equal(skeletonShape.marks(without, sight).length, 3);
    assert.deepEqual(
      skeletonShape.handles(without, sight, {}).map(({ id, label }) => [id, label]),
      [
        ['k1', 'neck'],
        ['k2', 'right_hand'],
      ],
    );
  });

  it('moves one keypoint, or all, no further than the picture goes', () => {
    const moved = skeletonShape.drag(skeleton, 'k1', [30, 20], [35, -40], sight, {});
    assert.deepEqual(places(moved), [
      [10, 60],
      [35, 0],
      [50, 60],
    ]);
    assert.equal(moved.keypoints[1]?.visible, undefined);
    assert.deepEqual(places(skeletonShape.drag(skeleton, 'body', [0, 0], [-40, 5], sight, {})), [
      [0, 65],
      [20, 25],
      [40, 65],
    ]);
    const lost = { keypoints: [...skeleton.keypoints, point('tail', 0, 0, 0)] };
    assert.deepEqual(skeletonShape.drag(lost, 'body', [0, 0], [5, 5], sight, {}).keypoints[3], point('tail', 0, 0, 0));
  });

  it('turns and scales as part of a group', () => {
    const turned = skeletonShape.similar?.(skeleton, { about: [30, 20], scale: 1, degrees: 180, by: [0, 30] }, sight);
    const [left = []] = turned ? places(turned) : [];
    assert.ok(Math.abs(Number(left[0]) - 50) < 1e-9 && Math.abs(Number(left[1]) - 10) < 1e-9);
  });

  it('lets go of a keypoint by taking it for not labelled, all but the last', () => {
    let left: Skeleton | undefined = skeletonShape.erase?.(skeleton, 'k1', sight);
    assert.deepEqual(left?.keypoints[1], point('neck', 30, 20, 0));
    left = left && skeletonShape.erase?.(left, 'k0', sight);
    assert.ok(left);
    assert.equal(skeletonShape.erase?.(left, 'k2', sight), undefined);
  });

  it('tells how visible the keypoints are, and takes it typed', () => {
    assert.deepEqual(skeletonShape.describe?.(skeleton, sight), {
      Visible: '2 of 3',
      left_hand: 2,
      neck: 2,
      right_hand: 1,
    });
    const typed = skeletonShape.revise?.(skeleton, 'neck', 1, sight);
    assert.deepEqual(typed?.keypoints[1], point('neck', 30, 20, 1));
    assert.equal(skeletonShape.revise?.(skeleton, 'neck', 2, sight), skeleton);
    assert.equal(skeletonShape.revise?.(skeleton, 'neck', 3, sight), undefined);
    assert.equal(skeletonShape.revise?.(skeleton, 'Visible', 3, sight), undefined);
    const choices = skeletonShape.choices?.('neck') ?? [];
    assert.deepEqual(choices, [
      [2, 'Visible'],
      [1, 'Covered'],
      [0, 'Not labelled'],
    ]);
    for (const [value] of choices) assert.ok(skeletonShape.revise?.(skeleton, 'neck', value, sight));
    assert.equal(skeletonShape.choices?.('Visible'), undefined);
  });

  it('reads true as visible and false as hidden', () => {
    const told = {
      keypoints: [
        { ...point('a', 1, 1), visible: true },
        { ...point('b', 2, 2), visible: false },
      ] as Keypoint[],
    };
    assert.deepEqual(skeletonShape.describe?.(told, sight), { Visible: '1 of 2', a: 2, b: 1 });
  });

  it('makes all visible: what had no place where the template has it among the others', () => {
    const part = { keypoints: [point('neck', 30, 20), point('right_hand', 50, 60, 1), point('left_hand', 0, 0, 0)] };
    assert.deepEqual(operate(part, 'all-visible')?.keypoints, [
      point('neck', 30, 20),
      point('right_hand', 50, 60, 2),
      point('left_hand', 30, 40, 2),
    ]);
    const few = { keypoints: [point('neck', 30, 20, 2), point('right_hand', 50, 60, 2)] };
    assert.deepEqual(operate(few, 'all-visible')?.keypoints[2], point('left_hand', 30, 40, 2));
    assert.equal(
      operate({ keypoints: skeleton.keypoints.slice(0, 2).concat(point('right_hand', 1, 1)) }, 'all-visible'),
      undefined,
    );
  });

  it('swaps left and right', () => {
    assert.deepEqual(operate(skeleton, 'swap-sides')?.keypoints, [
      point('left_hand', 50, 60, 1),
      point('neck', 30, 20),
      point('right_hand', 10, 60, 2),
    ]);
    assert.equal(operate({ keypoints: [point('neck', 1, 1), point('left_hand', 2, 2)] }, 'swap-sides'), undefined);
    const told = operate({ keypoints: [point('Left eye', 1, 1), point('Right eye', 2, 2)] }, 'swap-sides');
    assert.deepEqual(
      told?.keypoints.map(({ name, x }) => [name, x]),
      [
        ['Left eye', 2],
        ['Right eye', 1],
      ],
    );
  });
});
