import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { asrFormat } from '../../src/formats/asr/asr.js';
import { readConfigFacts } from '../../src/formats/config-facts.js';
import { MemorySink } from '../../src/formats/files.js';
import { assertClose, casesOf, goldenFolder, goldenJson, goldenText, hasGolden } from './text-cases.js';

const linesOf = (text: string) => text.split('\n').filter(Boolean).map((line) => JSON.parse(line));

describe('ASR_MANIFEST as the peer writes it', () => {
  if (!hasGolden('ls_asr_manifest')) return;
  for (const name of casesOf('ls_asr_manifest')) {
    for (const peer of ['new', 'old'] as const) {
      const expected = goldenText(`${name}/expected_${peer}/manifest.json`);
      if (expected === undefined) continue;
      for (const compat of [false, peer] as const) {
        it(`${name}, ${peer}${compat ? '' : ', as ours'}`, async () => {
          const sink = new MemorySink();
          const config = readConfigFacts(goldenText(`${name}/config.xml`) ?? '');
          const media = async (url: string) => {
            const file = join(goldenFolder, name, url.replace(/^\/data\//, ''));
            return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
          };
          const writer = asrFormat.begin({ config, sink, media, lose() {} }, { compat });
          for (const task of goldenJson(`${name}/input.json`)) await writer.write(task);
          await writer.end();
          assertClose(linesOf(sink.text('manifest.json') ?? ''), linesOf(expected));
          for (const path of sink.paths.filter((each) => each.startsWith('audio/'))) {
            assert.deepEqual(sink.bytes(path), new Uint8Array(readFileSync(join(goldenFolder, name, `expected_${peer}`, path))));
          }
        });
      }
    }
  }
});
