import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Dict, Json } from '../../../../src/model/json.js';
import { exported, imported, there } from './fastlabel-json.js';

/*
 * What FastLabel has, as results and back: nothing is told, and all is what it was. Pictures are 320 by 200.
 */

const runs = { numRuns: 40 };
const coordinate = (max: number) =>
  fc.double({ min: 0, max, noNaN: true }).map((value) => Math.round(value * 100) / 100);
const pairs = (min: number, max = 6) =>
  fc
    .array(fc.tuple(coordinate(320), coordinate(200)), { minLength: min, maxLength: max })
    .filter(
      (points) => points.length === 1 || points[0]?.[0] !== points.at(-1)?.[0] || points[0]?.[1] !== points.at(-1)?.[1],
    )
    .map((points) => points.flat());
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() === text && text !== '__proto__');
const classes = fc.constantFrom(
  ['cat', 'Cat', '#ff0000'],
  ['dog', 'A "dog" & <more>', '#00ff7f'],
  ['__proto__', '__proto__', '#123456'],
);

const attributes = fc.uniqueArray(
  fc.oneof(
    word.map((value) => ({ key: 'note', name: 'Note', type: 'text', value })),
    fc.constantFrom('s', 'm').map((value) => ({ key: 'size', name: 'Size', type: 'select', value })),
    fc.constantFrom('a', 'b c').map((value) => ({ key: 'kind', name: 'Kind', type: 'radio', value })),
    fc
      .subarray(['x', 'y', 'z'], { minLength: 1 })
      .map((value) => ({ key: 'parts', name: 'Parts', type: 'checkbox', value })),
    fc.boolean().map((value) => ({ key: 'truncated', name: 'Truncated', type: 'switch', value })),
    fc.integer().map((value) => ({ key: 'count', name: 'Count', type: 'number', value })),
    // Kept, though no control can hold it.
    fc.constant({ key: 'blank', name: 'Blank', type: 'text', value: '' }),
  ),
  { selector: ({ key }) => key, maxLength: 4 },
);

const orderly = (list: Json): Json =>
  [...(list as Dict[])].sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1)) as Json;

let ids = 0;
const annotation = (place: fc.Arbitrary<Dict>): fc.Arbitrary<Dict> =>
  fc.tuple(classes, place, attributes).map(([[value, title, color], at, said]) => ({
    id: `a${++ids}`,
    value: value as string,
    title: title as string,
    color: color as string,
    ...at,
    attributes: said,
  }));

const box = fc
  .tuple(coordinate(160), coordinate(100), coordinate(160), coordinate(100), fc.integer({ min: 0, max: 359 }))
  .map(([x, y, w, h, rotation]) => ({ type: 'bbox', points: [x, y, x + w + 1, y + h + 1], rotation }));
const closed = (x: number, y: number, w: number, h: number, isHole = false) =>
  isHole ? [x, y, x, y + h, x + w, y + h, x + w, y, x, y] : [x, y, x + w, y, x + w, y + h, x, y + h, x, y];
const region = fc
  .tuple(
    coordinate(200),
    coordinate(100),
    fc.integer({ min: 4, max: 90 }),
    fc.integer({ min: 4, max: 90 }),
    fc.boolean(),
  )
  .map(([x, y, w, h, isHollow]) => [
    closed(x, y, w, h),
    ...(isHollow ? [closed(x + 1, y + 1, w - 2, h - 2, true)] : []),
  ]);
const pose = fc
  .array(fc.option(fc.tuple(coordinate(320), coordinate(200), fc.constantFrom(0, 1))), { minLength: 3, maxLength: 3 })
  .map((places) => ({
    type: 'pose_estimation',
    keypoints: ['head', 'left', 'right'].map((key, index) => ({
      key,
      name: key.toUpperCase(),
      value: (places[index] ?? []) as Json,
      edges: key === 'head' ? ['left', 'right'] : ['head'],
    })),
  }));
const onPicture = fc.oneof(
  box,
  pairs(3).map((points) => ({ type: 'polygon', points })),
  pairs(2).map((points) => ({ type: 'line', points })),
  pairs(1, 1).map((points) => ({ type: 'keypoint', points })),
  fc
    .tuple(coordinate(320), coordinate(200), coordinate(50))
    .map((points) => ({ type: 'circle', points: points.map((value) => value + 1) })),
  fc.array(region, { minLength: 1, maxLength: 2 }).map((points) => ({ type: 'segmentation', points })),
  pose,
);

/** Numbers within a millionth, as they went through percents; attributes in any order. */
function assertSame(actual: Json | undefined, expected: Json, where = 'it'): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    assert.ok(Math.abs(actual - expected) < 1e-6, `${where} is ${actual}, not ${expected}`);
  } else if (typeof expected === 'object' && expected !== null) {
    assert.deepEqual(Object.keys(actual ?? {}).sort(), Object.keys(expected).sort(), where);
    for (const [key, each] of Object.entries(expected)) {
      const isOrderless = key === 'attributes';
      const own = (actual as Dict)[key];
      assertSame(
        isOrderless ? orderly(own as Json) : own,
        isOrderless ? orderly(each as Json) : (each as Json),
        `${where}.${key}`,
      );
    }
  } else assert.equal(actual, expected, where);
}

async function assertReturns(task: Dict): Promise<void> {
  const { tasks, told } = await there([task]);
  assert.deepEqual(told, []);
  assertSame(tasks as Json, [task]);
}

describe('FastLabel to results and back', () => {
  it('pictures', () =>
    fc.assert(
      fc.asyncProperty(fc.array(annotation(onPicture), { maxLength: 5 }), (annotations) =>
        assertReturns({
          id: 'x',
          name: 'a.jpg',
          url: 'http://h.example/q/a.jpg',
          width: 320,
          height: 200,
          status: 'approved',
          priority: 10,
          annotations,
        }),
      ),
      runs,
    ));

  it('pictures in a row', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(annotation(onPicture), fc.constantFrom('1.jpg', '2.jpg')), { maxLength: 5 }),
        (given) =>
          assertReturns({
            name: 'walk',
            contents: ['1.jpg', '2.jpg'].map((name, index) => ({
              name,
              url: `http://h.example/${name}`,
              width: 320 + index,
              height: 200,
            })),
            annotations: given.map(([each, content]) => ({ ...each, content })),
          }),
      ),
      runs,
    ));

  it('videos, frame by frame', () => {
    const tracks = fc
      .tuple(
        fc.constantFrom('bbox', 'keypoint', 'line', 'polygon'),
        fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(coordinate(150), coordinate(90)), { minLength: 30, maxLength: 30 }),
        fc.integer({ min: 0, max: 90 }),
        fc.boolean(),
      )
      .map(([type, set, places, rotation, isFollowing]) => {
        const sorted = [...set].sort((a, b) => a - b);
        const at = (frame: number): number[] => {
          const [x, y] = places[frame - 1] as [number, number];
          if (type === 'bbox') return [x, y, x + 20, y + 30];
          if (type === 'keypoint') return [x, y];
          return type === 'line' ? [x, y, x + 5, y + 7] : [x, y, x + 5, y + 7, x, y + 9];
        };
        const points: Record<string, Json> = {};
        sorted.forEach((frame, index) => {
          points[frame] = { value: at(frame), autogenerated: false };
          const next = sorted[index + 1];
          // What lies between is what follows, or something else, or nothing.
          for (let between = frame + 1; next !== undefined && between < next && index % 2 === 0; between++) {
            const t = (between - frame) / (next - frame);
            const follows = at(frame).map((value, place) => value + ((at(next)[place] as number) - value) * t);
            points[between] = { value: isFollowing ? follows : at(between), autogenerated: true };
          }
        });
        return { type, points, ...(type === 'bbox' && { rotation }) };
      });
    return fc.assert(
      fc.asyncProperty(fc.array(annotation(tracks), { maxLength: 3 }), (annotations) =>
        assertReturns({
          name: 'v.mp4',
          url: 'http://h.example/v.mp4',
          width: 320,
          height: 200,
          fps: 25,
          frameCount: 30,
          duration: 1.2,
          annotations,
        }),
      ),
      runs,
    );
  });

  it('texts and sounds', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          annotation(
            fc
              .tuple(fc.nat(50), fc.nat(9), word)
              .map(([start, length, text]) => ({ type: 'ner', start, end: start + length, text })),
          ),
        ),
        fc.array(
          annotation(
            fc
              .tuple(coordinate(60), coordinate(9))
              .map(([start, length]) => ({ type: 'segmentation', start, end: start + length })),
          ),
        ),
        async (spans, sounds) => {
          await assertReturns({ name: 'a.txt', url: 'http://h.example/a.txt', annotations: spans });
          await assertReturns({ name: 'a.mp3', url: 'http://h.example/a.mp3', annotations: sounds });
        },
      ),
      runs,
    ));

  it('clouds, and clouds in a row', () => {
    const nine = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 9, maxLength: 9 });
    const cuboid = nine.map((points) => ({ type: 'cuboid', points }));
    const parts = fc.uniqueArray(fc.nat(99_999), { minLength: 1 }).map((points) => ({ type: 'segmentation', points }));
    const track = fc.tuple(nine, nine).map(([a, b]) => ({
      type: 'cuboid',
      points: {
        '1': { value: a, autogenerated: false },
        '2': { value: b, autogenerated: true },
        '3': { value: b, autogenerated: false },
      },
    }));
    return fc.assert(
      fc.asyncProperty(
        fc.array(annotation(fc.oneof(cuboid, parts))),
        fc.array(annotation(track)),
        async (still, moving) => {
          await assertReturns({ name: 'a.pcd', url: 'http://h.example/a.pcd', annotations: still });
          const contents = ['1.pcd', '2.pcd', '3.pcd'].map((name) => ({ name, url: `http://h.example/${name}` }));
          await assertReturns({ name: 'drive', contents, annotations: moving });
        },
      ),
      runs,
    );
  });

  it('medical pictures', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(annotation(box.map((at) => ({ ...at, contentId: '1.2.840.5' }))), { minLength: 1 }),
        (annotations) =>
          assertReturns({ name: 'study', url: 'http://h.example/study.zip', width: 512, height: 512, annotations }),
      ),
      runs,
    ));

  it('what is said of all of a task', () =>
    fc.assert(
      fc.asyncProperty(attributes, async (given) => {
        const said = given.filter(({ value }) => value !== '');
        if (said.length === 0) return;
        await assertReturns({
          name: 'a.jpg',
          url: 'http://h.example/a.jpg',
          width: 1,
          height: 1,
          annotations: [],
          attributes: said,
        });
        const marked = {
          id: 'b',
          type: 'bbox',
          value: 'cat',
          title: 'cat',
          color: '#ffffff',
          points: [1, 2, 3, 4],
          rotation: 0,
          attributes: [],
        };
        const classified = { type: 'classification', value: 'classification', points: [], attributes: said };
        await assertReturns({
          name: 'a.jpg',
          url: 'http://h.example/a.jpg',
          width: 10,
          height: 10,
          annotations: [marked, classified],
        });
      }),
      runs,
    ));
});

const xml = `<View><Image name="img" value="$image"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Person"/></RectangleLabels>
  <PolygonLabels name="poly" toName="img"><Label value="Road"/></PolygonLabels>
  <MultiPolygonLabels name="multi" toName="img"><Label value="Wood"/></MultiPolygonLabels>
  <KeyPointLabels name="kp" toName="img"><Label value="Nose"/></KeyPointLabels>
  <Choices name="occluded" toName="img" perRegion="true"><Choice value="yes"/><Choice value="no"/></Choices>
  <TextArea name="note" toName="img" perRegion="true"/>
</View>`;

describe('results to FastLabel and back', () => {
  it('are what they were, under the same config', () => {
    const percent = coordinate(100);
    const place = fc.oneof(
      fc
        .tuple(percent, percent, percent, percent, fc.integer({ min: -179, max: 180 }))
        .map(([x, y, width, height, rotation]) => ({
          from_name: 'box',
          type: 'rectanglelabels',
          value: { x, y, width, height, rotation, rectanglelabels: ['Car'] },
        })),
      fc.uniqueArray(fc.tuple(percent, percent), { selector: String, minLength: 3, maxLength: 6 }).map((points) => ({
        from_name: 'poly',
        type: 'polygonlabels',
        value: { points, polygonlabels: ['Road'] },
      })),
      fc.tuple(percent, percent).map(([x, y]) => ({
        from_name: 'kp',
        type: 'keypointlabels',
        value: { x, y, width: 1, keypointlabels: ['Nose'] },
      })),
    );
    return fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(place, fc.option(fc.constantFrom('yes', 'no')), fc.option(word)), {
          minLength: 1,
          maxLength: 4,
        }),
        async (given) => {
          const result = given.flatMap(([each, choice, text], index): Dict[] => {
            const common = {
              id: `r${index}`,
              image_rotation: 0,
              original_width: 320,
              original_height: 200,
              to_name: 'img',
            };
            const { [each.type]: _, ...at } = each.value as Dict;
            return [
              { ...common, ...each },
              ...(choice === null
                ? []
                : [{ ...common, from_name: 'occluded', type: 'choices', value: { ...at, choices: [choice] } }]),
              ...(text === null
                ? []
                : [{ ...common, from_name: 'note', type: 'textarea', value: { ...at, text: [text] } }]),
            ];
          });
          const task = { id: 3, data: { image: 'http://h.example/a.jpg' }, annotations: [{ id: 1, result }] };
          const out = await exported([task], xml);
          assert.deepEqual(out.told, []);
          const back = await imported(out.tasks, {}, xml);
          assert.deepEqual(back.told, []);
          assert.deepEqual(back.tasks[0]?.data, task.data);
          assertSame(back.results as Json, result);
        },
      ),
      runs,
    );
  });
});
