import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { zipSync } from 'fflate';
import { main } from '../../../src/cli/main.js';
import type { Terminal } from '../../../src/cli/terminal.js';
import { folderWith, jsonIn, pathsIn, textIn } from './folders.js';

/** Runs the command over files of the disk; answers with its exit status and what it says. */
async function convert(args: readonly string[], more: Partial<Terminal> = {}) {
  let [out, err] = ['', ''];
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colours: false,
    live: false,
    read: async (path) => readFileSync(path, 'utf8'),
    ...more,
  };
  const status = await main(['convert', ...args], terminal, { version: '1.2.3', tags: [], shapes: async () => [] });
  return { status, out, err };
}

const boxes = `<View>
  <Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Cat"/><Label value="Dog"/></RectangleLabels>
</View>`;

const box = (label: string, more: object = {}) => ({
  id: `r-${label}`,
  from_name: 'label',
  to_name: 'image',
  type: 'rectanglelabels',
  original_width: 200,
  original_height: 100,
  value: { x: 10, y: 20, width: 30, height: 40, rotation: 0, rectanglelabels: [label] },
  ...more,
});

const task = (id: number, results: readonly object[], more: object = {}) => ({
  id,
  data: { image: `https://example.org/${id}.jpg` },
  annotations: [{ id: id * 10, result: results }],
  ...more,
});

const coco = {
  images: [
    { id: 1, file_name: 'a.jpg', width: 200, height: 100 },
    { id: 2, file_name: 'b.jpg', width: 50, height: 50 },
  ],
  categories: [
    { id: 1, name: 'Cat' },
    { id: 2, name: 'Dog' },
  ],
  annotations: [
    { id: 1, image_id: 1, category_id: 1, bbox: [20, 20, 60, 40], area: 2400, iscrowd: 0, segmentation: [] },
    { id: 2, image_id: 2, category_id: 2, bbox: [0, 0, 25, 50], area: 1250, iscrowd: 0, segmentation: [] },
  ],
};

const textConfig = `<View><Text name="text" value="$text"/>
  <Choices name="mood" toName="text"><Choice value="Good"/><Choice value="Bad"/></Choices></View>`;

describe('label-editor convert', () => {
  it('takes COCO to tasks, and these to YOLO', async () => {
    const folder = folderWith({ 'coco.json': JSON.stringify(coco) });
    const [tasks, lines] = [join(folder, 'tasks'), join(folder, 'yolo')];
    const first = await convert([
      join(folder, 'coco.json'),
      ...['--from', 'coco', '--to', 'json', '--out', tasks, '--option', 'as=annotations'],
    ]);
    assert.deepEqual(first, { status: 0, out: `2 tasks, 2 files in ${tasks}\n`, err: '' });
    assert.match(textIn(tasks, 'config.xml'), /<RectangleLabels[\s\S]*Cat[\s\S]*Dog/);
    const [one] = jsonIn(tasks, 'result.json');
    assert.equal(one.annotations[0].result[0].value.width, 30);

    const args = [join(tasks, 'result.json'), '--to', 'YOLO', '--config', join(tasks, 'config.xml'), '--out', lines];
    const second = await convert(args);
    assert.equal(second.status, 0, second.err);
    assert.deepEqual(textIn(lines, 'classes.txt').trim().split('\n'), ['Cat', 'Dog']);
    assert.equal(textIn(lines, 'labels/a.txt').trim(), '0 0.25 0.4 0.3 0.4');
    assert.equal(textIn(lines, 'labels/b.txt').trim(), '1 0.25 0.5 0.5 1');
  });

  it('takes annotations of one tool to those of another at once, and brings the config along', async () => {
    const folder = folderWith({ 'coco.json': JSON.stringify(coco) });
    const out = join(folder, 'out');
    const args = [join(folder, 'coco.json'), '--from', 'COCO', '--to', 'voc', '--out', out];
    const { status, err } = await convert(args);
    assert.equal(status, 0, err);
    assert.ok(pathsIn(out).includes('config.xml'));
    assert.match(textIn(out, 'Annotations/a.xml'), /<name>Cat<\/name>[\s\S]*<xmin>20<\/xmin>/);
    // With a config, nothing has to wait, and none is written.
    const config = folderWith({ 'c.xml': boxes });
    const again = join(folder, 'again');
    const given = ['--config', join(config, 'c.xml'), '--out', again];
    assert.equal((await convert([...args.slice(0, 5), ...given])).status, 0);
    assert.equal(existsSync(join(again, 'config.xml')), false);
    assert.equal(textIn(again, 'Annotations/a.xml'), textIn(out, 'Annotations/a.xml'));
  });

  it('reads CSV, patterns, folders and archives', async () => {
    const folder = folderWith({
      'in/a.csv': 'text,size\nHello,1\n"Good, day",2\n',
      'in/deep/b.csv': 'text,size\nBye,3\n',
      'in/c.zip': zipSync({ 'c.csv': new TextEncoder().encode('text,size\nPacked,4\n') }),
      'c.xml': textConfig,
    });
    const run = async (name: string, out: string) => {
      const where = join(folder, out);
      const ran = await convert([name, '--to', 'JSON', '--config', join(folder, 'c.xml'), '--out', where]);
      assert.equal(ran.status, 0, ran.err);
      return jsonIn(where, 'result.json').map((each: any) => each.data.text);
    };
    assert.deepEqual(await run(join(folder, 'in'), '1'), ['Hello', 'Good, day', 'Packed', 'Bye']);
    assert.deepEqual(await run(`${folder}/in/**/*.csv`, '2'), ['Hello', 'Good, day', 'Bye']);
    assert.deepEqual(await run(join(folder, 'in/c.zip'), '3'), ['Packed']);
    assert.deepEqual(jsonIn(folder, '1/result.json')[1], { id: 1, data: { text: 'Good, day', size: 2 } });
  });

  it('keeps ids, and all that tasks say of themselves', async () => {
    const given = [task(70, [box('Cat')], { agreement: 0.5, inner_id: 3 }), task(7, [])];
    const folder = folderWith({ 't.json': JSON.stringify(given) });
    const out = join(folder, 'out');
    const { status, err } = await convert([join(folder, 't.json'), '--to', 'JSON', '--strict', '--out', out]);
    assert.deepEqual([status, err], [0, '']);
    assert.deepEqual(jsonIn(out, 'result.json'), given);
  });

  it('tells what is lost, once, and fails over it where it is strict', async () => {
    const predictions = [{ result: [box('Cat')] }];
    const given = [1, 2, 3].map((id) => task(id, [box('Cat')], { predictions }));
    const folder = folderWith({ 't.json': JSON.stringify(given), 'c.xml': boxes });
    const args = [join(folder, 't.json'), '--to', 'CSV', '--config', join(folder, 'c.xml'), '--out'];
    const mild = await convert([...args, join(folder, 'mild')]);
    assert.equal(mild.status, 0);
    assert.equal(mild.err, 'task 1: Predictions are not in CSV; export JSON to keep them. (3 times)\n');
    const strict = await convert([...args, join(folder, 'strict'), '--strict']);
    assert.equal(strict.status, 1);
    assert.deepEqual(pathsIn(join(folder, 'strict')), ['result.csv']);
  });

  it('lists every error with its place, and writes nothing', async () => {
    const folder = folderWith({ 't.json': '[\n{"text": "a"},\n{"text": "b",}, 3]', 'b.json': '[1' });
    const out = join(folder, 'out');
    const { status, err } = await convert([`${folder}/*.json`, '--to', 'JSON', '--out', out]);
    assert.equal(status, 1);
    assert.match(err, /^b\.json, line 1:\d+.*\]/m);
    assert.match(err, /^t\.json, line 3:14, \[1\]: There is a comma too many/m);
    assert.match(err, /^t\.json, line 3:\d+, \[2\]: A task must be an object/m);
    assert.equal(existsSync(out), false);
  });

  it('is told what is wrong with how it is used', async () => {
    const folder = folderWith({ 't.json': '[]', 'c.xml': textConfig, 'no.json': '[{"text": "a"}]' });
    const [tasks, config] = [join(folder, 't.json'), join(folder, 'c.xml')];
    const says = async (pattern: RegExp, ...args: string[]) => {
      const { status, out, err } = await convert(args);
      assert.deepEqual([status, out], [2, ''], err);
      assert.match(err, pattern);
      assert.equal(existsSync(join(folder, 'out')), false);
    };
    await says(/Name the files/);
    await says(/Say what to write/, tasks);
    await says(/--to is one of JSON, .*not "PDF"/, tasks, '--to', 'PDF');
    await says(/--from is one of .*COCO/, tasks, '--to', 'JSON', '--from', 'X');
    await says(/There is no file nothing\.json/, 'nothing.json', '--to', 'JSON');
    await says(/--option is NAME=VALUE/, tasks, '--to', 'JSON', '--option', 'x');
    await says(/--compat is one of/, tasks, '--to', 'JSON', '--compat', 'newest');
    await says(/Unknown option '--colour'/, tasks, '--colour', 'red');
    await says(/no\.xml cannot be read\. There is no such file/, tasks, '--to', 'CSV', '--config', 'no.xml');
    await says(/needs an <Image>.*Give it with --config/, tasks, '--to', 'YOLO', '--out', join(folder, 'out'));
    await says(/needs an <Image>/, tasks, '--to', 'YOLO', '--config', config, '--out', join(folder, 'out'));
    await says(/It is there already, as a file/, join(folder, 'no.json'), '--to', 'JSON', '--out', config);
  });

  it('is not content with annotations that are none', async () => {
    const folder = folderWith({ 'a.json': '{"images": 3' });
    const out = join(folder, 'out');
    const { status, err } = await convert([join(folder, 'a.json'), '--from', 'COCO', '--to', 'JSON', '--out', out]);
    assert.equal(status, 1);
    assert.match(err, /^a\.json, line 1:13: This is no JSON.*\nThere are no tasks/);
    assert.equal(existsSync(out), false);
  });

  it('writes over files only when it is forced to, and leaves others alone', async () => {
    const folder = folderWith({ 't.json': '[{"text": "a"}]', 'out/mine.txt': 'mine' });
    const args = [join(folder, 't.json'), '--to', 'JSON', '--out', join(folder, 'out')];
    assert.equal((await convert(args)).status, 0);
    const refused = await convert(args);
    assert.equal(refused.status, 2);
    assert.match(refused.err, /result\.json is there already\. Write elsewhere with --out, or over it with --force\./);
    assert.equal((await convert([...args, '--force'])).status, 0);
    assert.deepEqual(pathsIn(join(folder, 'out')), ['mine.txt', 'result.json']);
  });

  it('does not read what it wrote before', async () => {
    const folder = folderWith({ 't.json': '[{"text": "a"}]' });
    const args = [folder, '--to', 'JSON', '--force', '--out', join(folder, 'out')];
    for (let time = 0; time < 2; time++) assert.match((await convert(args)).out, /^1 task, /);
  });

  it('writes nowhere else than it was told to, whatever tasks say', async () => {
    const folder = folderWith({
      't.json': JSON.stringify(
        ['../../evil.jpg', '/etc/evil.jpg', '..\\..\\evil.jpg', '..', '', 'x/%2e%2e%2f%2e%2e%2fevil.jpg', '\u0000'].map(
          (image, id) => ({ ...task(id, [box('Cat')]), data: { image } }),
        ),
      ),
      'c.xml': boxes,
    });
    const before = pathsIn(folder);
    for (const format of ['YOLO', 'VOC', 'LABELME', 'COCO', 'CSV']) {
      const out = join(folder, 'deep', format);
      const ran = await convert([
        join(folder, 't.json'),
        '--to',
        format,
        '--config',
        join(folder, 'c.xml'),
        '--out',
        out,
      ]);
      assert.equal(ran.status, 0, `${format} ${ran.err}`);
    }
    assert.deepEqual(
      pathsIn(folder).filter((path) => !path.startsWith('deep/')),
      before,
    );
  });

  it('lists formats, and those for a config', async () => {
    const all = await convert(['--list']);
    assert.equal(all.status, 0);
    assert.match(all.out, /^ {2}COCO .*one JSON file/m);
    assert.match((await convert(['--help'])).out, /--force/);
    const folder = folderWith({ 'c.xml': textConfig });
    const some = await convert(['--list', '--config', join(folder, 'c.xml')]);
    assert.match(some.out, /^yes {2}CSV/m);
    assert.match(some.out, /^no {3}YOLO .*needs an <Image>/m);
  });

  it('takes sizes of pictures out of a folder', async () => {
    const gif = Uint8Array.from([...new TextEncoder().encode('GIF89a'), 50, 0, 20, 0, 0, 0, 0]);
    const { original_width, original_height, ...bare } = box('Dog');
    const folder = folderWith({
      't.json': JSON.stringify([task(1, [bare])]),
      'c.xml': boxes,
      'media/1.jpg': gif,
    });
    const args = [join(folder, 't.json'), '--to', 'COCO', '--config', join(folder, 'c.xml')];
    const { status, err } = await convert([...args, '--out', join(folder, 'o'), '--media', join(folder, 'media')]);
    assert.deepEqual([status, err], [0, '']);
    assert.deepEqual(jsonIn(folder, 'o/result.json').annotations[0].bbox, [5, 4, 15, 8]);
  });

  it('shows how far it is to whoever looks, and takes that away', async () => {
    const folder = folderWith({ 't.json': JSON.stringify(Array.from({ length: 3000 }, () => ({ text: 'a' }))) });
    const args = [join(folder, 't.json'), '--to', 'JSON', '--out', join(folder, 'out')];
    const { status, err } = await convert(args, { live: true });
    assert.equal(status, 0);
    assert.match(err, /█+░* \d+ % {2}\d/);
    assert.ok(err.endsWith('\r\u001b[2K'));
  });

  it('stops when it is asked to, and leaves nothing behind', async () => {
    const folder = folderWith({ 't.json': JSON.stringify(Array.from({ length: 3000 }, () => ({ text: 'a' }))) });
    const args = [join(folder, 't.json'), '--to', 'JSON', '--out', join(folder, 'out')];
    const onStop = (stop: () => void) => {
      setTimeout(stop);
      return () => {};
    };
    const { status, err } = await convert(args, { onStop });
    assert.deepEqual([status, err], [1, 'Stopped; nothing was written.\n']);
    assert.deepEqual(pathsIn(folder), ['t.json']);
  });
});
