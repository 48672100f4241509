import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import { describe, it } from 'node:test';
import { root } from '../../scripts/project.mjs';

const element = 'src/ui/label-editor.ts';

describe('custom-elements.json', () => {
  it('is what the analyzer makes of the element (npm run analyze)', {
    skip: !existsSync(join(root, element)) && `no ${element}`,
  }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
    try {
      execFileSync(
        process.execPath,
        [
          'node_modules/@custom-elements-manifest/analyzer/cem.js',
          ...[
            'analyze',
            '--config',
            'custom-elements-manifest.config.mjs',
            '--outdir',
            relative(root, folder),
            '--quiet',
          ],
        ],
        { cwd: root, stdio: 'pipe' },
      );
      assert.equal(
        readFileSync(join(root, 'custom-elements.json'), 'utf8'),
        readFileSync(join(folder, 'custom-elements.json'), 'utf8'),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
