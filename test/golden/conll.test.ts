import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codePoints } from '../../src/base/codepoints.js';
import { readConfigFacts } from '../../src/formats/config-facts.js';
import { conllFormat } from '../../src/formats/conll/conll.js';
import { tagTokens } from '../../src/formats/conll/tags.js';
import { treebankTokens } from '../../src/formats/conll/tokens.js';
import { MemorySink } from '../../src/formats/files.js';
import { casesOf, goldenJson, goldenText, hasGolden } from './text-cases.js';

const peers = [
  ['new', [false, 'new']],
  ['old', [false, 'old']],
  ['2021', ['2021']],
] as const;

describe('CONLL2003 as the peer writes it', () => {
  if (!hasGolden('ls_conll2003')) return;
  for (const name of casesOf('ls_conll2003')) {
    for (const [peer, compats] of peers) {
      const expected = goldenText(`${name}/expected_${peer}/result.conll`);
      if (expected === undefined) continue;
      // Where the peer crashed, what it had written by then stands there.
      const crashed = 'error' in goldenJson(`${name}/meta_${peer}.json`);
      for (const compat of compats) {
        it(`${name}, ${peer}${compat ? '' : ', as ours'}`, async () => {
          const sink = new MemorySink();
          const config = readConfigFacts(goldenText(`${name}/config.xml`) ?? '');
          const writer = conllFormat.begin({ config, sink, lose() {} }, { compat });
          for (const task of goldenJson(`${name}/input${peer === '2021' ? '_2021' : ''}.json`)) await writer.write(task);
          await writer.end();
          const lines = (sink.text('result.conll') ?? '').split('\n');
          const expectedLines = expected.split('\n');
          if (crashed) expectedLines.pop();
          assert.deepEqual(crashed ? lines.slice(0, expectedLines.length) : lines, expectedLines);
        });
      }
    }
  }
});

describe('tokens of 500 texts as the peer splits them', () => {
  if (!hasGolden('conll_tokens')) return;
  it('has the same offsets, tokens and tags', () => {
    for (const { text, spans, tokens, offsets, tags } of goldenJson('conll_tokens/fuzz500.json')) {
      const found = treebankTokens(text);
      const points = codePoints(text);
      assert.deepEqual(found.map((token) => token.text), tokens, text);
      if (offsets) {
        const at = found.map(({ start, end }) => [points.toPoints(start), points.toPoints(end)]);
        assert.deepEqual(at, offsets, text);
      }
      const inUnits = spans.map(({ start, end, labels }: { start: number; end: number; labels?: string[] }) => ({
        start: points.toUnits(start),
        end: points.toUnits(end),
        label: labels?.[0],
      }));
      assert.deepEqual(tagTokens(found, inUnits).tags, tags, text);
    }
  });
});
