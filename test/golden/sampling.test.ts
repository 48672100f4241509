import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isSampling, nextTask } from '../../src/formats/sampling.js';
import { goldenFolder, goldenJson, hasGolden } from './text-cases.js';

for (const version of ['0.8.1', '0.9.1']) {
  describe(`the next task as the server of ${version} chooses it`, () => {
    const folder = `http/v${version}`;
    if (!hasGolden(folder)) return;
    for (const file of readdirSync(join(goldenFolder, folder)).filter((name) => /^next_/.test(name))) {
      it(file, () => {
        const sampling = file.replace(/^next_|\.json$/g, '');
        // `next_unknown` asks for a sampling of another name.
        if (sampling === 'unknown') return assert.equal(isSampling('zigzag'), false);
        assert.ok(isSampling(sampling));
        const tasks: { id: number; completions: unknown[] }[] = [];
        for (const { method, path, json, status, response, note } of goldenJson(`${folder}/${file}`)) {
          if (path === '/api/project/import') {
            for (const item of json) tasks.push({ completions: [], ...item, id: tasks.length });
          } else if (method === 'POST') {
            tasks[Number(path.split('/')[3])]?.completions.push(json);
          } else if (path === '/api/project/next') {
            // A prediction without a score stops the peer for good; ours passes over it.
            const expected = status === 200 && !note ? response.id : undefined;
            const found: { id: number } | undefined = nextTask(tasks, sampling, () => 0);
            if (sampling.includes('uniform') && expected !== undefined) assert.ok(found);
            else assert.equal(found?.id, expected);
          }
        }
      });
    }
  });
}
