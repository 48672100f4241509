import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { describe, it } from 'node:test';
import { type Import, importsOf, sourceFiles } from './source-files.js';

/** What a folder of src/ may import besides itself. `lazy`: by `import()` only (types may be imported all the same). */
interface Rule {
  readonly folders?: readonly string[];
  readonly lazy?: readonly string[];
  readonly packages?: readonly string[];
}

const base = ['base'];
const model = ['model', ...base];
const contract = ['contract', ...model];

const layers: Readonly<Record<string, Rule>> = {
  base: {},
  reactive: {},
  model: { folders: base },
  contract: { folders: model },
  config: { folders: contract },
  shapes: { folders: contract },
  geometry: { folders: ['shapes', 'tools', ...contract] },
  results: { folders: ['config', ...contract] },
  tools: { folders: ['shapes', ...contract] },
  media: { folders: contract },
  surfaces: { folders: ['reactive', ...contract] },
  tags: { folders: ['media', 'reactive', ...contract], packages: ['lit'] },
  store: { folders: ['results', 'config', 'reactive', ...contract] },
  editor: { folders: ['store', 'results', 'config', 'reactive', ...contract], lazy: ['surfaces'] },
  // Of the tags only what makes Markdown harmless, for the instructions.
  ui: { folders: ['editor', 'store', 'reactive', ...contract], lazy: ['tags'], packages: ['lit', 'lucide'] },
  client: { folders: model },
  formats: { folders: ['config', ...model] },
  // Tags and shapes are handed to it by its entry.
  cli: {
    folders: ['formats', 'results', 'config', ...contract],
    packages: ['node:util', 'node:fs', 'node:os', 'node:path'],
  },
  'label-studio': { folders: ['ui', ...contract] },
  react: { folders: ['ui', ...contract] },
};

/** One door per dependency: packages that only these files may import; `lazy` ones by `import()` only. */
const doors: Readonly<Record<string, { readonly files: RegExp; readonly lazy?: true }>> = {
  'alien-signals': { files: /^src\/reactive\/tracking\.ts$/ },
  saxes: { files: /^src\/config\/reader\.ts$/ },
  three: { files: /^src\/surfaces\/scene3d\// },
  // In workers, which are files of their own.
  mediabunny: { files: /^src\/media\/(audio|video)\/[\w.-]+\.ts$/ },
  fflate: { files: /^src\/(media\/dicom|formats\/tasks)\/[\w-]+\.ts$/ },
  'node-unrar-js': { files: /^src\/formats\/tasks\/rar\.ts$/, lazy: true },
  papaparse: { files: /^src\/formats\/tasks\/csv-rows\.ts$/, lazy: true },
  '@cornerstonejs/codec-charls': { files: /^src\/media\/dicom\/[\w-]+\.codec\.ts$/ },
  '@cornerstonejs/codec-openjpeg': { files: /^src\/media\/dicom\/[\w-]+\.codec\.ts$/ },
  '@cornerstonejs/codec-openjph': { files: /^src\/media\/dicom\/[\w-]+\.codec\.ts$/ },
  'clipper2-ts': { files: /^src\/shapes\/[\w-]+\.ts$/, lazy: true },
  'fast-png': { files: /^src\/(shapes\/bitmask|formats\/masks)\/[\w-]+\.ts$/, lazy: true },
  earcut: { files: /^src\/surfaces\/stage2d\/webgl-[\w-]+\.ts$/ },
  'pdfjs-dist': { files: /^src\/media\/pdf\/[\w.-]+\.ts$/ },
  tiff: { files: /^src\/media\/[\w-]+\.ts$/, lazy: true },
  dompurify: { files: /^src\/tags\/parts\/[\w-]+\.ts$/, lazy: true },
  marked: { files: /^src\/tags\/parts\/[\w-]+\.ts$/, lazy: true },
  'd3-time-format': { files: /^src\/tags\/datetime\/[\w-]+\.ts$/, lazy: true },
};

/** `label-editor.ts` and `contract.ts` are assembled from everything. */
const isEntry = (path: string): boolean => /^src\/[\w-]+\.ts$/.test(path);
const folderOf = (path: string): string => path.split('/')[1] ?? '';
const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function objection(path: string, { specifier, kind }: Import): string | undefined {
  const from = folderOf(path);
  const rule = layers[from];
  if (!rule) return `src/${from} is not in the table of layers`;
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    const door = doors[name];
    if (door) {
      if (!door.files.test(path)) return `only ${door.files} may import ${name}`;
      return door.lazy && kind === 'static' ? `${name} is imported by import() only` : undefined;
    }
    return rule.packages?.includes(name) ? undefined : `src/${from} may not import ${name}`;
  }
  const target = posix.join(posix.dirname(path), specifier);
  const to = folderOf(target);
  if (from === 'tags' && to === 'tags') return betweenTags(path, target);
  if (to === from || rule.folders?.includes(to)) return undefined;
  if (rule.lazy?.includes(to)) return kind === 'static' ? `src/${to} is imported by import() only` : undefined;
  return `src/${from} may not import src/${to}`;
}

/** A tag is a folder of its own; only the parts are shared, and only the families know all tags. */
function betweenTags(path: string, target: string): string | undefined {
  const [from, to] = [path, target].map((file) => file.split('/')[2] ?? '');
  const isList = from === 'families' || /^src\/tags\/[\w-]+\.ts$/.test(path);
  return isList || from === to || to === 'parts' ? undefined : `tag ${from} may not import tag ${to}`;
}

const files = sourceFiles('src').filter(({ path }) => !isEntry(path));

describe('layers', () => {
  it('sees the sources', () => {
    assert.ok(files.length > 20);
    assert.ok(files.flatMap(importsOf).length > 50);
  });

  it('has every file import only what its folder may', () => {
    const objections = files.flatMap((file) =>
      importsOf(file).flatMap((found) => {
        const reason = objection(file.path, found);
        return reason ? [`${file.path}: '${found.specifier}': ${reason}`] : [];
      }),
    );
    assert.deepEqual(objections, []);
  });

  it('objects to what the table forbids', () => {
    const static_ = (specifier: string): Import => ({ specifier, kind: 'static' });
    assert.match(
      objection('src/tags/text/text.view.ts', static_('../../store/selection.js')) ?? '',
      /may not import src\/store/,
    );
    assert.match(
      objection('src/tags/text/text.view.ts', static_('../image/pages.js')) ?? '',
      /may not import tag image/,
    );
    assert.match(
      objection('src/editor/drawing/stages.ts', static_('../../surfaces/flow/text-flow.js')) ?? '',
      /import\(\) only/,
    );
    assert.match(objection('src/model/task.ts', static_('lit')) ?? '', /may not import lit/);
    assert.match(objection('src/tags/image/image.view.ts', static_('earcut')) ?? '', /may import earcut/);
    assert.match(objection('src/new/thing.ts', static_('../base/ids.js')) ?? '', /not in the table/);
  });
});
