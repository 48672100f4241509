/**
 * Installs what is missing, a browser included, then checks everything, or only the stages named:
 * `node scripts/test.mjs [types] [lint] [unit] [build] [architecture] [browser] [crash] [conformance]`.
 * The last line is `N passed, N failed`, where a check that is not a test counts as one.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { giveUp, root } from './project.mjs';
import { ensureBrowser, ensureGenerators, ensurePackages } from './setup.mjs';

const tsc = 'node_modules/typescript/bin/tsc6';
const nodeTests = (folder) => [
  '--import',
  'tsx',
  '--test-reporter=./test/support/node-reporter.mjs',
  'test/support/run-node-tests.mjs',
  folder,
];

/** Each command is given to Node; `counts`: it ends in `N passed, N failed` itself. */
const stages = {
  types: {
    commands: [
      [tsc, '-p', 'tsconfig.json', '--noEmit'],
      [tsc, '-p', 'tsconfig.build.json', '--noEmit'],
      [tsc, '-p', 'tsconfig.isomorphic.json', '--noEmit'],
      [tsc, '-p', 'tsconfig.cli.json', '--noEmit'],
    ],
  },
  lint: { commands: [['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']] },
  unit: { commands: [nodeTests('test/unit'), nodeTests('test/golden')], counts: true, media: true },
  build: { run: async () => (await import('./build.mjs')).ensureBuild() },
  architecture: { commands: [nodeTests('test/architecture')], counts: true, needs: ['build'] },
  browser: {
    commands: [['node_modules/@web/test-runner/dist/bin.js', '--config', 'web-test-runner.config.mjs']],
    counts: true,
    needs: ['build'],
    browser: true,
    media: true,
  },
  crash: { commands: [nodeTests('test/crash')], counts: true, browser: true },
  conformance: {
    script: 'scripts/conformance.mjs',
    commands: [['--import', 'tsx', 'scripts/conformance.mjs']],
    browser: true,
    needs: ['build'],
  },
};

/** Runs one command, shows what it says, and counts: its own last count, or else one for its exit status. */
function check(args, counts) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      process.stdout.write(text);
    });
    child.on('close', (status) => {
      const count = counts && /(?:^|\n)(\d+) passed, (\d+) failed\s*$/.exec(said);
      if (!count) return done(status === 0 && !counts ? [1, 0] : [0, 1]);
      const [passed, failed] = [Number(count[1]), Number(count[2])];
      // Whoever counts no failure but ends with one, failed in another way.
      return done([passed, status === 0 ? failed : Math.max(failed, 1)]);
    });
  });
}

async function runStage({ run, script, commands = [], counts = false }) {
  if (script && !existsSync(join(root, script))) return [[0, 0]];
  if (run) return [(await run()) ? [1, 0] : [0, 1]];
  const results = [];
  for (const args of commands) results.push(await check(args, counts));
  return results;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(stages, name));
if (unknown.length > 0) giveUp(`There is no stage ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}.`);
const wanted = new Set(asked.length > 0 ? asked : Object.keys(stages));
for (const name of wanted) for (const need of stages[name].needs ?? []) wanted.add(need);
const plan = Object.keys(stages).filter((name) => wanted.has(name));

ensurePackages();
if (plan.some((name) => stages[name].browser)) await ensureBrowser();
if (plan.some((name) => stages[name].media)) ensureGenerators();

let passed = 0;
let failed = 0;
for (const name of plan) {
  const started = performance.now();
  console.log(`\n── ${name}`);
  const results = await runStage(stages[name]);
  const [good, bad] = [0, 1].map((index) => results.reduce((sum, result) => sum + result[index], 0));
  console.log(`── ${name}: ${bad === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  passed += good;
  failed += bad;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
