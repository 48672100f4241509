/** Runs the scenarios of ../shared/bench, which measure other editors, with ours among them. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from '../../scripts/project.mjs';

const scenarios = [
  ['s3', 'N=10000', 'lsf'],
  ['s4', 'N=5000 wheel;N=5000 drag;N=5000 draw', 'lsf'],
];
const textScenarios = [
  ['s1', 'text', 'lsf,recogito-css'],
  ['s5', '1000 kB, N=1000;1000 kB, N=5000', 'recogito,recogito-css'],
  // Label Studio's editor takes a hundred seconds for the largest.
  ['s5', '100 kB, N=1000;1000 kB, N=20000', 'lsf,recogito-css'],
];

/** @param text those on long texts, in place of those on pictures */
export function benchPeers({ rounds, text = false }) {
  const from = join(root, '../shared/bench');
  if (!existsSync(from)) return console.log('peers: skipped, there is no ../shared/bench');
  // Its packages are the peers' and none of ours.
  const folder = join(root, 'node_modules/.cache/bench');
  cpSync(from, folder, { recursive: true });
  const run = (command, args) =>
    spawnSync(command, args, {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, LABEL_EDITOR_DIST: join(root, 'dist/cdn/label-editor.js') },
    });
  if (!existsSync(join(folder, 'node_modules'))) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  for (const [index, [scenario, each, others]] of (text ? textScenarios : scenarios).entries()) {
    const out = `results/${scenario}-${index}.json`;
    const peers = ['--adapter', `floor,${others},label-editor`];
    run(process.execPath, [
      'run.mjs',
      '--scenario',
      scenario,
      '--case',
      each,
      ...peers,
      '--runs',
      String(rounds),
      '--out',
      out,
    ]);
    run(process.execPath, ['report.mjs', '--in', out]);
  }
}
