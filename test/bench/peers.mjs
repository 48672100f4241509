/** Runs the scenarios of ../shared/bench, which measure other editors, with ours among them. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from '../../scripts/project.mjs';

const scenarios = [
  ['s3', 'N=10000'],
  ['s4', 'N=5000 wheel;N=5000 drag;N=5000 draw'],
];

export function benchPeers({ rounds }) {
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
  for (const [scenario, each] of scenarios) {
    const out = `results/${scenario}.json`;
    const peers = ['--adapter', 'floor,lsf,label-editor'];
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
