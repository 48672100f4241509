import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../scripts/project.mjs';
import { measureSizes } from '../../scripts/size.mjs';

const built = existsSync(join(root, 'dist/cdn/chunks.json'));
const skip = !built && 'needs a build (node scripts/build.mjs)';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('package.json', () => {
  it('promises only what the build makes', { skip }, () => {
    const targets = (entry: unknown): string[] =>
      typeof entry === 'string' ? [entry] : Object.values(entry as object).flatMap(targets);
    const promised = [...targets(manifest.exports), manifest.customElements];
    const missing = promised.filter((path) => !existsSync(join(root, path.replace(/\/\*$/, ''))));
    assert.deepEqual(missing, []);
  });

  it('pins every version', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^(npm:[^@]*@?[^@]+@)?\d+\.\d+\.\d+$/.test(version as string),
    );
    assert.deepEqual(ranges, []);
  });

  it('ships no type that refers to a file that is not shipped', { skip }, () => {
    const types = readFileSync(join(root, 'dist/types/contract.d.ts'), 'utf8');
    const targets = [...types.matchAll(/from '(\.[^']+)\.js'/g)].map((match) => `dist/types/${match[1]}.d.ts`);
    assert.ok(targets.length > 5);
    assert.deepEqual(
      targets.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });
});

describe('the CDN bundle', () => {
  it('has a core of at most 68 kB, gzip', { skip }, () => {
    const { core } = measureSizes();
    assert.ok(core.gzip <= 68_000, `the core is ${core.gzip} bytes`);
  });

  it('transfers at most 200 kB, gzip, for a task with a picture, WebGL included', { skip }, () => {
    const chunks = [
      'image',
      'common',
      'chrome',
      'stage',
      'stage2d',
      'picture',
      'editing',
      'drawing-icons',
      'webgl-painter',
    ];
    const bytes = measureSizes().transfer(...chunks);
    assert.ok(bytes <= 200_000, `it transfers ${bytes} bytes`);
  });

  it('transfers at most 108 kB, gzip, until a task with a text is displayed', { skip }, () => {
    const bytes = measureSizes().transfer('common', 'flow', 'stage');
    assert.ok(bytes <= 108_000, `it transfers ${bytes} bytes`);
  });

  it('transfers at most 28 kB, gzip, for what stands round the content', { skip }, () => {
    const { core, transfer } = measureSizes();
    const bytes = transfer('chrome') - core.gzip;
    assert.ok(bytes <= 28_000, `it transfers ${bytes} bytes`);
  });

  it('loads what only WebGL needs apart from all else', { skip }, () => {
    const { core, lazy } = measureSizes();
    assert.ok(!core.packages.includes('earcut'));
    assert.ok(lazy.some(({ packages }: { packages: string[] }) => packages.includes('earcut')));
  });

  it('has nothing of sounds, films, clouds and slices in what a text needs', { skip }, () => {
    const { core } = measureSizes();
    for (const name of ['three', 'mediabunny', 'fflate', 'saxes', 'pdfjs-dist', '@cornerstonejs/codec-openjpeg']) {
      assert.ok(!core.packages.includes(name), name);
    }
    const chunks: { fileName: string; imports: string[] }[] = JSON.parse(
      readFileSync(join(root, 'dist/cdn/chunks.json'), 'utf8'),
    );
    const text = chunks.find(({ fileName }) => fileName.startsWith('chunks/flow'));
    assert.ok(text);
    const others = text.imports.filter((name) => /chunks\/(audio|video|time|scene|dicom|pointcloud)/.test(name));
    assert.deepEqual(others, []);
  });

  it('contains everything: no bare import is left', { skip }, () => {
    const chunks: { fileName: string; imports: string[]; dynamicImports: string[] }[] = JSON.parse(
      readFileSync(join(root, 'dist/cdn/chunks.json'), 'utf8'),
    );
    const known = new Set(chunks.map(({ fileName }) => fileName));
    const unknown = chunks.flatMap(({ imports, dynamicImports }) =>
      [...imports, ...dynamicImports].filter((name) => !known.has(name)),
    );
    assert.deepEqual(unknown, []);
  });
});
