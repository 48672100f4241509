import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dedent } from '../../../../src/tags/markdown/dedent.js';

describe('dedent', () => {
  it('takes away the indentation of the config', () => {
    assert.equal(dedent('## Guide\n\n    - a\n      - b\n    end', 3), '## Guide\n\n- a\n  - b\nend');
  });

  it('leaves what begins at the edge, or is indented by the text itself', () => {
    for (const text of ['## Guide\n\n- a\n    - b', '- a\n  - b\n  - c', 'one line', ''])
      assert.equal(dedent(text, 3), text);
  });

  it('changes nothing but leading blanks, and the same in every line', () => {
    const line = fc
      .tuple(fc.nat(6), fc.constantFrom('a', '- b', '', '1. c'))
      .map(([depth, text]) => ' '.repeat(depth) + text);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.integer({ min: 1, max: 8 }), (lines, column) => {
        const before = [lines[0]?.trimStart() ?? '', ...lines.slice(1)];
        const after = dedent(before.join('\n'), column).split('\n');
        assert.deepEqual(
          after.map((each) => each.trimStart()),
          before.map((each) => each.trimStart()),
        );
        const taken = before
          .slice(1)
          .flatMap((each, i) => (each.trim() ? each.length - (after[i + 1] ?? '').length : []));
        assert.ok(new Set(taken).size <= 1);
      }),
    );
  });
});
