import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { noteOf, writeNote } from '../../../../src/editor/notes/notes.js';
import type { Dict } from '../../../../src/model/json.js';
import { type Headless, headless } from '../../../support/headless.js';

const config = `<View><Image name="img" value="$url"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Choices name="side" toName="img" perRegion="true"><Choice value="Left"/></Choices></View>`;
const place = { x: 1, y: 2, width: 3, height: 4, rotation: 0 };
const item = (more: object = {}): Dict => ({
  id: 'a',
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { ...place, rectanglelabels: ['Car'] },
  ...more,
});
const side = (more: object = {}): Dict => ({
  ...item(),
  from_name: 'side',
  type: 'choices',
  value: { ...place, choices: ['Left'] },
  ...more,
});
const given = (...result: Dict[]) => headless(config, { id: 1, data: { url: '' }, annotations: [{ id: 9, result }] });
const region = ({ editor }: Headless) => {
  const [first] = editor.regions;
  assert.ok(first);
  return first;
};
function write(host: Headless, text: string): boolean {
  const gesture = host.editor.completion?.store.gesture('Write note');
  assert.ok(gesture);
  const done = writeNote(host.editor, 'a', text, gesture);
  gesture.commit();
  return done;
}
const results = ({ editor }: Headless) => editor.toJson()?.result as readonly Dict[];

describe('noteOf', () => {
  it('is the text in meta, a line for each entry', () => {
    const host = given(item({ meta: { text: ['one', 2, null, 'three'] } }));
    assert.equal(noteOf(host.editor, region(host)), 'one\n2\nthree');
  });

  it('reads a text that stands alone, and the old spelling', () => {
    for (const spelled of [{ meta: { text: 'so' } }, { normalization: 'so' }]) {
      const host = given(item(spelled));
      assert.equal(noteOf(host.editor, region(host)), 'so');
    }
  });

  it('is found where only another item of the region has it', () => {
    const host = given(item(), side({ meta: { text: ['here'] } }));
    assert.equal(noteOf(host.editor, region(host)), 'here');
  });

  it('is empty for anything else', () => {
    for (const text of [null, 5, {}, [{}], []]) {
      const host = given(item({ meta: { text } }));
      assert.equal(noteOf(host.editor, region(host)), '');
    }
  });
});

describe('writeNote', () => {
  it('puts a text of one entry on every item of the region, and keeps what else is in meta', () => {
    const host = given(item({ meta: { by: 'x' } }), side({ meta: { lead_time: 2 } }));
    assert.equal(write(host, 'one\ntwo'), true);
    assert.deepEqual(
      results(host).map(({ meta }) => meta),
      [
        { by: 'x', text: ['one\ntwo'] },
        { lead_time: 2, text: ['one\ntwo'] },
      ],
    );
  });

  it('changes nothing else, and leaves what a model made the work of the model', () => {
    const given2 = [item({ origin: 'prediction', score: 0.5, own: [1] })];
    const host = given(...given2);
    write(host, 'seen');
    assert.deepEqual(results(host), [{ ...given2[0], meta: { text: ['seen'] } }]);
  });

  it('takes it away where nothing is left, and meta with it, in whatever spelling it came', () => {
    for (const spelled of [{ meta: { text: ['old'] } }, { normalization: 'old' }, { meta: {}, normalization: 'old' }]) {
      const host = given(item(spelled), side(spelled));
      write(host, ' \n');
      assert.deepEqual(results(host), [item(), side()]);
      assert.equal(noteOf(host.editor, region(host)), '');
    }
  });

  it('takes it away from the one item that had it', () => {
    const host = given(item(), side({ meta: { text: ['here'], lead_time: 1 } }));
    write(host, '');
    assert.deepEqual(results(host), [item(), side({ meta: { lead_time: 1 } })]);
  });

  it('writes nothing on what may not be changed', () => {
    for (const host of [given(item({ readonly: true })), given()]) {
      assert.equal(write(host, 'x'), false);
      assert.equal(host.changes.length, 0);
    }
    const locked = given(item());
    locked.editor.selection.lock(['a'], true);
    assert.equal(write(locked, 'x'), false);
  });

  it('gives back what it was given, whatever is in meta, once it is undone', () => {
    const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<never>;
    const meta = fc.option(fc.oneof(json, fc.record({ text: json, by: fc.string() }, { requiredKeys: [] })), {
      nil: undefined,
    });
    fc.assert(
      fc.property(meta, fc.option(fc.string(), { nil: undefined }), fc.string({ minLength: 1 }), (meta, old, text) => {
        const wire = item({ ...(meta !== undefined && { meta }), ...(old !== undefined && { normalization: old }) });
        const host = given(wire, side());
        write(host, text);
        assert.equal(noteOf(host.editor, region(host)), text.trim() === '' ? '' : text);
        host.editor.completion?.store.history.undo();
        assert.deepEqual(JSON.stringify(results(host)), JSON.stringify([wire, side()]));
      }),
      { numRuns: 40 },
    );
  });
});
