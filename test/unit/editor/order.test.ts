import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { box, editing, resultsOf } from '../../support/editing.js';

const config = `<View><RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
<Choices name="kind" toName="img" perRegion="true"><Choice value="Old"/></Choices>
<Image name="img" value="$url"/></View>`;
const kind = (id: string) => ({
  id,
  from_name: 'kind',
  to_name: 'img',
  type: 'choices',
  value: { x: 0, y: 0, width: 10, height: 10, rotation: 0, choices: ['Old'] },
});
const given = [box('a', 0, 0), kind('a'), box('b', 10, 0), box('c', 20, 0), kind('c'), box('d', 30, 0)];
const kindOf = ({ type }: object & { type?: unknown }) => (type === 'choices' ? '+' : '');
const sequence = (host: ReturnType<typeof editing>) =>
  resultsOf(host)
    .map((result) => `${result.id}${kindOf(result)}`)
    .join(' ');

function after(move: string, ...ids: string[]) {
  const host = editing(config, given);
  host.editor.select(ids);
  assert.ok(host.editor.actions.run(`order-${move}`));
  return host;
}

describe('order', () => {
  it('brings regions to the front and sends them back, with all that is said of them', () => {
    assert.equal(sequence(after('front', 'a')), 'b c c+ d a a+');
    assert.equal(sequence(after('back', 'c')), 'c c+ a a+ b d');
    assert.equal(sequence(after('front', 'c', 'a')), 'b d a a+ c c+');
    assert.equal(sequence(after('back', 'd', 'b')), 'b d a a+ c c+');
  });

  it('moves them one up or down, past one that is not moved', () => {
    assert.equal(sequence(after('forward', 'a')), 'b a a+ c c+ d');
    assert.equal(sequence(after('backward', 'c')), 'a a+ c c+ b d');
    assert.equal(sequence(after('forward', 'a', 'b')), 'c c+ a a+ b d');
    assert.equal(sequence(after('backward', 'c', 'd')), 'a a+ c c+ d b');
  });

  it('leaves what lies there already, and makes no step of it', () => {
    for (const host of [after('front', 'd'), after('forward', 'd'), after('back', 'a'), after('front', 'c', 'd')]) {
      assert.equal(sequence(host), 'a a+ b c c+ d');
      assert.equal(host.editor.completion?.store.history.undoLabel, undefined);
    }
  });

  it('writes every result as it came, but for its place', () => {
    const results = resultsOf(after('front', 'a'));
    for (const result of results) assert.ok(given.some((one) => JSON.stringify(one) === JSON.stringify(result)));
    assert.equal(results.length, given.length);
  });

  it('is undone to the digit, whatever was moved where', () => {
    const move = fc.tuple(fc.constantFrom('front', 'back', 'forward', 'backward'), fc.subarray(['a', 'b', 'c', 'd']));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 6 }), (moves) => {
        const host = editing(config, given);
        for (const [where, ids] of moves) {
          host.editor.select(ids);
          host.editor.actions.run(`order-${where}`);
          // The answers stay with their regions.
          assert.match(`${sequence(host)} `, /a a\+ /);
          assert.match(`${sequence(host)} `, /c c\+ /);
        }
        while (host.editor.completion?.store.history.undo());
        assert.deepEqual(resultsOf(host), given);
      }),
      { numRuns: 50 },
    );
  });
});
