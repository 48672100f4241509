import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Cloud } from '../../../../src/media/pcd/assemble.js';
import { readCloud } from '../../../../src/media/pcd/read-cloud.js';
import { encodePcd, floats, joined, NO_STREET, sharedStreet, unsigned } from '../../../support/media-pcd.mjs';

type Data = 'ascii' | 'binary' | 'binary_compressed';
const encodings: readonly Data[] = ['ascii', 'binary', 'binary_compressed'];
const street = await sharedStreet();

const read = (bytes: Uint8Array) => readCloud(bytes, 'cloud.pcd');
/** A cloud that nothing is wrong with. */
function cloudIn(bytes: Uint8Array): Cloud {
  const { value, problems } = read(bytes);
  assert.deepEqual(problems ?? [], []);
  assert.ok(value);
  return value;
}
/** What is wrong, where there is no cloud. */
function faultOf(bytes: Uint8Array): string {
  const { value, problems } = read(bytes);
  assert.equal(value, undefined);
  assert.deepEqual(
    problems?.map(({ code, severity }) => [code, severity]),
    [['media/unreadable', 'error']],
  );
  return problems?.[0]?.message ?? '';
}
/** A cloud, and what is remarked. */
function damagedCloud(bytes: Uint8Array): readonly [cloud: Cloud, remark: string] {
  const { value, problems } = read(bytes);
  assert.ok(value);
  assert.ok(problems?.every(({ severity }) => severity === 'warning'));
  return [value, problems?.map(({ message }) => message).join(' ') ?? ''];
}

const xs = Float32Array.of(1.5, -2.25, 3.125, 0.1);
const ys = Float32Array.of(10, 20, 30, 40);
const zs = Float32Array.of(-1, 0, 1, 2);
const xyz = [floats('x', xs), floats('y', ys), floats('z', zs)];
const positions = [...xs].flatMap((x, i) => [x, ys[i], zs[i]]);
const text = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));

describe('readCloud', () => {
  for (const data of encodings) {
    describe(data, () => {
      it('reads coordinates as they are, and where they lie', () => {
        const { count, origin, bounds, fields, ...cloud } = cloudIn(encodePcd(xyz, 4, data));
        assert.equal(count, 4);
        assert.deepEqual(origin, [0, 0, 0]);
        assert.deepEqual([...cloud.positions], positions);
        assert.deepEqual(bounds, { least: [-2.25, 10, -1], most: [3.125, 40, 2] });
        assert.deepEqual(fields, ['x', 'y', 'z']);
        assert.deepEqual(Object.keys(cloud), ['positions']);
      });

      it('reads intensity, labels and colours in any order between fields that it does not know', () => {
        const fields = [
          { ...floats('_', xs), count: 3 },
          unsigned('label', [7, 8, 4294967295, 0]),
          floats('time', [1, 2, 3, 4], 8),
          xyz[2] as (typeof xyz)[0],
          { name: 'ring', type: 'I', size: 2, count: 2, get: (k: number, i: number) => -k - i },
          unsigned('rgb', [0xff8001, 0x000000, 0xffffff, 0x123456]),
          xyz[1] as (typeof xyz)[0],
          unsigned('intensity', [0, 65535, 3, 4], 2),
          xyz[0] as (typeof xyz)[0],
        ];
        const cloud = cloudIn(encodePcd(fields, 4, data));
        assert.deepEqual([...cloud.positions], positions);
        assert.deepEqual([...(cloud.labels ?? [])], [7, 8, 4294967295, 0]);
        assert.deepEqual([...(cloud.intensity ?? [])], [0, 65535, 3, 4]);
        assert.deepEqual([...(cloud.colours ?? [])], [255, 128, 1, 0, 0, 0, 255, 255, 255, 0x12, 0x34, 0x56]);
        assert.deepEqual(cloud.fields, ['label', 'time', 'z', 'ring', 'rgb', 'y', 'intensity', 'x']);
      });

      it('reads colours that are the bits of a float', () => {
        const rgba = Uint32Array.of(0xff8001, 0xff0102, 0x7f123456, 0x00ffffff);
        const cloud = cloudIn(encodePcd([...xyz, floats('rgb', new Float32Array(rgba.buffer))], 4, data));
        assert.deepEqual([...(cloud.colours ?? [])], [255, 128, 1, 255, 1, 2, 0x12, 0x34, 0x56, 255, 255, 255]);
      });

      it('reads colours in fields of their own', () => {
        const of = (scale: number, size: number) =>
          ['r', 'g', 'b'].map((name, i) =>
            (size === 1 ? unsigned : floats)(
              name,
              [0, 51, 102, 255].map((value) => (value - i * 0) * scale),
              size,
            ),
          );
        for (const fields of [of(1, 1), of(1 / 255, 4), of(1, 4)]) {
          const { colours } = cloudIn(encodePcd([...xyz, ...fields], 4, data));
          assert.deepEqual([...(colours ?? [])], [0, 0, 0, 51, 51, 51, 102, 102, 102, 255, 255, 255]);
        }
      });

      it('loses nothing of coordinates on a map', () => {
        const east = Array.from({ length: 500 }, (_, i) => 431_234.567891 + i * 1.23456789);
        const north = Array.from({ length: 500 }, (_, i) => 5_412_345.678912 - i * 0.987654321);
        const up = Array.from({ length: 500 }, (_, i) => 123.456789 + i * 0.001);
        const fields = [floats('x', east, 8), floats('y', north, 8), floats('z', up, 8)];
        const { positions: at, origin, bounds } = cloudIn(encodePcd(fields, 500, data));
        assert.ok(origin.every(Number.isInteger));
        let worst = 0;
        for (let i = 0; i < 500; i++) {
          [east, north, up].forEach((values, axis) => {
            const got = (at[3 * i + axis] as number) + (origin[axis] as number);
            worst = Math.max(worst, Math.abs(got - (values[i] as number)));
          });
        }
        assert.ok(worst < 0.0001, `${worst} m`);
        assert.deepEqual(bounds?.least, [east[0], north[499], up[0]]);
      });

      it('keeps points that are no numbers in their place, and out of the bounds', () => {
        const holes = [
          floats('x', [1, NaN, 3, Infinity, 5]),
          floats('y', [1, 2, NaN, 4, 5]),
          floats('z', [1, 2, 3, 4, 5]),
        ];
        const cloud = cloudIn(encodePcd(holes, 5, data));
        assert.equal(cloud.count, 5);
        assert.deepEqual([...cloud.positions], [1, 1, 1, ...new Array(9).fill(NaN), 5, 5, 5]);
        assert.deepEqual(cloud.bounds, { least: [1, 1, 1], most: [5, 5, 5] });
        const nothing = cloudIn(
          encodePcd(
            ['x', 'y', 'z'].map((name) => floats(name, [NaN])),
            1,
            data,
          ),
        );
        assert.deepEqual([nothing.count, nothing.bounds], [1, undefined]);
      });

      it('chooses the origin by most of the points, not by strays', () => {
        const many = Array.from({ length: 3000 }, (_, i) => (i % 4 === 0 ? 0 : 500_000.125 + i / 1000));
        const cloud = cloudIn(
          encodePcd([floats('x', many, 8), floats('y', many, 8), floats('z', many, 8)], 3000, data),
        );
        assert.ok(Math.abs(cloud.origin[0] - 500_001.5) < 2);
        assert.ok(Math.abs((cloud.positions[3 * 2999] as number) + cloud.origin[0] - (many[2999] as number)) < 1e-6);
      });

      it('reads a file with CRLF, comments, an old version, keys in small letters and no COUNT or WIDTH', () => {
        for (const but of [
          { newline: '\r\n' },
          { before: ['# one', '', '#two'], says: { VERSION: '.5' } },
          { says: { COUNT: undefined, WIDTH: undefined, HEIGHT: undefined, VIEWPOINT: undefined, VERSION: '.6' } },
          { says: { POINTS: undefined, WIDTH: '2', HEIGHT: '2' } },
          {
            says: {
              VERSION: undefined,
              FIELDS: undefined,
              COLUMNS: 'x y z',
              SIZE: undefined,
              TYPE: undefined,
              DATA: undefined,
              data: data.toUpperCase(),
            },
          },
        ]) {
          // Bytes follow the line of DATA at once: a CR would be one of them.
          if (but.newline && data !== 'ascii') continue;
          assert.deepEqual([...cloudIn(encodePcd(xyz, 4, data, but)).positions], positions);
        }
      });

      it('reads an empty cloud', () => {
        const { count, bounds } = cloudIn(encodePcd(xyz, 0, data));
        assert.deepEqual([count, bounds], [0, undefined]);
      });

      it('reads what is there where WIDTH × HEIGHT is not POINTS', () => {
        for (const says of [{ WIDTH: '9' }, { POINTS: '9' }, { POINTS: '2', WIDTH: '2', HEIGHT: '2' }]) {
          const [cloud, remark] = damagedCloud(encodePcd(xyz, 4, data, { says }));
          assert.deepEqual([...cloud.positions], positions);
          assert.match(remark, /it is read as 4/);
        }
      });

      it('takes no more memory than the file can fill, whatever its header says', () => {
        const huge = { POINTS: '4000000000000', WIDTH: '4000000000000' };
        const [cloud, remark] = damagedCloud(encodePcd(xyz, 4, data, { says: huge }));
        assert.deepEqual([...cloud.positions], positions);
        assert.match(remark, data === 'binary_compressed' ? /read as 4/ : /holds 4 of its 4000000000000 points/);
      });

      it('says what is wrong with a header', () => {
        const of = (says: Record<string, string | undefined>) => faultOf(encodePcd(xyz, 4, data, { says }));
        assert.match(of({ FIELDS: 'a y z' }), /no x, y and z; its fields are a, y, z/);
        assert.match(of({ FIELDS: 'x y' }), /2 FIELDS, but says the SIZE of 3/);
        assert.match(of({ SIZE: '4 4 3' }), /no values of TYPE F and SIZE 3/);
        assert.match(of({ TYPE: 'F F Q' }), /no values of TYPE Q/);
        assert.match(of({ COUNT: '1 1 0' }), /field z has a wrong COUNT/);
        assert.match(of({ COUNT: '1 1 1e9' }), /field z has a wrong COUNT/);
        assert.match(of({ POINTS: 'many' }), /is no number/);
        assert.match(of({ POINTS: '-4' }), /is no number/);
        assert.match(of({ POINTS: undefined, WIDTH: undefined }), /neither POINTS nor WIDTH/);
        assert.match(of({ DATA: 'zipped' }), /DATA are "zipped"/);
        assert.match(of({ DATA: undefined }), /no line DATA/);
        assert.match(of({ FIELDS: undefined }), /no FIELDS/);
      });

      it('never throws, wherever a file is cut or changed', () => {
        const fields = [...xyz, floats('intensity', xs), unsigned('rgb', [1, 2, 3, 4])];
        const whole = encodePcd(fields, 4, data);
        for (let end = 0; end < whole.length; end++) {
          const { value, problems } = read(whole.subarray(0, end));
          assert.ok(value ? value.count <= 4 : problems?.length === 1, `cut at ${end}`);
        }
        fc.assert(
          fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
            const changed = whole.slice();
            for (const [at, byte] of changes) changed[at] = byte;
            const { value, problems } = read(changed);
            assert.ok(value ? value.positions.length === 3 * value.count : problems?.length === 1);
          }),
        );
      });

      it('reads any layout of fields', () => {
        const kinds = ['F4', 'F8', 'I1', 'I2', 'I4', 'I8', 'U1', 'U2', 'U4', 'U8'];
        const others = fc.array(
          fc.tuple(
            fc.constantFrom('_', 'ring', 'time', 'normal_x'),
            fc.constantFrom(...kinds),
            fc.integer({ min: 1, max: 4 }),
          ),
          { maxLength: 5 },
        );
        const axes = fc.tuple(
          ...['x', 'y', 'z', 'intensity'].map((name) =>
            fc.constantFrom(...kinds).map((kind) => [name, kind, 1] as const),
          ),
        );
        const layout = fc
          .tuple(others, axes)
          .chain(([a, b]) => fc.shuffledSubarray([...a, ...b], { minLength: a.length + b.length }));
        fc.assert(
          fc.property(layout, fc.integer({ min: 1, max: 30 }), (fields, points) => {
            const value = (name: string, point: number) => (name.charCodeAt(0) + point * 3) % 120;
            const bytes = encodePcd(
              fields.map(([name, kind, count]) => ({
                name,
                type: kind[0] as string,
                size: Number(kind[1]),
                count,
                get: (k: number, i: number) => value(name, k) + i,
              })),
              points,
              data,
            );
            const cloud = cloudIn(bytes);
            const all = [...new Array(points).keys()];
            assert.deepEqual(
              [...cloud.positions],
              all.flatMap((k) => ['x', 'y', 'z'].map((name) => value(name, k))),
            );
            assert.deepEqual(
              [...(cloud.intensity ?? [])],
              all.map((k) => value('intensity', k)),
            );
          }),
          { numRuns: 50 },
        );
      });
    });
  }

  it('keeps the points of a file that is cut short, and says how many', () => {
    const ascii = encodePcd(xyz, 4, 'ascii');
    const [few, remark] = damagedCloud(ascii.subarray(0, ascii.length - 12));
    assert.deepEqual([...few.positions], positions.slice(0, 9));
    assert.match(remark, /holds 3 of its 4 points/);
    const binary = encodePcd(xyz, 4, 'binary');
    const [one, said] = damagedCloud(binary.subarray(0, binary.length - 30));
    assert.deepEqual([...one.positions], positions.slice(0, 3));
    assert.match(said, /holds 1 of its 4 points/);
    assert.match(faultOf(binary.subarray(0, binary.length - 40)), /none of its 4 points/);
  });

  it('keeps the coordinates of a packed file that is cut short behind them', () => {
    const noise = Uint32Array.from({ length: 300 }, (_, i) => Math.imul(i + 1, 2654435761));
    const fields = [
      ...['x', 'y', 'z'].map((name, axis) =>
        floats(
          name,
          noise.map((n) => (n >>> axis) % 99),
        ),
      ),
      unsigned('label', noise),
    ];
    const whole = encodePcd(fields, 300, 'binary_compressed');
    const [cloud, remark] = damagedCloud(whole.subarray(0, whole.length - 300));
    assert.equal(cloud.count, 300);
    assert.equal(cloud.labels, undefined);
    assert.match(remark, /holds 300 of its 300 points, without label/);
  });

  it('leaves out lines behind the last point', () => {
    const bytes = joined(encodePcd(xyz, 4, 'ascii'), text('5 5 5', ''));
    const [cloud, remark] = damagedCloud(bytes);
    assert.equal(cloud.count, 4);
    assert.match(remark, /more lines than the 4 points/);
  });

  it('counts lines that are no points, and gives up where most are none', () => {
    const head = encodePcd(xyz, 3, 'ascii').subarray(0, -1);
    const header = text(new TextDecoder().decode(head).split('DATA')[0] as string);
    const [cloud, remark] = damagedCloud(joined(header, text('DATA ascii', '1 2 3', '4 five 6', '7 8 9', '')));
    assert.deepEqual([...cloud.positions], [1, 2, 3, NaN, NaN, NaN, 7, 8, 9]);
    assert.match(remark, /1 of its 3 lines/);
    assert.match(
      faultOf(joined(header, text('DATA ascii', 'a b', 'c d', '7 8 9', ''))),
      /most of its lines are not numbers/,
    );
  });

  it('reads PLY, as text and in binary, and leaves its faces alone', () => {
    const header = (format: string, more: readonly string[] = []) =>
      text(
        'ply',
        `format ${format} 1.0`,
        'comment a test',
        'element vertex 4',
        'property float x',
        'property float y',
        'property float z',
        'property uchar red',
        'property uchar green',
        'property uchar blue',
        'element face 1',
        'property list uchar int vertex_indices',
        ...more,
        'end_header',
        '',
      );
    const colour = ['red', 'green', 'blue'].map((name, i) =>
      unsigned(
        name,
        [1, 2, 3, 4].map((value) => value * (i + 1)),
        1,
      ),
    );
    for (const [format, data] of [
      ['ascii', 'ascii'],
      ['binary_little_endian', 'binary'],
    ] as const) {
      const body = encodePcd([...xyz, ...colour], 4, data, {
        before: [],
        says: Object.fromEntries(
          ['VERSION', 'FIELDS', 'SIZE', 'TYPE', 'COUNT', 'WIDTH', 'HEIGHT', 'VIEWPOINT', 'POINTS', 'DATA'].map(
            (key) => [key, undefined],
          ),
        ),
      });
      const faces = data === 'ascii' ? text('3 0 1 2', '') : Uint8Array.of(3, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0);
      const { value } = read(joined(header(format), body, faces));
      assert.deepEqual([...(value?.positions ?? [])], positions);
      assert.deepEqual([...(value?.colours ?? [])], [1, 2, 3, 2, 4, 6, 3, 6, 9, 4, 8, 12]);
    }
    assert.match(faultOf(header('binary_big_endian')), /its format is binary_big_endian/);
    assert.match(
      faultOf(text('ply', 'format ascii 1.0', 'element face 1', 'end_header', '')),
      /first element is not "vertex"/,
    );
    assert.match(
      faultOf(text('ply', 'format ascii 1.0', 'element vertex 1', 'property list uchar int x', '')),
      /property of the type "list"/,
    );
    assert.match(faultOf(text('ply', 'format ascii 1.0', 'element vertex 1', '')), /not complete/);
  });

  it('says what a file is that is no point cloud', () => {
    for (const [start, name] of [
      [[], /is empty/],
      [[0x4c, 0x41, 0x53, 0x46, 1, 2], /LAS or LAZ/],
      [[0x1f, 0x8b, 8], /gzip; unpack it/],
      [[0x50, 0x4b, 3, 4], /zip archive/],
      ['<!DOCTYPE html><title>Not here</title>', /a web page/],
      ['{"error": "no such key"}', /JSON/],
      ['1.0 2.0 3.0\n4 5 6\n', /numbers without a PCD header/],
      [[1, 2, 3, 4, 5, 6, 7], /no header/],
    ] as const) {
      assert.match(faultOf(typeof start === 'string' ? text(start) : Uint8Array.from(start)), name);
    }
  });

  it('reads the street as it was made', { skip: !street && NO_STREET }, () => {
    const scene = street?.scene(20_000, { seed: 3 });
    for (const data of encodings) {
      const cloud = cloudIn(new Uint8Array(street?.pcd(20_000, street.fieldsOf(scene), data) ?? []));
      assert.deepEqual(cloud.labels, scene.label);
      assert.deepEqual(cloud.intensity, scene.intensity);
      for (let i = 0; i < 60_000; i++) {
        assert.ok(Math.abs((cloud.positions[i] as number) - scene.xyz[i]) <= (data === 'ascii' ? 1e-5 : 0));
      }
    }
  });

  const pcl = 'pcl_convert_pcd_ascii_binary';
  it('reads what PCL packs and what PCL writes as text', {
    skip: !has(pcl) && `there is no ${pcl} (pcl-tools)`,
  }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'pcd-'));
    try {
      const count = 3000;
      const wave = (factor: number) => Float32Array.from({ length: count }, (_, i) => Math.sin(i * factor) * 40);
      const rgb = Uint32Array.from({ length: count }, (_, i) => Math.imul(i, 65537) & 0xffffff);
      const fields = [
        ...['x', 'y', 'z'].map((name, axis) => floats(name, wave(0.01 + axis))),
        floats('intensity', wave(3)),
        unsigned(
          'label',
          rgb.map((_, i) => i % 7),
        ),
        floats('rgb', new Float32Array(rgb.buffer)),
      ];
      const [given, made] = [join(folder, 'given.pcd'), join(folder, 'made.pcd')];
      const ours = cloudIn(encodePcd(fields, count, 'binary'));
      for (const [from, to] of [
        ['ascii', 2],
        ['ascii', 1],
        ['binary_compressed', 1],
        ['binary', 2],
        ['binary_compressed', 0],
      ] as const) {
        writeFileSync(given, encodePcd(fields, count, from));
        execFileSync(pcl, [given, made, `${to}`], { stdio: 'ignore' });
        const theirs = cloudIn(new Uint8Array(readFileSync(made)));
        assert.deepEqual(theirs.labels, ours.labels);
        assert.deepEqual(theirs.colours, ours.colours);
        if (to > 0) assert.deepEqual(theirs, ours);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
