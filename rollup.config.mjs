import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { parts } from './scripts/parts.mjs';
import { fetchTogether } from './scripts/rollup-fetch-together.mjs';
import { trim } from './scripts/rollup-trim.mjs';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const external = (id) => Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

/** Types are checked by `npm run types`; here they are only taken away, and written to dist/types by one of the two builds. */
const compile = (options) =>
  typescript({ tsconfig: 'tsconfig.rollup.json', compilerOptions: { noCheck: true, ...options } });

/** A chunk is named after what it starts with: `image.view` is `image`. What all share starts with anything. */
const chunkName = (chunk) =>
  chunk.moduleIds.some((id) => /[\\/]src[\\/]ui[\\/]label-editor\.ts$/.test(id))
    ? 'core'
    : chunk.name.replace(/\.(view|tag)$/, '');

/**
 * What is always asked for together is one file: each request takes its time, also where it brings a hundred bytes.
 * `common` is what nearly every config has or needs, `flow` all that shows and marks a text.
 */
const together = [
  [
    'common',
    /src\/tags\/((view\/view|header\/header|labels\/labels|text\/text)\.view|labels\/pick|parts\/(attributes|attention|bar|chip|content|fetch-text|field|hotkey-badge|icons|inline-style|markup|media-state|text-source))\.ts$/,
  ],
  [
    'common',
    /src\/(media\/(address|fetch-bytes|remote\/start-worker)|base\/(codepoints|time-text)|contract\/shape|tools\/moved)\.ts$/,
  ],
  ['common', /src\/surfaces\/(fingers|held-space|stage2d\/colour)\.ts$/],
  [
    'flow',
    /src\/(surfaces\/flow\/(?!find-bar)[\w-]+|shapes\/span\/[\w-]+|tools\/(span|select-text)|geometry\/flow)\.ts$/,
  ],
];

/** What scripts/size.mjs measures. */
const chunkGraph = () => ({
  name: 'chunk-graph',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle)
      .filter((output) => output.type === 'chunk')
      .map(({ fileName, isEntry, imports, dynamicImports, modules }) => ({
        fileName,
        isEntry,
        imports,
        dynamicImports,
        packages: [...new Set(Object.keys(modules).map(packageOf).filter(Boolean))].sort(),
      }));
    this.emitFile({ type: 'asset', fileName: 'chunks.json', source: `${JSON.stringify(chunks, null, 2)}\n` });
  },
});
const packageOf = (id) => /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1]?.replaceAll('\\', '/');

/**
 * For pages that cannot write `<script type="module">`. The URL is made from the script's own address, as a bare
 * import() in a classic script of another origin would be resolved against nothing.
 */
const classicStub = () => ({
  name: 'classic-stub',
  generateBundle() {
    const source =
      "(()=>{const s=document.currentScript;globalThis.LabelEditor={ready:import(new URL('./label-editor.js',s.src).href)}})();\n";
    this.emitFile({ type: 'asset', fileName: 'label-editor.classic.js', source });
  },
});

/** npm makes what `bin` names executable where it installs it; in a checkout nobody else does. */
const executable = (name) => ({
  name: 'executable',
  writeBundle: ({ dir }) => chmodSync(join(dir, name), 0o755),
});

export default [
  {
    input: {
      'npm/index': 'src/index.ts',
      'npm/contract': 'src/contract.ts',
      'npm/config': 'src/config.ts',
      'npm/formats': 'src/formats.ts',
      'npm/cli': 'src/cli.ts',
    },
    external,
    // One output folder for code and types, as the TypeScript plugin demands.
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      chunkFileNames: (chunk) => `npm/chunks/${chunkName(chunk)}-[hash].js`,
      assetFileNames: 'npm/chunks/[name]-[hash][extname]',
    },
    plugins: [
      nodeResolve(),
      compile({ declaration: true, declarationDir: 'dist/types' }),
      parts(),
      executable('npm/cli.js'),
    ],
  },
  {
    input: { 'label-editor': 'src/index.ts' },
    output: {
      dir: 'dist/cdn',
      format: 'es',
      // What is small goes along with something else.
      experimentalMinChunkSize: 3000,
      manualChunks: (id) => together.find(([, files]) => files.test(id.replaceAll('\\', '/')))?.[0],
      onlyExplicitManualChunks: true,
      chunkFileNames: (chunk) => `chunks/${chunkName(chunk)}-[hash].js`,
      assetFileNames: 'chunks/[name]-[hash][extname]',
    },
    plugins: [
      nodeResolve({ browser: true }),
      commonjs(),
      replace({ preventAssignment: true, values: { 'process.env.NODE_ENV': '"production"' } }),
      compile({ declaration: false, sourceMap: false }),
      trim(),
      parts(),
      terser({ ecma: 2020, module: true, compress: { passes: 2 }, format: { comments: /@license|@preserve|^!/ } }),
      fetchTogether(),
      chunkGraph(),
      classicStub(),
    ],
  },
];
