import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/project.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const program = join(root, manifest.bin['label-editor']);
const skip = !existsSync(program) && 'needs a build (node scripts/build.mjs)';

/** Runs Node; the input is piped in. */
const node = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, args, { cwd: root, input, encoding: 'utf8' });

describe('the command label-editor', () => {
  it('is a program of its own', { skip }, () => {
    assert.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') assert.equal(statSync(program).mode & 0o111, 0o111);
  });

  it('knows its version', { skip }, () => {
    const { status, stdout } = node([program, '--version']);
    assert.deepEqual([status, stdout], [0, `${manifest.version}\n`]);
  });

  it('checks a config that is piped in', { skip }, () => {
    const good = node([program, 'validate', '-'], '<View><Text name="t" value="$t"/></View>');
    assert.deepEqual([good.status, good.stdout, good.stderr], [0, 'No problems in (piped in).\n', '']);
    const bad = node([program, 'validate', '-'], '\uFEFF<View>\r\n  <Imge name="i"/></View>');
    assert.equal(bad.status, 1);
    assert.match(bad.stdout, /^\(piped in\):2:3 {2}error {2}.*<Image>\?/);
  });

  it('reads the results of tasks', { skip }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'validate-'));
    try {
      const config = join(folder, 'config.xml');
      writeFileSync(
        config,
        '<View><PointCloud name="c" value="$c"/><CuboidLabels name="b" toName="c"><Label value="A"/></CuboidLabels></View>',
      );
      const result = { id: 'r', from_name: 'b', to_name: 'c', type: 'cuboidlabels', value: { position: 1 } };
      const task = { data: { c: 'a.pcd' }, predictions: [{ result: [result] }] };
      const { status, stdout } = node([program, 'validate', config, '-'], JSON.stringify(task));
      assert.equal(status, 1);
      assert.match(stdout, /predictions\[0\] result "r" {2}error .*\(result\/unreadable\)/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('ends with 2 where a file is not there', { skip }, () => {
    assert.equal(node([program, 'validate', 'there-is-no-such.xml']).status, 2);
  });
});

describe('label-editor/config', () => {
  it('touches no DOM', { skip }, () => {
    const entry = pathToFileURL(join(root, manifest.exports['./config'].import)).href;
    const script = `
      for (const name of ['window', 'document', 'HTMLElement', 'customElements', 'navigator', 'localStorage'])
        Object.defineProperty(globalThis, name, { get() { throw new Error(name + ' was touched'); } });
      const { builtInTags, configSchema, validateConfig } = await import('${entry}');
      const [problem] = validateConfig('<View><Text name="t" value="$t"/></View>', { u: 1 });
      console.log(configSchema(builtInTags).tags.length > 20, problem.code);`;
    const { stdout, stderr } = node(['--input-type=module', '--eval', script]);
    assert.equal(stdout, 'true task/missing-data\n', stderr);
  });
});

describe('package.json', () => {
  it('ships all that it promises', () => {
    const targets = (entry: unknown): string[] =>
      typeof entry === 'string' ? [entry] : Object.values(entry as object).flatMap(targets);
    const promised = [...targets(manifest.exports), ...targets(manifest.bin)].map((path) => path.replace(/^\.\//, ''));
    const shipped = (path: string) =>
      path === 'package.json' || manifest.files.some((file: string) => path === file || path.startsWith(`${file}/`));
    assert.deepEqual(
      promised.filter((path) => !shipped(path)),
      [],
    );
  });
});
